package dev.rung.language.check;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceMap;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in a runbook; the same finding at the same place is told once. */
final class Findings {
    private final SourceMap sources;
    private final List<Diagnostic> all = new ArrayList<>();
    private final Set<CheckedRunbook.Use> uses = new LinkedHashSet<>();
    private final Set<Diagnostic> seen = new HashSet<>();

    Findings(SourceMap sources) {
        this.sources = sources;
    }

    SourceMap sources() {
        return sources;
    }

    Location at(Span span) {
        return sources.at(span);
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
