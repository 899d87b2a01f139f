package dev.rung.language.check;

import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Optional;

/** {@code next.requires.java}: the least version of a fact that will do for the release that is gone to. */
public final class RequiredFact {
    private static final String REQUIRES = "requires";

    private RequiredFact() {}

    /** The fact that is asked for; empty if it is another member. */
    public static Optional<Name> of(ExpressionNode.Member member, Names names, Scope scope) {
        return isRequires(member.owner(), names, scope) ? Optional.of(member.member()) : Optional.empty();
    }

    /** Whether it is {@code next.requires} itself, which is nothing without a fact. */
    static boolean isRequires(ExpressionNode node, Names names, Scope scope) {
        return node instanceof ExpressionNode.Member member
                && member.member().text().equals(REQUIRES)
                && member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Given(Meaning.Word word)
                && word == Meaning.Word.NEXT;
    }

    /** What may stand behind the dot of a value. */
    static List<String> members(ExpressionNode owner, Type type) {
        boolean next = owner instanceof ExpressionNode.Use use && use.name().equals(Meaning.Word.NEXT.spelling());
        if (type != Type.RELEASE) {
            return List.of();
        }
        return next ? List.of("line", REQUIRES) : List.of("line");
    }
}
