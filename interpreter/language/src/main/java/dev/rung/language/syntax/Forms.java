package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The form of whatever begins with a word of its own, as a person would be shown it. */
final class Forms {
    private static final Map<String, String> BY_WORD = Map.ofEntries(
            Map.entry("acknowledge", "acknowledge notes"),
            Map.entry("artifact", "artifact name = driver(…)"),
            Map.entry("back", "back by rollback since 1.0"),
            Map.entry("backup", "backup part, … to \"folder\""),
            Map.entry("broken", "broken 1.0 \"why\""),
            Map.entry("bucket", "bucket name = driver(…)"),
            Map.entry("config", "config name = driver(…)"),
            Map.entry("confirm", "confirm name \"…\""),
            Map.entry("database", "database name = driver(…)"),
            Map.entry("download", "download \"https://…\" to \"file\""),
            Map.entry("each", "each line until 1.0"),
            Map.entry("fail", "fail \"why\""),
            Map.entry("files", "files name = driver(…)"),
            Map.entry("for", "for name in […] { … }"),
            Map.entry("http", "http POST \"https://…\" body \"…\""),
            Map.entry("include", "include \"…\""),
            Map.entry("input", "input name : type = default"),
            Map.entry("inputs", "inputs name { input = … }"),
            Map.entry("invariant", "invariant name = …"),
            Map.entry("let", "let name = …"),
            Map.entry("line", "line 1.0 { release 1.0.0 … }"),
            Map.entry("manual", "manual name \"…\""),
            Map.entry("max-loss", "max-loss 10m"),
            Map.entry("min-age", "min-age 7d"),
            Map.entry("neutralise", "neutralise { … }"),
            Map.entry("never", "never back in time"),
            Map.entry("notes", "notes \"…\""),
            Map.entry("notify", "notify \"https://…\" \"…\""),
            Map.entry("path", "path { each line }"),
            Map.entry("phase", "phase \"…\" { … }"),
            Map.entry("place", "place name = driver(…)"),
            Map.entry("point-of-no-return", "point-of-no-return \"why\""),
            Map.entry("release", "release 1.0.0 { … }"),
            Map.entry("released", "released 2025-01-30"),
            Map.entry("releases", "releases \"…\""),
            Map.entry("require", "require … else \"…\""),
            Map.entry("require-version", "require-version >= 1.0"),
            Map.entry("requires", "requires fact >= 1, …"),
            Map.entry("restore", "restore part, … from backup"),
            Map.entry("rollback", "rollback name { … }"),
            Map.entry("run", "run \"…\" changes part, …"),
            Map.entry("runbook", "runbook \"…\""),
            Map.entry("say", "say \"…\""),
            Map.entry("secret", "secret name = …"),
            Map.entry("service", "service name = driver(…)"),
            Map.entry("set", "set config \"KEY\" = …"),
            Map.entry("sha256", "sha256 \"…\""),
            Map.entry("shell", "shell '…' with name = …"),
            Map.entry("spelling", "spelling '…' as '…'"),
            Map.entry("sql", "sql database \"…\" with [value, …]"),
            Map.entry("start", "start service, …"),
            Map.entry("step-through", "step-through system to target { … }"),
            Map.entry("stop", "stop service, …"),
            Map.entry("swap", "swap artifact to next"),
            Map.entry("system", "system name { … }"),
            Map.entry("unset", "unset config \"KEY\""),
            Map.entry("url", "url \"…${release}…\""),
            Map.entry("wait", "wait for … within 5m"),
            Map.entry("waypoint", "waypoint 1.0 \"why\""),
            Map.entry("when", "when … { … } else { … }"),
            Map.entry("window", "window \"Sat 22:00\" to \"Sun 04:00\" in \"Europe/Berlin\""));

    /** The forms of clauses, by the word that they begin with. */
    private static final Map<String, String> CLAUSES = Map.ofEntries(
            Map.entry("body", "body \"…\""),
            Map.entry("changes", "changes part, …` or `changes nothing"),
            Map.entry("every", "retry 3 every 10s"),
            Map.entry("expect", "expect 0, 3"),
            Map.entry("from", "from \"…\""),
            Map.entry("keep", "keep 3"),
            Map.entry("named", "named name"),
            Map.entry("on", "on place"),
            Map.entry("retry", "retry 3 every 10s"),
            Map.entry("sha256", "sha256 \"…\""),
            Map.entry("unless", "unless running(service)"),
            Map.entry("verify", "verify exists(\"…\")"),
            Map.entry("via", "via 1.0, 2.0"),
            Map.entry("within", "within 5m"));

    /** Behind these it is certain that something is missing, and not what. */
    private static final Set<String> OPERATORS = Set.of("=", "==", "!=", "<", "<=", ">", ">=");

    private Forms() {}

    /** Help for whoever was writing something when the parser stumbled; empty where nothing was begun. */
    static String help(Stumble stumble) {
        Optional<String> clause = clause(stumble);
        if (clause.isPresent()) {
            return "its form is `" + clause.get() + "`";
        }
        boolean keyword = stumble.before()
                .filter(last -> stumble.dialect().isKeyword(last.getType()))
                .isPresent();
        Optional<Token> argument =
                stumble.before().filter(last -> Stumble.is(last, ":")).flatMap(stumble.lines()::before);
        if (argument.isPresent() && stumble.lines().openBracket(stumble.token()).isPresent()) {
            return "its form is `" + argument.get().getText() + ": …`";
        }
        boolean assigns = stumble.before()
                .filter(last -> OPERATORS.contains(last.getText()))
                .isPresent();
        if (stumble.dialect().expectsExpression(stumble.expected()) && !keyword && !assigns) {
            return "";
        }
        Optional<String> read = stumble.read().flatMap(Forms::of);
        if (read.isPresent()) {
            return read.get();
        }
        ParserRuleContext context = stumble.owner();
        while (context != null && !isBlock(context, stumble.dialect())) {
            Optional<String> form = of(context);
            if (form.isPresent()
                    && context.getStart().getTokenIndex() < stumble.token().getTokenIndex()) {
                return form.get();
            }
            context = context.getParent();
        }
        return "";
    }

    /** The clause that was begun, or of which only the first half was read. */
    private static Optional<String> clause(Stumble stumble) {
        if (!(stumble.dialect() instanceof RunbookDialect)) {
            return Optional.empty();
        }
        boolean settings = stumble.behind("with") && stumble.expectsName()
                || stumble.behind("=") && stumble.context() instanceof RunbookParser.SettingContext;
        if (stumble.behind("=") && stumble.context() instanceof RunbookParser.HeaderContext) {
            return Optional.of("with \"Name\" = …");
        }
        if (settings) {
            return Optional.of("with name = …");
        }
        return stumble.expects("every") && !stumble.expectsName()
                ? Optional.of(CLAUSES.get("every"))
                : stumble.before().map(last -> CLAUSES.get(last.getText()));
    }

    private static boolean isBlock(ParserRuleContext context, Dialect dialect) {
        return !dialect.openers(context).isEmpty() && dialect.isOpen(context);
    }

    private static Optional<String> of(ParserRuleContext context) {
        return Optional.ofNullable(context.getStart())
                .flatMap(start -> Optional.ofNullable(BY_WORD.get(start.getText()))
                        .or(() -> shortest(context.getRuleIndex(), start.getType())))
                .map(form -> "its form is `" + form + "`");
    }

    /** Whatever begins with a word of its own has a form; one that says what belongs into it is the better one. */
    private static Optional<String> shortest(int rule, int opener) {
        return RunbookDialect.isOpened(rule) ? ShortestForm.of(rule, opener) : Optional.empty();
    }
}
