package dev.rung.language.lower;

import dev.rung.language.check.StatementNames;
import dev.rung.language.syntax.Clause;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.Sql;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lowers what is done beside the usual way, by programs and by people, with what it says that it changes. */
record DeedLowering(Installation installation, Values values, Conditions conditions, StatementWords words) {
    /** @param id of the statement, by which it is taken back */
    Effect run(Statement.Program run, String id) {
        Map<String, Expression> added = new LinkedHashMap<>();
        run.environment()
                .forEach(setting -> added.put(setting.name().text(), values.later(setting.value(), Type.TEXT)));
        Set<Integer> expect = codes(run.expect(), "the exit code");
        Command command = new Command(
                switch (run) {
                    case Statement.Run words -> values.command(words.command());
                    case Statement.Shell shell ->
                        Stream.concat(
                                        Stream.of("/bin/sh", "-eu", "-c")
                                                .<Expression>map(word -> new Literal(new Value.Text(word))),
                                        Stream.of(values.later(shell.command(), Type.TEXT)))
                                .toList();
                },
                run.directory().map(directory -> values.later(directory, Type.TEXT)),
                added,
                expect.isEmpty() ? Set.of(0) : expect,
                run.place().map(Name::text));
        Changes changes = changes(id, run.changes(), run.undo().isPresent(), run.idempotent());
        return new Run(words.command(run.command()), command, changes);
    }

    /** @param id of the statement, by which it is taken back */
    Effect sql(Statement.Sql sql, String id) {
        Set<String> database = Set.of(sql.database().text());
        Expression command = values.later(sql.command(), Type.TEXT);
        return new Sql(
                words.command(sql.command()),
                sql.database().text(),
                sql.isFile() ? new Expression.Call("text-of", List.of(command), Map.of(), Type.TEXT) : command,
                sql.values().map(list -> values.later(list, Type.LIST)),
                new Changes(id, database, Set.of(), true, sql.undo().isPresent(), false));
    }

    /** @param isAside whether it takes something back itself */
    Effect http(Statement.Http http, String id, boolean isAside) {
        Map<String, Expression> headers = new LinkedHashMap<>();
        http.headers()
                .forEach(header -> headers.put(values.text(header.name()), values.later(header.value(), Type.TEXT)));
        Request request = new Request(
                http.method().text(),
                values.later(http.url(), Type.TEXT),
                headers,
                http.content().map(content -> values.later(content, Type.TEXT)),
                codes(http.expect(), "the status"));
        String title = http.method() + " " + words.command(http.url());
        if (http.reads() && http.changes().isEmpty()) {
            return new Call(title, request, Changes.nothing(id, true));
        }
        boolean comesBack = http.changes().isPresent() || http.undo().isPresent() || isAside;
        return comesBack
                ? new Call(
                        title, request, changes(id, http.changes(), http.undo().isPresent(), isIdempotent(http)))
                : new Send(title, request, false);
    }

    /** Of these HTTP says that once more is as good as once. */
    private static boolean isIdempotent(Statement.Http http) {
        return Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PUT")
                .contains(http.method().text());
    }

    private Set<Integer> codes(List<ExpressionNode> nodes, String what) {
        Set<Integer> codes = new LinkedHashSet<>();
        nodes.forEach(code ->
                values.known(code, Type.INT, what).ifPresent(value -> codes.add(Integer.parseInt(value.shown()))));
        return codes;
    }

    Effect confirm(Statement.Confirm confirm, String id) {
        return new Ask(
                confirm.name().text(), values.text(confirm.text()), false, Optional.empty(), Changes.nothing(id, true));
    }

    Effect manual(Statement.Manual manual, String id) {
        return new Ask(
                manual.name().text(),
                values.text(manual.text()),
                true,
                manual.verify().map(conditions::of),
                changes(manual, id, manual.undo().isPresent()));
    }

    /** Told to be done by a name of its own: that the deed was done is no word on its being taken back. */
    Effect undo(Statement.Manual manual, Clause.ManualUndo undo, String id) {
        return new Ask(
                StatementNames.undoing(manual),
                values.text(undo.text()),
                true,
                Optional.empty(),
                changes(manual, id, false));
    }

    private Changes changes(Statement.Manual manual, String id, boolean undoable) {
        return manual.changes().isEmpty() ? Changes.nothing(id, true) : changes(id, manual.changes(), undoable, true);
    }

    private Changes changes(String id, Optional<Clause.Changes> said, boolean undoable, boolean idempotent) {
        if (said.isEmpty()) {
            return new Changes(id, allData(), Set.of(), false, undoable, idempotent);
        }
        Map<Boolean, Set<String>> byKind = said.get().parts().stream()
                .map(Name::text)
                .collect(Collectors.partitioningBy(this::isCode, Collectors.toSet()));
        return new Changes(id, byKind.get(false), byKind.get(true), true, undoable, idempotent);
    }

    private boolean isCode(String part) {
        return installation.part(part).kind() == Type.ARTIFACT;
    }

    private Set<String> allData() {
        Optional<String> system = values.scope().system();
        Set<String> data = new LinkedHashSet<>();
        installation.systems().stream()
                .filter(each -> system.isEmpty() || each.name().equals(system.get()))
                .forEach(each -> data.addAll(Layouts.dataOf(each)));
        return data;
    }
}
