package dev.rung.language.check;

import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.text.SourceMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The last part of a statement's id: what it does to what, never where it stands. */
public final class StatementNames {
    private static final int LONGEST = 48;

    private StatementNames() {}

    public static String of(Statement statement, SourceMap file) {
        return statement.tail().named().map(Name::text).orElseGet(() -> derived(statement, file));
    }

    private static String derived(Statement statement, SourceMap file) {
        return switch (statement) {
            case Statement.Require require -> "require-" + source(require.condition(), file);
            case Statement.RequireVersion require ->
                "require-version" + require.system().map(system -> "-" + system).orElse("");
            case Statement.Backup backup -> "backup-" + joined(backup.parts());
            case Statement.StepThrough step -> "step-through-" + step.system();
            case Statement.Stop stop -> "stop-" + joined(stop.services());
            case Statement.Start start -> "start-" + joined(start.services());
            case Statement.SwapTo swap -> "swap-" + swap.artifact();
            case Statement.SwapWith swap -> "swap-" + swap.part();
            case Statement.Run run -> "run-" + source(run.command(), file);
            case Statement.Http http -> "http-" + kebab(http.method().text()) + "-" + source(http.url(), file);
            case Statement.WaitFor wait -> "wait-for-" + source(wait.condition(), file);
            case Statement.Confirm confirm -> "confirm-" + confirm.name();
            case Statement.Manual manual -> "manual-" + manual.name();
            case Statement.PointOfNoReturn point -> "point-of-no-return";
            case Statement.Acknowledge acknowledge -> "acknowledge-notes";
            case Statement.Download download -> "download-" + source(download.target(), file);
            case Statement.Fail fail -> "fail-" + source(fail.why(), file);
            case Statement.ForEach each -> "for-" + each.variable();
            case Statement.LetOnce let -> "let-" + let.name();
            case Statement.Notify notify -> "notify-" + source(notify.url(), file);
            case Statement.Restore restore -> "restore-" + joined(restore.parts());
            case Statement.SetKey set -> "set-" + set.config() + "-" + source(set.key(), file);
            case Statement.Shell shell -> "shell-" + source(shell.command(), file);
            case Statement.Sql sql -> "sql-" + sql.database() + "-" + source(sql.command(), file);
            case Statement.UnsetKey unset -> "unset-" + unset.config() + "-" + source(unset.key(), file);
            case Statement.Say say -> "say-" + source(say.text(), file);
            case Statement.When when -> "when-" + source(when.condition(), file);
            case Statement.Rollback rollback -> rollback.name().text();
        };
    }

    /** What else has a name is judged by it, and of choices and repetitions that are alike each has its number. */
    static boolean isByForm(Statement statement) {
        return switch (statement) {
            case Statement.ForEach _, Statement.LetOnce _, Statement.Rollback _, Statement.When _ -> false;
            case Statement.Confirm _, Statement.Manual _ ->
                statement.tail().named().isPresent();
            default -> true;
        };
    }

    /** What a person answers to who has taken a deed back: never the name by which it was said to be done. */
    public static String undoing(Statement.Manual manual) {
        return "undo-" + manual.name();
    }

    private static String joined(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining("-"));
    }

    private static String source(ExpressionNode expression, SourceMap file) {
        return kebab(file.text(expression.span()));
    }

    /**
     * Letters and digits in lower case, one hyphen for whatever stands between. Of long ones the first words, with four
     * digits that tell them from others that begin like them.
     */
    public static String kebab(String text) {
        StringBuilder joined = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            if (Character.isLetter(point) || Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                joined.appendCodePoint(point);
            } else if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != '-') {
                joined.append('-');
            }
        });
        if (!joined.isEmpty() && joined.charAt(joined.length() - 1) == '-') {
            joined.setLength(joined.length() - 1);
        }
        String kebab = joined.toString();
        if (kebab.length() <= LONGEST) {
            return kebab.isEmpty() ? "nameless" : kebab;
        }
        int end = kebab.lastIndexOf('-', LONGEST);
        return kebab.substring(0, end > 0 ? end : LONGEST) + "-" + String.format("%04x", kebab.hashCode() & 0xffff);
    }
}
