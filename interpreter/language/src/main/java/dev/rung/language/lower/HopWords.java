package dev.rung.language.lower;

import dev.rung.language.check.Climbed;
import dev.rung.language.check.HopCalls;
import dev.rung.language.check.Meaning;
import dev.rung.language.check.Names;
import dev.rung.language.check.RequiredFact;
import dev.rung.language.check.Scope;
import dev.rung.language.syntax.Argument;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.model.expression.Type;

/** Which expressions say another thing in another hop. */
record HopWords(Names names, Scope scope) {
    /** Whether another hop may make something else of it than another value of the same kind. */
    boolean mayDecide(ExpressionNode node, Type wanted) {
        boolean isFilledIn = switch (wanted) {
            case TEXT, READING, PATH, URL -> isFilledIn(node);
            default -> isNumber(node);
        };
        return !isFilledIn && isSaid(node);
    }

    /** Whether it is a release's number, or a text or a list in which nothing but such numbers differs from hop to hop. */
    private boolean isFilledIn(ExpressionNode node) {
        return switch (node) {
            case ExpressionNode.Text text ->
                text.pieces().stream()
                        .allMatch(piece -> !(piece instanceof Piece.Hole(ExpressionNode value))
                                || isNumber(value)
                                || !isSaid(value));
            case ExpressionNode.Items items ->
                items.items().stream().allMatch(item -> isFilledIn(item) || !isSaid(item));
            default -> isNumber(node);
        };
    }

    private boolean isNumber(ExpressionNode node) {
        return switch (node) {
            case ExpressionNode.Use use ->
                names.of(use.name(), scope).orElse(null) instanceof Meaning.Given(Meaning.Word word)
                        && (word == Meaning.Word.CURRENT || word == Meaning.Word.NEXT);
            case ExpressionNode.Member member ->
                Climbed.system(member, names, scope).isPresent()
                        || RequiredFact.of(member, names, scope).isEmpty() && isNumber(member.owner());
            default -> false;
        };
    }

    /** Whether a word or a call is in it that asks the hop. What stands outside of hops has none. */
    private boolean isSaid(ExpressionNode node) {
        return switch (node) {
            case ExpressionNode.Text text ->
                text.pieces().stream()
                        .anyMatch(piece -> piece instanceof Piece.Hole(ExpressionNode value) && isSaid(value));
            case ExpressionNode.Use use ->
                switch (names.of(use.name(), scope).orElse(null)) {
                    case Meaning.Given(Meaning.Word word) -> word.inHop();
                    case Meaning.Local local -> new HopWords(names, local.at()).isSaid(local.value());
                    case null, default -> false;
                };
            case ExpressionNode.Member member ->
                Climbed.system(member, names, scope).isPresent() || isSaid(member.owner());
            case ExpressionNode.Call call ->
                call.name().text().equals(HopCalls.CROSSES)
                        || call.arguments().stream().map(Argument::value).anyMatch(this::isSaid);
            case ExpressionNode.Binary binary -> isSaid(binary.left()) || isSaid(binary.right());
            case ExpressionNode.Not not -> isSaid(not.operand());
            case ExpressionNode.Items items -> items.items().stream().anyMatch(this::isSaid);
            case ExpressionNode.Range range -> isSaid(range.from()) || isSaid(range.to());
            case ExpressionNode.Literal literal -> false;
            case ExpressionNode.Unread unread -> false;
        };
    }
}
