package dev.rung.driver.http;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests through the JDK's client, each over a connection of its own: a kept one that has died makes a client try twice. */
public final class HttpRequests implements Requests {
    private static final int LONGEST = 8 * 1024;

    @Override
    public Answer send(Sent request, Duration within) throws Trouble {
        HttpRequest made = made(request, within);
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(within)
                .build()) {
            HttpResponse<InputStream> answer = client.send(made, BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                return new Answer(answer.statusCode(), new String(content.readNBytes(LONGEST), StandardCharsets.UTF_8));
            }
        } catch (HttpTimeoutException late) {
            throw new Trouble(
                    shown(request) + " was not answered within " + Durations.shown(within),
                    "look whether it has arrived",
                    late);
        } catch (IOException failed) {
            throw Troubles.of("send " + shown(request), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("waiting for the answer to " + shown(request) + " was interrupted", "", interrupted);
        }
    }

    private static HttpRequest made(Sent request, Duration within) throws Trouble {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url()))
                    .timeout(within)
                    .setHeader("User-Agent", "rung")
                    .method(
                            request.method(),
                            request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
            request.headers().forEach(builder::setHeader);
            return builder.build();
        } catch (IllegalArgumentException refused) {
            throw new Trouble(shown(request) + " cannot be sent: " + refused.getMessage(), "", refused);
        }
    }

    private static String shown(Sent request) {
        return "`" + request.method() + " " + request.url() + "`";
    }
}
