package dev.rung.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpRequestsTest {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private final Requests requests = new HttpRequests();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private Duration pause = Duration.ZERO;

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Key") + " " + body);
            pause();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            byte[] answer = "said so".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private void pause() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Requests.Answer send(String method, String url, Optional<String> body) throws Trouble {
        return requests.send(new Requests.Sent(method, url, Map.of("X-Key", "k"), body), WITHIN);
    }

    @Test
    void sendsMethodHeadersAndBody() throws Exception {
        assertThat(send("POST", url("/a?b"), Optional.of("grüße"))).isEqualTo(new Requests.Answer(200, "said so"));
        assertThat(send("PATCH", url("/c"), Optional.empty()).status()).isEqualTo(200);
        assertThat(received).containsExactly("POST /a?b k grüße", "PATCH /c k ");
    }

    @Test
    void whateverTheAnswerIsItIsTheAnswer() throws Exception {
        for (int each : new int[] {302, 404, 503}) {
            status = each;
            assertThat(send("POST", url("/"), Optional.of("x")).status()).isEqualTo(each);
        }
        assertThat(received).as("never sent again, nor elsewhere").hasSize(3);
    }

    @Test
    void whereNobodyAnswersNothingWasSent() {
        String closed = url("/");
        server.stop(0);
        assertThatThrownBy(() -> send("POST", closed, Optional.empty()))
                .isInstanceOf(Trouble.class)
                .isNotInstanceOf(Requests.InDoubt.class)
                .hasMessageStartingWith("cannot send `POST " + closed + "`");
    }

    private Requests.InDoubt inDoubt(String method, Duration within) {
        return catchThrowableOfType(
                Requests.InDoubt.class,
                () -> requests.send(new Requests.Sent(method, url("/"), Map.of(), Optional.empty()), within));
    }

    @Test
    void aLateAnswerLeavesItInFlightUntilItComes() throws Exception {
        pause = Duration.ofMillis(400);
        Requests.InDoubt late = inDoubt("PUT", Duration.ofMillis(100));
        assertThat(late.words())
                .isEqualTo("`PUT " + url("/")
                        + "` was not answered within 100 ms, and it may have been carried out all the same");
        Requests.Open open = late.open().orElseThrow();
        assertThat(open.isOpen()).isTrue();
        assertThat(open.words()).isEqualTo("`PUT " + url("/") + "` has not been answered yet");
        ended(open);
        assertThat(open.words()).isEqualTo("`PUT " + url("/") + "` was answered 200 after all");
        assertThat(received).as("never sent again").hasSize(1);
    }

    @Test
    void whoReadsOnlyIsToldNothingOfWhatWasCarriedOut() {
        pause = Duration.ofMillis(200);
        assertThat(inDoubt("GET", Duration.ofMillis(50)).words()).endsWith("` was not answered within 50 ms");
    }

    @Test
    void whatIsGivenUpIsOpenNoMore() throws Exception {
        pause = Duration.ofSeconds(3);
        Requests.Open open = inDoubt("PUT", Duration.ofMillis(100)).open().orElseThrow();
        open.close();
        ended(open);
        assertThat(open.words()).startsWith("the connection over which `PUT " + url("/") + "` was sent is closed");
    }

    private static void ended(Requests.Open open) throws InterruptedException {
        for (int i = 0; i < 500 && open.isOpen(); i++) {
            Thread.sleep(10);
        }
        assertThat(open.isOpen()).isFalse();
    }

    @Test
    void aLostConnectionLeavesItInDoubt() throws Exception {
        try (ServerSocket hangsUp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket caller = hangsUp.accept()) {
                    caller.getInputStream().read(new byte[100]);
                } catch (IOException closed) {
                    // the test is over
                }
            });
            Requests.Sent request =
                    new Requests.Sent("POST", "http://127.0.0.1:" + hangsUp.getLocalPort(), Map.of(), Optional.empty());
            assertThatThrownBy(() -> requests.send(request, WITHIN))
                    .isInstanceOfSatisfying(
                            Requests.InDoubt.class,
                            lost -> assertThat(lost.open()).isEmpty())
                    .hasMessageStartingWith("the connection was lost before `POST ")
                    .hasMessageEndingWith("and it may have been carried out all the same");
        }
    }

    @Test
    void whatIsNoRequestIsRefusedInWords() {
        assertThatThrownBy(() -> send("POST", "ftp://x/", Optional.empty())).hasMessageContaining("cannot be sent");
        assertThatThrownBy(() -> send("POST", "no address", Optional.empty())).hasMessageContaining("cannot be sent");
        assertThatThrownBy(() -> requests.send(
                        new Requests.Sent("POST", url("/"), Map.of("Content-Length", "3"), Optional.empty()), WITHIN))
                .hasMessageContaining("cannot be sent");
        assertThat(received).isEmpty();
    }
}
