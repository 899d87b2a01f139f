package dev.rung.model.expression;

/** The types of the language. Nothing converts but text literals and what is read from the world (language reference). */
public enum Type {
    BACKUP("backup"),
    BOOL("bool"),
    DATE("date"),
    DURATION("duration"),
    INT("int"),
    LIST("list"),
    PATH("path"),
    PERCENTAGE("percentage"),
    PLACE("place"),
    RELEASE("release"),
    SECRET("secret"),
    SIZE("size"),
    TEXT("text"),
    URL("url"),
    VERSION("version"),
    /** What a call reads from the world before anybody said what it should be; it takes the type of its place. */
    READING("a reading"),
    /** A program and its arguments: a list of words, or a text that is split at blanks. Only a place for one has this type. */
    COMMAND("command"),
    /** The name of a {@code confirm}. Only a place for one has this type. */
    CONFIRMATION("confirmation"),
    /** The name of a system. Only a place for one has this type. */
    SYSTEM("system"),
    ARTIFACT("artifact"),
    DATABASE("database"),
    FILES("files"),
    CONFIG("config"),
    BUCKET("bucket"),
    SERVICE("service");

    private final String word;

    Type(String word) {
        this.word = word;
    }

    /** As people write it. */
    public String word() {
        return word;
    }

    /** Whether values of this type are parts of a system. */
    public boolean isPart() {
        return compareTo(ARTIFACT) >= 0;
    }

    /** The types of parts that are data. */
    public static Type[] data() {
        return new Type[] {DATABASE, FILES, CONFIG, BUCKET};
    }

    /** Whether a part of this type is data: it can be backed up and restored. */
    public boolean isData() {
        return this == DATABASE || this == FILES || this == BUCKET || this == CONFIG;
    }
}
