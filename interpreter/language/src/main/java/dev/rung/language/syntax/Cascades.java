package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
        if (parsed.isEmpty() || later.isEmpty()) {
            return Stream.concat(parsed.stream(), later.stream())
                    .sorted(Diagnostic.BY_PLACE)
                    .toList();
        }
        Places unread = new Places(parsed);
        List<Diagnostic> own =
                later.stream().filter(finding -> !hides(unread, finding)).toList();
        Places explained = new Places(own.stream().filter(explains).toList());
        return Stream.concat(parsed.stream().filter(finding -> !explained.endBefore(finding)), own.stream())
                .sorted(Diagnostic.BY_PLACE)
                .toList();
    }

    private boolean hides(Places parsed, Diagnostic later) {
        return parsed.overlap(later) || follows.test(later) && parsed.beginBehind(later);
    }

    /** Where findings are, in their order, so that of very many not each is compared with each. */
    private static final class Places {
        /** For each file and place at which one begins, how far that and all before it reach. */
        private final Map<SourceFile, NavigableMap<Integer, Integer>> reach = new HashMap<>();

        private final Map<SourceFile, TreeSet<Integer>> starts = new HashMap<>();
        private final Map<SourceFile, TreeSet<Integer>> ends = new HashMap<>();

        private Places(List<Diagnostic> findings) {
            for (Diagnostic finding : findings) {
                SourceFile file = finding.at().file();
                Span span = finding.at().span();
                starts.computeIfAbsent(file, key -> new TreeSet<>()).add(span.start());
                ends.computeIfAbsent(file, key -> new TreeSet<>()).add(span.end());
                if (span.start() < span.end()) {
                    reach.computeIfAbsent(file, key -> new TreeMap<>()).merge(span.start(), span.end(), Math::max);
                }
            }
            for (NavigableMap<Integer, Integer> one : reach.values()) {
                int furthest = 0;
                for (Map.Entry<Integer, Integer> end : one.entrySet()) {
                    furthest = Math.max(furthest, end.getValue());
                    end.setValue(furthest);
                }
            }
        }

        private boolean overlap(Diagnostic other) {
            Span span = other.at().span();
            NavigableMap<Integer, Integer> furthest = reach.get(other.at().file());
            if (furthest == null || span.start() == span.end()) {
                return false;
            }
            Map.Entry<Integer, Integer> before = furthest.lowerEntry(span.end());
            return before != null && before.getValue() > span.start();
        }

        /** Whether one begins directly behind another finding, on the same line. */
        private boolean beginBehind(Diagnostic other) {
            SourceFile file = other.at().file();
            int end = other.at().span().end();
            Integer next = starts.getOrDefault(file, new TreeSet<>()).ceiling(end);
            return next != null && isBlank(file, end, next);
        }

        /** Whether one ends directly before another finding, on the same line. */
        private boolean endBefore(Diagnostic other) {
            SourceFile file = other.at().file();
            int start = other.at().span().start();
            Integer last = ends.getOrDefault(file, new TreeSet<>()).floor(start);
            return last != null && isBlank(file, last, start);
        }

        private static boolean isBlank(SourceFile file, int from, int to) {
            for (int i = from; i < to; i++) {
                char c = file.text().charAt(i);
                if (!Character.isWhitespace(c) || c == '\n' || c == '\r') {
                    return false;
                }
            }
            return true;
        }
    }
}
