package dev.rung.engine.run;

/** A person's word is missing: the run stops where it is, safe, until somebody gives it. */
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** @param name by which it is given @param words what is missing */
    Unanswered(String name, String words) {
        super(words);
        this.name = name;
    }

    String name() {
        return name;
    }
}
