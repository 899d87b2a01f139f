package dev.rung.model.version;

/** How a release file holds a fact against values. */
public enum Relation {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    IN("in"),
    NOT_IN("not in");

    private final String word;

    Relation(String word) {
        this.word = word;
    }

    /** Whether it asks for one of several values. */
    public boolean isMembership() {
        return this == IN || this == NOT_IN;
    }

    /** As people write it. */
    public String word() {
        return word;
    }
}
