package dev.rung.language.lower;

import dev.rung.language.check.Scope;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.effect.Acknowledge;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Download;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.Remember;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.state.BackupSet;
import dev.rung.model.text.SourceMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes of a statement what it does: effects, in their order. */
final class EffectLowering {
    private final Environment environment;
    private final Installation installation;
    private final SourceMap file;
    private final Scope scope;
    private final boolean isAside;
    private final Noting noting;
    private final ExpressionLowering expressions;
    private final Conditions conditions;
    private final StatementWords words;
    private final Values values;
    private final DeedLowering deeds;
    private final Staging staging;

    /** @param isAside whether it takes something back, if it is done at all */
    EffectLowering(
            Environment environment,
            Installation installation,
            Values values,
            StatementWords words,
            boolean isAside,
            Noting noting,
            Staging staging) {
        this.environment = environment;
        this.installation = installation;
        this.file = values.file();
        this.scope = values.scope();
        this.isAside = isAside;
        this.noting = noting;
        this.expressions = values.expressions();
        this.conditions = new Conditions(environment, expressions, file, scope);
        this.words = words;
        this.values = values;
        this.deeds = new DeedLowering(installation, values, conditions, words);
        this.staging = staging;
    }

    /** What asks of a body's conditions. */
    Conditions conditions() {
        return conditions;
    }

    DeedLowering deeds() {
        return deeds;
    }

    /** @param id of the statement */
    List<Effect> of(Statement statement, String id) {
        return switch (statement) {
            case Statement.Require require ->
                List.of(new Check(
                        conditions.of(require.condition()),
                        require.otherwise().map(this::text).orElse("")));
            case Statement.RequireVersion require -> requireVersion(require);
            case Statement.Backup backup -> List.of(backUp(backup));
            case Statement.Stop stop -> stop(stop);
            case Statement.Start start -> start(start);
            case Statement.SwapTo swap ->
                change(
                        new ChangeOver(
                                swap.artifact().text(),
                                environment.hop().orElseThrow().next().version()),
                        Set.of(swap.artifact().text()));
            case Statement.SwapWith swap -> swapWith(swap);
            case Statement.Restore restore ->
                change(
                        new Import(
                                names(restore.parts()),
                                restore.backup().map(from -> expressions.lower(from, scope, Type.TEXT)),
                                restore.backup().map(words::expression).orElse("the newest backup of this run")),
                        names(restore.parts()));
            case Statement.Sql sql -> deed(deeds.sql(sql, id));
            case Statement.SetKey set ->
                change(
                        new SetKey(
                                set.config().text(),
                                text(set.key()),
                                Optional.of(expressions.lower(set.value(), scope, Type.TEXT))),
                        Set.of(set.config().text()));
            case Statement.UnsetKey unset ->
                change(
                        new SetKey(unset.config().text(), text(unset.key()), Optional.empty()),
                        Set.of(unset.config().text()));
            case Statement.Download download ->
                List.of(new Download(
                        id,
                        words.command(download.url()),
                        expressions.lower(download.url(), scope, Type.TEXT),
                        expressions.lower(download.target(), scope, Type.TEXT),
                        download.sha256().map(digest -> expressions.lower(digest, scope, Type.TEXT))));
            case Statement.Acknowledge ignored -> List.of(new Acknowledge(List.of()));
            case Statement.Notify notify ->
                List.of(new Notify(
                        words.command(notify.url()),
                        expressions.lower(notify.url(), scope, Type.TEXT),
                        text(notify.text())));
            case Statement.Fail fail -> List.of(new Check(new Condition.Never(text(fail.why())), ""));
            case Statement.LetOnce let ->
                List.of(new Remember(let.name().text(), expressions.lower(let.value(), scope, Type.READING)));
            case Statement.Program run -> deed(deeds.run(run, id));
            case Statement.Http http -> deed(deeds.http(http, id, isAside));
            case Statement.WaitFor wait ->
                List.of(new Wait(conditions.of(wait.condition()), wait.unless().map(conditions::of)));
            case Statement.Confirm confirm -> List.of(deeds.confirm(confirm, id));
            case Statement.Manual manual -> deed(deeds.manual(manual, id));
            case Statement.PointOfNoReturn point -> List.of(new NoReturn(text(point.why())));
            case Statement.Say say -> List.of(new Tell(text(say.text())));
            case Statement.StepThrough _, Statement.When _, Statement.ForEach _, Statement.Rollback _ ->
                throw unexpected(statement);
        };
    }

