package dev.rung.driver.config;

/** A file is not what its driver reads, or a key cannot be edited in it. Says never a value. */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param words behind a colon: {@code line 7 is no KEY=value} */
    public Malformed(String words) {
        super(words);
    }

    public static Malformed at(String text, int position, String what) {
        return new Malformed("line " + line(text, position) + " " + what);
    }

    /** A key that stands twice: which of the two is read is not the same for everybody. */
    public static Malformed twice(String key, String text, int first, int second) {
        return new Malformed(
                "the key `" + key + "` stands twice, in lines " + line(text, first) + " and " + line(text, second));
    }

    /** From 1. */
    public static long line(String text, int position) {
        return 1
                + text.substring(0, Math.min(position, text.length()))
                        .replace("\r\n", "\n")
                        .chars()
                        .filter(each -> each == '\n' || each == '\r')
                        .count();
    }
}
