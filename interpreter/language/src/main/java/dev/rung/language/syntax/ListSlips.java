package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.SlipFinding.LeftOut;
import dev.rung.language.syntax.SlipFinding.NeedlessMark;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.language.syntax.WordFinding.UnexpectedWord;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Commas, and what stands between the items of a list or the arguments of a call. */
final class ListSlips {
    private static final Set<String> KINDS = Set.of("artifact", "database", "files", "service", "system");

    private ListSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return comma(stumble)
                .or(() -> between(stumble))
                .or(() -> argument(stumble))
                .or(() -> parentheses(stumble))
                .or(() -> kind(stumble));
    }

    /** {@code ("x" exclude: […])} */
    private static Optional<SyntaxFinding> comma(Stumble stumble) {
        boolean inBrackets = (stumble.expects(")") || stumble.expects("]")) && listOpen(stumble);
        boolean named = stumble.isWord(stumble.token())
                && stumble.lines()
                        .after(stumble.token())
                        .filter(next -> Stumble.is(next, ":"))
                        .isPresent();
        boolean item = stumble.onLine() && beginsItem(stumble, stumble.token());
        if (item && isArgumentName(stumble)) {
            return Optional.of(new LeftOut(stumble.behindLast(), ":", ":"));
        }
        return inBrackets && (named || item) ? Optional.of(leftOut(stumble)) : Optional.empty();
    }

    /** {@code (exclude ["a"])} */
    private static boolean isArgumentName(Stumble stumble) {
        Optional<Token> name = stumble.before().filter(stumble::isName);
        Optional<Token> first = name.flatMap(stumble.lines()::before);
        return !stumble.isName(stumble.token())
                && stumble.expects(")")
                && first.filter(last -> Stumble.is(last, "(") || Stumble.is(last, ","))
                        .isPresent();
    }

    /** Whether a list or the arguments of a call are open, and not a group in parentheses. */
    private static boolean listOpen(Stumble stumble) {
        return stumble.lines()
                .openBracket(stumble.token())
                .filter(open -> Stumble.is(open, "[")
                        || stumble.lines()
                                .before(open)
                                .filter(name -> stumble.isName(name) && Stumble.touch(name, open))
                                .isPresent())
                .isPresent();
    }

    private static boolean beginsItem(Stumble stumble, Token token) {
        String text = token.getText();
        return stumble.isName(token)
                || Stumble.isNumber(token)
                || !text.isEmpty() && "\"'[".indexOf(text.charAt(0)) >= 0;
    }

    private static SyntaxFinding leftOut(Stumble stumble) {
        return new LeftOut(stumble.behindLast(), ",", ",");
    }

    /** {@code stop a and b}, {@code stop a b}, {@code with A = 1 B = 2} */
    private static Optional<SyntaxFinding> between(Stumble stumble) {
        boolean settings = stumble.read().orElse(null) instanceof RunbookParser.RunContext run
                && !run.runClause().isEmpty()
                && run.runClause().getLast() instanceof RunbookParser.WithContext
                && stumble.isWord(stumble.token())
                && stumble.then("=");
        if (settings) {
            return Optional.of(leftOut(stumble));
        }
        if (!namesParts(stumble)) {
            return Optional.empty();
        }
        if (stumble.at("and") && stumble.next().filter(stumble::isName).isPresent()) {
            return stumble.before()
                    .map(last -> new OtherSpelling(
                            stumble.file()
                                    .at(new Span(
                                            last.getStopIndex() + 1,
                                            stumble.token().getStopIndex() + 1)),
                            ","));
        }
        boolean another = stumble.isName(stumble.token())
                && stumble.lines().isDeclared(stumble.token().getText(), KINDS)
                && stumble.next()
                        .map(Token::getText)
                        .filter(next ->
                                !List.of("to", ",", "and", "within", "named").contains(next))
                        .isEmpty();
        return another ? Optional.of(leftOut(stumble)) : Optional.empty();
    }

    /** Whether the names of parts were read last, and nothing behind them. */
    private static boolean namesParts(Stumble stumble) {
        Optional<ParserRuleContext> read = stumble.read();
        return read.orElse(null) instanceof RunbookParser.NamesContext
                || read.orElse(null) instanceof RunbookParser.StopContext stop
                        && stop.tail().isEmpty()
                || read.orElse(null) instanceof RunbookParser.StartContext start
                        && start.tail().isEmpty();
    }

    /** {@code (path = "x")} */
    private static Optional<SyntaxFinding> argument(Stumble stumble) {
        Optional<Token> name = stumble.before().filter(stumble::isWord);
        boolean first = name.flatMap(stumble.lines()::before)
                .filter(last -> Stumble.is(last, "(") || Stumble.is(last, ","))
                .isPresent();
        if (!stumble.at("=")
                || !first
                || stumble.lines().openBracket(stumble.token()).isEmpty()) {
            return Optional.empty();
        }
        Location at = stumble.file()
                .at(new Span(name.get().getStopIndex() + 1, stumble.token().getStopIndex() + 1));
        return Optional.of(new OtherSpelling(at, ":"));
    }

    /** {@code directory "x"}, {@code healthy()} */
    private static Optional<SyntaxFinding> parentheses(Stumble stumble) {
        Optional<Span> text = stumble.expects("(") ? stumble.quoted(stumble.token()) : Optional.empty();
        if (text.isPresent() && stumble.before().isPresent()) {
            Span all = Spans.of(stumble.before().get()).to(text.get());
            return Optional.of(new OtherSpelling(
                    stumble.file().at(all),
                    stumble.before().get().getText() + "(" + stumble.file().text(text.get()) + ")"));
        }
        if (stumble.expects("(")
                && stumble.at("{")
                && stumble.before().filter(stumble::isName).isPresent()) {
            String driver = stumble.before().get().getText();
            return Optional.of(new UnexpectedWord(
                    stumble.here(),
                    "`{`",
                    List.of("`(`"),
                    Optional.empty(),
                    "arguments stand in parentheses: `" + driver + "(name: …, name: …)`"));
        }
        Optional<Token> closer = stumble.joined(")");
        return stumble.at("(") && closer.isPresent() && stumble.read().isPresent()
                ? Optional.of(new NeedlessMark(stumble.through(closer.get()), "a fact goes by its name alone"))
                : Optional.empty();
    }

    /** {@code stop service server} */
    private static Optional<SyntaxFinding> kind(Stumble stumble) {
        Optional<Token> name = stumble.next().filter(stumble::isName);
        return stumble.expectsName()
                        && stumble.onLine()
                        && KINDS.contains(stumble.token().getText())
                        && name.isPresent()
                ? Optional.of(new NeedlessMark(
                        stumble.file()
                                .at(new Span(
                                        stumble.token().getStartIndex(),
                                        name.get().getStartIndex())),
                        "a part goes by its name alone"))
                : Optional.empty();
    }
}
