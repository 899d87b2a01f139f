package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.ClosingFinding.TooDeep;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.Token;

/** Makes expressions out of contexts. */
final class ExpressionBuilder {
    private final SourceFile file;
    private final Consumer<SyntaxFinding> findings;
    private final Literals literals;
    private final TextBuilder texts;
    /** The parser reads a chain of operators without going deep; the tree of it is deep all the same. */
    private int depth;

    private boolean tooLong;

    ExpressionBuilder(SourceFile file, Consumer<SyntaxFinding> findings) {
        this.file = file;
        this.findings = findings;
        this.literals = new Literals(file, findings);
        this.texts = new TextBuilder(file, findings, this::expression);
    }

    static Name name(Token token) {
        return new Name(token.getText(), Spans.of(token));
    }

    List<ExpressionNode> all(List<RunbookParser.ExpressionContext> contexts) {
        return contexts.stream().map(this::expression).toList();
    }

    ExpressionNode expression(RunbookParser.ExpressionContext context) {
        if (context == null || context.getStart() == null) {
            return new ExpressionNode.Unread(Span.at(0));
        }
        Span span = Spans.of(context);
        if (context.exception != null || tooLong) {
            return new ExpressionNode.Unread(span);
        }
        if (depth == DepthLimit.MOST) {
            tooLong = true;
            findings.accept(new TooDeep(file.at(Spans.of(context.getStart()))));
            return new ExpressionNode.Unread(span);
        }
        depth++;
        ExpressionNode node = node(context, span);
        depth--;
        return node;
    }

    private ExpressionNode node(RunbookParser.ExpressionContext context, Span span) {
        return switch (context) {
            case RunbookParser.MemberContext member ->
                new ExpressionNode.Member(expression(member.owner), name(member.member.getStart()), span);
            case RunbookParser.ProductContext product -> binary(product.left, product.op, product.right, span);
            case RunbookParser.SumContext sum -> binary(sum.left, sum.PLUS().getSymbol(), sum.right, span);
            case RunbookParser.RangeContext range ->
                new ExpressionNode.Range(expression(range.from), expression(range.to), span);
            case RunbookParser.ComparisonContext comparison ->
                binary(comparison.left, comparison.op, comparison.right, span);
            case RunbookParser.MembershipContext membership ->
                new ExpressionNode.Binary(
                        membership.negated == null ? Operator.IN : Operator.NOT_IN,
                        expression(membership.left),
                        expression(membership.right),
                        Spans.of(membership.IN().getSymbol()),
                        span);
            case RunbookParser.NegationContext negation -> new ExpressionNode.Not(expression(negation.operand), span);
            case RunbookParser.ConjunctionContext and ->
                binary(and.left, and.AND().getSymbol(), and.right, span);
            case RunbookParser.DisjunctionContext or -> binary(or.left, or.OR().getSymbol(), or.right, span);
            case RunbookParser.CallContext call ->
                new ExpressionNode.Call(name(call.name), arguments(call.arguments()), span);
            case RunbookParser.UseContext use -> new ExpressionNode.Use(use.name.getText(), span);
            case RunbookParser.TextLiteralContext text -> text(text.text());
            case RunbookParser.LiteralContext literal -> literals.literal(literal.literal);
            case RunbookParser.ItemsContext items -> new ExpressionNode.Items(all(items.items), span);
            case RunbookParser.GroupContext group -> expression(group.inner);
            default -> new ExpressionNode.Unread(span);
        };
    }

    private ExpressionNode binary(
            RunbookParser.ExpressionContext left, Token operator, RunbookParser.ExpressionContext right, Span span) {
        return new ExpressionNode.Binary(
                operator(operator.getType()), expression(left), expression(right), Spans.of(operator), span);
    }

    static Operator operator(int type) {
        return switch (type) {
            case RunbookLexer.AND -> Operator.AND;
            case RunbookLexer.DIVIDED -> Operator.DIVIDED;
            case RunbookLexer.EQUAL -> Operator.EQUAL;
            case RunbookLexer.GREATER -> Operator.GREATER;
            case RunbookLexer.GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case RunbookLexer.LESS -> Operator.LESS;
            case RunbookLexer.LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case RunbookLexer.MATCHES -> Operator.MATCHES;
            case RunbookLexer.NOT_EQUAL -> Operator.NOT_EQUAL;
            case RunbookLexer.OR -> Operator.OR;
            case RunbookLexer.PLUS -> Operator.PLUS;
            case RunbookLexer.TIMES -> Operator.TIMES;
            default -> throw new IllegalStateException("no operator: " + RunbookParser.VOCABULARY.getDisplayName(type));
        };
    }

    List<Argument> arguments(RunbookParser.ArgumentsContext context) {
        if (context == null || context.exception != null) {
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        for (RunbookParser.ArgumentContext argument : context.argument()) {
            Optional<Name> name = Optional.ofNullable(argument.name).map(word -> name(word.getStart()));
            arguments.add(new Argument(name, expression(argument.value), Spans.of(argument)));
        }
        return arguments;
    }

    ExpressionNode text(RunbookParser.TextContext context) {
        if (context == null || context.getStart() == null) {
            return new ExpressionNode.Unread(Span.at(0));
        }
        Span span = Spans.of(context);
        if (context.exception != null) {
            return new ExpressionNode.Unread(span);
        }
        return switch (context) {
            case RunbookParser.LineContext line -> new ExpressionNode.Text(texts.line(line.piece()), span);
            case RunbookParser.BlockContext block -> new ExpressionNode.Text(texts.block(block.piece()), span);
            case RunbookParser.RawLineContext raw -> raw(raw.getText(), 1, span);
            case RunbookParser.RawUnclosedContext raw -> raw(raw.getText(), 0, span);
            case RunbookParser.RawBlockContext raw ->
                new ExpressionNode.Text(
                        texts.rawBlock(raw.RAW_BLOCK_PART().stream()
                                .map(node -> node.getSymbol())
                                .toList()),
                        span);
            default -> new ExpressionNode.Unread(span);
        };
    }

    private static ExpressionNode raw(String quoted, int closers, Span span) {
        String text = quoted.substring(1, Math.max(1, quoted.length() - closers));
        return new ExpressionNode.Text(
                text.isEmpty() ? List.of() : List.of(new ExpressionNode.Piece.Fixed(text)), span);
    }
}
