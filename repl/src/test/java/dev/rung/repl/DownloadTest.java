package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a runbook brings from a server, from the command line. */
class DownloadTest {
    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch halfSent = new CountDownLatch(1);
    private final byte[] content = new byte[500_000];
    private boolean stalls;
    private Typed typed;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        Arrays.fill(content, (byte) 'x');
        typed = new Typed(folder);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/rates", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = String.valueOf(exchange.getRequestHeaders().getFirst("Range"));
        asked.add(range);
        int from = range.startsWith("bytes") ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        exchange.getResponseHeaders().set("ETag", "\"one\"");
        exchange.getResponseHeaders()
                .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        if (stalls) {
            exchange.getResponseBody().write(content, from, 300_000);
            exchange.getResponseBody().flush();
            halfSent.countDown();
            await(new CountDownLatch(1));
        }
        exchange.getResponseBody().write(content, from, content.length - from);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void runbook(String more) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/rates";
        Notes.layOut(typed, "    download \"" + url + "\" to \"${folder}/rates.csv\"\n" + more);
    }

    private static final String[] RUN = {"run", "notes.runbook", "--to", "2.0", "--yes", "--confirm", "announced"};

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("rates"))
                    .toList();
        }
    }

    @Test
    void whatWasBroughtIsTakenBack() throws Exception {
        runbook("    run \"false\" changes nothing\n");

        assertThat(typed.rung("plan", "notes.runbook", "--to", "2.0")).isZero();
        assertThat(typed.rung(RUN)).isEqualTo(10);
        assertThat(typed.out())
                .contains("take back: download `http://127.0.0.1")
                .contains("488.3 KiB, sha256 ");
        assertThat(names()).isEmpty();
    }

    @Test
    void theFileFromBeforeIsThereAgainAlsoDaysLater() throws Exception {
        runbook("");
        typed.file("rates.csv", "former");

        assertThat(typed.rung(RUN)).as(typed.out() + typed.err()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("rates.csv"))).isEqualTo(content);
        String name = folder.resolve("state/runs").toFile().list()[0].replace(".jsonl", "");
        assertThat(typed.rung("rollback", name, "--yes"))
                .as(typed.out() + typed.err())
                .isZero();
        assertThat(typed.text("rates.csv")).isEqualTo("former");
        assertThat(names()).containsExactly("rates.csv");
    }

    @Test
    void whoeverIsKilledInItsMiddleLeavesWhatIsGoneOnWith() throws Exception {
        runbook("");
        stalls = true;
        Process run = typed.begun(RUN);
        await(halfSent);
        Path part = folder.resolve(".rates.csv.rung-part");
        while (!Files.exists(part) || Files.size(part) < 300_000) {
            Thread.sleep(5);
        }
        run.destroyForcibly().waitFor();
        stalls = false;

        assertThat(typed.rung("resume")).as(typed.out() + typed.err()).isZero();
        assertThat(asked).containsExactly("null", "bytes=300000-");
        assertThat(Files.readAllBytes(folder.resolve("rates.csv"))).isEqualTo(content);
    }
}
