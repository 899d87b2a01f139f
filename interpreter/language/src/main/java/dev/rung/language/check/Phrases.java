package dev.rung.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Small words for messages. */
final class Phrases {
    private Phrases() {}

    /** How many names are enumerated; of more the first ones. */
    static final int MOST = 12;

    static String quoted(List<String> names, String last) {
        return quoted(names, UnaryOperator.identity(), last);
    }

    /** @param form what is said in place of a name */
    static String quoted(List<String> names, UnaryOperator<String> form, String last) {
        List<String> shown = new ArrayList<>();
        names.stream().limit(MOST).forEach(name -> shown.add("`" + form.apply(name) + "`"));
        if (names.size() > MOST) {
            shown.add((names.size() - MOST) + " more");
        }
        return listed(shown, last);
    }

    /** {@code there are `a` and `b`} */
    static String thereAre(List<String> names) {
        return (names.size() == 1 ? "there is " : "there are ") + quoted(names, "and");
    }

    /** {@code a path, a text or an int} */
    static String withArticle(List<String> types) {
        return listed(types.stream().map(Phrases::article).toList(), "or");
    }

    private static String article(String noun) {
        if (noun.startsWith("a ") || noun.startsWith("an ") || noun.equals("files")) {
            return noun;
        }
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String listed(List<String> words, String last) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.getLast();
    }
}
