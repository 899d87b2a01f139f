package dev.rung.driver.h2.worker;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Locale;

/**
 * What a column holds, however the H2 at hand calls the type: the lines 1.4 and 2 have different names, numbers and Java
 * classes for the same.
 */
enum Kind {
    NUMBER,
    TRUTH,
    TEXT,
    PADDED_TEXT,
    LONG_TEXT,
    BYTES,
    LONG_BYTES,
    DATE,
    TIME,
    TIME_ZONED,
    MOMENT,
    MOMENT_ZONED,
    ARRAY;

    static Kind of(ResultSetMetaData columns, int column) throws SQLException {
        String name = columns.getColumnTypeName(column).toUpperCase(Locale.ROOT);
        if (name.contains("ARRAY")) {
            return ARRAY;
        }
        if (name.startsWith("ENUM")
                || name.startsWith("JSON")
                || name.startsWith("GEOMETRY")
                || name.startsWith("INTERVAL")
                || name.startsWith("ROW")
                || name.startsWith("UUID")) {
            return TEXT;
        }
        return switch (columns.getColumnType(column)) {
            case Types.BIT, Types.BOOLEAN -> TRUTH;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> NUMBER;
            case Types.CHAR, Types.NCHAR -> PADDED_TEXT;
            case Types.CLOB, Types.NCLOB -> LONG_TEXT;
            case Types.BLOB -> LONG_BYTES;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.JAVA_OBJECT -> BYTES;
            case Types.DATE -> DATE;
            case Types.TIME -> TIME;
            case Types.TIME_WITH_TIMEZONE -> TIME_ZONED;
            case Types.TIMESTAMP -> MOMENT;
            case Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT_ZONED;
            default -> name.equals("DECFLOAT") ? NUMBER : TEXT;
        };
    }

    /** The value in the class that stands for its kind; {@code null} for a null. */
    Object read(ResultSet row, int column) throws SQLException {
        return switch (this) {
            case NUMBER -> number(row.getObject(column));
            case TRUTH -> {
                boolean truth = row.getBoolean(column);
                yield row.wasNull() ? null : truth;
            }
            case TEXT -> row.getString(column);
            case PADDED_TEXT -> unpadded(row.getString(column));
            case LONG_TEXT -> row.getClob(column);
            case BYTES -> row.getBytes(column);
            case LONG_BYTES -> row.getBlob(column);
            case DATE -> row.getObject(column, LocalDate.class);
            case TIME -> row.getObject(column, LocalTime.class);
            case TIME_ZONED -> row.getObject(column, OffsetTime.class);
            case MOMENT -> row.getObject(column, LocalDateTime.class);
            case MOMENT_ZONED -> row.getObject(column, OffsetDateTime.class);
            case ARRAY -> row.getArray(column);
        };
    }

    /** What is no number at all (an infinity) stays as its text. */
    static Object number(Object number) {
        return switch (number) {
            case null -> null;
            case Double value when value.isNaN() || value.isInfinite() -> value.toString();
            case Float value when value.isNaN() || value.isInfinite() -> value.toString();
            default -> new BigDecimal(number.toString());
        };
    }

    private static String unpadded(String text) {
        if (text == null) {
            return null;
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(0, end);
    }
}
