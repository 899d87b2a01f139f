package dev.rung.language.check;

import dev.rung.language.syntax.ExpressionNode;
import java.util.Optional;

/** {@code app.next}, {@code app.current}: the releases of a ladder by the name of its system. */
public final class Climbed {
    private Climbed() {}

    /** Whose release it is; empty if it is another member. No fact is called like that: nobody may declare these words. */
    public static Optional<String> system(ExpressionNode.Member member, Names names, Scope scope) {
        String word = member.member().text();
        boolean release = word.equals(Meaning.Word.CURRENT.spelling()) || word.equals(Meaning.Word.NEXT.spelling());
        return release
                        && member.owner() instanceof ExpressionNode.Use use
                        && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys
                ? Optional.of(use.name())
                : Optional.empty();
    }

    /** Whether such a ladder is climbed there. */
    static boolean within(String system, Scope scope) {
        return scope.inHop() && scope.system().equals(Optional.of(system));
    }
}
