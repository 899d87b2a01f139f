package dev.rung.repl.view;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Catches what a view prints. */
final class Shown {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    PrintStream stream() {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /** As a pipe gets it. */
    static Console.Drawing plain(Glyphs glyphs) {
        return Console.Drawing.plain(glyphs);
    }

    /** As a terminal without colours gets it. */
    static Console.Drawing terminal(int columns) {
        return new Console.Drawing(true, new Theme(false), Glyphs.UNICODE, () -> columns);
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
