package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Wait;
import dev.rung.model.plan.Item;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is said of something that is changed through a running service, and of which nobody says how it is taken back. */
final class Unrevoked {
    private final Scene scene;
    private final Set<String> parts;
    private final Set<String> services;

    Unrevoked(Scene scene, State state, List<String> parts) {
        this.scene = scene;
        this.parts = new TreeSet<>(parts);
        this.services = new TreeSet<>(scene.users(parts));
        services.removeIf(service -> !state.service(service).up());
    }

    Gap gap() {
        Telling telling = new Telling(scene, parts, services);
        Trace trace = telling.of(
                Causes.CUT + (scene.isLast() ? "" : ", or a later statement fails"),
                step -> "",
                List.of(Lists.quoted(parts) + " " + Lists.are(parts) + " changed, half or whole, and "
                        + Lists.quoted(services) + (services.size() == 1 ? " goes" : " go") + " on writing to "
                        + (parts.size() == 1 ? "it" : "them")),
                "a restore would throw away what users have entered since the backup, so nobody takes it, and nothing"
                        + " else takes this back");
        return new NoWayBack.NoUndo(trace, parts, services, cure());
    }

    private String cure() {
        return intoTheHop()
                        .map(hop -> hop + "; or say with `undo { … }` how it is taken back")
                        .orElseGet(() -> "say with `undo { … }` how it is taken back, or " + stopped())
                + "; if it changes nothing after all, say `changes nothing`";
    }

    private String stopped() {
        return Scene.backups(scene.behind()).stream()
                .filter(this::covers)
                .findFirst()
                .map(step -> "move it after " + Trace.named(step))
                .orElseGet(() -> "do it while " + Lists.quoted(services) + " " + Lists.are(services)
                        + " stopped, after a backup");
    }

    /** Between a start of the new release and the question whether that is well, a backup covers it. */
    private Optional<String> intoTheHop() {
        return scene.ladders().stream()
                .filter(ladder -> !ladder.isBehind(scene.step()))
                .flatMap(ladder -> into(ladder).stream())
                .findFirst();
    }

    private Optional<String> into(Climbed ladder) {
        List<Item.Step> body = ladder.body();
        Optional<Item.Step> backup =
                Scene.backups(body).stream().filter(this::covers).findFirst();
        Optional<Item.Step> start = Scene.last(body, Scene.starts(services));
        Optional<Item.Step> waits = start.flatMap(
                step -> Scene.first(body.subList(body.indexOf(step) + 1, body.size()), Unrevoked::isHealthy));
        return backup.flatMap(covered -> waits.map(step -> "move it into the hop, before " + Trace.named(step)
                + ": there the backup of line " + Trace.line(covered) + " covers it"));
    }

    private boolean covers(Item.Step step) {
        return Scene.backedUp(step).map(BackUp::data).orElseThrow().containsAll(parts);
    }

    private static boolean isHealthy(Effect effect) {
        return effect instanceof Wait(Condition.Healthy healthy, Optional<Condition> unless);
    }
}
