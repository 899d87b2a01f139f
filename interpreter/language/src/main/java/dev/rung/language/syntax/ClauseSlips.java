package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesParser;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.SlipFinding.LeftOut;
import dev.rung.language.syntax.SlipFinding.NeedlessMark;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.language.syntax.WordFinding.MissingWord;
import dev.rung.language.syntax.WordFinding.UnexpectedWord;
import dev.rung.model.expression.Durations;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Small words that introduce a part of a statement, and blocks. */
final class ClauseSlips {
    private static final Map<String, String> OTHERS =
            Map.of("into", "to", "onto", "to", "as", "to", "until", "for", "till", "for", "using", "with");
    private static final Set<String> LIMITS =
            Set.of("for", "in", "max", "timeout", "until", "limit", "up", "after", "for-at-most");

    /** What clauses of programs and requests are called elsewhere. */
    private static final Map<String, String> CLAUSES = Map.ofEntries(
            Map.entry("affects", "changes"),
            Map.entry("chdir", "from"),
            Map.entry("cwd", "from"),
            Map.entry("data", "body"),
            Map.entry("dir", "from"),
            Map.entry("env", "with"),
            Map.entry("environment", "with"),
            Map.entry("expects", "expect"),
            Map.entry("header", "with"),
            Map.entry("headers", "with"),
            Map.entry("modifies", "changes"),
            Map.entry("payload", "body"),
            Map.entry("revert", "undo"),
            Map.entry("status", "expect"),
            Map.entry("workdir", "from"),
            Map.entry("writes", "changes"));

