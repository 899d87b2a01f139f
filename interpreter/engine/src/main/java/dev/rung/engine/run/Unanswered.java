package dev.rung.engine.run;

/** A person's word is missing: the run stops where it is, safe, until somebody gives it. */
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final String give;

    /** @param name by which it is given @param words what is missing */
    Unanswered(String name, String words) {
        super(words);
        this.give = "--confirm " + name;
    }

    private Unanswered(String words) {
        super(words);
        this.give = "--acknowledge FILE";
    }

    /** @param words which notes nobody has acknowledged */
    static Unanswered ofNotes(String words) {
        return new Unanswered(words);
    }

    /** The option by which it is given. */
    String give() {
        return give;
    }
}
