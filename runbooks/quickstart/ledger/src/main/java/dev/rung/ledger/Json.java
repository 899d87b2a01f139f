package dev.rung.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** The little JSON Ledger needs: writing strings, and reading one flat object. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** A string as JSON, or {@code null}. */
    static String quote(String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ') {
                        quoted.append("\\u00").append(Character.forDigit(character >> 4, 16));
                        quoted.append(Character.forDigit(character & 15, 16));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Reads an object whose values are strings, numbers (kept as written) or null (left out). */
    static Map<String, String> parseObject(String text) {
        return new Json(text).object();
    }

    private Map<String, String> object() {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (next() == '}') {
            at++;
        } else {
            do {
                String name = string();
                expect(':');
                String value = value();
                if (value != null) {
                    members.put(name, value);
                }
            } while (separator());
        }
        if (next() != 0) {
            throw malformed();
        }
        return members;
    }

    private boolean separator() {
        char character = next();
        at++;
        if (character != ',' && character != '}') {
            throw malformed();
        }
        return character == ',';
    }

    private String value() {
        if (next() == '"') {
            return string();
        }
        int start = at;
        while (at < text.length() && "+-.0123456789eEnul".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equals("null")) {
            return null;
        }
        if (word.isEmpty() || "-0123456789".indexOf(word.charAt(0)) < 0) {
            throw malformed();
        }
        return word;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char character = text.charAt(at++);
            value.append(character == '\\' ? escaped() : character);
        }
        if (at++ >= text.length()) {
            throw malformed();
        }
        return value.toString();
    }

    private char escaped() {
        char character = at < text.length() ? text.charAt(at++) : 0;
        return switch (character) {
            case '"', '\\', '/' -> character;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw malformed();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private void expect(char character) {
        if (next() != character) {
            throw malformed();
        }
        at++;
    }

    /** The next character that is not white space, or 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private LedgerException malformed() {
        return new LedgerException("The JSON object is malformed at character " + Math.min(at + 1, text.length()));
    }
}
