package dev.rung.engine.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL of this machine's own, on a port of its own, gone when it is closed. Tests are skipped where there is none. */
public final class PostgresServer implements AutoCloseable {
    private static final String DATABASE = "postgres";

    private final Path programs;
    private final Path folder;
    private final int port;

    private PostgresServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    public static PostgresServer start() throws Exception {
        Optional<Path> programs = programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL here: initdb is not found");
        Path folder = Files.createTempDirectory("rung-postgres");
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        PostgresServer server = new PostgresServer(programs.get(), folder, freePort());
        server.program("initdb", "-D", server.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.allow();
        server.up();
        return server;
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> places = new ArrayList<>();
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            }
        }
        Stream.of(System.getenv("PATH").split(":")).map(Path::of).forEach(places::add);
        return places.stream()
                .filter(place ->
                        Files.isExecutable(place.resolve("initdb")) && Files.isExecutable(place.resolve("pg_ctl")))
                .findFirst();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** Who is asked for a password, and who is not. */
    private void allow() throws Exception {
        Path rules = folder.resolve("rules");
        Files.writeString(rules, "host all team all scram-sha-256\nhost all all all trust\nlocal all all trust\n");
        run(as("cp", rules.toString(), folder.resolve("data/pg_hba.conf").toString()));
    }

    public void up(String... settings) throws Exception {
        StringBuilder options = new StringBuilder("-p " + port + " -h 127.0.0.1 -k " + folder);
        for (String setting : settings) {
            options.append(" -c ").append(setting);
        }
        program(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                options.toString(),
                "start");
    }

    /** As a machine that loses its power. */
    public void down() throws Exception {
        run(downCommand());
    }

    /** What {@link #down} does, for whoever is to do it. */
    public List<String> downCommand() {
        return as(programs.resolve("pg_ctl").toString(), "-D", data(), "-w", "-m", "immediate", "stop");
    }

    private void program(String name, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(programs.resolve(name).toString()));
        all.addAll(List.of(words));
        run(as(all.toArray(String[]::new)));
    }

    private static List<String> as(String... words) {
        List<String> all = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        all.addAll(List.of(words));
        return all;
    }

    private static void run(List<String> words) throws Exception {
        Path said = Files.createTempFile("rung-postgres", ".log");
        Process process = new ProcessBuilder(words)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean done = process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        String words1 = Files.readString(said);
        Files.delete(said);
        if (!done) {
            throw new IllegalStateException(words + " failed: " + words1);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return url(port);
    }

    public String url(int throughPort) {
        return "jdbc:postgresql://127.0.0.1:" + throughPort + "/" + DATABASE + "?user=postgres";
    }

    JournalAddress address() {
        return address(url());
    }

    static JournalAddress address(String url) {
        try {
            return JournalAddress.of(url, Optional.empty(), "nobody");
        } catch (JournalAddress.NoAddress bug) {
            throw new IllegalStateException(bug);
        }
    }

    /** Said by the administrator. */
    public void sql(String words) throws SQLException {
        try (Connection connection = address().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(words);
        }
    }

    /** Nothing of ours is left in it. */
    public void empty() throws SQLException {
        sql("drop schema if exists rung cascade");
    }

    @Override
    public void close() throws Exception {
        try {
            down();
        } catch (IllegalStateException isDown) {
            // A test has stopped it.
        }
        run(List.of("rm", "-rf", folder.toString()));
    }
}
