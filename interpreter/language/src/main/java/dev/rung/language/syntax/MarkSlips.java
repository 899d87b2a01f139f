package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.SlipFinding.LeftOut;
import dev.rung.language.syntax.SlipFinding.MissingType;
import dev.rung.language.syntax.SlipFinding.NeedlessMark;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.language.syntax.WordFinding.MissingWord;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/** Marks at the end of a line, and colons and equal signs in each other's places. */
final class MarkSlips {
    /** What has a name with an equal sign behind it. */
    private static final Set<String> ASSIGNING = Set.of(
            "artifact",
            "bucket",
            "config",
            "database",
            "files",
            "invariant",
            "let",
            "place",
            "secret",
            "service",
            "with");

    private static final Set<String> TYPES =
            Stream.of(Type.values()).map(Type::word).collect(Collectors.toUnmodifiableSet());

    private MarkSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return nameless(stumble)
                .or(() -> lineEnd(stumble))
                .or(() -> beforeIt(stumble))
                .or(() -> type(stumble))
                .or(() -> assignment(stumble))
                .or(() -> colon(stumble))
                .or(() -> behindKeyword(stumble));
    }

    /** {@code let = 3}, {@code confirm : "…"}, {@code = 3} in a system, {@code ("x", : ["a"])} */
    private static Optional<SyntaxFinding> nameless(Stumble stumble) {
        if (!stumble.at(":") && !stumble.at("=")) {
            return Optional.empty();
        }
        Optional<String> form = Optional.empty();
        if (stumble.context() instanceof RunbookParser.SystemContext && !stumble.onLine()) {
            form = Optional.of("its form is `name = …`");
        } else if (stumble.expects(")") && (stumble.behind("(") || stumble.behind(","))) {
            form = Optional.of("its form is `name: …`");
        }
        if (form.isPresent()) {
            return form.map(help -> new MissingWord(
                    stumble.file().at(Span.at(stumble.token().getStartIndex())), "", List.of("a name"), help));
        }
        boolean keyword = stumble.before()
                .filter(last -> stumble.dialect().isKeyword(last.getType()))
                .isPresent();
        return keyword && stumble.onLine() && stumble.expectsName() && !isNamedBehind(stumble)
                ? Optional.of(new MissingWord(
                        stumble.behindLast(),
                        stumble.before().map(stumble.dialect()::shown).orElse(""),
                        Nouns.of(stumble, List.of("a name")),
                        Forms.help(stumble)))
                : Optional.empty();
    }

    /** {@code stop: server}, {@code let: n = 3}: the name is there, behind the mark. */
    private static boolean isNamedBehind(Stumble stumble) {
        Optional<Token> name = stumble.next().filter(next -> stumble.isName(next) || Stumble.is(next, "nothing"));
        String behind = name.flatMap(stumble::next).map(Token::getText).orElse("");
        if (stumble.behind("input")) {
            return name.isPresent()
                    && (behind.equals(":") || !TYPES.contains(name.get().getText()));
        }
        boolean assigns =
                stumble.before().map(Token::getText).filter(ASSIGNING::contains).isPresent();
        return name.isPresent() && (assigns ? stumble.at(":") && behind.equals("=") : !behind.equals("("));
    }

    private static Optional<SyntaxFinding> lineEnd(Stumble stumble) {
        boolean last = stumble.next().filter(next -> !Stumble.is(next, "}")).isEmpty();
        boolean between = stumble.next()
                .filter(next -> stumble.dialect().openers(stumble.context()).contains(next.getType()))
                .isPresent();
        boolean whole = stumble.read().isPresent();
        boolean mark =
                stumble.at(";") || stumble.at(",") && whole && (last || between) || stumble.at(".") && whole && last;
        return mark
                ? Optional.of(new NeedlessMark(stumble.here(), "nothing stands at the end of a statement"))
                : Optional.empty();
    }

    /** {@code system app = { … }}, {@code because "…"} where a text is enough */
    private static Optional<SyntaxFinding> beforeIt(Stumble stumble) {
        boolean mark = stumble.at(":") || stumble.at("=");
        if (mark && stumble.expects("{") && stumble.then("{")) {
            return Optional.of(new NeedlessMark(withBlank(stumble), "a block begins with its `{`"));
        }
        boolean key = stumble.context() instanceof RunbookParser.TextContext text
                && text.getParent() instanceof RunbookParser.SetKeyContext;
        boolean word = mark && !key || stumble.onLine() && stumble.isWord(stumble.token());
        return word
                        && stumble.expectsText()
                        && stumble.next().flatMap(stumble::quoted).isPresent()
                ? Optional.of(new NeedlessMark(withBlank(stumble), "the text stands here by itself"))
                : Optional.empty();
    }

    /** The token with the blank before it. */
    private static Location withBlank(Stumble stumble) {
        int start = stumble.before().map(last -> last.getStopIndex() + 1).orElse(0);
        return stumble.file().at(new Span(start, stumble.token().getStopIndex() + 1));
    }

    /** {@code input n = 3}, {@code let n : int = 3} */
    private static Optional<SyntaxFinding> type(Stumble stumble) {
        if (stumble.at("=") && stumble.expects(":") && stumble.context() instanceof RunbookParser.InputContext input) {
            return Optional.of(new MissingType(stumble.here(), input.name.getText(), guess(stumble)));
        }
        Optional<Token> type = stumble.next().filter(stumble::isWord);
        boolean let = stumble.context() instanceof RunbookParser.LetContext && stumble.at(":") && type.isPresent();
        return let && stumble.before().isPresent()
                ? Optional.of(new NeedlessMark(
                        stumble.file()
                                .at(new Span(
                                        stumble.before().get().getStopIndex() + 1,
                                        type.get().getStopIndex() + 1)),
                        "an abbreviation has the type of what it stands for"))
                : Optional.empty();
    }

    private static String guess(Stumble stumble) {
        String value = stumble.next().map(Token::getText).orElse("");
        if (Set.of("true", "false").contains(value)) {
            return "bool";
        }
        if (value.matches("\\d+")) {
            return "int";
        }
        return value.matches("\\d+\\..*") ? "version" : "text";
    }

    private static Optional<SyntaxFinding> assignment(Stumble stumble) {
        boolean value = stumble.expects("=") || isInputWithoutDefault(stumble);
        if (!value || !stumble.onLine()) {
            return Optional.empty();
        }
        if (stumble.at(":")) {
            boolean joined = stumble.before()
                    .filter(last -> Stumble.touch(last, stumble.token()))
                    .isPresent();
            return Optional.of(new OtherSpelling(
                    stumble.joined("=").map(stumble::through).orElseGet(stumble::here), joined ? " =" : "="));
        }
        Optional<Token> opener = stumble.before().filter(stumble.lines()::isFirstOnLine);
        if (stumble.context() instanceof RunbookParser.SettingContext && opener.isPresent()) {
            return Optional.of(new MissingWord(
                    stumble.file()
                            .at(Span.at(stumble.lines()
                                    .before(opener.get())
                                    .map(last -> last.getStopIndex() + 1)
                                    .orElse(0))),
                    "`with`",
                    List.of("a variable"),
                    "its form is `with name = …`"));
        }
        boolean begins = stumble.isName(stumble.token()) && stumble.then("(")
                || stumble.quoted(stumble.token()).isPresent()
                || Stumble.isNumber(stumble.token());
        return begins ? Optional.of(new LeftOut(stumble.behindLast(), "=", " =")) : Optional.empty();
    }

    private static boolean isInputWithoutDefault(Stumble stumble) {
        return stumble.read().orElse(null) instanceof RunbookParser.InputContext input && input.value == null;
    }

    /** {@code input n path} */
    private static Optional<SyntaxFinding> colon(Stumble stumble) {
        return stumble.context() instanceof RunbookParser.InputContext
                        && stumble.expects(":")
                        && stumble.isWord(stumble.token())
                        && stumble.onLine()
                ? Optional.of(new LeftOut(stumble.behindLast(), ":", " :"))
                : Optional.empty();
    }

    /** {@code stop: server}, {@code url = "…"} */
    private static Optional<SyntaxFinding> behindKeyword(Stumble stumble) {
        boolean keyword = stumble.onLine()
                && stumble.before()
                        .filter(last -> stumble.dialect().isKeyword(last.getType()))
                        .isPresent();
        boolean mark = stumble.at(":") || stumble.at("=");
        return keyword && mark && stumble.before().isPresent()
                ? Optional.of(new NeedlessMark(
                        withBlank(stumble), "`" + stumble.before().get().getText() + "` is followed by a blank alone"))
                : Optional.empty();
    }
}
