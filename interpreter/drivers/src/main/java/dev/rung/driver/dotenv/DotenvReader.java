package dev.rung.driver.dotenv;

import dev.rung.driver.config.Entries;
import dev.rung.driver.config.Entries.Entry;
import dev.rung.driver.config.Lines;
import dev.rung.driver.config.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the entries of a file, and where their bytes lie; blanks behind a sign are among those of its value. */
final class DotenvReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.\\[\\]-]+");
    private static final String EXPORT = "export";

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private int at;

    DotenvReader(String text) {
        this.text = text;
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /** The quote in which a value stands; a blank if it stands in none. */
    static char quote(String text, int from) {
        char first = from < text.length() ? text.charAt(from) : ' ';
        return first == '"' || first == '\'' ? first : ' ';
    }

    Entries entries() throws Malformed {
        while (at < text.length()) {
            int start = at;
            blanks();
            if (endsHere() || text.charAt(at) == '#') {
                at = Lines.next(text, at);
            } else {
                entry(start);
            }
        }
        return new Entries(text, entries);
    }

    private void entry(int start) throws Malformed {
        boolean exported = text.startsWith(EXPORT, at)
                && at + EXPORT.length() < text.length()
                && isBlank(text.charAt(at + EXPORT.length()));
        if (exported) {
            at += EXPORT.length();
            blanks();
        }
        int keyAt = at;
        while (at < text.length() && isKey(text.substring(at, at + 1))) {
            at++;
        }
        String key = text.substring(keyAt, at);
        blanks();
        boolean says = at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':');
        if (key.isEmpty() || !says && !endsHere()) {
            throw Malformed.at(text, start, "is no `KEY=value`");
        }
        if (!says) {
            at = Lines.next(text, at);
            entries.add(new Entry(key, "", start, at, at, at, false));
            return;
        }
        int sign = ++at;
        blanks();
        char quote = quote(text, at);
        Entry entry = quote == ' ' ? plain(key, start, sign) : quoted(key, start, sign, quote);
        at = entry.end();
        entries.add(entry);
    }

    /** A comment begins behind a blank. */
    private Entry plain(String key, int start, int sign) {
        int from = at;
        int to = at;
        while (!endsHere() && !(text.charAt(at) == '#' && isBlank(text.charAt(at - 1)))) {
            to = isBlank(text.charAt(at)) ? to : at + 1;
            at++;
        }
        int end = to == from && !endsHere() ? sign : to;
        return new Entry(key, text.substring(from, to), start, Lines.next(text, at), sign, end, true);
    }

    private Entry quoted(String key, int start, int sign, char quote) throws Malformed {
        int from = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            boolean escapes = text.charAt(at) == '\\' && at + 1 < text.length();
            if (escapes) {
                value.append(quote == '"' ? unescaped(text.charAt(at + 1)) : text.substring(at, at + 2));
            } else {
                value.append(text.charAt(at));
            }
            at += escapes ? 2 : 1;
        }
        if (at >= text.length()) {
            throw Malformed.at(text, from, "begins a quoted value that does not end");
        }
        int to = ++at;
        blanks();
        if (!endsHere() && text.charAt(at) != '#') {
            throw Malformed.at(text, at, "goes on behind a quoted value");
        }
        return new Entry(key, value.toString(), start, Lines.next(text, at), sign, to, true);
    }

    private static String unescaped(char escaped) {
        return switch (escaped) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> String.valueOf(escaped);
        };
    }

    private void blanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private boolean endsHere() {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private static boolean isBlank(char each) {
        return each == ' ' || each == '\t' || each == '\f' || each == '\u000B';
    }
}
