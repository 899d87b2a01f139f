package dev.rung.driver.h2.worker;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** One value of a query, with a word ahead that tells its type. */
final class Query {
    private Query() {}

    /** @param parameters a word for the type and the text, in turn */
    static List<String> value(Connection connection, String sql, List<String> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i += 2) {
                bind(statement, i / 2 + 1, parameters.get(i), parameters.get(i + 1));
            }
            // asked before anything is carried out: what gives no columns changes something
            if (statement.getMetaData() == null) {
                return List.of("error", "no-answer", "the statement reads nothing");
            }
            statement.setMaxRows(1);
            statement.execute();
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? typed(rows) : List.of("error", "no-row", "there is no row");
            }
        }
    }

    static void bind(PreparedStatement statement, int place, String type, String text) throws SQLException {
        switch (type) {
            case "whole" -> statement.setLong(place, Long.parseLong(text));
            case "truth" -> statement.setBoolean(place, Boolean.parseBoolean(text));
            case "day" -> statement.setObject(place, LocalDate.parse(text));
            default -> statement.setString(place, text);
        }
    }

    private static List<String> typed(ResultSet rows) throws SQLException {
        Kind kind = Kind.of(rows.getMetaData(), 1);
        Object value = kind.read(rows, 1);
        return switch (value) {
            case null -> List.of("ok", "null", "");
            case Boolean truth -> List.of("ok", "truth", truth.toString());
            case BigDecimal number -> number(number);
            case LocalDate day -> List.of("ok", "day", day.toString());
            case java.sql.Clob clob ->
                List.of("ok", "text", clob.getSubString(1, (int) Math.min(clob.length(), 1_000_000)));
            case byte[] bytes -> List.of("ok", "text", java.util.HexFormat.of().formatHex(bytes));
            default -> List.of("ok", "text", kind == Kind.TEXT ? value.toString() : String.valueOf(rows.getString(1)));
        };
    }

    private static List<String> number(BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        boolean whole = plain.scale() <= 0 && plain.precision() - plain.scale() <= 18;
        return List.of("ok", whole ? "whole" : "text", plain.toPlainString());
    }
}
