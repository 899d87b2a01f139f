package dev.rung.driver.contract;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.Driver;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Stage;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A system with a part or a few, and the one hop in which something is done to them. Its services write and migrate all
 * of its data.
 *
 * @param staging the artifacts' new releases
 * @param deeds statements that the effects speak of
 */
record Site(List<Installation.Part> parts, List<Stage> staging, List<Item> deeds) {
    static final Version NEXT = Version.of("2");
    private static final String SYSTEM = "app";
    private static final Location HERE = new Location(new SourceFile("contract.runbook", ""), Span.at(0));

    static Site empty() {
        return new Site(List.of(), List.of(), List.of());
    }

    Site with(String name, Driver driver, Map<String, Object> arguments) {
        List<Installation.Part> more = new ArrayList<>(parts);
        more.add(new Installation.Part(
                name, SYSTEM, driver.signature().gives(), driver.signature().name(), World.arguments(arguments)));
        return new Site(more, staging, deeds);
    }

    Site staging(String artifact, String source) {
        return new Site(parts, List.of(new Stage(artifact, NEXT, source, Optional.empty())), deeds);
    }

    Site deed(Item.Step step) {
        return new Site(parts, staging, List.of(step));
    }

    static Item.Step step(String id, List<Item.Step> undo, dev.rung.model.effect.Effect effect) {
        return new Item.Step(id, "", id, HERE, List.of(effect), Optional.empty(), false, undo);
    }

    private Set<String> names(Type... kinds) {
        Set<String> names = new TreeSet<>();
        parts.stream().filter(part -> List.of(kinds).contains(part.kind())).forEach(part -> names.add(part.name()));
        return names;
    }

    private Layout layout(boolean withinHop) {
        Set<String> data = names(Type.BUCKET, Type.CONFIG, Type.DATABASE, Type.FILES);
        List<String> code = withinHop ? code() : List.of();
        return new Layout(
                List.of(new Layout.CodeGroup(SYSTEM, code, false)),
                data.stream().map(part -> new DataPart(part, false)).toList(),
                names(Type.SERVICE).stream()
                        .map(name -> new Layout.Service(name, SYSTEM, data, data, true))
                        .toList());
    }

    private List<String> code() {
        List<String> code = new ArrayList<>(names(Type.ARTIFACT));
        for (Item deed : deeds) {
            if (deed instanceof Item.Step step && step.effects().getFirst() instanceof SetKey set) {
                code.add(set.part());
            }
        }
        return code;
    }

    Plan plan() {
        Release release = new Release(NEXT, NEXT, Optional.empty(), Map.of(), Optional.empty());
        Version first = Version.of("1");
        Item.Hop hop = new Item.Hop("upgrade/2", SYSTEM, first, release, "the next", layout(true), deeds, List.of());
        Expression one = new Expression.Literal(new Value.Text("1"));
        Installation installation = new Installation(
                List.of(new Installation.Sys(SYSTEM, List.of(), parts, one, one, Map.of(), List.of())));
        return new Plan(
                "Contract",
                installation,
                Map.of(SYSTEM, first),
                layout(false),
                staging,
                List.of(new Item.Ladder("upgrade", SYSTEM, first, NEXT, HERE, List.of(hop))));
    }
}
