package dev.rung.repl.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes JSON. An object keeps the order in which its members were added. */
public final class Json {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** An object that says which form it has: {@code "schema": "rung/plan/1"}. */
    public static Json document(String schema) {
        return new Json().with("schema", "rung/" + schema);
    }

    public static <T> List<Json> each(Collection<T> items, Function<T, Json> form) {
        return items.stream().map(form).toList();
    }

    /** @param value a text, a number, a truth, a {@code Json}, a collection or an {@code Optional} of these */
    public Json with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text, this, "\n");
        return text.toString();
    }

    /** On one line. */
    public String line() {
        StringBuilder text = new StringBuilder();
        write(text, this, "");
        return text.toString();
    }

    private static void write(StringBuilder text, Object value, String indent) {
        switch (value) {
            case Json object -> writeObject(text, object, indent);
            case Optional<?> maybe -> write(text, maybe.isPresent() ? maybe.get() : NOTHING, indent);
            case Collection<?> items -> writeArray(text, items, indent);
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case Nothing nothing -> text.append("null");
            default -> writeText(text, value.toString());
        }
    }

    private static final Nothing NOTHING = new Nothing();

    private record Nothing() {}

    private static void writeObject(StringBuilder text, Json object, String indent) {
        String inner = indent.isEmpty() ? "" : indent + "  ";
        String separator = "";
        text.append('{');
        for (Map.Entry<String, Object> member : object.members.entrySet()) {
            text.append(separator).append(inner);
            writeText(text, member.getKey());
            text.append(indent.isEmpty() ? ":" : ": ");
            write(text, member.getValue(), inner);
            separator = ",";
        }
        text.append(object.members.isEmpty() ? "" : indent).append('}');
    }

    private static void writeArray(StringBuilder text, Collection<?> items, String indent) {
        String inner = indent.isEmpty() ? "" : indent + "  ";
        String separator = "";
        text.append('[');
        for (Object item : items) {
            text.append(separator).append(inner);
            write(text, item, inner);
            separator = ",";
        }
        text.append(items.isEmpty() ? "" : indent).append(']');
    }

    /** Only ASCII leaves, so that no terminal and no pipe can spoil it. */
    private static void writeText(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : c);
            }
        }
        text.append('"');
    }
}
