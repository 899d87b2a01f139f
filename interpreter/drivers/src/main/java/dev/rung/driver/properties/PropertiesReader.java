package dev.rung.driver.properties;

import dev.rung.driver.config.Entries;
import dev.rung.driver.config.Entries.Entry;
import dev.rung.driver.config.Lines;
import dev.rung.driver.config.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Finds the entries of a file, and where their bytes lie; the sign behind a key is among those of its value. */
final class PropertiesReader {
    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private int at;

    PropertiesReader(String text) {
        this.text = text;
    }

    Entries entries() throws Malformed {
        while (at < text.length()) {
            int start = at;
            blanks();
            if (endsHere() || text.charAt(at) == '#' || text.charAt(at) == '!') {
                at = Lines.next(text, at);
            } else {
                entry(start);
            }
        }
        return new Entries(text, entries);
    }

    private void entry(int start) throws Malformed {
        StringBuilder key = new StringBuilder();
        while (!endsHere() && "=: \t\f".indexOf(text.charAt(at)) < 0) {
            piece(key);
        }
        int from = at;
        blanks();
        if (!endsHere() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
            at++;
            blanks();
        }
        StringBuilder value = new StringBuilder();
        while (!endsHere()) {
            piece(value);
        }
        entries.add(new Entry(key.toString(), value.toString(), start, Lines.next(text, at), from, at, true));
        at = Lines.next(text, at);
    }

    /** A character, as it stands or escaped; or the end of a line that goes on with the next one. */
    private void piece(StringBuilder said) throws Malformed {
        char each = text.charAt(at++);
        if (each != '\\') {
            said.append(each);
        } else if (endsHere()) {
            at = Lines.next(text, at);
            blanks();
        } else if (text.charAt(at) == 'u') {
            said.append(unicode());
        } else {
            char escaped = text.charAt(at++);
            int control = "tnrf".indexOf(escaped);
            said.append(control < 0 ? escaped : "\t\n\r\f".charAt(control));
        }
    }

    private char unicode() throws Malformed {
        String digits = text.substring(Math.min(at + 1, text.length()), Math.min(at + 5, text.length()));
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw Malformed.at(text, at, "has a `\\u` without four digits");
        }
        at += 5;
        return (char) Integer.parseInt(digits, 16);
    }

    private void blanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\f')) {
            at++;
        }
    }

    private boolean endsHere() {
        return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }
}
