package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.plan.Item;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Data that no backup would bring back: why those backups that there are do not, and what would. */
final class Cover {
    private final Scene scene;
    private final Effect effect;
    private final State state;
    private final Set<String> parts;

    /** @param parts those that go back together */
    Cover(Scene scene, Effect effect, State state, Collection<String> parts) {
        this.scene = scene;
        this.effect = effect;
        this.state = state;
        this.parts = new TreeSet<>(parts);
    }

    Gap gap() {
        return gapOf(Telling.worst(effect, state, scene.layout()));
    }

    /** @param left what the cut has left */
    Gap gapOf(State left) {
        Telling telling = new Telling(scene, parts, List.of());
        Trace trace = telling.of(
                cut(left), this::about, late(), telling.left(left, isStart() ? "migrated" : "changed"), morning());
        Optional<Item.Step> torn = torn();
        if (torn.isPresent()) {
            Set<String> writers = writers(torn.get());
            return new NoWayBack.BackupWhileRunning(
                    trace,
                    torn.get(),
                    parts,
                    writers,
                    notStopped(torn.get(), writers),
                    does(),
                    Cures.backUpStopped(scene, torn.get(), writers));
        }
        return new NoWayBack.DataLost(trace, parts, does() + ", and " + lack(), Cures.backUp(scene, parts, held()));
    }

