package dev.rung.model.text;

import java.util.Collection;
import java.util.List;

/** Several of something in one sentence. */
public final class Lists {
    private Lists() {}

    /** {@code a, b and c} */
    public static String and(Collection<String> words) {
        List<String> all = List.copyOf(words);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    /** {@code `a` and `b`} in the order of the alphabet. */
    public static String quoted(Collection<String> names) {
        return and(names.stream().sorted().map(name -> "`" + name + "`").toList());
    }

    /** {@code is} for one, {@code are} for several. */
    public static String are(Collection<String> names) {
        return names.size() == 1 ? "is" : "are";
    }
}
