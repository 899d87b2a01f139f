package dev.rung.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table that says which migrations a database has behind it. Only complete ones are in it. */
final class SchemaHistory {

    private final Connection connection;

    SchemaHistory(Connection connection) {
        this.connection = connection;
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                CREATE TABLE IF NOT EXISTS schema_history (
                    version INTEGER PRIMARY KEY,
                    description VARCHAR(200) NOT NULL,
                    applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
                    app_version VARCHAR(20) NOT NULL)\
                """);
        }
    }

    /** The schema's number; 0 for an empty database. */
    int schema() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM schema_history")) {
            row.next();
            return row.getInt(1);
        }
    }

    void add(Migration migration, Edition edition) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO schema_history VALUES (?, ?, CURRENT_TIMESTAMP, ?)")) {
            insert.setInt(1, migration.schema());
            insert.setString(2, migration.description());
            insert.setString(3, edition.version());
            insert.executeUpdate();
        }
    }

    void remove(int schema) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM schema_history WHERE version = ?")) {
            delete.setInt(1, schema);
            delete.executeUpdate();
        }
    }
}
