package dev.rung.driver.yaml;

import dev.rung.model.expression.Value;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** How values are spelt. */
final class YamlWords {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What some reader or other takes for a truth, a number, a date or nothing. */
    private static final Pattern NO_TEXT =
            Pattern.compile("(?i)|~|null|true|false|yes|no|on|off|y|n|[-+.]?\\d.*|[-+]?\\.(inf|nan)");

    /** Safe without quotes wherever it stands. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/](?:[A-Za-z0-9_./@+=%-]|:(?=[A-Za-z0-9/]))*");

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

    private YamlWords() {}

    static boolean isText(String plain) {
        return !NO_TEXT.matcher(plain).matches();
    }

    /** A key, or the value of a new one. */
    static String fresh(Value value) {
        boolean typed = value instanceof Value.Whole || value instanceof Value.Truth;
        return typed ? value.shown() : text(value.shown());
    }

    static String text(String text) {
        return isText(text) && PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    /** In the spelling in which the former one stood, where that can say it. */
    static String like(String former, boolean isText, Value value) {
        String wanted = value.shown();
        if (former.startsWith("\"")) {
            return JSON.writeValueAsString(wanted);
        }
        if (former.startsWith("'")) {
            return quoted(wanted);
        }
        boolean bare = !isText && !former.isEmpty() && !isText(wanted) && wanted.matches("[A-Za-z0-9.+-]+");
        return bare ? wanted : fresh(isText ? new Value.Text(wanted) : value);
    }

    private static String quoted(String text) {
        return PRINTABLE.matcher(text).matches() ? "'" + text.replace("'", "''") + "'" : JSON.writeValueAsString(text);
    }
}
