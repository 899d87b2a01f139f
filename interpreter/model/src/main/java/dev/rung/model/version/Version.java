package dev.rung.model.version;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version number. It keeps how it was written, and compares piece by piece: {@code 1.9 < 1.10}; missing pieces count
 * as 0, so {@code 2.41} equals {@code 2.41.0}; a suffix with a letter ({@code 2.42-rc1}) is older than none, and two
 * suffixes compare by their runs of digits and letters. What a {@link Spelling} made of the written form decides, not
 * the written form.
 */
public final class Version implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)*+)(?:[-+_.]?([A-Za-z][0-9A-Za-z.+_-]*))?");
    private static final Pattern RUN = Pattern.compile("\\d+|[A-Za-z]+");

    /** So many digits always fit in a {@code long}. */
    private static final int LONGEST_LONG = 18;

    private final String written;
    private final List<BigInteger> pieces;
    private final String suffix;
    private final int depth;

    private Version(String written, List<BigInteger> pieces, String suffix, int depth) {
        this.written = written;
        this.pieces = pieces;
        this.suffix = suffix;
        this.depth = depth;
    }

    /** Reads a number that is spelled as it compares; empty if it is none. */
    public static Optional<Version> parse(String text) {
        return parse(text, text);
    }

    /** Reads the comparable form of a number that is written differently. */
    public static Optional<Version> parse(String written, String comparable) {
        Matcher form = FORM.matcher(comparable);
        if (!form.matches()) {
            return Optional.empty();
        }
        List<BigInteger> pieces = pieces(form.group(1));
        int depth = pieces.size();
        while (pieces.size() > 1 && pieces.getLast().signum() == 0) {
            pieces.removeLast();
        }
        String suffix = form.group(2) == null ? "" : form.group(2);
        return Optional.of(new Version(written, List.copyOf(pieces), suffix, depth));
    }

    /** A release file has thousands of numbers: no pattern is needed to take them to pieces. */
    private static List<BigInteger> pieces(String number) {
        List<BigInteger> pieces = new ArrayList<>();
        int begin = 0;
        while (begin <= number.length()) {
            int dot = number.indexOf('.', begin);
            int end = dot < 0 ? number.length() : dot;
            pieces.add(
                    end - begin <= LONGEST_LONG
                            ? BigInteger.valueOf(Long.parseLong(number, begin, end, 10))
                            : new BigInteger(number.substring(begin, end)));
            begin = end + 1;
        }
        return pieces;
    }

    /** For numbers that are known to be well formed. @throws IllegalArgumentException if it is no version */
    public static Version of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a version: " + text));
    }

    /** As the release file or the world wrote it. */
    public String written() {
        return written;
    }

    /** How many pieces were given: 2 for {@code 2.30}, though it equals {@code 2.30.0}. A line is named by its own number. */
    public int depth() {
        return depth;
    }

    /**
     * Whether this number begins with the pieces of a line: {@code 1.9.4} and {@code 1.9} begin with {@code 1.9}. A zero
     * that the line gives counts: {@code 4.1} begins with {@code 4}, but not with {@code 4.0}.
     */
    public boolean startsWith(Version line) {
        for (int i = 0; i < line.depth; i++) {
            if (!piece(i).equals(line.piece(i))) {
                return false;
            }
        }
        return line.suffix.isEmpty() || line.suffix.equals(suffix);
    }

    /** As many pieces as are asked for; missing ones are 0. */
    List<BigInteger> pieces(int count) {
        List<BigInteger> first = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            first.add(piece(i));
        }
        return first;
    }

    private BigInteger piece(int index) {
        return index < pieces.size() ? pieces.get(index) : BigInteger.ZERO;
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(pieces.size(), other.pieces.size()); i++) {
            int order = piece(i).compareTo(other.piece(i));
            if (order != 0) {
                return order;
            }
        }
        if (suffix.isEmpty() || other.suffix.isEmpty()) {
            return Boolean.compare(suffix.isEmpty(), other.suffix.isEmpty());
        }
        return compareSuffixes(suffix, other.suffix);
    }

    private static int compareSuffixes(String a, String b) {
        Matcher mine = RUN.matcher(a);
        Matcher theirs = RUN.matcher(b);
        while (true) {
            boolean more = mine.find();
            boolean others = theirs.find();
            if (!more || !others) {
                return Boolean.compare(more, others);
            }
            int order = compareRuns(mine.group(), theirs.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int compareRuns(String a, String b) {
        boolean bothNumbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
        return bothNumbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareToIgnoreCase(b);
    }

    /** Equal when neither is older than the other, however they are written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Version that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(pieces, suffix.isEmpty());
    }

    @Override
    public String toString() {
        return written;
    }
}
