package dev.rung.language.syntax;

/** Whether what was typed can be taken as it is. */
public enum Completeness {
    COMPLETE,
    /** More has to follow: a brace, a bracket or a block text is open, or a statement breaks off. */
    INCOMPLETE,
    /** Whatever follows, it stays wrong. */
    WRONG
}
