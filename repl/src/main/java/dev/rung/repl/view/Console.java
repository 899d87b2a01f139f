package dev.rung.repl.view;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/**
 * Where a person, or a program in a person's stead, reads and writes. What is asked for goes to {@code out}, talk goes to
 * {@code err}.
 *
 * @param input whether a person can be asked: standard input is a terminal
 * @param output how standard output is drawn
 * @param errors how standard error is drawn
 */
public record Console(InputStream in, PrintStream out, PrintStream err, boolean input, Drawing output, Drawing errors) {

    /**
     * How one stream is drawn.
     *
     * @param terminal whether it is a terminal on which a line can be drawn anew
     * @param columns asked each time, because terminals change their size; 0 if lines have no end
     */
    public record Drawing(boolean terminal, Theme theme, Glyphs glyphs, IntSupplier columns) {
        /** For pipes and files. */
        public static Drawing plain(Glyphs glyphs) {
            return new Drawing(false, new Theme(false), glyphs, () -> 0);
        }

        public Drawing withColour(boolean colour) {
            return new Drawing(terminal, new Theme(colour), glyphs, columns);
        }
    }

    /** The same with {@code --color=always} or {@code never}. */
    public Console withColour(boolean colour) {
        return new Console(in, out, err, input, output.withColour(colour), errors.withColour(colour));
    }

    /** Whether somebody sits there, reads and can answer. */
    public boolean interactive() {
        return input && (output.terminal() || errors.terminal());
    }
}
