package dev.rung.runbooks.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Ledger as somebody may have installed it by hand: a folder, a jar, a data file, a process with a pid file. */
final class LedgerSite implements AutoCloseable {
    static final String OLDEST = "1.8.2";
    private static final Path PROJECT = Path.of("").toAbsolutePath();
    private static final Path QUICKSTART = PROJECT.resolve("quickstart");
    private static final Path JARS = QUICKSTART.resolve("ledger/target");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    final Path folder;
    final Path home;
    final Path backups;
    final Path state;
    final Path runbook;
    final int port;

    private LedgerSite(Path folder, int port) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.backups = folder.resolve("backups");
        this.state = folder.resolve("state");
        this.runbook = folder.resolve("ledger.runbook");
        this.port = port;
    }

    /** Lays files out; nothing runs yet. @param data a data file of the oldest version, to start from */
    static LedgerSite lay(Path folder, Path data) {
        try {
            LedgerSite site = new LedgerSite(Files.createDirectories(folder), freePort());
            Files.createDirectories(site.home);
            Files.createDirectories(folder.resolve("downloads"));
            Files.copy(QUICKSTART.resolve("ledger.runbook"), site.runbook);
            Files.writeString(folder.resolve("ledger.releases"), releasesWithChecksums());
            for (Path jar : jars()) {
                Files.createLink(folder.resolve("downloads").resolve(jar.getFileName()), linkable(jar, folder));
            }
            Files.copy(jar(OLDEST), site.home.resolve("ledger.jar"));
            Files.copy(data, site.data());
            return site;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A copy on the same file system, so that the many sites of a crash test cost no space. */
    private static Path linkable(Path jar, Path folder) throws IOException {
        Path copy = folder.toAbsolutePath().getParent().resolve("jar-" + jar.getFileName());
        if (!Files.exists(copy)) {
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    static Path jar(String version) {
        return JARS.resolve("ledger-" + version + ".jar");
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(JARS)) {
            return files.filter(file -> file.getFileName().toString().matches("ledger-[0-9.]+\\.jar"))
                    .sorted()
                    .toList();
        }
    }

    /** The vendor's release page knows the checksums of what it offers; here the build has just made it. */
    static String releasesWithChecksums() throws IOException {
        String text = Files.readString(QUICKSTART.resolve("ledger.releases"));
        Matcher release = Pattern.compile("release ([0-9.]+)(?: *\\{([^}]*)})?").matcher(text);
        return release.replaceAll(found -> {
            String rest = found.group(2) == null ? "" : found.group(2).strip() + "  ";
            return Matcher.quoteReplacement(
                    "release " + found.group(1) + " { " + rest + "sha256 \"" + sha256(jar(found.group(1))) + "\" }");
        });
    }

    static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new IllegalStateException("no digest of " + file, failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Path data() {
        return home.resolve("ledger.mv.db");
    }

    LedgerTruth truth() {
        return LedgerTruth.of(home.resolve("ledger"));
    }

    /** What is typed behind {@code rung run} and {@code rung plan}. */
    List<String> inputs() {
        return inputs(Map.of());
    }

    /** @param other what differs from the usual */
    List<String> inputs(Map<String, String> other) {
        Map<String, String> inputs = new TreeMap<>(Map.of(
                "home", home.toString(),
                "backups", backups.toString(),
                "port", Integer.toString(port),
                "java", JAVA.toString()));
        inputs.putAll(other);
        List<String> words = new ArrayList<>();
        inputs.forEach((name, value) -> {
            words.add("-i");
            words.add(name + "=" + value);
        });
        return words;
    }

    /** Starts what is in place by hand, as the runbook's service does, and waits until it is healthy. */
    void start() {
        try {
            new ProcessBuilder(
                            "setsid",
                            "sh",
                            "-c",
                            "echo $$ > ledger.pid && exec \"$@\"",
                            "sh",
                            JAVA.toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx64m",
                            "-jar",
                            home.resolve("ledger.jar").toString(),
                            "--data",
                            home.resolve("ledger").toString(),
                            "--port",
                            Integer.toString(port))
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("ledger.log").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        waitUntilHealthy();
    }

    void waitUntilHealthy() {
        for (int i = 0; i < 600; i++) {
            if (get("/health").contains("\"ok\"")) {
                return;
            }
            sleep(50);
        }
        throw new IllegalStateException("Ledger does not become healthy; see " + home.resolve("ledger.log"));
    }

    /** The body of an answer with status 200; empty otherwise. */
    String get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        } catch (IOException nobody) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String version() {
        Matcher version = Pattern.compile("\"version\":\"([^\"]+)\"").matcher(get("/version"));
        return version.find() ? version.group(1) : "none";
    }

    /** Everything that still runs and has this site's folder on its command line. */
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

    /** Ends Ledger, so that its file can be read. */
    void stop() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroy);
        all.forEach(process -> {
            try {
                process.onExit().get(20, TimeUnit.SECONDS);
            } catch (Exception late) {
                process.destroyForcibly();
            }
        });
    }

    void faults(String lines) {
        try {
            Files.writeString(home.resolve("ledger.faults"), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
