package dev.rung.driver.h2;

import java.util.List;
import java.util.Locale;

/**
 * A piece of SQL.
 *
 * @param before the blanks and comments ahead of it, as they stand
 * @param text as it stands
 */
record SqlElement(Kind kind, String before, String text) {
    enum Kind {
        /** A keyword, a number, a name without quotes. */
        WORD,
        /** A name in quotes. */
        NAME,
        /** A text with what encloses it. */
        TEXT,
        /** One character. */
        SIGN,
        /** What stands behind the last statement: nothing but what is before it. */
        END
    }

    boolean is(String wordOrSign) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(wordOrSign);
    }

    boolean opens() {
        return is("(") || is("[");
    }

    boolean closes() {
        return is(")") || is("]");
    }

    /** A name in quotes, however it was written. */
    String name() {
        return kind == Kind.WORD ? '"' + text.toUpperCase(Locale.ROOT) + '"' : text;
    }

    /** All of them as they stood, without what is before the first. */
    static String joined(List<SqlElement> elements) {
        StringBuilder joined = new StringBuilder();
        for (SqlElement element : elements) {
            joined.append(joined.isEmpty() ? "" : element.before).append(element.text);
        }
        return joined.toString();
    }
}
