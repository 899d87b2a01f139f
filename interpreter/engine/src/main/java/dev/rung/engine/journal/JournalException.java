package dev.rung.engine.journal;

/** A log that cannot be written or read. Nothing may happen to the world any more: what is not journaled is not done. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalException(String words, Throwable cause) {
        super(words, cause);
    }
}
