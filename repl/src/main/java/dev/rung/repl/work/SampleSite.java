package dev.rung.repl.work;

import dev.rung.driver.Drivers;
import dev.rung.engine.driver.LocalCommands;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.World;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sample application as somebody may have installed it, in a folder of its own that nothing else knows. */
public final class SampleSite implements AutoCloseable {
    private static final String RUNBOOK = "ledger.runbook";
    private static final String RELEASES = "ledger.releases";
    private static final Pattern JAR = Pattern.compile("ledger-(\\d[\\w.]*)\\.jar");
    private static final Pattern RELEASE = Pattern.compile("release (\\d[\\w.]*)(?: *\\{([^}]*)})?");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Desk desk;
    private final Path folder;
    private final Path source;
    private final int port;
    private final Map<String, Path> jars;
    private Optional<Service> server = Optional.empty();

    private SampleSite(Desk desk, Path folder, Path source, int port, Map<String, Path> jars) {
        this.desk = desk;
        this.folder = folder;
        this.source = source;
        this.port = port;
        this.jars = jars;
    }

    /**
     * Makes the folder, still empty.
     *
     * @param top the folder of Rung itself
     * @throws Trouble if the application has not been built, or there is no room
     */
    public static SampleSite create(Desk desk, Path top) throws Trouble {
        Path source = top.resolve("runbooks").resolve("quickstart");
        Map<String, Path> jars = jars(source.resolve("ledger").resolve("target"));
        if (jars.isEmpty() || !Files.isRegularFile(source.resolve(RUNBOOK))) {
            throw new Trouble(
                    "the sample application is not in " + source,
                    "build it: `mvn -DskipTests -pl runbooks/quickstart/ledger package` in " + top);
        }
        try {
            return new SampleSite(desk, freeFolder(), source, freePort(), jars);
        } catch (IOException failed) {
            throw new Trouble("the folder for the demo cannot be made: " + failed.getMessage(), "", failed);
        }
    }

    /** Its name is short, because people read and type it; it is private, because so is what is in it. */
    private static Path freeFolder() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        String name = "rung-demo-" + ProcessHandle.current().pid();
        for (int i = 1; ; i++) {
            Path folder = temporary.resolve(i == 1 ? name : name + "-" + i);
            if (!Files.exists(folder)) {
                return Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        }
    }

    private static Map<String, Path> jars(Path target) throws Trouble {
        Map<String, Path> jars = new TreeMap<>();
        if (!Files.isDirectory(target)) {
            return jars;
        }
        try (Stream<Path> files = Files.list(target)) {
            files.forEach(file -> {
                Matcher name = JAR.matcher(file.getFileName().toString());
                if (name.matches()) {
                    jars.put(name.group(1), file);
                }
            });
            return jars;
        } catch (IOException failed) {
            throw new Trouble("the folder " + target + " cannot be read: " + failed.getMessage(), "", failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public Path folder() {
        return folder;
    }

    public Path runbook() {
        return folder.resolve(RUNBOOK);
    }

    public Path stateFolder() {
        return folder.resolve("state");
    }

    /** Names the process that runs Ledger, as the runbook has it. */
    public Path pidFile() {
        return home().resolve("ledger.pid");
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** The inputs of the runbook that are not as it has them by default. */
    public Map<String, String> inputs() {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("backups", folder.resolve("backups").toString());
        inputs.put("home", home().toString());
        inputs.put("java", java().toString());
        inputs.put("port", Integer.toString(port));
        return inputs;
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Copies runbook and releases, and the jars as a vendor would offer them, with their checksums. */
    public List<String> offer() throws Trouble {
        try {
            Files.createDirectories(home());
            Path downloads = Files.createDirectories(folder.resolve("downloads"));
            for (Path jar : jars.values()) {
                Files.copy(jar, downloads.resolve(jar.getFileName()));
            }
            Files.copy(source.resolve(RUNBOOK), runbook());
            Files.writeString(folder.resolve(RELEASES), withChecksums(Files.readString(source.resolve(RELEASES))));
            return jars.keySet().stream()
                    .map(Version::of)
                    .sorted()
                    .map(Object::toString)
                    .toList();
        } catch (IOException failed) {
            throw new Trouble("the demo cannot be laid out in " + folder + ": " + failed.getMessage(), "", failed);
        }
    }

    /** The build has just made these jars: nobody could have written their checksums down before. */
    private String withChecksums(String releases) throws IOException {
        StringBuilder text = new StringBuilder();
        Matcher release = RELEASE.matcher(releases);
        while (release.find()) {
            Path jar = jars.get(release.group(1));
            if (jar != null) {
                String rest = release.group(2) == null ? "" : release.group(2).strip() + "  ";
                String filled = "release " + release.group(1) + " { " + rest + "sha256 \"" + sha256(jar) + "\" }";
                release.appendReplacement(text, Matcher.quoteReplacement(filled));
            }
        }
        return release.appendTail(text).toString();
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Puts a version in place and fills its books. */
    public void install(String version, int postings) throws Trouble {
        Path jar = home().resolve("ledger.jar");
        try {
            Files.copy(jars.get(version), jar, StandardCopyOption.REPLACE_EXISTING);
            Process fill = new ProcessBuilder(
                            java().toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            jar.toString(),
                            "--data",
                            home().resolve("ledger").toString(),
                            "--fill",
                            Integer.toString(postings))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(fill.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (fill.waitFor() != 0) {
                throw new Trouble("Ledger could not be filled: " + said.strip());
            }
        } catch (IOException failed) {
            throw new Trouble("Ledger cannot be installed in " + home() + ": " + failed.getMessage(), "", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted while Ledger was filled", "", interrupted);
        }
    }

    /** Starts it exactly as the runbook's own service does, and waits until it is well. */
    public void start(Installation installation, Engine engine) throws Trouble {
        Installation.Part part = installation.parts().stream()
                .filter(each -> each.driver().equals("process"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo's runbook has no process"));
        Surroundings surroundings = Surroundings.here(
                folder, desk.stateFolder(), new LocalCommands("demo", folder), desk.clock(), Thread::sleep);
        Part opened =
                Drivers.all().driver(part.driver(), part.kind()).orElseThrow().open(part, surroundings);
        Service service = (Service) opened;
        server = Optional.of(service);
        service.start(PATIENCE);
        try (World world = engine.open(installation, folder)) {
            waitUntilWell(installation, world);
        }
    }

    private void waitUntilWell(Installation installation, World world) throws Trouble {
        Instant deadline = desk.clock().instant().plus(PATIENCE);
        while (!isWell(installation, world)) {
            if (desk.clock().instant().isAfter(deadline)) {
                throw new Trouble("Ledger does not come up", "see " + home().resolve("ledger.log"));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean isWell(Installation installation, World world) {
        return installation.systems().stream()
                .allMatch(system -> world.evaluate(system.healthy()).equals(new Value.Truth(true)));
    }

    /** Makes the migration to a version fail in its middle, the next time that it is due. */
    public void breakMigrationTo(String version) throws Trouble {
        try {
            Files.writeString(home().resolve("ledger.faults"), "fail-migration-to=" + version + "\n");
        } catch (IOException failed) {
            throw new Trouble("the fault cannot be written: " + failed.getMessage(), "", failed);
        }
    }

    /** Stops Ledger, whichever version runs by now. */
    public void stop() throws Trouble {
        if (server.isPresent()) {
            server.get().hold(PATIENCE);
            server = Optional.empty();
        }
    }

    /** Removes the folder with all that is in it. */
    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
