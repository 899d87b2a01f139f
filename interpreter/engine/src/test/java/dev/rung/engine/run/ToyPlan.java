package dev.rung.engine.run;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The plan that a careful runbook for the toy lowers to: from 1 over 2 to 3. */
final class ToyPlan {
    private static final Location HERE = new Location(new SourceFile("toy.runbook", ""), Span.at(0));

    private ToyPlan() {}

    static Plan of(Path backups) {
        return of(backups, UnaryOperator.identity());
    }

    /** The second hop has no backup of its own. */
    static Plan withOneBackup(Path backups) {
        return of(
                backups,
                body -> body.stream()
                        .filter(item -> !item.id().equals("upgrade/3/backup-data"))
                        .toList());
    }

    /** @param change what another runbook has in its hops */
    static Plan of(Path backups, UnaryOperator<List<Item>> change) {
        List<Item> before = List.of(step("before/require-version", new Check(is(Operator.GREATER_OR_EQUAL, "1"), "")));
        List<Item> first = change.apply(body("2", backups));
        List<Item> second = change.apply(body("3", backups));
        return of(before, List.of(first, second), List.of());
    }

    /** @param bodies of the hops, from 1 on */
    static Plan of(List<Item> before, List<List<Item>> bodies, List<Item> behind) {
        List<Item.Hop> hops = new ArrayList<>();
        List<Stage> staging = new ArrayList<>();
        for (List<Item> body : bodies) {
            String to = String.valueOf(hops.size() + 2);
            hops.add(hop(to, body));
            staging.add(stage(to));
        }
        Version last = hops.getLast().to().version();
        List<Item> items = new ArrayList<>(before);
        items.add(new Item.Ladder("upgrade", "toy", Version.of("1"), last, HERE, hops));
        items.addAll(behind);
        return new Plan("Toy", installation(), Map.of("toy", Version.of("1")), layout(List.of()), staging, items);
    }

    private static Stage stage(String version) {
        return new Stage("code", Version.of(version), "somewhere", Optional.empty());
    }

    private static Installation installation() {
        return new Installation(List.of(new Installation.Sys(
                "toy",
                List.of(),
                List.of(
                        new Installation.Part("code", "toy", Type.ARTIFACT, "toy-code", Map.of()),
                        new Installation.Part("data", "toy", Type.FILES, "toy-rows", Map.of()),
                        new Installation.Part("server", "toy", Type.SERVICE, "toy-server", Map.of())),
                call("toy-version", Type.VERSION),
                call("toy-health", Type.BOOL),
                Map.of(),
                List.of())));
    }

    private static Expression call(String name, Type type) {
        return new Expression.Call(name, List.of(), Map.of(), type);
    }

    private static Layout layout(List<String> artifacts) {
        Set<String> data = Set.of("data");
        return new Layout(
                List.of(new Layout.CodeGroup("toy", artifacts, false)),
                List.of(new DataPart("data", false)),
                List.of(new Layout.Service("server", "toy", data, data, true)));
    }

    /** What a careful runbook does in the hop to this release. */
    static List<Item> body(String to, Path backups) {
        List<Item> body = new ArrayList<>();
        String id = "upgrade/" + to;
        body.add(step(id + "/stop-server", new Stop("server")));
        body.add(step(id + "/backup-data", new BackUp(Set.of("data"), backups.toString(), Level.RESTORED)));
        body.add(step(id + "/swap-code", new ChangeOver("code", Version.of(to))));
        body.add(step(id + "/start-server", new Start("server")));
        body.add(step(id + "/wait", new Wait(new Condition.Healthy("toy"), Optional.empty())));
        body.add(step(id + "/require-version", new Check(is(Operator.EQUAL, to), "")));
        return body;
    }

    private static Item.Hop hop(String to, List<Item> body) {
        String from = String.valueOf(Integer.parseInt(to) - 1);
        Release release = new Release(Version.of(to), Version.of(to), Optional.empty(), Map.of(), Optional.empty());
        return new Item.Hop(
                "upgrade/" + to,
                "toy",
                Version.of(from),
                release,
                "the next",
                layout(List.of("code")),
                body,
                List.of());
    }

    private static Condition is(Operator relation, String version) {
        return new Condition.InstalledIs("toy", relation, Version.of(version));
    }

    static Item.Step step(String id, Effect effect) {
        return new Item.Step(id, "Upgrade", id, HERE, List.of(effect), Optional.empty(), false, List.of());
    }
}
