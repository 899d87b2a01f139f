package dev.rung.driver.support;

import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** What the operating system says, in words for a sysadmin. */
public final class Troubles {
    private Troubles() {}

    /** @param doing what was being done, behind "cannot": {@code keep /opt/app.jar} */
    public static Trouble of(String doing, IOException failed) {
        String reason = reason(failed);
        String words = "cannot " + doing + ": " + reason;
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota")) {
            return new Trouble(words, "make room on that volume, then go on", failed);
        }
        if (failed instanceof AccessDeniedException || lower.contains("permission denied")) {
            return new Trouble(words, "check owner and mode, or run as a user who may", failed);
        }
        if (lower.contains("read-only file system")) {
            return new Trouble(words, "mount that volume for writing", failed);
        }
        return new Trouble(words, "", failed);
    }

    /** Why something failed, without a class name. */
    public static String reason(IOException failed) {
        return switch (failed) {
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written by this user";
            case FileSystemException other
            when other.getReason() != null ->
                (other.getOtherFile() == null ? other.getFile() : other.getOtherFile()) + ": " + other.getReason();
            case UnknownHostException unknown -> "no such host: " + unknown.getMessage();
            case ConnectException refused -> connection(refused);
            case SocketTimeoutException late -> "no answer in time";
            default -> failed.getMessage() == null ? "input or output failed" : lowerFirst(failed.getMessage());
        };
    }

    /** The client for HTTP wraps what happened, and leaves its own words out. */
    private static String connection(ConnectException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException || each instanceof UnknownHostException) {
                return "no connection: there is no such host";
            }
        }
        return failed.getMessage() == null
                ? "no connection: nothing answers there"
                : "no connection: " + lowerFirst(failed.getMessage());
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() || (text.length() > 1 && Character.isUpperCase(text.charAt(1)))
                ? text
                : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