    /** Of an artifact the hop's release from another source: staged like that of the release file. */
    private List<Effect> swapWith(Statement.SwapWith swap) {
        Set<String> part = Set.of(swap.part().text());
        if (installation.part(swap.part().text()).kind() == Type.ARTIFACT) {
            String address = value(swap.source(), Type.TEXT, "where it comes from")
                    .map(Value::shown)
                    .orElse("");
            Optional<String> digest = swap.sha256()
                    .flatMap(each -> value(each, Type.TEXT, "its digest"))
                    .map(Value::shown);
            staging.put(swap.part().text(), new Staging.Source(Sources.beside(file.main(), address), digest));
            return change(
                    new ChangeOver(
                            swap.part().text(),
                            environment.hop().orElseThrow().next().version()),
                    part);
        }
        return change(
                new Import(
                        part,
                        Optional.of(expressions.lower(swap.source(), scope, Type.TEXT)),
                        words.expression(swap.source())),
                part);
    }

    private Effect backUp(Statement.Backup backup) {
        String directory = value(backup.directory(), Type.TEXT, "the folder of backups")
                .map(Value::shown)
                .orElse("");
        return new BackUp(
                names(backup.parts()),
                directory,
                backup.verified() ? BackupSet.Level.RESTORED : BackupSet.Level.READ_BACK,
                Places.partAt(directory, installation),
                backup.keep()
                        .flatMap(number -> value(number, Type.INT, "how many are kept"))
                        .flatMap(number -> number instanceof Value.Whole(long many)
                                ? Optional.of(Math.toIntExact(many))
                                : Optional.empty()));
    }

    private static IllegalStateException unexpected(Statement statement) {
        return new IllegalStateException("a bug: `" + statement.word() + "` is no step");
    }

    private List<Effect> requireVersion(Statement.RequireVersion require) {
        String system = require.system().map(Name::text).or(scope::system).orElseThrow();
        Condition condition = conditions.version(require, system);
        List<Effect> effects = new ArrayList<>(List.of(new Check(condition, "")));
        boolean lands = isNext(condition, environment);
        if (require.relation() == Operator.EQUAL) {
            environment
                    .questions()
                    .ifPresent(hearer ->
                            hearer.asked(in -> isNext(versionIn(in, require, system), in.environment()), lands));
        }
        if (lands
                && noting.isStarted()
                && !installation.system(system).invariants().isEmpty()) {
            effects.add(new Check(new Condition.InvariantsHold(system), ""));
        }
        return effects;
    }

    private Condition versionIn(ExpressionLowering hop, Statement.RequireVersion require, String system) {
        return new Conditions(hop.environment(), hop, file, scope).version(require, system);
    }

    /** Whether it asks for what the hop goes to. */
    private static boolean isNext(Condition condition, Environment environment) {
        return condition instanceof Condition.InstalledIs is
                && is.relation() == Operator.EQUAL
                && environment
                        .hop()
                        .filter(hop -> hop.system().equals(is.system())
                                && hop.next().version().equals(is.version()))
                        .isPresent();
    }

    private List<Effect> stop(Statement.Stop stop) {
        List<Effect> effects = noting.beforeStop(names(stop.services()));
        stop.services().forEach(service -> effects.add(new Stop(service.text())));
        return effects;
    }

    private List<Effect> change(Effect change, Set<String> parts) {
        List<Effect> effects = noting.beforeChange(parts);
        effects.add(change);
        return effects;
    }

    private List<Effect> deed(Effect deed) {
        Set<String> parts = new LinkedHashSet<>();
        Changes.of(deed).ifPresent(changes -> {
            parts.addAll(changes.data());
            parts.addAll(changes.code());
        });
        return parts.isEmpty() ? List.of(deed) : change(deed, parts);
    }

    /** Services start in the reverse of the order in which the file writes them. */
    private List<Effect> start(Statement.Start start) {
        noting.started();
        List<String> order =
                installation.parts().stream().map(Installation.Part::name).toList();
        return start.services().stream()
                .map(Name::text)
                .sorted((one, other) -> Integer.compare(order.indexOf(other), order.indexOf(one)))
                .<Effect>map(Start::new)
                .toList();
    }

    private static Set<String> names(List<Name> names) {
        return new LinkedHashSet<>(names.stream().map(Name::text).toList());
    }

    private String text(ExpressionNode node) {
        return values.text(node);
    }

    private Optional<Value> value(ExpressionNode node, Type wanted, String what) {
        return values.known(node, wanted, what);
    }
}
