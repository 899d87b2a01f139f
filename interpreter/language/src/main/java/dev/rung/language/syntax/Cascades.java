package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        TreeMap<Integer, Diagnostic> unread = new TreeMap<>();
        TreeMap<Integer, Integer> ends = new TreeMap<>();
        int end = 0;
        for (Diagnostic finding : parsed.stream().sorted(Diagnostic.BY_PLACE).toList()) {
            Span span = finding.at().span();
            unread.putIfAbsent(span.start(), finding);
            end = span.start() < span.end() ? Math.max(end, span.end()) : end;
            ends.put(span.start(), end);
        }
        List<Diagnostic> own = later.stream()
                .filter(finding ->
                        !isUnread(finding.at().span(), ends) && !(follows.test(finding) && isBefore(finding, unread)))
                .toList();
        TreeMap<Integer, Diagnostic> explaining = new TreeMap<>();
        own.stream()
                .filter(explains)
                .forEach(each -> explaining.put(each.at().span().end(), each));
        return Stream.concat(parsed.stream().filter(finding -> !isBehind(finding, explaining)), own.stream())
                .sorted(Diagnostic.BY_PLACE)
                .toList();
    }

    /** Whether one of those overlaps it. @param ends how far those reach that begin at a place or before */
    private static boolean isUnread(Span span, TreeMap<Integer, Integer> ends) {
        Map.Entry<Integer, Integer> begun = ends.lowerEntry(span.end());
        return span.start() < span.end() && begun != null && begun.getValue() > span.start();
    }

    /** Whether one of those stands directly behind it: if any does, it is the nearest. @param all by their starts */
    private static boolean isBefore(Diagnostic finding, TreeMap<Integer, Diagnostic> all) {
        Map.Entry<Integer, Diagnostic> next =
                all.ceilingEntry(finding.at().span().end());
        return next != null && isBefore(finding, next.getValue());
    }

    /** Whether one of those stands directly in front of it. @param all by their ends */
    private static boolean isBehind(Diagnostic finding, TreeMap<Integer, Diagnostic> all) {
        Map.Entry<Integer, Diagnostic> last = all.floorEntry(finding.at().span().start());
        return last != null && isBefore(last.getValue(), finding);
    }

    private static boolean isBefore(Diagnostic first, Diagnostic second) {
        SourceFile file = first.at().file();
        int end = first.at().span().end();
        int start = second.at().span().start();
        return end <= start
                && file.text(new Span(end, start)).isBlank()
                && file.position(end).line() == file.position(start).line();
    }
}
