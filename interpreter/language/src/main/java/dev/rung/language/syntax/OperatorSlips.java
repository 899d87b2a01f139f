package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.SlipFinding.NoShell;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.language.syntax.WordFinding.UnexpectedWord;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Operators of other languages. */
final class OperatorSlips {
    private static final Map<String, String> DOUBLED = Map.of("&", "and", "|", "or");
    private static final Map<String, String> WORDS =
            Map.of("is", "==", "equals", "==", "eq", "==", "ne", "!=", "gt", ">", "ge", ">=", "lt", "<", "le", "<=");
    private static final Set<String> SHELL = Set.of("&", "|", ">", "<", ">=");

    private OperatorSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return shell(stumble)
                .or(() -> logic(stumble))
                .or(() -> comparison(stumble))
                .or(() -> denial(stumble))
                .or(() -> equality(stumble))
                .or(() -> list(stumble))
                .or(() -> range(stumble));
    }

    private static Optional<SyntaxFinding> shell(Stumble stumble) {
        boolean run = stumble.read().orElse(null) instanceof RunbookParser.RunContext;
        return run && SHELL.contains(stumble.token().getText())
                ? Optional.of(new NoShell(doubled(stumble), doubled(stumble).text()))
                : Optional.empty();
    }

    private static Location doubled(Stumble stumble) {
        return stumble.joined(stumble.token().getText()).map(stumble::through).orElseGet(stumble::here);
    }

    private static Optional<SyntaxFinding> logic(Stumble stumble) {
        String right = DOUBLED.get(stumble.token().getText());
        if (right != null) {
            return Optional.of(new OtherSpelling(doubled(stumble), right));
        }
        boolean touched = stumble.next()
                .filter(next -> Stumble.touch(stumble.token(), next))
                .isPresent();
        return stumble.at("!") && stumble.dialect().expectsExpression(stumble.expected())
                ? Optional.of(new OtherSpelling(stumble.here(), touched ? "not " : "not"))
                : Optional.empty();
    }

    /** {@code =>}, {@code =<}, {@code <>}, {@code =~}, {@code ~=} */
    private static Optional<SyntaxFinding> comparison(Stumble stumble) {
        return two(stumble, "=", ">", ">=")
                .or(() -> two(stumble, "=", "<", "<="))
                .or(() -> two(stumble, "=", "~", "matches"))
                .or(() -> two(stumble, "~", "=", "matches"))
                .or(() -> stumble.at(">")
                        ? stumble.joinedTo("<").map(first -> new OtherSpelling(stumble.from(first), "!="))
                        : Optional.empty())
                .or(() -> apart(stumble))
                .or(() -> stumble.at("=")
                        ? stumble.joinedTo("==").map(first -> new OtherSpelling(stumble.from(first), "=="))
                        : Optional.empty());
    }

    /** {@code > =} */
    private static Optional<SyntaxFinding> apart(Stumble stumble) {
        return stumble.at("=")
                ? stumble.before()
                        .filter(last -> Stumble.is(last, ">") || Stumble.is(last, "<"))
                        .map(last -> new OtherSpelling(stumble.from(last), last.getText() + "="))
                : Optional.empty();
    }

    private static Optional<SyntaxFinding> two(Stumble stumble, String first, String second, String right) {
        return stumble.at(first)
                ? stumble.joined(second).map(last -> new OtherSpelling(stumble.through(last), right))
                : Optional.empty();
    }

    /** {@code healthy not}, {@code healthy is not true} */
    private static Optional<SyntaxFinding> denial(Stumble stumble) {
        Optional<Token> not = stumble.next().filter(next -> Stumble.is(next, "not"));
        if (stumble.at("is") && not.isPresent()) {
            return Optional.of(new OtherSpelling(stumble.through(not.get()), "!="));
        }
        return stumble.behind("not") && stumble.expected().size() == 1 && stumble.expects("in")
                ? stumble.before()
                        .map(word -> new UnexpectedWord(
                                stumble.file().at(Spans.of(word)),
                                "`not`",
                                List.of(),
                                Optional.empty(),
                                "it stands before what it denies, as in `not healthy`, or before `in`"))
                : Optional.empty();
    }

    /** {@code java in 11, 17} */
    private static Optional<SyntaxFinding> list(Stumble stumble) {
        Optional<Token> first = stumble.before();
        boolean contained = first.flatMap(stumble.lines()::before)
                .filter(word -> Stumble.is(word, "in"))
                .isPresent();
        if (!stumble.at(",") || !contained || stumble.read().isEmpty()) {
            return Optional.empty();
        }
        Token last = first.get();
        Optional<Token> comma = Optional.of(stumble.token());
        while (comma.filter(mark -> Stumble.is(mark, ","))
                .flatMap(stumble::next)
                .isPresent()) {
            last = stumble.next(comma.get()).orElseThrow();
            comma = stumble.next(last);
        }
        Span items = Spans.of(first.get()).to(Spans.of(last));
        return Optional.of(
                new OtherSpelling(stumble.file().at(items), "[" + stumble.file().text(items) + "]"));
    }

    private static Optional<SyntaxFinding> equality(Stumble stumble) {
        if (stumble.at("==") && stumble.expects("=") && !stumble.expects("==")) {
            return Optional.of(new OtherSpelling(stumble.here(), "="));
        }
        boolean compares = stumble.onLine() && (comparing(stumble) || stumble.expects("==") && !stumble.expects("="));
        if (stumble.at("=") && compares) {
            return Optional.of(new OtherSpelling(stumble.here(), "=="));
        }
        String right =
                stumble.isName(stumble.token()) ? WORDS.get(stumble.token().getText()) : null;
        return right != null && compares ? Optional.of(new OtherSpelling(stumble.here(), right)) : Optional.empty();
    }

    /** Whether what was read last is an expression that could be compared. */
    private static boolean comparing(Stumble stumble) {
        return stumble.owner() instanceof RunbookParser.WhenContext
                || switch (stumble.read().orElse(null)) {
                    case RunbookParser.RequireContext require ->
                        require.requireClause().isEmpty();
                    case RunbookParser.WaitForContext wait -> wait.waitClause().isEmpty();
                    case RunbookParser.FactContext fact -> true;
                    case RunbookParser.TopLetContext let -> true;
                    case null, default -> false;
                };
    }

    /** {@code in 1.0 - 2.0}, {@code in 1.0 to 2.0}, {@code between 1.0 and 2.0} */
    private static Optional<SyntaxFinding> range(Stumble stumble) {
        Optional<ParserRuleContext> read = stumble.read();
        boolean numbers = stumble.before().filter(Stumble::isNumber).isPresent()
                && stumble.next().filter(Stumble::isNumber).isPresent();
        if (read.isPresent()
                && numbers
                && Set.of("-", "to", "–", "until").contains(stumble.token().getText())) {
            return Optional.of(new OtherSpelling(stumble.here(), ".."));
        }
        Optional<Token> between = stumble.at("between") && comparing(stumble)
                ? Optional.of(stumble.token())
                : stumble.before().filter(word -> Stumble.is(word, "between") && Stumble.isNumber(stumble.token()));
        if (between.isPresent()) {
            Span rest = stumble.rest(between.get(), Set.of("else", "within", "named"));
            String[] words = stumble.file().text(rest).split("\\s+");
            return words.length == 4 && words[2].equals("and")
                    ? Optional.of(new OtherSpelling(stumble.file().at(rest), "in " + words[1] + " .. " + words[3]))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
