package dev.rung.repl.view;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes JSON. An object keeps the order in which its members were added. */
public final class Json {
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** An object that says which form it has: {@code "schema": "rung/plan/1"}. */
    public static Json document(String schema) {
        return new Json().with("schema", "rung/" + schema);
    }

    /** Each is made where it is written: of very many never all are there at once. */
    public static <T> Collection<Json> each(Collection<T> items, Function<T, Json> form) {
        return new AbstractCollection<>() {
            @Override
            public Iterator<Json> iterator() {
                Iterator<T> each = items.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return each.hasNext();
                    }

                    @Override
                    public Json next() {
                        return form.apply(each.next());
                    }
                };
            }

            @Override
            public int size() {
                return items.size();
            }
        };
    }

    /** @param value a text, a number, a truth, a {@code Json}, a collection or an {@code Optional} of these */
    public Json with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    @Override
    public String toString() {
        return text("\n");
    }

    /** Writes it in the form of {@link #toString} as a line of its own; it never is in memory as a whole. */
    public void print(PrintStream to) {
        PrintWriter writer = new PrintWriter(new BufferedWriter(new OutputStreamWriter(to, to.charset())));
        write(writer, this, "\n");
        writer.println();
        writer.flush();
    }

    /** On one line. */
    public String line() {
        return text("");
    }

    private String text(String indent) {
        StringWriter text = new StringWriter();
        write(new PrintWriter(text), this, indent);
        return text.toString();
    }

    private static void write(PrintWriter text, Object value, String indent) {
        switch (value) {
            case Json object -> writeObject(text, object, indent);
            case Optional<?> maybe -> write(text, maybe.isPresent() ? maybe.get() : NOTHING, indent);
            case Collection<?> items -> writeArray(text, items, indent);
            case Number number -> text.print(number);
            case Boolean truth -> text.print(truth);
            case Nothing nothing -> text.append("null");
            default -> writeText(text, value.toString());
        }
    }

    private static final Nothing NOTHING = new Nothing();

    private record Nothing() {}

    private static void writeObject(PrintWriter text, Json object, String indent) {
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

    private static void writeArray(PrintWriter text, Collection<?> items, String indent) {
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
    private static void writeText(PrintWriter text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> text.append(c < ' ' || c > '~' ? "\\u" + HEX.toHexDigits(c) : Character.toString(c));
            }
        }
        text.append('"');
    }
}
