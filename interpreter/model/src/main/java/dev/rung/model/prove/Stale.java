package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Data that a backup would bring back, but for what users have written since: until when they have, and what would be better. */
final class Stale {
    private final Scene scene;
    private final Effect effect;
    private final State state;
    private final Set<String> parts;

    Stale(Scene scene, Effect effect, State state, Unmet unmet) {
        this.scene = scene;
        this.effect = effect;
        this.state = state;
        this.parts = new TreeSet<>(unmet.parts());
    }

    Gap gap() {
        Optional<Item.Step> backup = backup();
        Set<String> writers = writers(backup);
        Telling telling = new Telling(scene, parts, List.of());
        Trace trace = telling.of(
                does() + ", and fails halfway",
                step -> about(step, backup, writers),
                telling.left(Telling.worst(effect, state, scene.layout()), "changed"),
                backup.map(step -> Lists.quoted(parts) + " can be brought back as in line " + Trace.line(step)
                                + ", without all that users have entered since")
                        .orElse(Lists.quoted(parts) + " can be brought back without what users have entered since the"
                                + " backup"));
        return new NoWayBack.StaleBackup(
                trace, backup, parts, writers, label(backup, writers), does() + " from here on", cure(backup, writers));
    }

    private String about(Item.Step step, Optional<Item.Step> backup, Set<String> writers) {
        if (backup.filter(step::equals).isPresent()) {
            return "the only copy";
        }
        return again(backup, writers).filter(step::equals).isPresent()
                ? "from here on users write what is in no backup"
                : "";
    }

    /** What brings the writers up behind the backup, if they were down. */
    private Optional<Item.Step> again(Optional<Item.Step> backup, Set<String> writers) {
        List<Item.Step> before = scene.everBefore();
        int first = backup.map(before::indexOf).orElse(-1) + 1;
        return Scene.first(before.subList(first, before.size()), Scene.starts(writers));
    }

    private String label(Optional<Item.Step> backup, Set<String> writers) {
        if (backup.isEmpty()) {
            return does() + " from here on";
        }
        return again(backup, writers)
                .map(start -> Lists.quoted(writers) + " " + Lists.are(writers) + " up again from line "
                        + Trace.line(start) + " on, and users write")
                .orElse(Lists.quoted(writers) + " " + Lists.are(writers) + " up after this, and users write");
    }

    private Optional<Item.Step> backup() {
        return Scene.backups(scene.everBefore()).reversed().stream()
                .filter(step ->
                        Scene.backedUp(step).map(BackUp::data).orElseThrow().containsAll(parts))
                .findFirst();
    }

    /** Who writes between the backup and the break. */
    private Set<String> writers(Optional<Item.Step> backup) {
        Set<String> writers = new TreeSet<>(started(backup));
        List<Item.Step> before = scene.before();
        int first = backup.map(step -> before.indexOf(step) + 1).orElse(0);
        for (int behind = first; behind <= before.size(); behind++) {
            writers.addAll(scene.running(before.subList(0, behind)));
        }
        writers.retainAll(scene.layout().services().stream()
                .filter(service -> service.writes().stream().anyMatch(parts::contains))
                .map(Layout.Service::name)
                .toList());
        return writers;
    }

    /** Outside of hops, behind a backup there. */
    private Set<String> started(Optional<Item.Step> backup) {
        List<Item.Step> earlier = scene.earlier();
        int behind = backup.map(earlier::indexOf).orElse(-1) + 1;
        Set<String> started = new TreeSet<>();
        if (behind > 0) {
            earlier.subList(behind, earlier.size())
                    .forEach(step -> step.effects().forEach(effect -> {
                        if (effect instanceof Start(String service)) {
                            started.add(service);
                        }
                    }));
        }
        return started;
    }

    private String does() {
        if (effect instanceof Start(String service)) {
            Set<String> migrated = new TreeSet<>(scene.layout().service(service).migrates());
            migrated.retainAll(parts);
            return scene.newRelease(scene.layout().service(service).system()) + " changes " + Lists.quoted(migrated);
        }
        Set<String> changed = new TreeSet<>(Scene.changes(effect));
        return "this changes " + Lists.quoted(changed.isEmpty() ? parts : changed);
    }

    private String cure(Optional<Item.Step> backup, Set<String> writers) {
        String better = backup.map(step -> Cures.backUpStopped(scene, step, writers))
                .orElseGet(() -> "back up " + Lists.quoted(parts) + " once " + Lists.quoted(writers) + " "
                        + Lists.are(writers) + " stopped");
        return better
                + "; or say how much of it may be lost with `max-loss 12h`, on a line of its own behind `runbook"
                + " \"…\"`";
    }
}
