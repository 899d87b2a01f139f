package dev.rung.language.format;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Which words begin a line. Lines are only ever broken, never joined again: so there is an end to it. */
final class Breaks {
    private final Words words;
    private final BitSet broken = new BitSet();
    private boolean more;

    /** With all breaks that were written and make sense, and all that have to be. */
    Breaks(Words words) {
        this.words = words;
        words.wanted().stream().forEach(this::set);
        for (int word = 0; word < words.count(); word++) {
            if (!words.get(word).before().comments().isEmpty()) {
                set(word);
            }
        }
        words.groups().forEach(this::asWritten);
    }

    private void asWritten(Group group) {
        List<Integer> places = group.places();
        if (places.isEmpty()) {
            return;
        }
        if (group.wanted()) {
            set(places.getFirst());
        }
        places.stream().filter(word -> words.get(word).before().breaksLine()).forEach(this::set);
    }

    boolean isSet(int word) {
        return broken.get(word);
    }

    /** Breaks the line in front of a word, and wherever it has to be broken then. */
    void set(int word) {
        if (broken.get(word)) {
            return;
        }
        broken.set(word);
        more = true;
        words.closer(word).ifPresent(this::set);
        words.group(word)
                .filter(group -> group.kind() == Group.Kind.BLOCK)
                .ifPresent(group -> group.places().forEach(broken::set));
        words.blockAround(word)
                .filter(block -> !broken.get(block.places().getFirst()))
                .ifPresent(block -> set(block.places().getFirst()));
    }

    /** Whether a line was broken since this was last asked. */
    boolean takeMore() {
        boolean taken = more;
        more = false;
        return taken;
    }

    /**
     * A line that is too long is broken as far outside as it can be.
     *
     * @param first its first word
     * @param last its last one
     */
    void shorten(int first, int last) {
        Group outermost = null;
        int place = -1;
        for (int word = first + 1; word <= last; word++) {
            Group group = broken.get(word) ? null : words.group(word).orElse(null);
            boolean further = group != null && (outermost == null || isOutside(group, outermost));
            if (further || group != null && group.equals(outermost)) {
                outermost = group;
                place = word;
            }
        }
        if (outermost == null) {
            return;
        }
        if (outermost.kind() != Group.Kind.FILL) {
            outermost.places().forEach(this::set);
            shortenPieces(first, last);
        } else if (outermost.filling()) {
            set(place);
        } else {
            outermost.fill();
            more = true;
        }
    }

    /** What was a line and is several now: one that is too long even at the left margin need not be tried there first. */
    private void shortenPieces(int first, int last) {
        int begin = first;
        for (int word = first + 1; word <= last + 1; word++) {
            if (word > last || broken.get(word)) {
                if (words.width(begin, word - 1) - words.blanks(begin) > Width.OF_A_LINE && isFlat(begin, word - 1)) {
                    shorten(begin, word - 1);
                }
                begin = word;
            }
        }
    }

    private boolean isFlat(int first, int last) {
        for (int word = first; word <= last; word++) {
            if (Width.hasLines(words.get(word).text())) {
                return false;
            }
        }
        return true;
    }

    /** Of what a sentence has at its own level, its braces are the first to have their own lines. */
    private static boolean isOutside(Group one, Group other) {
        return one.depth() != other.depth()
                ? one.depth() < other.depth()
                : one.kind() == Group.Kind.BLOCK && other.kind() != Group.Kind.BLOCK;
    }

    /** The word before which a group that fills its lines may be broken next. @return the number of words if nowhere */
    int next(Group group, int word) {
        int index = Collections.binarySearch(group.places(), word);
        return index + 1 < group.places().size() ? group.places().get(index + 1) : words.count();
    }
}
