package dev.rung.model.diagnostic;

import java.util.Optional;

/** A finding about a word that nobody knows, and what was most likely meant by it. */
public interface Misspelt extends Diagnostic {
    /** The known word that is near to it, if one is. */
    Optional<String> nearest();

    /** What to do where none is near, or empty. */
    default String otherwise() {
        return "";
    }

    @Override
    default String help() {
        return nearest().map(near -> "did you mean `" + near + "`?").orElseGet(this::otherwise);
    }

    /** A digit is seldom a slip: {@code db3} beside a {@code db1} may be meant. */
    @Override
    default Optional<Edit> edit() {
        return nearest()
                .filter(near -> digits(near).equals(digits(at().text())))
                .map(near -> new Edit(at(), near));
    }

    private static String digits(String word) {
        return word.replaceAll("\\D", "");
    }
}
