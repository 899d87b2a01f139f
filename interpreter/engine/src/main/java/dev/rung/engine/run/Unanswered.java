package dev.rung.engine.run;

/** A person's word is missing: the run stops where it is, safe, until somebody gives it. */
final class Unanswered extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param words what is missing, and how to give it */
    Unanswered(String words) {
        super(words);
    }
}
