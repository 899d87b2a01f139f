package dev.rung.runbooks.h2server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An H2 server as somebody may have installed it by hand years ago: a folder, a jar, a data file, a pid file. */
final class H2Site implements AutoCloseable {
    static final String OLDEST = "1.4.200";
    private static final Path BOOKS = Path.of("h2-server").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    final Path folder;
    final Path home;
    final Path runbook;
    private final int port;

    private H2Site(Path folder, int port) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.runbook = folder.resolve("h2-server.runbook");
        this.port = port;
    }

    /** Lays files out; nothing runs yet. @param rows how many the largest table has */
    static H2Site lay(Path folder, int rows) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            H2Site site = new H2Site(folder, free.getLocalPort());
            Files.createDirectories(site.home.resolve("data"));
            Files.createDirectories(folder.resolve("jars"));
            Files.createDirectories(folder.resolve("tmp"));
            for (String name : List.of("h2-server.runbook", "h2.releases")) {
                Files.copy(BOOKS.resolve(name), folder.resolve(name));
            }
            try (Stream<Path> jars = Files.list(BOOKS.resolve("jars"))) {
                for (Path jar : jars.toList()) {
                    Files.copy(jar, folder.resolve("jars").resolve(jar.getFileName()));
                }
            }
            Files.copy(jar(OLDEST), site.home.resolve("h2.jar"));
            OldData.fill(jar(OLDEST), site.home.resolve("data/app"), rows);
            return site;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path jar(String version) {
        return BOOKS.resolve("jars/h2-" + version + ".jar");
    }

    static String java(Path jar, String... words) {
        List<String> line = new ArrayList<>(List.of(JAVA.toString(), "-XX:+UseSerialGC", "-cp", jar.toString()));
        line.addAll(List.of(words));
        return finish(line, Map.of());
    }

    /** A dump by H2's own tool; the file, without its ending, must not be open. */
    static Path script(Path jar, Path file, Path dump) {
        java(jar, "org.h2.tools.Script", "-url", "jdbc:h2:" + file, "-user", "sa", "-script", dump.toString());
        return dump;
    }

    /** Carries out SQL by H2's own tool; the file, without its ending, must not be open. */
    static void run(Path jar, Path file, String sql) throws IOException {
        Path script = Files.createTempFile(file.getParent(), "script-", ".sql");
        Files.writeString(script, sql);
        java(jar, "org.h2.tools.RunScript", "-url", "jdbc:h2:" + file, "-user", "sa", "-script", script.toString());
        Files.delete(script);
    }

    private static String finish(List<String> line, Map<String, String> environment) {
        Finished finished = started(line, environment);
        if (finished.exitCode() != 0) {
            throw new IllegalStateException(line + " ended with " + finished.exitCode() + ": " + finished.output());
        }
        return finished.output();
    }

    record Finished(int exitCode, String output) {}

    private static Finished started(List<String> line, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Finished(process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Rung in a process of its own, as somebody would start it. */
    Finished rung(String command, String... more) {
        List<String> line = new ArrayList<>(List.of(
                JAVA.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.rung.repl.Main",
                command));
        line.addAll(List.of(more));
        return started(line, Map.of("RUNG_STATE", folder.resolve("state").toString()));
    }

    Finished upgrade(String... more) {
        List<String> words =
                new ArrayList<>(List.of(runbook.toString(), "--yes", "--confirm", "announced", "--confirm", "clients"));
        Map<String, String> inputs = Map.of(
                "home", home.toString(),
                "backups", folder.resolve("backups").toString(),
                "port", Integer.toString(port),
                "java-program", JAVA.toString());
        inputs.forEach((name, value) -> words.addAll(List.of("-i", name + "=" + value)));
        words.addAll(List.of(more));
        return rung("run", words.toArray(String[]::new));
    }

    /** Starts what is in place by hand, as an administrator's script does. */
    void start() {
        List<String> words = new ArrayList<>(List.of("setsid", "sh", "-c", "echo $$ > h2.pid && exec \"$@\"", "sh"));
        words.addAll(List.of(
                JAVA.toString(),
                "-Dh2.bindAddress=127.0.0.1",
                "-cp",
                home.resolve("h2.jar").toString(),
                "org.h2.tools.Server",
                "-tcp",
                "-tcpPort",
                Integer.toString(port),
                "-baseDir",
                home.resolve("data").toString()));
        try {
            new ProcessBuilder(words)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("h2.log").toFile()))
                    .start();
            for (int i = 0; i < 400 && !listens(); i++) {
                Thread.sleep(25);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What a client is told, that has the jar in place. */
    String query(String sql) {
        return java(
                home.resolve("h2.jar"),
                "org.h2.tools.Shell",
                "-url",
                "jdbc:h2:tcp://localhost:" + port + "/app",
                "-user",
                "sa",
                "-sql",
                sql);
    }

    /** All of it, as the old version writes it. */
    String content() throws IOException {
        Path dump = script(jar(OLDEST), home.resolve("data/app"), folder.resolve("content.sql"));
        return Files.readString(dump);
    }

    /** What lies beside the data, with it. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(folder.toString()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : all) {
            try {
                process.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException late) {
                process.destroyForcibly();
            }
        }
    }
}
