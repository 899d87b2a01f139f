package dev.rung.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The tree of groups that replaced the accounts' path with schema 4. */
final class AccountGroups {

    private final Connection connection;
    private final Map<String, Long> idsByPath = new HashMap<>();

    AccountGroups(Connection connection) {
        this.connection = connection;
    }

    /** The conversion of migration 4: {@code Assets/Bank} becomes the group Bank within the group Assets. */
    static void splitPaths(Connection connection) throws SQLException {
        AccountGroups groups = new AccountGroups(connection);
        connection.setAutoCommit(false);
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE accounts SET group_id = ? WHERE path = ?")) {
            for (String path : Books.column(connection, "SELECT DISTINCT path FROM accounts ORDER BY 1")) {
                update.setLong(1, groups.idOf(path));
                update.setString(2, path);
                update.executeUpdate();
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** The group of a path, which is created, with those above it, the first time this object is asked for it. */
    long idOf(String path) throws SQLException {
        Long known = idsByPath.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        Long parent = slash < 0 ? null : idOf(path.substring(0, slash));
        long id = Books.insert(
                connection,
                "INSERT INTO account_groups (parent_id, name) VALUES (?, ?)",
                parent,
                path.substring(slash + 1));
        idsByPath.put(path, id);
        return id;
    }
}
