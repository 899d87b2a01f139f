package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings together what the parser found and what a later phase found, so that one mistake is told once: nothing is said
 * of what could not be read, nor of what the mistake directly behind it made of it.
 */
public final class Cascades {
    private final Predicate<Diagnostic> follows;
    private final Predicate<Diagnostic> explains;

    /**
     * @param follows whether a finding of the later phase follows from one of the parser that stands directly behind it
     * @param explains whether a finding of the later phase explains one of the parser that stands directly behind it
     */
    public Cascades(Predicate<Diagnostic> follows, Predicate<Diagnostic> explains) {
        this.follows = follows;
        this.explains = explains;
    }

    /** All that is left, in the order of the file. */
    public List<Diagnostic> cut(List<Diagnostic> parsed, List<Diagnostic> later) {
        List<Diagnostic> own = later.stream()
                .filter(finding -> parsed.stream().noneMatch(earlier -> hides(earlier, finding)))
                .toList();
        return Stream.concat(
                        parsed.stream()
                                .filter(finding ->
                                        own.stream().noneMatch(each -> explains.test(each) && isBefore(each, finding))),
                        own.stream())
                .sorted(Diagnostic.BY_PLACE)
                .toList();
    }

    private boolean hides(Diagnostic parsed, Diagnostic later) {
        return parsed.at().file().equals(later.at().file())
                        && overlap(parsed.at().span(), later.at().span())
                || follows.test(later) && isBefore(later, parsed);
    }

    private static boolean overlap(Span one, Span other) {
        return Math.max(one.start(), other.start()) < Math.min(one.end(), other.end());
    }

    private static boolean isBefore(Diagnostic first, Diagnostic second) {
        SourceFile file = first.at().file();
        int end = first.at().span().end();
        int start = second.at().span().start();
        return end <= start
                && file.equals(second.at().file())
                && file.text(new Span(end, start)).isBlank()
                && file.position(end).line() == file.position(start).line();
    }
}
