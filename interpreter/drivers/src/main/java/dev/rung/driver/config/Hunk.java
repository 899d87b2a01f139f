package dev.rung.driver.config;

import java.util.ArrayList;
import java.util.List;

/** The one place at which two texts differ, to be changed in the same way in a third one. */
record Hunk(String from, int start, int end, String instead) {
    static Hunk between(String from, String to) {
        int shorter = Math.min(from.length(), to.length());
        int start = 0;
        while (start < shorter && from.charAt(start) == to.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < shorter - start && from.charAt(from.length() - 1 - same) == to.charAt(to.length() - 1 - same)) {
            same++;
        }
        return new Hunk(from, start, from.length() - same, to.substring(start, to.length() - same));
    }

    /** What comes of a text that begins like this one, of one that ends like it, and of one that has the same around it. */
    List<String> appliedTo(String text) {
        String gone = from.substring(start, end);
        List<Integer> places = new ArrayList<>();
        if (text.startsWith(from.substring(0, start))) {
            places.add(start);
        }
        if (text.endsWith(from.substring(end))) {
            places.add(text.length() - (from.length() - start));
        }
        for (int length = Math.max(start, from.length() - end); length > 0; length /= 2) {
            int left = Math.max(0, start - length);
            int right = Math.min(from.length(), end + length);
            addUnique(text, from.substring(left, right), start - left, places);
            addUnique(text, from.substring(left, end), start - left, places);
            addUnique(text, from.substring(start, right), 0, places);
        }
        return places.stream()
                .distinct()
                .filter(place -> place >= 0 && text.startsWith(gone, place))
                .map(place -> text.substring(0, place) + instead + text.substring(place + gone.length()))
                .toList();
    }

    private static void addUnique(String text, String around, int offset, List<Integer> places) {
        int at = text.indexOf(around);
        if (!around.isEmpty() && at >= 0 && text.indexOf(around, at + 1) < 0) {
            places.add(at + offset);
        }
    }
}
