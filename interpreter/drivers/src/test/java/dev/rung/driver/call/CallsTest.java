package dev.rung.driver.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rung.driver.Drivers;
import dev.rung.driver.support.World;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallsTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private String url;

    @BeforeEach
    void startServer() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer = "{\"version\": {\"tag\": \"v0.40.8\"}, \"items\": [{\"odd name\": 7}, 2.50], \"on\": true,"
                    + " \"none\": null}";
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(path.equals("/broken") ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.createContext("/who", exchange -> {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            byte[] bytes = ("{\"who\": \"" + header + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", "http://localhost:" + server.getAddress().getPort() + "/who");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private Value read(String call, Object... arguments) {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put(
                    (String) arguments[i],
                    arguments[i + 1] instanceof Value value ? value : new Value.Text(arguments[i + 1].toString()));
        }
        return Drivers.all().call(call).orElseThrow().read(values, World.at(folder));
    }

    private static String why(Value value) {
        assertThat(value).isInstanceOf(Value.Unknown.class);
        return ((Value.Unknown) value).why();
    }

    @Test
    void jsonFindsOneValue() {
        assertThat(read("json", "source", url, "path", "$.version.tag")).isEqualTo(new Value.Text("v0.40.8"));
        assertThat(read("json", "source", url, "path", "$.items[0]['odd name']"))
                .isEqualTo(new Value.Whole(7));
        assertThat(read("json", "source", url, "path", "$.items[1]").shown()).startsWith("2.5");
        assertThat(read("json", "source", url, "path", "$.on")).isEqualTo(new Value.Truth(true));
        assertThat(read("json", "source", "{\"a\": [1, 2]}", "path", "$.a"))
                .isEqualTo(new Value.Listing(List.of(new Value.Whole(1), new Value.Whole(2))));
    }

    @Test
    void jsonSaysWhyItDoesNotKnow() {
        assertThat(why(read("json", "source", url, "path", "$.version.number")))
                .contains("has nothing at `$.version` for `number`; there is tag");
        assertThat(why(read("json", "source", url, "path", "$.none"))).contains("has null at `$.none`");
        assertThat(why(read("json", "source", url, "path", "$.version"))).contains("has no single value");
        assertThat(why(read("json", "source", url, "path", "$..tag"))).contains("uses a path that is not known here");
        assertThat(why(read("json", "source", "<html>", "path", "$.a"))).contains("got no JSON, but: <html>");
        assertThat(why(read("json", "source", url + "/broken", "path", "$.a")))
                .contains("was answered 503 Service Unavailable");
        server.stop(0);
        assertThat(why(read("json", "source", url, "path", "$.a")))
                .contains("has no answer: no connection: connection refused");
    }

    @Test
    void whoAsksIsToldToTheServerThatIsAskedAndToNoOther() {
        String who = url + "/who";
        assertThat(read("json", "source", who, "path", "$.who", "auth", "Basic x"))
                .isEqualTo(new Value.Text("Basic x"));
        assertThat(read("json", "source", who, "path", "$.who", "auth", "Basic x", "post", "{}"))
                .isEqualTo(new Value.Text("Basic x"));
        assertThat(read("json", "source", url + "/elsewhere", "path", "$.who", "auth", "Basic x"))
                .isEqualTo(new Value.Text("null"));
    }

    @Test
    void addressesAnswer() {
        assertThat(read("http-status", "url", url)).isEqualTo(new Value.Whole(200));
        assertThat(read("http-status", "url", url + "/broken")).isEqualTo(new Value.Whole(503));
        assertThat(read("http-text", "url", url).shown()).contains("v0.40.8");
        assertThat(why(read("http-text", "url", url + "/broken"))).contains("503");
    }

    @Test
    void filesAndVolumes() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "one\n");
        Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("b.txt"), "three");
        assertThat(read("exists", "path", "a.txt")).isEqualTo(new Value.Truth(true));
        assertThat(read("exists", "path", "b.txt")).isEqualTo(new Value.Truth(false));
        assertThat(read("text-of", "path", "a.txt")).isEqualTo(new Value.Text("one"));
        assertThat(why(read("text-of", "path", "b.txt"))).contains("b.txt is not there");
        assertThat(read("size", "of", ".")).isEqualTo(new Value.Size(9));
        assertThat(read("sha256", "path", "a.txt"))
                .isEqualTo(new Value.Text("2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806"));
        Value free = read("free-space", "path", "not/there/yet");
        assertThat(((Value.Size) free).bytes()).isPositive();
    }

    @Test
    void whereNobodyCanLookThereIsNeitherYesNorNo() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "one\n");
        Files.createSymbolicLink(folder.resolve("gone"), Path.of("b.txt"));
        Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThat(read("exists", "path", "a.txt/b")).isEqualTo(new Value.Truth(false));
        assertThat(read("exists", "path", "gone")).isEqualTo(new Value.Truth(true));
        assertThat(read("exists", "path", "circle/b")).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void programs() {
        assertThat(read("output", "command", "echo one two")).isEqualTo(new Value.Text("one two"));
        Value list = new Value.Listing(
                List.of(new Value.Text("sh"), new Value.Text("-c"), new Value.Text("echo no; exit 4")));
        assertThat(why(read("output", "command", list))).contains("ended with 4 and said: no");
        assertThat(read("succeeds", "command", list)).isEqualTo(new Value.Truth(false));
        assertThat(read("succeeds", "command", "true")).isEqualTo(new Value.Truth(true));
        assertThat(why(read("succeeds", "command", "no-such-program"))).contains("`no-such-program` is not there");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(read("java-version", "java", java))
                .isInstanceOfSatisfying(
                        Value.Number.class,
                        number -> assertThat(number.version().startsWith(Version.of("25")))
                                .isTrue());
    }

    @Test
    void versions() {
        Value v = read("version", "text", "v0.40.8");
        assertThat(v).isEqualTo(new Value.Number(Version.of("0.40.8")));
        assertThat(v.shown()).isEqualTo("v0.40.8");
        assertThat(why(read("version", "text", "latest"))).isEqualTo("`latest` is no version");
        Value.Unknown before = new Value.Unknown("nobody answered");
        assertThat(read("version", "text", before)).isEqualTo(before);
    }
}
