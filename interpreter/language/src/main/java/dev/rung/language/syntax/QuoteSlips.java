package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.SlipFinding.BareWindow;
import dev.rung.language.syntax.SlipFinding.MissingName;
import dev.rung.language.syntax.SlipFinding.MissingQuotes;
import dev.rung.language.syntax.SlipFinding.NeedlessQuotes;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Texts without quotes, names in quotes, quotes of a word processor. */
final class QuoteSlips {
    private static final Map<String, String> CURLY = Map.of("“", "”", "„", "“", "‘", "’", "«", "»");
    private static final Set<String> CLAUSES = Set.of(
            "body",
            "changes",
            "else",
            "expect",
            "from",
            "idempotent",
            "named",
            "undo",
            "unless",
            "verify",
            "verified",
            "with",
            "within");

    private QuoteSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return curly(stumble)
                .or(() -> command(stumble))
                .or(() -> address(stumble))
                .or(() -> key(stumble))
                .or(() -> window(stumble))
                .or(() -> path(stumble))
                .or(() -> text(stumble))
                .or(() -> name(stumble));
    }

    private static Optional<SyntaxFinding> curly(Stumble stumble) {
        String closer = CURLY.get(stumble.token().getText());
        if (closer == null) {
            return Optional.empty();
        }
        int start = stumble.token().getStartIndex();
        SourceFile file = stumble.file();
        String rest = file.text(new Span(
                start + 1, Math.max(start + 1, file.lineEnd(file.position(start).line()))));
        int end = rest.indexOf(closer);
        if (end < 0 || rest.substring(0, end).indexOf('"') >= 0) {
            return Optional.empty();
        }
        Span span = new Span(start, start + end + 2);
        return Optional.of(new OtherSpelling(stumble.file().at(span), '"' + rest.substring(0, end) + '"'));
    }

    /** {@code run java -jar x.jar} */
    private static Optional<SyntaxFinding> command(Stumble stumble) {
        if (stumble.read().orElse(null) instanceof RunbookParser.RunContext run
                && run.command instanceof RunbookParser.UseContext word
                && run.runClause().isEmpty()) {
            return Optional.of(quotes(stumble, stumble.rest(word.getStart(), CLAUSES), "a command"));
        }
        if (stumble.read().orElse(null) instanceof RunbookParser.SqlContext sql
                && sql.command instanceof RunbookParser.UseContext word
                && sql.sqlClause().isEmpty()) {
            return Optional.of(quotes(stumble, stumble.rest(word.getStart(), Set.of("with", "undo")), "SQL"));
        }
        boolean begins =
                stumble.behind("run") && stumble.dialect().expectsExpression(stumble.expected()) && stumble.onLine();
        return begins && "./~".contains(stumble.token().getText())
                ? Optional.of(quotes(stumble, stumble.rest(stumble.token(), CLAUSES), "a command"))
                : Optional.empty();
    }

    /** {@code http://localhost} */
    private static Optional<SyntaxFinding> address(Stumble stumble) {
        boolean word = stumble.at("http")
                && stumble.file().text().startsWith("http://", stumble.token().getStartIndex());
        if (word) {
            return Optional.of(quotes(stumble, stumble.unbroken(stumble.token().getStartIndex()), "a URL"));
        }
        boolean scheme = stumble.at(":")
                && stumble.before()
                        .filter(last -> stumble.isWord(last) && Stumble.touch(last, stumble.token()))
                        .isPresent()
                && stumble.file().text().startsWith("://", stumble.token().getStartIndex());
        return scheme
                ? stumble.before().map(first -> quotes(stumble, stumble.unbroken(first.getStartIndex()), "a URL"))
                : Optional.empty();
    }

    private static Optional<SyntaxFinding> path(Stumble stumble) {
        if (stumble.at("@") && stumble.lines().openBracket(stumble.token()).isPresent()) {
            return stumble.before()
                    .filter(first -> stumble.isWord(first) && Stumble.touch(first, stumble.token()))
                    .map(first -> quotes(stumble, stumble.unbroken(first.getStartIndex()), "a text"));
        }
        boolean argument = stumble.expects(")") && (stumble.behind("(") || stumble.behind(","));
        boolean begins = (argument || stumble.dialect().expectsExpression(stumble.expected()))
                && Set.of("/", "~", ".", "..").contains(stumble.token().getText());
        if (!begins) {
            return Optional.empty();
        }
        Span span = stumble.unbroken(stumble.token().getStartIndex());
        if (stumble.behind("matches")) {
            String pattern = stumble.file().text(span);
            boolean slashes = pattern.length() > 2 && pattern.startsWith("/") && pattern.endsWith("/");
            return Optional.of(new OtherSpelling(
                    stumble.file().at(span),
                    "'" + (slashes ? pattern.substring(1, pattern.length() - 1) : pattern) + "'"));
        }
        return Optional.of(quotes(stumble, span, "a path"));
    }

    /** {@code set env.KEY = …} */
    private static Optional<SyntaxFinding> key(Stumble stumble) {
        ParserRuleContext about = stumble.context() instanceof RunbookParser.TextContext
                ? stumble.context().getParent()
                : stumble.context();
        boolean keyed = about instanceof RunbookParser.SetKeyContext || about instanceof RunbookParser.UnsetKeyContext;
        return keyed && stumble.at(".") && stumble.expectsText()
                ? stumble.next()
                        .filter(stumble::isWord)
                        .map(word -> new OtherSpelling(stumble.through(word), " \"" + word.getText() + "\""))
                : Optional.empty();
    }

    /** {@code window Sat 22:00 to Sun 04:00 in Europe/Berlin} */
    private static Optional<SyntaxFinding> window(Stumble stumble) {
        ParserRuleContext about = stumble.context() instanceof RunbookParser.TextContext
                ? stumble.context().getParent()
                : stumble.context();
        boolean bare = about instanceof RunbookParser.WindowContext && stumble.onLine() && stumble.expectsText();
        if (!bare) {
            return Optional.empty();
        }
        Span rest = stumble.rest(stumble.next(about.getStart()).orElse(stumble.token()), Set.of());
        return Optional.of(BareWindow.of(stumble.file().at(rest)));
    }

    private static Optional<SyntaxFinding> text(Stumble stumble) {
        if (stumble.isWord(stumble.token()) && stumble.expectsText() && stumble.then("=")) {
            boolean key = stumble.context() instanceof RunbookParser.TextContext text
                    && text.getParent() instanceof RunbookParser.SetKeyContext;
            return Optional.of(quotes(stumble, Spans.of(stumble.token()), key ? "a key" : "the name of a header"));
        }
        boolean word = stumble.onLine()
                && stumble.expectsText()
                && !CLAUSES.contains(stumble.token().getText())
                && stumble.token().getType() != stumble.dialect().unknown()
                && stumble.token().getText().matches("\\w.*")
                && stumble.next().flatMap(stumble::quoted).isEmpty();
        return word
                ? Optional.of(quotes(stumble, stumble.rest(stumble.token(), CLAUSES), what(stumble.context())))
                : Optional.empty();
    }

    private static String what(ParserRuleContext context) {
        ParserRuleContext about = context instanceof RunbookParser.TextContext ? context.getParent() : context;
        return switch (about) {
            case RunbookParser.TitleContext title -> "the title of a runbook";
            case RunbookParser.PhaseContext phase -> "the title of a phase";
            case RunbookParser.ReleasesContext releases -> "the name of a release file";
            case RunbookParser.RequireContext require -> "a reason";
            case RunbookParser.RequireClauseContext clause -> "a reason";
            case RunbookParser.FailContext fail -> "a reason";
            case RunbookParser.PointOfNoReturnContext point -> "a reason";
            case RunbookParser.ShellContext shell -> "a script";
            case RunbookParser.UnsetKeyContext unset -> "a key";
            default -> "a text";
        };
    }

    private static SyntaxFinding quotes(Stumble stumble, Span span, String what) {
        return new MissingQuotes(stumble.file().at(span), what);
    }

    /** {@code stop "server"}, {@code confirm "…"} */
    private static Optional<SyntaxFinding> name(Stumble stumble) {
        Optional<Span> quoted = stumble.expectsName() ? stumble.quoted(stumble.token()) : Optional.empty();
        Optional<String> statement =
                stumble.before().map(Token::getText).filter(List.of("confirm", "manual")::contains);
        if (quoted.isEmpty()) {
            return Optional.empty();
        }
        String content = stumble.withoutQuotes(quoted.get());
        if (statement.isPresent()) {
            return Optional.of(
                    new MissingName(stumble.file().at(quoted.get()), statement.get(), example(stumble, content)));
        }
        return isName(stumble, content)
                ? Optional.of(new NeedlessQuotes(stumble.file().at(quoted.get()), content))
                : Optional.empty();
    }

    private static boolean isName(Stumble stumble, String word) {
        return word.matches("[A-Za-z_][A-Za-z_0-9]*(-[A-Za-z_0-9]+)*")
                && !stumble.dialect().spellings(stumble.dialect().keywords()).contains(word);
    }

    /** The first words of a text. */
    private static String example(Stumble stumble, String text) {
        String name = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .limit(3)
                .collect(Collectors.joining("-"));
        return isName(stumble, name) ? name : "ready";
    }
}
