package dev.rung.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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

    @BeforeEach
    void aServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Key") + " " + body);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            byte[] answer = "said so".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
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
    void whereNobodyAnswersThereIsNoAnswer() throws Exception {
        String closed = url("/");
        server.stop(0);
        assertThatThrownBy(() -> send("POST", closed, Optional.empty()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("`POST " + closed + "`");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Requests.Sent request =
                    new Requests.Sent("POST", "http://127.0.0.1:" + silent.getLocalPort(), Map.of(), Optional.empty());
            assertThatThrownBy(() -> requests.send(request, Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(
                            Trouble.class, late -> assertThat(late.words()).endsWith("was not answered within 200 ms"));
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
