package dev.rung.engine.run;

/** The systems may not be down now, or not for long enough: the run waits, with all parts consistent. */
final class OutsideWindow extends Exception {
    private static final long serialVersionUID = 1L;

    private final String help;

    OutsideWindow(String words, String help) {
        super(words);
        this.help = help;
    }

    String help() {
        return help;
    }
}
