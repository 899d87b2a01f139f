package dev.rung.driver.h2.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fingerprint of a database: names of tables and columns, which of them are computed, every row whatever its order,
 * the next value of every sequence and key, the names of views. Not types, definitions and indexes, whose text differs
 * between versions of H2.
 */
final class Content {
    private static final String OURS = "TABLE_SCHEMA <> 'INFORMATION_SCHEMA'";

    private final Connection connection;
    private final boolean first;

    Content(Connection connection) throws SQLException {
        this.connection = connection;
        this.first = connection.getMetaData().getDatabaseMajorVersion() < 2;
    }

    private record Column(String name, boolean computed) {
        @Override
        public String toString() {
            return quote(name) + (computed ? " computed" : "");
        }
    }

    private record Table(String schema, String name, boolean hasRows) {
        String quoted() {
            return quote(schema) + "." + quote(name);
        }
    }

    List<String> fingerprint() throws SQLException, IOException {
        lazily();
        TreeSet<String> lines = new TreeSet<>();
        long rows = 0;
        for (Table table : tables()) {
            Sum sum = new Sum();
            List<Column> columns = columns(table);
            if (table.hasRows()) {
                read(table, columns, sum);
            }
            rows += sum.count();
            lines.add((table.hasRows() ? "table " : "view ") + table.quoted() + " "
                    + columns.stream().map(Column::toString).collect(Collectors.joining(",")) + " "
                    + HexFormat.of().formatHex(sum.bytes()));
        }
        lines.addAll(nextValues());
        MessageDigest whole = RowDigest.sha256();
        whole.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return List.of(
                "ok",
                HexFormat.of().formatHex(whole.digest()),
                Long.toString(rows),
                connection.getMetaData().getDatabaseProductVersion());
    }

    /** Rows as they are read instead of all at once. Over the network H2 1.4 loses its thread then, so only in a file. */
    private void lazily() throws SQLException {
        if (connection.getMetaData().getURL().startsWith("jdbc:h2:file:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LAZY_QUERY_EXECUTION 1");
            }
        }
    }

    private List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        each(
                "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE, STORAGE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE "
                        + OURS,
                row -> {
                    String type = row.getString(3).toUpperCase(Locale.ROOT);
                    String storage = String.valueOf(row.getString(4)).toUpperCase(Locale.ROOT);
                    boolean elsewhere = type.contains("VIEW") || type.contains("LINK") || storage.contains("LINK");
                    boolean isMarks = row.getString(2).equals(Orders.TABLE);
                    if (!isMarks
                            && !type.contains("TEMPORARY")
                            && !storage.contains("TEMPORARY")
                            && !type.contains("SYSTEM")) {
                        tables.add(new Table(row.getString(1), row.getString(2), !elsewhere));
                    }
                });
        return tables;
    }

    private List<Column> columns(Table table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        String computed = first ? "IS_COMPUTED" : "IS_GENERATED = 'ALWAYS'";
        String sql = "SELECT COLUMN_NAME, " + computed
                + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?"
                + " ORDER BY ORDINAL_POSITION";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getBoolean(2)));
                }
            }
        }
        return columns;
    }

    private void read(Table table, List<Column> columns, Sum sum) throws SQLException, IOException {
        String names = columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
        String sql = "SELECT " + names + " FROM " + table.quoted();
        RowDigest digest = new RowDigest();
        try (Statement statement = connection.createStatement();
                ResultSet rows = ahead(statement).executeQuery(sql)) {
            Kind[] kinds = new Kind[columns.size()];
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = Kind.of(rows.getMetaData(), i + 1);
            }
            while (rows.next()) {
                for (int i = 0; i < kinds.length; i++) {
                    digest.add(kinds[i].read(rows, i + 1));
                }
                sum.add(digest.finish());
            }
        }
    }

    /** Of sequences and of columns that number themselves. How H2 1.4 names the sequence behind a column is its own affair. */
    private List<String> nextValues() throws SQLException {
        List<String> values = new ArrayList<>();
        String next = first ? "CURRENT_VALUE + INCREMENT" : "BASE_VALUE";
        each("SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, " + next + " FROM INFORMATION_SCHEMA.SEQUENCES", row -> {
            if (!row.getString(2).startsWith("SYSTEM_SEQUENCE_")) {
                values.add(
                        "sequence " + quote(row.getString(1)) + "." + quote(row.getString(2)) + " " + row.getString(3));
            }
        });
        String keys = first
                ? "SELECT C.TABLE_SCHEMA, C.TABLE_NAME, C.COLUMN_NAME, S.CURRENT_VALUE + S.INCREMENT FROM"
                        + " INFORMATION_SCHEMA.COLUMNS C JOIN INFORMATION_SCHEMA.SEQUENCES S ON S.SEQUENCE_SCHEMA ="
                        + " C.TABLE_SCHEMA AND S.SEQUENCE_NAME = C.SEQUENCE_NAME WHERE S.SEQUENCE_NAME LIKE"
                        + " 'SYSTEM\\_SEQUENCE\\_%'"
                : "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, IDENTITY_BASE FROM INFORMATION_SCHEMA.COLUMNS"
                        + " WHERE IS_IDENTITY = 'YES'";
        each(
                keys,
                row -> values.add("key " + quote(row.getString(1)) + "." + quote(row.getString(2)) + "."
                        + quote(row.getString(3)) + " " + row.getString(4)));
        return values;
    }

    /** So many rows at a time from a server; it sends a hundred if nobody says. */
    private static Statement ahead(Statement statement) throws SQLException {
        statement.setFetchSize(2_000);
        return statement;
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
