package dev.rung.engine.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** A log that cannot be written or read. Nothing may happen to the world any more: what is not journaled is not done. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    public JournalException(String words, Throwable cause) {
        this(words, "", cause);
    }

    /** @param help what a person can do about it, or empty */
    public JournalException(String words, String help, Throwable cause) {
        super(words, cause);
        this.help = help;
    }

    /** @param doing what did not work, without the reason */
    static JournalException of(String doing, IOException failed) {
        String reason = reason(failed);
        String help = reason.contains("No space left") ? "make room there" : "";
        return new JournalException(doing + ": " + reason, help, failed);
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            case AccessDeniedException _ -> "this user may not";
            case NoSuchFileException _ -> "it is not there";
            case FileAlreadyExistsException _ -> "there is one already";
            case NotDirectoryException _ -> "it is no folder";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        };
    }

    public String help() {
        return help;
    }
}
