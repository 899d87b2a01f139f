package dev.rung.language.releases;

import dev.rung.language.syntax.Cascades;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Takes up what is found in one file. */
final class Findings {
    private final SourceFile file;
    private final List<Diagnostic> found = new ArrayList<>();

    Findings(SourceFile file) {
        this.file = file;
    }

    void add(Diagnostic finding) {
        found.add(finding);
    }

    /** For the same file; what is added to it is not found here. */
    Findings aside() {
        return new Findings(file);
    }

    Location at(Span span) {
        return file.at(span);
    }

    /** With those of the parser, in the order of the file: nothing is said of a word behind a number that is none ({@code 7 days}). */
    List<Diagnostic> with(List<Diagnostic> parsed) {
        return new Cascades(finding -> false, FormFinding.class::isInstance).cut(parsed, found);
    }
}
