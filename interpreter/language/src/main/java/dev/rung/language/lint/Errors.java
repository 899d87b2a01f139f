package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Where the language itself has found errors, by file and by where they begin. */
final class Errors {
    private final Map<SourceFile, NavigableMap<Integer, Set<Span>>> places = new HashMap<>();

    Errors(List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                Span span = finding.at().span();
                places.computeIfAbsent(finding.at().file(), file -> new TreeMap<>())
                        .computeIfAbsent(span.start(), start -> new HashSet<>())
                        .add(span);
            }
        }
    }

    /** Whether one lies in a place without being all of it. */
    boolean areWithin(Location place) {
        NavigableMap<Integer, Set<Span>> errors = places.get(place.file());
        if (errors == null) {
            return false;
        }
        Span span = place.span();
        Map.Entry<Integer, Set<Span>> next = errors.ceilingEntry(span.start());
        while (next != null && next.getKey() <= span.end()) {
            for (Span error : next.getValue()) {
                if (span.contains(error) && !span.equals(error)) {
                    return true;
                }
            }
            next = errors.higherEntry(next.getKey());
        }
        return false;
    }
}
