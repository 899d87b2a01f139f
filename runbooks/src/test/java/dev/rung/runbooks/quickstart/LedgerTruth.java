package dev.rung.runbooks.quickstart;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every row of a Ledger file, told by nobody but H2 itself: a digest a table, independent of row order. Left out is what
 * tells when something happened: the history of migrations and the lock.
 */
record LedgerTruth(Map<String, String> tables) {
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                    + " and table_type = 'BASE TABLE' and table_name not in ('SCHEMA_HISTORY', 'MIGRATION_LOCK')";

    /** @param file without its {@code .mv.db}; nobody may have it open */
    static LedgerTruth of(Path file) {
        String url = "jdbc:h2:file:" + file.toAbsolutePath() + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            Map<String, String> tables = new TreeMap<>();
            for (String table : column(connection, TABLES)) {
                tables.put(table, digest(connection, table));
            }
            return new LedgerTruth(tables);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot read " + file, failed);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static String digest(Connection connection, String table) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    line.append(rows.getMetaData().getColumnName(column))
                            .append('=')
                            .append(rows.getString(column))
                            .append('\u001f');
                }
                lines.add(line.toString());
            }
        }
        Collections.sort(lines);
        return lines.size() + " rows " + sha256(String.join("\n", lines));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
