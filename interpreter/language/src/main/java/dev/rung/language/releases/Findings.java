package dev.rung.language.releases;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
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

    /** In the order of the file. */
    List<Diagnostic> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(finding -> finding.at().span().start()))
                .toList();
    }
}
