package dev.rung.language.lower;

import dev.rung.language.check.Scope;
import dev.rung.language.syntax.Clause;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.Tail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes statements as a person would with the values at hand. */
final class StatementWords {
    private final Wording wording;
    private final Scope scope;

    StatementWords(Wording wording, Scope scope) {
        this.wording = wording;
        this.scope = scope;
    }

    String expression(ExpressionNode node) {
        return wording.of(node, scope);
    }

    String command(ExpressionNode node) {
        return wording.command(node, scope);
    }

    /** What it asks. */
    String asked(Statement.When when) {
        return expression(when.condition());
    }

    /** Without its block. */
    String head(Statement.ForEach each) {
        return "for " + each.variable() + " in " + expression(each.list());
    }

    String of(Statement statement) {
        return body(statement) + tail(statement.tail());
    }

    private String body(Statement statement) {
        return switch (statement) {
            case Statement.Require require -> "require " + expression(require.condition());
            case Statement.RequireVersion require ->
                "require-version "
                        + require.system().map(system -> system + " ").orElse("")
                        + require.relation().word() + " " + expression(require.version());
            case Statement.Backup backup ->
                "backup " + names(backup.parts()) + " to " + expression(backup.directory())
                        + (backup.verified() ? " verified by restore" : "") + clause("keep", backup.keep());
            case Statement.StepThrough step -> "step-through " + step.system() + " to " + expression(step.target());
            case Statement.Stop stop -> "stop " + names(stop.services());
            case Statement.Start start -> "start " + names(start.services());
            case Statement.SwapTo swap -> "swap " + swap.artifact() + " to " + expression(swap.target());
            case Statement.SwapWith swap ->
                "swap " + swap.part() + " with " + expression(swap.source()) + clause("sha256", swap.sha256());
            case Statement.Program run -> program(run);
            case Statement.Restore restore -> "restore " + names(restore.parts()) + clause("from", restore.backup());
            case Statement.Sql sql ->
                "sql " + sql.database() + " "
                        + (sql.isFile() ? "file(" + expression(sql.command()) + ")" : expression(sql.command()))
                        + clause("with", sql.values());
            case Statement.SetKey set ->
                "set " + set.config() + " " + expression(set.key()) + " = " + expression(set.value());
            case Statement.UnsetKey unset -> "unset " + unset.config() + " " + expression(unset.key());
            case Statement.Download download ->
                "download " + expression(download.url()) + " to " + expression(download.target())
                        + clause("sha256", download.sha256());
            case Statement.Acknowledge ignored -> "acknowledge notes";
            case Statement.Notify notify -> "notify " + expression(notify.url()) + " " + expression(notify.text());
            case Statement.Fail fail -> "fail " + expression(fail.why());
            case Statement.LetOnce let -> "let " + let.name() + " = " + expression(let.value());
            case Statement.ForEach each -> head(each);
            case Statement.Http http -> http(http);
            case Statement.WaitFor wait -> "wait for " + expression(wait.condition()) + clause("unless", wait.unless());
            case Statement.Confirm confirm -> "confirm " + confirm.name() + " " + expression(confirm.text());
            case Statement.Manual manual ->
                "manual " + manual.name() + " " + expression(manual.text())
                        + clause("verify", manual.verify())
                        + changes(manual.changes());
            case Statement.PointOfNoReturn point -> "point-of-no-return " + expression(point.why());
            case Statement.Say say -> "say " + expression(say.text());
            case Statement.When when -> "when " + asked(when);
            case Statement.Rollback rollback -> "rollback " + rollback.name();
        };
    }

    /** As it stands, if it can: that is how it was most likely written. */
    private String script(ExpressionNode command) {
        Optional<String> fixed = command instanceof ExpressionNode.Text text ? text.fixed() : Optional.empty();
        return fixed.filter(plain -> plain.chars().noneMatch(c -> c == '\'' || c < ' '))
                .map(plain -> "'" + plain + "'")
                .orElseGet(() -> expression(command));
    }

    private String clause(String word, Optional<ExpressionNode> value) {
        return value.map(said -> " " + word + " " + expression(said)).orElse("");
    }

    private String program(Statement.Program run) {
        String environment = run.environment().stream()
                .map(setting -> setting.name() + " = " + expression(setting.value()))
                .collect(Collectors.joining(", "));
        String expect = run.expect().stream().map(this::expression).collect(Collectors.joining(", "));
        return run.word() + " " + (run instanceof Statement.Shell ? script(run.command()) : expression(run.command()))
                + changes(run.changes())
                + clause("from", run.directory())
                + (environment.isEmpty() ? "" : " with " + environment)
                + (expect.isEmpty() ? "" : " expect " + expect)
                + (run.idempotent() ? " idempotent" : "")
                + run.place().map(place -> " on " + place).orElse("");
    }

    private String http(Statement.Http http) {
        String headers = http.headers().stream()
                .map(header -> expression(header.name()) + " = " + expression(header.value()))
                .collect(Collectors.joining(", "));
        String expect = http.expect().stream().map(this::expression).collect(Collectors.joining(", "));
        return "http " + request(http)
                + (headers.isEmpty() ? "" : " with " + headers)
                + http.content().map(content -> " body " + expression(content)).orElse("")
                + (expect.isEmpty() ? "" : " expect " + expect)
                + changes(http.changes());
    }

    /** {@code POST "https://…"} */
    String request(Statement.Http http) {
        return http.method() + " " + expression(http.url());
    }

    private static String changes(Optional<Clause.Changes> said) {
        return said.map(what -> " changes " + (what.parts().isEmpty() ? "nothing" : names(what.parts())))
                .orElse("");
    }

    private String tail(Tail tail) {
        return tail.within().map(limit -> " within " + expression(limit)).orElse("")
                + tail.retry()
                        .map(retry -> " retry " + expression(retry.times()) + " every " + expression(retry.pause()))
                        .orElse("")
                + (tail.orContinue().isPresent() ? " else continue" : "");
    }

    private static String names(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining(", "));
    }
}
