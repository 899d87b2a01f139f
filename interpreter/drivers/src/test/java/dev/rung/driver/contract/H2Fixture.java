package dev.rung.driver.contract;

import dev.rung.driver.h2.H2Driver;
import dev.rung.engine.driver.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.tools.Server;

/** The H2 database in a file, with our own H2. */
final class H2Fixture implements Fixture.OfDatabase {
    private static final String PORT = Companion.PORT + "h2";

    @Override
    public Driver driver() {
        return new H2Driver();
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("file", "app");
    }

    @Override
    public void lay(Path folder) throws IOException {
        sql(
                folder,
                "CREATE TABLE T(ID INT PRIMARY KEY, C VARCHAR); INSERT INTO T SELECT X, RANDOM_UUID() ||"
                        + " REPEAT('x', 300) FROM SYSTEM_RANGE(1, 2000)");
    }

    @Override
    public void change(Path folder) throws IOException {
        sql(folder, change());
    }

    @Override
    public String change() {
        return "UPDATE T SET C = 'spoiled' WHERE ID < 500; DELETE FROM T WHERE ID > 1600";
    }

    @Override
    public void dump(Path folder) throws IOException {
        sql(folder, "SCRIPT TO '" + folder.resolve("dump.sql") + "'");
    }

    /** Its server has the file open, and writes the script. */
    @Override
    public List<Trial> others() {
        String url = "jdbc:h2:tcp://127.0.0.1:" + System.getProperty(PORT) + "/h2-back-up-through-its-server/world/app";
        Site served = Site.empty().with("data", driver(), Map.of("file", "app", "server", "server", "url", url));
        return List.of(Trials.backedUp("h2: back up through its server", served, this));
    }

    @Override
    public Optional<Companion> companion(Path places) throws SQLException {
        Served served = new Served(places, server(places, 0));
        System.setProperty(PORT, Integer.toString(served.server.getPort()));
        return Optional.of(served);
    }

    private static Server server(Path places, int port) throws SQLException {
        return Server.createTcpServer("-tcpPort", Integer.toString(port), "-baseDir", places.toString(), "-ifExists")
                .start();
    }

    private static final class Served implements Companion {
        private final Path places;
        private Server server;

        private Served(Path places, Server server) {
            this.places = places;
            this.server = server;
        }

        @Override
        public void hangUp() throws SQLException {
            int port = server.getPort();
            server.stop();
            server = server(places, port);
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    private static void sql(Path folder, String sql) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("app"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