    /** A backup behind the break, where none was taken before. */
    private Optional<Trace.Moment> late() {
        return Scene.backups(scene.before()).isEmpty()
                ? Scene.backups(scene.behind()).stream()
                        .filter(step ->
                                Scene.backedUp(step).orElseThrow().data().containsAll(parts))
                        .map(step -> new Trace.Moment(step, "comes too late"))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isStart() {
        return effect instanceof Start;
    }

    private String release() {
        return effect instanceof Start(String service)
                ? scene.newRelease(scene.layout().service(service).system())
                : "this";
    }

    private Set<String> direct() {
        Set<String> direct = new TreeSet<>(
                effect instanceof Start(String service)
                        ? scene.layout().service(service).migrates()
                        : Scene.changes(effect));
        direct.retainAll(parts);
        return direct.isEmpty() ? parts : direct;
    }

    private String does() {
        return release() + " may change " + Lists.quoted(direct()) + " from here on";
    }

    private String cut(State left) {
        boolean isUp =
                effect instanceof Start(String service) && left.service(service).up();
        return isStart()
                ? release() + " begins to migrate " + Lists.quoted(direct())
                        + (isUp ? ", and never becomes healthy" : ", and fails halfway, or the machine goes down")
                : scene.step().waivable()
                        ? "it fails halfway, and the run goes on over that, or the machine goes down"
                        : "it fails halfway, or the machine goes down";
    }

    private String morning() {
        String none = "no backup brings " + Lists.quoted(parts) + " back";
        if (torn().isPresent()) {
            none = "the only copy of " + Lists.quoted(parts) + " was taken while somebody wrote";
        }
        if (effect instanceof Start(String service)) {
            String old = scene.oldRelease(scene.layout().service(service).system());
            String down = scene.rollbacks().isEmpty()
                    ? ""
                    : ", `rollback " + scene.rollbacks().getFirst() + "` takes nothing back that is half migrated";
            return release() + " may not come up, " + old + " must not be started over what is left of "
                    + Lists.quoted(direct()) + down + ", and " + none;
        }
        return "nobody can say how far it came, and " + none;
    }

    /** What matters of a statement before it. */
    private String about(Item.Step step) {
        Optional<BackUp> backUp = Scene.backedUp(step);
        if (backUp.isPresent()) {
            return why(step, backUp.get());
        }
        if (torn().flatMap(taken -> scene.stopInBranch(until(taken), writers(taken)))
                .filter(step::equals)
                .isPresent()) {
            return "in a `when`, so not on every way";
        }
        boolean undoable = step.effects().stream()
                .flatMap(each -> Changes.of(each).stream())
                .anyMatch(
                        changes -> changes.undoable() && changes.data().stream().anyMatch(parts::contains));
        return undoable
                ? "its undo takes back what this has changed, and not what is changed after it"
                : scene.change(step, parts);
    }

    /** Why a backup that was taken before does not help. */
    private String why(Item.Step step, BackUp backUp) {
        Set<String> missing = new TreeSet<>(parts);
        missing.removeAll(backUp.data());
        if (!missing.isEmpty()) {
            return "does not contain " + Lists.quoted(missing) + together(missing);
        }
        Optional<BackupSet> set = set(backUp);
        if (set.filter(taken -> !taken.oneMoment()).isPresent()) {
            Set<String> writers = writers(step);
            return "taken while " + Lists.quoted(writers) + " may write: " + torn(backUp.data());
        }
        if (set.filter(taken -> !taken.untouched()).isPresent()) {
            return "taken when " + Lists.quoted(parts) + " was changed already";
        }
        return scene.sometimes().contains(step.id())
                ? "not taken on every way to line " + Trace.line(scene.step())
                : "";
    }

    private String torn(Set<String> data) {
        boolean copies = scene.layout().data().stream()
                .anyMatch(part -> data.contains(part.name()) && !part.dumpsWhileWritten());
        String moments = data.size() > 1 ? Lists.quoted(data) + " in it are of different moments" : "";
        return !copies
                ? moments
                : "the copy may be torn, " + (moments.isEmpty() ? "" : moments + ", ")
                        + "and what is written after it is lost";
    }

    /** Why something else goes back with what is changed. */
    private String together(Set<String> missing) {
        if (missing.stream().anyMatch(direct()::contains)) {
            return "";
        }
        Set<String> rest = new TreeSet<>(parts);
        rest.removeAll(missing);
        Set<String> writers = new TreeSet<>();
        scene.layout().services().stream()
                .filter(service -> missing.stream().anyMatch(service.writes()::contains)
                        && rest.stream().anyMatch(service.writes()::contains))
                .map(Layout.Service::name)
                .forEach(writers::add);
        String why = writers.isEmpty()
                ? deedOn(missing, rest)
                        .map(step -> "line " + Trace.line(step) + " changes both")
                        .orElse("")
                : Lists.quoted(writers) + (writers.size() == 1 ? " writes" : " write") + " both";
        return why.isEmpty() ? "" : ", which goes back together with " + Lists.quoted(direct()) + ": " + why;
    }

    /** What ties parts together that no service writes together. */
    private Optional<Item.Step> deedOn(Set<String> some, Set<String> others) {
        return state.deeds().stream()
                .filter(deed -> deed.data().stream().anyMatch(some::contains)
                        && deed.data().stream().anyMatch(others::contains))
                .flatMap(deed ->
                        scene.everBefore().stream().filter(step -> step.id().equals(deed.id())))
                .findFirst();
    }

    private Optional<BackupSet> set(BackUp backUp) {
        return state.sets().reversed().stream()
                .filter(set -> set.data().equals(backUp.data()))
                .findFirst();
    }

    /** The statement that took a backup of all of it in time, but while somebody wrote. */
    private Optional<Item.Step> torn() {
        return Scene.backups(scene.before()).reversed().stream()
                .filter(step -> {
                    BackUp backUp = Scene.backedUp(step).orElseThrow();
                    return backUp.data().containsAll(parts)
                            && set(backUp)
                                    .filter(set -> set.untouched() && !set.oneMoment())
                                    .isPresent();
                })
                .findFirst();
    }

    private Set<String> writers(Item.Step backup) {
        Set<String> running = scene.mayRun(until(backup));
        Set<String> data = Scene.backedUp(backup).map(BackUp::data).orElse(parts);
        Set<String> writers = new TreeSet<>();
        scene.layout().services().stream()
                .filter(service ->
                        running.contains(service.name()) && scene.layout().tearsApart(service, data))
                .forEach(service -> writers.add(service.name()));
        return writers.isEmpty() ? scene.users(data) : writers;
    }

    private List<Item.Step> until(Item.Step step) {
        return scene.body().subList(0, Math.max(0, scene.body().indexOf(step)));
    }

    private String notStopped(Item.Step backup, Set<String> writers) {
        return Lists.quoted(writers) + " " + Lists.are(writers) + " not stopped here"
                + scene.stopInBranch(until(backup), writers)
                        .map(stop -> " on every way: line " + Trace.line(stop) + " stands in a `when`")
                        .orElse("");
    }

    private boolean held() {
        return scene.layout().usersOf(parts).stream()
                .allMatch(service -> state.service(service.name()).isHeld());
    }

    /** What is missing, at the end of a sentence. */
    private String lack() {
        List<Item.Step> before = Scene.backups(scene.before()).stream()
                .filter(step ->
                        Scene.backedUp(step).orElseThrow().data().stream().anyMatch(parts::contains))
                .toList();
        if (before.isEmpty()) {
            return "no backup of " + Lists.quoted(direct()) + " is taken before";
        }
        Item.Step last = before.getLast();
        String why = why(last, Scene.backedUp(last).orElseThrow());
        String backup = "the backup in line " + Trace.line(last);
        return why.startsWith("does not ")
                ? backup + " " + why
                : backup + " does not bring " + Lists.quoted(parts) + " back";
    }
}
