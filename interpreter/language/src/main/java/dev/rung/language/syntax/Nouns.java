package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What a person would call what is missing at a place: a condition, a folder, a service. */
final class Nouns {
    private static final String EXPRESSION = "an expression";
    private static final String NAME = "a name";
    private static final String TEXT = "a text";

    private static final Map<String, String> BEHIND = Map.ofEntries(
            Map.entry("and", "a condition"),
            Map.entry("body", "a text"),
            Map.entry("download", "an address"),
            Map.entry("every", "a duration"),
            Map.entry("expect", "a number"),
            Map.entry("keep", "a number"),
            Map.entry("max-loss", "a duration"),
            Map.entry("not", "a condition"),
            Map.entry("notify", "an address"),
            Map.entry("or", "a condition"),
            Map.entry("require", "a condition"),
            Map.entry("retry", "a number"),
            Map.entry("run", "a command"),
            Map.entry("sha256", "a digest"),
            Map.entry("unless", "a condition"),
            Map.entry("verify", "a condition"),
            Map.entry("via", "a version"),
            Map.entry("when", "a condition"),
            Map.entry("within", "a duration"));

    private Nouns() {}

    /** @param wanted what is expected, in the words of the grammar */
    static List<String> of(Stumble stumble, List<String> wanted) {
        return stumble.dialect() instanceof RunbookDialect
                ? wanted.stream().map(noun -> of(stumble, noun)).toList()
                : wanted;
    }

    private static String of(Stumble stumble, String noun) {
        String behind = stumble.before().map(Token::getText).orElse("");
        return switch (noun) {
            case EXPRESSION ->
                Optional.ofNullable(BEHIND.get(behind))
                        .or(() -> expression(behind, stumble.context()))
                        .orElse("a value");
            case NAME -> name(behind, stumble.context()).orElse(NAME);
            case TEXT -> text(behind, stumble.context());
            default -> noun;
        };
    }

    private static Optional<String> expression(String behind, ParserRuleContext context) {
        return Optional.ofNullable(
                switch (statement(context)) {
                    case RunbookParser.BackupContext backup -> "a folder";
                    case RunbookParser.DownloadContext download -> "a path";
                    case RunbookParser.ForEachContext each -> "a list";
                    case RunbookParser.HttpContext http when !behind.equals("=") -> "an address";
                    case RunbookParser.RestoreContext restore -> "a backup";
                    case RunbookParser.RunContext run when behind.equals("from") -> "a folder";
                    case RunbookParser.ShellContext shell when behind.equals("from") -> "a folder";
                    case RunbookParser.SqlContext sql -> behind.equals("with") ? "a list of values" : "a statement";
                    case RunbookParser.StepThroughContext step -> "a version";
                    case RunbookParser.SwapContext swap -> behind.equals("to") ? "`next`" : "a source";
                    case RunbookParser.WaitForContext wait when behind.equals("for") -> "a condition";
                    case null, default -> null;
                });
    }

    private static Optional<String> name(String behind, ParserRuleContext context) {
        return Optional.ofNullable(
                switch (behind) {
                    case "backup", "changes", "restore", "swap" -> "a part";
                    case "on" -> "a place";
                    case "set", "unset" -> "a config";
                    case "sql" -> "a database";
                    case "start", "stop" -> "a service";
                    case "step-through" -> "a system";
                    case "," ->
                        switch (statement(context)) {
                            case RunbookParser.StartContext start -> "a service";
                            case RunbookParser.StopContext stop -> "a service";
                            case RunbookParser.BackupContext backup -> "a part";
                            case RunbookParser.RestoreContext restore -> "a part";
                            case null, default -> null;
                        };
                    default -> null;
                });
    }

    private static String text(String behind, ParserRuleContext context) {
        return switch (statement(context)) {
            case RunbookParser.FailContext fail -> "a reason";
            case RunbookParser.NotifyContext notify -> "a message";
            case RunbookParser.PointOfNoReturnContext point -> "a reason";
            case RunbookParser.RequireContext require when behind.equals("else") -> "a reason";
            case RunbookParser.SetKeyContext set -> "a key in quotes";
            case RunbookParser.ShellContext shell -> "a script in quotes";
            case RunbookParser.UnsetKeyContext unset -> "a key in quotes";
            case null, default -> TEXT;
        };
    }

    /** The statement that was being read; null outside of all. */
    private static ParserRuleContext statement(ParserRuleContext context) {
        ParserRuleContext around = context;
        while (around != null
                && !(around instanceof RunbookParser.StatementContext)
                && !(around instanceof RunbookParser.TopLevelContext)) {
            around = around.getParent();
        }
        return around;
    }
}
