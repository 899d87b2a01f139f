package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of the built jars, running: what its operator can see of it, and do to it. */
final class LedgerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final Path output;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private LedgerProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static Path jar(String version) {
        return Path.of(System.getProperty("ledger.jars"), "ledger-" + version + ".jar");
    }

    static LedgerProcess serve(String version, Path folder, String... more) throws IOException {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        return serveOn(port, version, folder, more);
    }

    static LedgerProcess serveOn(int port, String version, Path folder, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-jar", jar(version).toString(), "--data", data(folder), "--port", Integer.toString(port)));
        arguments.addAll(List.of(more));
        return java(port, folder, arguments);
    }

    /** Runs a sub-command to its end. */
    static Finished run(String version, Path folder, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-jar", jar(version).toString(), "--data", data(folder)));
        arguments.addAll(List.of(more));
        return java(arguments, folder);
    }

    static Finished java(List<String> arguments, Path folder) throws IOException, InterruptedException {
        try (LedgerProcess process = java(0, folder, arguments)) {
            return new Finished(process.exitCode(), process.output());
        }
    }

    private static LedgerProcess java(int port, Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m"));
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, "output", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new LedgerProcess(process, output, port);
    }

    static String data(Path folder) {
        return folder.resolve("ledger").toString();
    }

    /** What came of a sub-command. */
    record Finished(int exitCode, String output) {}

    LedgerProcess awaitHealthy() throws IOException, InterruptedException {
        return awaitHealth(new Answer(200, "{\"status\":\"ok\"}\n"));
    }

    LedgerProcess awaitInitializing() throws IOException, InterruptedException {
        return awaitHealth(new Answer(503, "{\"status\":\"initializing\"}\n"));
    }

    private LedgerProcess awaitHealth(Answer expected) throws IOException, InterruptedException {
        Answer last = null;
        for (long end = deadline(); System.nanoTime() < end && process.isAlive(); Thread.sleep(20)) {
            try {
                last = get("/health");
                if (last.equals(expected)) {
                    return this;
                }
            } catch (IOException e) {
                // The port is not open yet.
            }
        }
        return fail("Health is %s, not %s; the log says:%n%s", last, expected, output());
    }

    LedgerProcess awaitLine(String part) throws IOException, InterruptedException {
        for (long end = deadline(); System.nanoTime() < end; Thread.sleep(20)) {
            if (output().contains(part)) {
                return this;
            }
        }
        return fail("No line with \"%s\" in the log:%n%s", part, output());
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    }

    /** A status and a body. */
    record Answer(int status, String body) {}

    Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    Answer post(String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/postings"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    int port() {
        return port;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; returns the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }
}
