package dev.rung.driver.h2.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A small JVM of its own that works on H2 databases with the H2 that fits the file, which need not be ours. It knows
 * nothing but JDBC. It ends at once when its standard input ends, and by itself when nobody has asked it anything for a
 * while.
 */
public final class Worker {
    private static final long IDLE_SECONDS = 20;
    private static final String STATEMENT = "; SQL statement:";

    private final DataOutputStream out;

    private Worker(DataOutputStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        BlockingQueue<List<String>> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(in, requests));
        Worker worker = new Worker(out);
        while (true) {
            List<String> request = requests.poll(IDLE_SECONDS, TimeUnit.SECONDS);
            if (request == null) {
                Runtime.getRuntime().halt(0);
            }
            worker.answer(request);
        }
    }

    /** Whoever asked is gone: what is half done lies beside, and nobody will use it. */
    private static void listen(DataInputStream in, BlockingQueue<List<String>> requests) {
        try {
            while (true) {
                requests.add(Frames.read(in));
            }
        } catch (IOException ended) {
            Runtime.getRuntime().halt(0);
        }
    }

    private void answer(List<String> request) throws IOException {
        try {
            Frames.write(out, perform(request));
        } catch (SQLException failed) {
            String where = request.getFirst().equals("import") ? where(failed) : "";
            Frames.write(out, List.of("error", Integer.toString(failed.getErrorCode()), message(failed) + where));
        } catch (ReflectiveOperationException | LinkageError missing) {
            Frames.write(out, List.of("error", "no-h2", String.valueOf(missing.getMessage())));
        } catch (FileSystemException failed) {
            Frames.write(out, List.of("error", "0", String.valueOf(failed.getMessage())));
        } catch (OutOfMemoryError full) {
            Frames.write(out, List.of("error", "0", "not enough memory"));
        } catch (RuntimeException unexpected) {
            Frames.write(out, List.of("error", "0", unexpected.toString()));
        }
    }

    static String message(SQLException failed) {
        String message = String.valueOf(failed.getMessage());
        int statement = message.indexOf(STATEMENT);
        return (statement < 0 ? message : message.substring(0, statement)).strip();
    }

    /** What the statement of a dump was about, without anything that may be content or a password's hash. */
    private static String where(SQLException failed) {
        String message = String.valueOf(failed.getMessage());
        int statement = message.indexOf(STATEMENT);
        return statement < 0
                ? ""
                : message.substring(statement + STATEMENT.length())
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("--"))
                        .findFirst()
                        .map(line -> " (at " + line.split("[(']| VALUES| SALT", 2)[0].strip() + ")")
                        .orElse("");
    }

    private List<String> perform(List<String> request) throws SQLException, ReflectiveOperationException, IOException {
        if (request.getFirst().equals("copy")) {
            Files.copy(Path.of(request.get(1)), Path.of(request.get(2)), StandardCopyOption.REPLACE_EXISTING);
            return List.of("ok");
        }
        String url = request.get(1);
        Connection connection = connect(url, request.get(2), request.get(3));
        boolean done = false;
        try {
            List<String> rest = request.subList(4, request.size());
            List<String> answer = switch (request.get(0)) {
                case "fingerprint" -> new Content(connection).fingerprint();
                case "value" -> Query.value(connection, rest.getFirst(), rest.subList(1, rest.size()));
                case "tell" -> new Orders(connection, url).carryOut(rest.getFirst(), rest.subList(1, rest.size()));
                case "remove-marks" -> new Orders(connection, url).removeMarks();
                case "script" -> Scripts.export(connection, row -> Frames.write(out, List.of("row", row)));
                case "import" -> Scripts.run(connection, rest.get(0), rest.get(1));
                default -> throw new SQLException("unknown request " + request.get(0));
            };
            done = true;
            return answer;
        } finally {
            close(connection, url, done);
        }
    }

    /** Without the driver manager, which would wake every driver in an application's jar. */
    private static Connection connect(String url, String user, String password)
            throws SQLException, ReflectiveOperationException {
        Driver driver =
                (Driver) Class.forName("org.h2.Driver").getDeclaredConstructor().newInstance();
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("this is no H2 address: " + url);
        }
        return connection;
    }

    /** A file must be free when the answer is out, also where its settings say that it stays open for a while. */
    private static void close(Connection connection, String url, boolean done) throws SQLException {
        if (!url.startsWith("jdbc:h2:file:")) {
            connection.close();
            return;
        }
        boolean reading = url.contains(";ACCESS_MODE_DATA=r");
        try (Connection closing = connection;
                var statement = closing.createStatement()) {
            statement.execute(reading || !done ? "SHUTDOWN IMMEDIATELY" : "SHUTDOWN");
        } catch (SQLException closed) {
            if (!reading && done && closed.getErrorCode() != 90121 && closed.getErrorCode() != 90098) {
                throw closed;
            }
        }
    }
}
