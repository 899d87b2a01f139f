package dev.rung.language.format;

/** What a rule of the grammars is to whoever lays a text out. All the rest follows from words, brackets and braces. */
enum Role {
    /** Stands on a line of its own: two of these are never in one line. */
    SENTENCE,
    /** Is short: several of these may share a line with the braces around them. */
    ENTRY,
    /** As an entry; and the words that these begin with make a column. */
    COLUMN_ENTRY,
    /** May begin a line within its sentence. */
    CLAUSE,
    /** May have a name, to which the colon behind it belongs. */
    ARGUMENT,
    /** Has no say of its own. */
    PHRASE;

    /**
     * The one place where a rule of the grammars is named; what is called a clause is one.
     *
     * @throws IllegalStateException for a rule that is not: a test tries them all
     */
    static Role of(String rule) {
        return switch (rule) {
            case "topLevel", "entry", "statement" -> SENTENCE;
            case "given", "pathRule", "releaseClause" -> ENTRY;
            case "member" -> COLUMN_ENTRY;
            case "tail" -> CLAUSE;
            case String clause when clause.endsWith("Clause") -> CLAUSE;
            case "argument" -> ARGUMENT;
            case "arguments",
                    "body",
                    "changed",
                    "condition",
                    "date",
                    "duration",
                    "element",
                    "expression",
                    "expressionOnly",
                    "file",
                    "header",
                    "let",
                    "names",
                    "piece",
                    "relation",
                    "replInput",
                    "requirement",
                    "set",
                    "setting",
                    "text",
                    "version",
                    "where",
                    "word" -> PHRASE;
            default -> throw new IllegalStateException("a bug: nobody says how `" + rule + "` is laid out");
        };
    }

    /** Whether a clause begins a line also where it was not written so, by its label in the grammar. */
    static boolean opensLine(String label) {
        return label.equals("Otherwise");
    }
}
