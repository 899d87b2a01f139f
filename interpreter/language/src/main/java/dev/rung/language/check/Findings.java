package dev.rung.language.check;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in one file; the same finding at the same place is told once. */
final class Findings {
    private final SourceFile file;
    private final List<Diagnostic> all = new ArrayList<>();
    private final Set<CheckedRunbook.Use> uses = new LinkedHashSet<>();
    private final Set<Diagnostic> seen = new HashSet<>();

    Findings(SourceFile file) {
        this.file = file;
    }

    SourceFile file() {
        return file;
    }

    Location at(Span span) {
        return file.at(span);
    }

    void add(CheckFinding finding) {
        if (seen.add(finding)) {
            all.add(finding);
        }
    }

    /** Something that an interpreter has to be able to carry out. */
    void use(CheckedRunbook.Use use) {
        uses.add(use);
    }

    List<CheckedRunbook.Use> uses() {
        return List.copyOf(uses);
    }

    List<Diagnostic> all() {
        return all;
    }
}
