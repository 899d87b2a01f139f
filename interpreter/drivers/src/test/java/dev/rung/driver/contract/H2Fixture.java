package dev.rung.driver.contract;

import dev.rung.driver.h2.H2Driver;
import dev.rung.engine.driver.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The H2 database in a file, with our own H2. */
final class H2Fixture implements Fixture.OfDatabase {
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
        sql(folder, "UPDATE T SET C = 'spoiled' WHERE ID < 500; DELETE FROM T WHERE ID > 1600");
    }

    @Override
    public void dump(Path folder) throws IOException {
        sql(folder, "SCRIPT TO '" + folder.resolve("dump.sql") + "'");
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
