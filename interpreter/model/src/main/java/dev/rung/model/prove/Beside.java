package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is said of a backup that is put into a place where it is not safe. */
final class Beside {
    private final Scene scene;
    private final BackUp backUp;
    private final String part;

    Beside(Scene scene, Unmet unmet) {
        this.scene = scene;
        this.backUp = Scene.backedUp(scene.step()).orElseThrow();
        this.part = unmet.parts().getFirst();
    }

    Gap gap() {
        Set<String> workers = workers();
        boolean goesBack = goesBack() || workers.isEmpty();
        Telling telling = new Telling(scene, backUp.data(), List.of());
        Trace trace = telling.of(
                "the backup lies in `" + part + "` itself",
                step -> "",
                List.of(),
                goesBack
                        ? "whoever goes back puts the former `" + part
                                + "` in the place of this one, and the backup is gone with it; so it is when `" + part
                                + "` is lost"
                        : Lists.quoted(workers) + (workers.size() == 1 ? " works" : " work") + " in `" + part
                                + "`; what happens to the files there, by that or by whoever tidies up, happens to the"
                                + " backup");
        return new NoWayBack.BackupBesideTheData(
                trace,
                backUp.directory(),
                part,
                goesBack
                        ? "which a way back replaces"
                        : "in which " + Lists.quoted(workers) + (workers.size() == 1 ? " works" : " work"),
                cure());
    }

    private String cure() {
        String folder = Cures.folder(scene, backUp.data());
        return Cures.backupTo(scene.step(), folder)
                .map(better -> "write `" + better + "` in line " + Trace.line(scene.step())
                        + ": any folder outside of `" + part + "` will do")
                .orElse("take a folder outside of `" + part + "`, such as " + folder);
    }

    private Set<String> workers() {
        Set<String> workers = new TreeSet<>();
        scene.layout().usersOf(Set.of(part)).forEach(service -> workers.add(service.name()));
        return workers;
    }

    /** Whether anything in this hop, or outside of hops, changes what lies there or backs it up. */
    private boolean goesBack() {
        Set<String> changed = new TreeSet<>(backUp.data());
        List<Item.Step> all = new ArrayList<>(scene.earlier());
        all.addAll(scene.body());
        for (Item.Step step : all) {
            changed.addAll(Scene.changedBy(step));
            Scene.backedUp(step).map(BackUp::data).ifPresent(changed::addAll);
        }
        scene.layout().services().stream()
                .filter(service -> scene.isChanged(service.name(), all))
                .map(Layout.Service::migrates)
                .forEach(changed::addAll);
        boolean isCode = all.stream().anyMatch(step -> step.effects().stream().anyMatch(Scene.swaps(part)));
        return isCode || scene.layout().sharing(changed).contains(part);
    }
}
