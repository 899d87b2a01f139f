package dev.rung.repl.view;

import dev.rung.repl.view.Theme.Role;

/** Says beside what was asked for that something is not as it could be. */
public final class NoteView {
    private NoteView() {}

    /** @param help what to do about it, or empty */
    public static void note(Console console, String words, String help) {
        say(console, Role.NOTE, "note:", words, help);
    }

    /** @param help as for {@link #note} */
    public static void error(Console console, String words, String help) {
        say(console, Role.ERROR, "error:", words, help);
    }

    private static void say(Console console, Role role, String label, String words, String help) {
        console.out().flush();
        Console.Drawing drawing = console.errors();
        console.err()
                .println(drawing.theme().paint(role, label) + " "
                        + drawing.glyphs().fit(words));
        if (!help.isEmpty()) {
            console.err()
                    .println(drawing.theme().paint(Role.HELP, "help:") + " "
                            + drawing.glyphs().fit(help));
        }
        console.err().flush();
    }
}
