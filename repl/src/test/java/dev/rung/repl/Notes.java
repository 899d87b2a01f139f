package dev.rung.repl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A system that needs no process: its code is one file with its version in it. */
public final class Notes {
    private Notes() {}

    /** @param pinned whether each release says what has to come from its URL */
    static String releases(boolean pinned) {
        return """
                releases "Notes"

                url "downloads/notes-${release}"
                path { each line }

                """
                + Stream.of("1.0", "2.0", "3.0")
                        .map(version -> "line " + version.charAt(0) + " { release " + version
                                + (pinned ? " { sha256 \"" + sha256(version) + "\" }" : "") + " }\n")
                        .collect(Collectors.joining());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** @param more statements at the end of each hop */
    public static void layOut(Typed typed, String more) {
        typed.file("notes.releases", releases(true));
        typed.file("notes.runbook", """
            runbook "Notes"

            ## where to go
            input target : version = newest
            input folder : path = "."

            system pad {
              releases "notes.releases"
              artifact app = file("${folder}/app")
              installed = version(text-of("${folder}/app"))  # allow: artifact-only-probe because it has no data
              healthy   = exists("${folder}/app")
            }

            phase "Upgrade" {
              confirm announced "Everyone knows"
              step-through pad to target {
                swap app to next
                require-version == next
            %s  }
            }

            phase "Afterwards" {
              say "Done"
            }
            """.formatted(more));
        typed.file("app", "1.0");
        typed.file("downloads/notes-2.0", "2.0");
        typed.file("downloads/notes-3.0", "3.0");
    }
}
