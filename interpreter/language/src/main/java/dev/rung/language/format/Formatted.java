package dev.rung.language.format;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** What a formatter makes of a file. */
public sealed interface Formatted {
    /** @param text the whole file, as it should be @param changed whether it is not so yet */
    record Text(String text, boolean changed) implements Formatted {}

    /** The file cannot be read, so nothing is known of where its words belong. @param findings what is wrong with it */
    record Unreadable(List<Diagnostic> findings) implements Formatted {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }
}
