package dev.rung.driver.http;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Requests.Answer;
import dev.rung.engine.driver.Requests.Open;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request on its way, over a connection of its own: it goes on when nobody waits for it any more. */
final class Exchange implements Open {
    private static final int LONGEST = 8 * 1024;

    private final String shown;
    private final HttpClient client;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    private Exchange(String shown, HttpClient client) {
        this.shown = shown;
        this.client = client;
    }

    static Exchange begin(HttpRequest request, String shown, Duration connecting) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connecting)
                .build();
        Exchange exchange = new Exchange(shown, client);
        Thread.ofVirtual().name(shown).start(() -> exchange.run(request));
        return exchange;
    }

    private void run(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream content = response.body()) {
                String text = new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8);
                answer.complete(new Answer(response.statusCode(), text));
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            answer.completeExceptionally(failed);
        } finally {
            client.shutdownNow();
        }
    }

    /** @throws TimeoutException if it has not come, and may yet */
    Answer answer(Duration within) throws IOException, InterruptedException, TimeoutException {
        try {
            return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException world -> throw world;
                case RuntimeException bug -> throw bug;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    @Override
    public boolean isOpen() {
        return !answer.isDone();
    }

    @Override
    public String words() {
        if (isOpen()) {
            return shown + " has not been answered yet";
        }
        return answer.isCompletedExceptionally()
                ? "the connection over which " + shown + " was sent is closed, and it was not answered"
                        + (answer.exceptionNow() instanceof IOException lost ? " (" + Troubles.reason(lost) + ")" : "")
                : shown + " was answered " + answer.resultNow().status() + " after all";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
