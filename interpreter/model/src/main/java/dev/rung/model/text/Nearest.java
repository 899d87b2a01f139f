package dev.rung.model.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a person most likely meant: the one helper behind every "did you mean". */
public final class Nearest {
    /** How many candidates are looked at: nobody remembers more names, and a guess among more would be a wild one. */
    public static final int MOST = 1000;

    private Nearest() {}

    /**
     * The candidate with the smallest edit distance (insertion, deletion, replacement, and exchange of neighbours each
     * count one; case does not count), if it is near enough: one edit for up to four letters, a third of the length
     * above; of two letters none may be another one. Of several that are equally near none is meant for certain. Nothing is better
     * than a wild guess.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int allowed = word.length() <= 4 ? 1 : Math.min(3, word.length() / 3);
        List<Scored> near = candidates.stream()
                .limit(MOST)
                .distinct()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
                .filter(candidate -> wanted.length() > 2
                        || candidate.length() != wanted.length()
                        || letters(candidate).equals(letters(wanted)))
                .map(candidate -> new Scored(candidate, distance(wanted, candidate.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.distance <= allowed && scored.distance < scored.name.length())
                .sorted(Comparator.comparingInt(Scored::distance))
                .toList();
        boolean certain = near.size() == 1
                || near.size() > 1 && near.get(0).distance() < near.get(1).distance();
        return certain ? Optional.of(near.getFirst().name()) : Optional.empty();
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT)
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private record Scored(String name, int distance) {}

    /** The distance of Damerau and Levenshtein in its restricted form. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int best = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                boolean exchanged =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                row[j] = exchanged ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
