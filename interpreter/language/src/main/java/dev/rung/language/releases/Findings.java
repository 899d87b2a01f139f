package dev.rung.language.releases;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * With those of the parser, in the order of the file. One mistake is told once: nothing is said of what could not be
     * read, and nothing of a word behind a number that is none, as in {@code 7 days}.
     */
    List<Diagnostic> with(List<Diagnostic> parsed) {
        List<Diagnostic> own = found.stream()
                .filter(finding -> parsed.stream().noneMatch(earlier -> hides(earlier, finding)))
                .toList();
        return Stream.concat(
                        parsed.stream().filter(finding -> own.stream().noneMatch(each -> leadsTo(each, finding))),
                        own.stream())
                .sorted(Diagnostic.BY_PLACE)
                .toList();
    }

    private static boolean hides(Diagnostic earlier, Diagnostic finding) {
        Span whole = earlier.at().span();
        return whole.end() > whole.start() && whole.contains(finding.at().span());
    }

    private boolean leadsTo(Diagnostic number, Diagnostic finding) {
        int end = number.at().span().end();
        int start = finding.at().span().start();
        return number instanceof FormFinding
                && end <= start
                && file.text(new Span(end, start)).isBlank()
                && file.position(end).line() == file.position(start).line();
    }
}
