package dev.rung.driver.h2.worker;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database as SQL, and back. */
final class Scripts {
    private Scripts() {}

    interface Rows {
        void row(String text) throws IOException;
    }

    static List<String> export(Connection connection, Rows rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT")) {
            while (script.next()) {
                rows.row(script.getString(1));
            }
        }
        return List.of("ok", connection.getMetaData().getDatabaseProductVersion());
    }

    /** @param options what stands behind the file's name in the statement */
    static List<String> run(Connection connection, String file, String options) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("RUNSCRIPT FROM '" + file.replace("'", "''") + "' " + options);
        }
        return List.of("ok", connection.getMetaData().getDatabaseProductVersion());
    }
}
