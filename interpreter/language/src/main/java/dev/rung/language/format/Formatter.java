package dev.rung.language.format;

import dev.rung.language.syntax.Phrase;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.text.SourceFile;
import java.util.Optional;

/**
 * Lays out runbooks and release files; {@code runbooks/reference/format.md} has the rules. Words and comments stay what
 * they are and where they are; only blanks and line breaks between them change. To format twice is to format once.
 */
public final class Formatter {
    private Formatter() {}

    /** @throws IllegalStateException if the words would not be the same afterwards, which is a bug */
    public static Formatted runbook(SourceFile file) {
        return format(file, RunbookReader.phrases(file), RunbookReader::phrases);
    }

    /** @throws IllegalStateException if the words would not be the same afterwards, which is a bug */
    public static Formatted releases(SourceFile file) {
        return format(file, ReleasesSyntax.phrases(file), ReleasesSyntax::phrases);
    }

    private interface Reader {
        Diagnosed<Optional<Phrase.Part>> read(SourceFile file);
    }

    private static Formatted format(SourceFile file, Diagnosed<Optional<Phrase.Part>> read, Reader again) {
        if (read.value().isEmpty()) {
            return new Formatted.Unreadable(read.diagnostics());
        }
        String laidOut = Outline.of(read.value().get()).laidOut(Marks.of(file.text()));
        if (laidOut.equals(file.text())) {
            return new Formatted.Text(laidOut, false);
        }
        SourceFile formatted = new SourceFile(file.name(), laidOut);
        Sameness.check(file, read.value().get(), again.read(formatted).value());
        return new Formatted.Text(laidOut, true);
    }
}
