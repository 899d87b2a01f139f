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
    /** No expression is judged in more turns behind each other. */
    private static final int LAST = 8;

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

    /** Whether something was just found about what stands there, so that no more need be said of it. */
    boolean isFoundIn(Span span) {
        Location there = at(span);
        return all.subList(Math.max(0, all.size() - LAST), all.size()).stream()
                .anyMatch(finding -> finding.at().file().equals(there.file())
                        && there.span().contains(finding.at().span()));
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
