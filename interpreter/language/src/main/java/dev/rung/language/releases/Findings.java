package dev.rung.language.releases;

import dev.rung.language.syntax.Cascades;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Takes up what is found in a file and in those that it includes. */
final class Findings {
    private final Places places;
    private final List<Diagnostic> found = new ArrayList<>();

    Findings(Places places) {
        this.places = places;
    }

    void add(Diagnostic finding) {
        found.add(finding);
    }

    /** For the same files; what is added to it is not found here. */
    Findings aside() {
        return new Findings(places);
    }

    Location at(Span span) {
        return places.at(span);
    }

    /**
     * With those of the parser, file by file and in the order of each: nothing is said of a word behind a number that is
     * none ({@code 7 days}).
     */
    List<Diagnostic> with(List<Diagnostic> parsed) {
        Cascades cascades = new Cascades(finding -> false, FormFinding.class::isInstance);
        List<Diagnostic> all = new ArrayList<>();
        for (SourceFile file : places.files()) {
            all.addAll(cascades.cut(of(file, parsed), of(file, found)));
        }
        return all;
    }

    private static List<Diagnostic> of(SourceFile file, List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.at().file().equals(file))
                .toList();
    }
}
