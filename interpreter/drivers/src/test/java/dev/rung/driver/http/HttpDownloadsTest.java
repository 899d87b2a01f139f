package dev.rung.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Downloads.Order;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpDownloadsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final HttpDownloads downloads = new HttpDownloads();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private byte[] content = bytes(1);
    private String tag = "\"one\"";
    /** The connection is lost behind so many bytes of an answer. */
    private int breaksAfter = Integer.MAX_VALUE;

    private HttpServer server;
    private Path target;

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[200_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void serve() throws IOException {
        target = folder.resolve("rates.csv");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/file", this::answer);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "/nowhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        asked.add(range == null ? "all" : range);
        int from = range != null && same ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        if (!tag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length);
        exchange.getResponseBody().write(rest, 0, Math.min(rest.length, breaksAfter));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private Order order(String path, Optional<String> sha256, String mark) {
        return new Order("http://127.0.0.1:" + server.getAddress().getPort() + path, target, sha256, mark);
    }

    private String bring(String mark) throws Trouble {
        return downloads.bring(order("/file", Optional.empty(), mark), LONG, Progress.NONE);
    }

    private String digest() throws IOException {
        Path file = Files.write(folder.resolve("wanted"), content);
        String digest = Disk.digest(file);
        Files.delete(file);
        return digest;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasNotThereIsBroughtAndRemoved() throws Exception {
        assertThat(downloads.bring(order("/file", Optional.of(digest()), "m"), LONG, Progress.NONE))
                .contains("195.3 KiB, sha256 " + digest());
        assertThat(target).hasBinaryContent(content);
        assertThat(bring("m")).isEqualTo("it had come before the interruption");
        assertThat(asked).containsExactly("all");

        assertThat(downloads.takeBack(target, "m")).isEqualTo("removed");
        assertThat(downloads.takeBack(target, "m")).isEmpty();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatStoodThereComesBack() throws Exception {
        Files.writeString(target, "former");
        Files.setPosixFilePermissions(target, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r-----"));
        bring("first");
        assertThat(Files.getPosixFilePermissions(target)).hasSize(3);
        content = bytes(2);
        bring("second");
        assertThat(target).hasBinaryContent(content);

        downloads.takeBack(target, "second");
        assertThat(target).hasBinaryContent(bytes(1));
        assertThat(downloads.takeBack(target, "first")).isEqualTo("the file from before is back");
        assertThat(target).hasContent("former");
        assertThat(names()).containsExactly("rates.csv");
    }

    @Test
    void whatSomebodyHasChangedSinceIsLeft() throws Exception {
        bring("m");
        Files.writeString(target, "mine");
        assertThat(downloads.takeBack(target, "m")).contains("was changed since");
        assertThat(target).hasContent("mine");
    }

    @Test
    void theSameOnceMoreIsNoChange() throws Exception {
        Files.write(target, content);
        bring("m");
        downloads.takeBack(target, "m");
        assertThat(target).hasBinaryContent(content);
        assertThat(names()).containsExactly("rates.csv");
    }

    @Test
    void aLostConnectionIsGoneOnWith() throws Exception {
        breaksAfter = 70_000;
        bring("m");
        assertThat(target).hasBinaryContent(content);
        assertThat(asked).containsExactly("all", "bytes=70000-", "bytes=140000-");
    }

    @Test
    void whatNobodyCanGoOnWithFailsAndLeavesNothing() throws Exception {
        breaksAfter = 70_000;
        tag = "";
        Files.writeString(target, "former");
        assertThatThrownBy(() -> bring("m")).isInstanceOf(Trouble.class).hasMessageContaining("cannot download http");
        assertThat(target).hasContent("former");
        assertThat(downloads.takeBack(target, "m")).isEmpty();
        assertThat(names()).containsExactly("rates.csv");
    }

    /** What a killed process has left, and what the server has since put in its place. */
    @Test
    void whatAnotherHasLeftIsGoneOnWithOrBegunAnew() throws Exception {
        Beside beside = Beside.of(target, "m");
        Order order = order("/file", Optional.of(digest()), "m");
        Files.write(beside.part(), Arrays.copyOf(content, 1_000));
        Files.writeString(beside.source(), order.url() + "\n" + tag);
        downloads.bring(order, LONG, Progress.NONE);
        assertThat(target).hasBinaryContent(content);
        downloads.takeBack(target, "m");

        Files.write(beside.part(), Arrays.copyOf(content, 1_000));
        Files.writeString(beside.source(), order.url() + "\n\"older\"");
        downloads.bring(order, LONG, Progress.NONE);
        assertThat(target).hasBinaryContent(content);
        downloads.takeBack(target, "m");

        Files.write(beside.part(), new byte[1_000]);
        Files.writeString(beside.source(), order.url() + "\n" + tag);
        downloads.bring(order, LONG, Progress.NONE);
        assertThat(target).hasBinaryContent(content);
        assertThat(asked).containsExactly("bytes=1000-", "bytes=1000-", "bytes=1000-", "all");
        assertThat(names()).noneMatch(name -> name.contains("part"));
    }

    @Test
    void whatIsNotWhatWasExpectedIsNotTaken() throws Exception {
        Files.writeString(target, "former");
        Order order = order("/file", Optional.of("0".repeat(64)), "m");
        assertThatThrownBy(() -> downloads.bring(order, LONG, Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("has sha256 " + digest() + ", but 000");
        assertThat(names()).containsExactly("rates.csv");
        assertThat(target).hasContent("former");
    }

    @Test
    void whatWasAskedIsSaid() throws Exception {
        String at = "http://127.0.0.1:" + server.getAddress().getPort();
        assertThatThrownBy(() -> downloads.bring(order("/moved", Optional.empty(), "m"), LONG, Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessage("`GET " + at + "/nowhere` was answered 404 Not Found, asked for " + at + "/moved");
        Order ftp = new Order("ftp://example.org/x", target, Optional.empty(), "m");
        assertThatThrownBy(() -> downloads.bring(ftp, LONG, Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is no address of the web");
        Files.createDirectory(folder.resolve("sub"));
        assertThat(downloads.preflight(folder.resolve("sub"))).hasSize(1);
        assertThat(downloads.preflight(folder.resolve("none/x"))).hasSize(1);
        assertThat(downloads.preflight(target)).isEmpty();
    }

    @Test
    void itsTimeIsKept() {
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(content, 0, 10);
                exchange.getResponseBody().flush();
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        });
        assertThatThrownBy(() ->
                        downloads.bring(order("/slow", Optional.empty(), "m"), Duration.ofMillis(400), Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("had not come whole within 400 ms");
    }
}