    private ClauseSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        if (!stumble.onLine()) {
            return WordPairSlips.find(stumble);
        }
        return limit(stumble)
                .or(() -> reason(stumble))
                .or(() -> otherwise(stumble))
                .or(() -> more(stumble))
                .or(() -> from(stumble))
                .or(() -> incomplete(stumble))
                .or(() -> clause(stumble))
                .or(() -> introduction(stumble))
                .or(() -> WordPairSlips.changesNothing(stumble))
                .or(() -> block(stumble));
    }

    /** {@code stop server 5m}, {@code wait for healthy timeout 5m} */
    private static Optional<SyntaxFinding> limit(Stumble stumble) {
        if (stumble.behind("for")
                && stumble.context() instanceof RunbookParser.ForEachContext
                && isDuration(stumble.token())) {
            return stumble.before().map(word -> new OtherSpelling(stumble.file().at(Spans.of(word)), "within"));
        }
        if (!(stumble.read().orElse(null) instanceof RunbookParser.StatementContext)) {
            return Optional.empty();
        }
        if (isDuration(stumble.token())) {
            return Optional.of(new LeftOut(stumble.behindLast(), "within", " within"));
        }
        return LIMITS.contains(stumble.token().getText())
                        && stumble.next().filter(ClauseSlips::isDuration).isPresent()
                ? Optional.of(new OtherSpelling(stumble.here(), "within"))
                : Optional.empty();
    }

    private static boolean isDuration(Token token) {
        return Durations.parse(token.getText()).isPresent();
    }

    /** {@code require x, "…"}, {@code require x "…"} */
    private static Optional<SyntaxFinding> reason(Stumble stumble) {
        if (!(stumble.read().orElse(null) instanceof RunbookParser.RequireContext require)
                || !require.requireClause().isEmpty()) {
            return Optional.empty();
        }
        if (stumble.quoted(stumble.token()).isPresent()) {
            return Optional.of(new LeftOut(stumble.behindLast(), "else", " else"));
        }
        boolean comma =
                stumble.at(",") && stumble.next().flatMap(stumble::quoted).isPresent();
        return comma ? Optional.of(new OtherSpelling(stumble.here(), " else")) : Optional.empty();
    }

    /** {@code backup db to "x" verify}, {@code requires a >= 1 and b >= 2}, {@code via 1.0 2.0} */
    private static Optional<SyntaxFinding> more(Stumble stumble) {
        if (stumble.read().orElse(null) instanceof RunbookParser.BackupContext
                && stumble.token().getText().matches("verif(y|ied|ication)|check(ed)?")) {
            return Optional.of(new OtherSpelling(stumble.here(), "verified by restore"));
        }
        if (stumble.context() instanceof ReleasesParser.LineContext line
                && line.open == null
                && stumble.at("and")
                && stumble.before().isPresent()) {
            return Optional.of(new OtherSpelling(
                    stumble.file()
                            .at(new Span(
                                    stumble.before().get().getStopIndex() + 1,
                                    stumble.token().getStopIndex() + 1)),
                    ","));
        }
        boolean via = stumble.owner() instanceof RunbookParser.StepThroughContext step
                && !step.via.isEmpty()
                && Stumble.isNumber(stumble.token())
                && stumble.before().filter(Stumble::isNumber).isPresent();
        return via ? Optional.of(new LeftOut(stumble.behindLast(), ",", ",")) : Optional.empty();
    }

    /** {@code step-through app from 1.0 to target} */
    private static Optional<SyntaxFinding> from(Stumble stumble) {
        if (!(stumble.context() instanceof RunbookParser.StepThroughContext) || !stumble.at("from")) {
            return Optional.empty();
        }
        Span span = stumble.rest(stumble.token(), Set.of("to"));
        int end = span.end();
        while (end < stumble.file().text().length() && stumble.file().text().charAt(end) == ' ') {
            end++;
        }
        return Optional.of(new NeedlessMark(
                stumble.file().at(new Span(span.start(), end)), "it begins at the version that is installed"));
    }

    /** {@code or continue} */
    private static Optional<SyntaxFinding> otherwise(Stumble stumble) {
        boolean bare = stumble.at("continue") && stumble.read().orElse(null) instanceof RunbookParser.StatementContext;
        if (bare) {
            return Optional.of(new LeftOut(stumble.behindLast(), "else", " else"));
        }
        return stumble.at("or") && stumble.then("continue")
                ? Optional.of(new OtherSpelling(stumble.here(), "else"))
                : Optional.empty();
    }

    /** {@code run "ls" cwd "/srv"} */
    private static Optional<SyntaxFinding> clause(Stumble stumble) {
        Optional<Boolean> isRequest = Optional.ofNullable(
                switch (stumble.read().orElse(null)) {
                    case RunbookParser.HttpContext http -> true;
                    case RunbookParser.RunContext run -> false;
                    case RunbookParser.ShellContext shell -> false;
                    case null, default -> null;
                });
        if (isRequest.isEmpty()) {
            return Optional.empty();
        }
        if (stumble.at("no") && stumble.then("changes")) {
            return stumble.next().map(word -> new OtherSpelling(stumble.through(word), "changes nothing"));
        }
        return Optional.ofNullable(CLAUSES.get(stumble.token().getText()))
                .filter(right -> !right.equals(isRequest.get() ? "from" : "body"))
                .map(right -> new OtherSpelling(stumble.here(), right));
    }

    /** A word that stands in the place of {@code to}, {@code for} or {@code with}, or none at all. */
    private static Optional<SyntaxFinding> introduction(Stumble stumble) {
        List<String> wanted = List.of("to", "for", "with").stream()
                .filter(stumble::expects)
                .filter(word -> !word.equals("for") || stumble.behind("wait"))
                .toList();
        if (wanted.isEmpty() || stumble.dialect().expectsExpression(stumble.expected())) {
            return Optional.empty();
        }
        String word = stumble.token().getText();
        Optional<String> other = Optional.ofNullable(OTHERS.get(word)).filter(wanted::contains);
        if (other.isPresent()) {
            return Optional.of(new OtherSpelling(stumble.here(), other.get()));
        }
        boolean swapped = wanted.contains("with") && word.equals("next");
        boolean directory = wanted.equals(List.of("to"))
                && (stumble.context() instanceof RunbookParser.BackupContext
                        || stumble.context() instanceof RunbookParser.DownloadContext)
                && (stumble.quoted(stumble.token()).isPresent() || word.equals("/"));
        boolean condition = stumble.isName(stumble.token())
                && Nearest.to(word, wanted).isEmpty()
                && stumble.next().filter(stumble::isName).isEmpty();
        boolean awaited = wanted.equals(List.of("for")) && (condition || word.equals("not") || word.equals("("));
        String first = wanted.getFirst();
        return swapped || directory || awaited
                ? Optional.of(new LeftOut(stumble.behindLast(), first, " " + first))
                : Optional.empty();
    }

    /** {@code require-version 1.0}, {@code wait 30s}, {@code say "a" + b} */
    private static Optional<SyntaxFinding> incomplete(Stumble stumble) {
        if (stumble.expects("==")
                && !stumble.dialect().expectsExpression(stumble.expected())
                && Stumble.isNumber(stumble.token())) {
            String after = stumble.before().map(stumble.dialect()::shown).orElse("");
            return Optional.of(new MissingWord(
                    stumble.behindLast(), after, List.of("a comparison such as `>=`"), Forms.help(stumble)));
        }
        if (stumble.at("fail") && (stumble.behind("or") || stumble.behind("and"))) {
            return Optional.of(
                    unexpected(stumble, "a condition", "`require` ends a run by itself, and says why behind `else`"));
        }
        if (stumble.behind("http") && stumble.quoted(stumble.token()).isPresent()) {
            return Optional.of(new MissingWord(
                    stumble.behindLast(), "`http`", List.of("a method such as `POST`"), Forms.help(stumble)));
        }
        if (stumble.behind("wait") && isDuration(stumble.token())) {
            return Optional.of(unexpected(
                    stumble,
                    "`for`",
                    "say what is waited for, and for how long at most: `wait for healthy within "
                            + stumble.token().getText() + "`"));
        }
        String instead = Synonyms.instead(stumble.token().getText(), List.of("stop"));
        if (stumble.read().orElse(null) instanceof RunbookParser.WhenContext && !instead.isEmpty()) {
            return Optional.of(new UnexpectedWord(
                    stumble.here(), stumble.dialect().shown(stumble.token()), List.of(), Optional.empty(), instead));
        }
        if (stumble.behind("undo")
                && stumble.context() instanceof RunbookParser.TextContext text
                && text.getParent() instanceof RunbookParser.ManualUndoContext
                && stumble.at("{")) {
            return Optional.of(unexpected(
                    stumble,
                    "a text",
                    "a person is told what to do: `undo \"…\"`; programs stand in the `undo` of a `run`"));
        }
        boolean told = switch (stumble.read().orElse(null)) {
            case RunbookParser.SayContext say -> true;
            case RunbookParser.ConfirmContext confirm -> true;
            case RunbookParser.ManualContext manual -> true;
            case RunbookParser.PointOfNoReturnContext point -> true;
            case null, default -> false;
        };
        return told && stumble.at("+")
                ? Optional.of(new UnexpectedWord(
                        stumble.here(),
                        "`+`",
                        List.of(),
                        Optional.empty(),
                        "write one text, with `${…}` for what is filled in"))
                : Optional.empty();
    }

    private static UnexpectedWord unexpected(Stumble stumble, String expected, String help) {
        return new UnexpectedWord(
                stumble.here(), stumble.dialect().shown(stumble.token()), List.of(expected), Optional.empty(), help);
    }

    /** {@code when x then …}, {@code else if x} */
    private static Optional<SyntaxFinding> block(Stumble stumble) {
        boolean wanted = stumble.expects("{") && stumble.expected().size() == 1;
        if (!wanted || stumble.then("{")) {
            return Optional.empty();
        }
        if (stumble.at("via")) {
            return Optional.of(unexpected(stumble, "`{`", "its form is `via 1.0, 2.0`"));
        }
        if (Set.of("within", "retry", "named").contains(stumble.token().getText())) {
            return Optional.of(unexpected(
                    stumble,
                    "`{`",
                    "a block takes no `" + stumble.token().getText() + "`: its statements have their own"));
        }
        if (stumble.behind("undo")) {
            return Optional.of(unexpected(stumble, "`{`", "write `undo { run \"…\" }`"));
        }
        String help = stumble.behind("else")
                        && Set.of("when", "if").contains(stumble.token().getText())
                ? "write `else { when … { … } }`"
                : "what belongs to it stands in `{ … }`";
        return Optional.of(unexpected(stumble, "`{`", help));
    }
}
