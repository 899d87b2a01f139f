package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.PutBack;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Undo;
import dev.rung.model.effect.Wait;
import dev.rung.model.prove.Content.Form;
import dev.rung.model.prove.Content.Mark;
import dev.rung.model.prove.SimulatedWorld.Daemon;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Does in a simulated world what effects say, in pieces between which it can be cut. */
final class Hands {
    /** The deeds whose id ends so bring data into the new form; the others leave something in it. */
    static final String MIGRATES = "-form";

    private final SimulatedWorld world;
    private final Version next;
    private final Map<String, Changes> merges = new TreeMap<>();
    private int backups;

    /** It did not work out, and the effect says so. */
    static final class Failed extends RuntimeException {
        Failed(String words) {
            super(words, null, false, false);
        }
    }

    Hands(SimulatedWorld world, Version next) {
        this.world = world;
        this.next = next;
    }

    /** The id that the next backup gets. */
    String nextBackup() {
        return "set-" + (backups + 1);
    }

    /** Whether it is a program of its own that does it, which may outlive who began it. */
    static boolean isChild(Effect effect) {
        return effect instanceof Run
                || effect instanceof Undo
                || effect instanceof Restore
                || effect instanceof BackUp
                || effect instanceof Revert;
    }

    /** @param believed to hold the world against what was promised of a backup */
    List<Runnable> pieces(Effect effect, State believed) {
        return switch (effect) {
            case Stop stop -> stop(world.services.get(stop.service()));
            case Start start -> start(world.services.get(start.service()));
            case ReleaseHold release -> List.of(() -> world.services.get(release.service()).held = false);
            case ChangeOver change -> changeOver(change.artifact(), CodeForm.NEW);
            case PutBack back -> changeOver(back.artifact(), CodeForm.OLD);
            case BackUp backUp -> backUp(backUp);
            case Restore restore -> restore(restore, believed);
            case Run run when !run.changes().code().isEmpty() -> merge(run.changes());
            case Run run -> deed(run.changes());
            case Undo undo -> undo(undo.deed(), believed);
            case Revert revert -> revert(revert);
            case Settle settle -> List.of(this::settle);
            case Wait wait -> List.of(() -> await(wait.condition()));
            case Check check -> List.of(() -> ask(check.condition()));
            default -> List.of();
        };
    }

    private List<Runnable> stop(Daemon daemon) {
        Runnable mark = () -> daemon.held = daemon.shape.holds();
        Runnable down = () -> world.down(daemon);
        return world.random.nextBoolean() ? List.of(mark, down) : List.of(down, mark, down);
    }

    private List<Runnable> start(Daemon daemon) {
        return List.of(() -> daemon.held = false, () -> world.comeUp(daemon));
    }

    private List<Runnable> changeOver(String artifact, CodeForm form) {
        Layout.CodeGroup group = world.layout.groupOf(artifact);
        boolean atOnce = group.changesUnderRunning() && !world.severe;
        return List.of(
                () -> world.code.put(artifact, atOnce ? form : CodeForm.MIXED),
                () -> world.code.put(artifact, form),
                () -> underRunning(group));
    }

    /** Who runs from what is changed under it is restarted by a driver that can; or may not survive it. */
    private void underRunning(Layout.CodeGroup group) {
        for (Layout.Service shape : world.layout.servicesOf(group.system())) {
            Daemon daemon = world.services.get(shape.name());
            if (daemon.up() && group.changesUnderRunning()) {
                world.restart(daemon);
            } else if (daemon.up() && world.random.nextInt(3) == 0) {
                world.fall(shape.name());
            }
        }
    }

    private List<Runnable> backUp(BackUp backUp) {
        Map<String, Content> folder = new TreeMap<>();
        String id = nextBackup();
        backups++;
        List<Runnable> pieces = new ArrayList<>();
        for (String part : new TreeSet<>(backUp.data())) {
            pieces.add(() -> folder.put(part, dump(part)));
        }
        pieces.add(() -> {
            if (world.random.nextInt(6) == 0) {
                if (backUp.level() != BackupSet.Level.TAKEN) {
                    throw new Failed("the backup cannot be read back");
                }
                folder.replaceAll((part, content) -> content.in(Form.RUBBISH));
            }
            world.backups.put(id, Map.copyOf(folder));
        });
        return pieces;
    }

    private Content dump(String part) {
        boolean steady = world.layout.data().stream()
                .filter(shape -> shape.name().equals(part))
                .allMatch(DataPart::dumpsWhileWritten);
        boolean written = world.services.values().stream()
                .anyMatch(daemon -> daemon.up() && daemon.shape.writes().contains(part));
        return !steady && written ? world.data.get(part).in(Form.RUBBISH) : world.data.get(part);
    }

    private List<Runnable> restore(Restore restore, State believed) {
        Map<String, Content> folder = world.backups.get(restore.set());
        boolean even = believed.sets().stream().anyMatch(set -> set.id().equals(restore.set()) && set.even());
        List<Runnable> pieces = new ArrayList<>();
        for (String part : new TreeSet<>(restore.data())) {
            pieces.add(() -> {
                if (world.anythingRunsOver(part)) {
                    world.spoil(part, "it is restored under a running service");
                    return;
                }
                Set<Integer> lost = new TreeSet<>(world.writtenThroughOld.get(part));
                lost.removeAll(folder.get(part).rows());
                lost.removeAll(world.forgiven);
                if (!even) {
                    world.forgiven.addAll(lost);
                } else if (!lost.isEmpty()) {
                    world.wrongs.add("what older code wrote into " + part + " is lost with a set that is even");
                }
                world.data.put(part, folder.get(part));
            });
        }
        return pieces;
    }

    /** Somebody who changes code and data together, and takes care of who starts from them or uses them himself. */
    private List<Runnable> merge(Changes changes) {
        merges.put(changes.deed(), changes);
        List<Runnable> pieces = new ArrayList<>();
        for (String artifact : new TreeSet<>(changes.code())) {
            pieces.add(() -> world.code.put(artifact, CodeForm.MIXED));
            pieces.add(() -> world.code.put(artifact, CodeForm.NEW));
        }
        for (String part : new TreeSet<>(changes.data())) {
            pieces.add(() -> leave(changes.deed(), part));
            pieces.add(() -> world.data.computeIfPresent(part, (name, content) -> done(changes.deed(), content)));
        }
        return changes.undoable() ? aside(changes, pieces) : pieces;
    }

    private List<Runnable> split(Changes changes) {
        List<Runnable> pieces = new ArrayList<>();
        for (String part : new TreeSet<>(changes.data())) {
            pieces.add(() -> {
                Content now = world.data.get(part);
                if (now.mark(changes.deed()) != null) {
                    world.data.put(part, now.in(Form.HALF));
                }
            });
            pieces.add(() -> endUndo(changes.deed(), part));
        }
        for (String artifact : new TreeSet<>(changes.code())) {
            pieces.add(() -> world.code.put(artifact, CodeForm.OLD));
        }
        return aside(changes, pieces);
    }

    /** Who is up is brought down first, and up again in the end; cut between, it is down and nothing brings it up. */
    private List<Runnable> aside(Changes changes, List<Runnable> pieces) {
        Set<String> systems = new TreeSet<>();
        changes.code()
                .forEach(artifact -> systems.add(world.layout.groupOf(artifact).system()));
        List<Daemon> concerned = world.services.values().stream()
                .filter(daemon -> systems.contains(daemon.shape.system()) || daemon.shape.uses(changes.data()))
                .toList();
        List<Daemon> were = concerned.stream().filter(daemon -> !daemon.held).toList();
        List<Runnable> all = new ArrayList<>();
        all.add(() -> concerned.forEach(daemon -> {
            world.down(daemon);
            daemon.held = true;
        }));
        all.addAll(pieces);
        all.add(() -> were.forEach(daemon -> {
            daemon.held = false;
            world.comeUp(daemon);
        }));
        return all;
    }

    private List<Runnable> deed(Changes changes) {
        List<Runnable> pieces = new ArrayList<>();
        if (!changes.undoable()) {
            world.withoutUndo.add(changes.deed());
        }
        boolean through = changes.data().stream().anyMatch(world::runsOldOver);
        for (String part : new TreeSet<>(changes.data())) {
            if (through) {
                pieces.add(() -> throughService(changes.deed(), part, changes.data()));
            } else {
                pieces.add(() -> leave(changes.deed(), part));
                pieces.add(() -> world.data.computeIfPresent(part, (name, content) -> done(changes.deed(), content)));
            }
        }
        return pieces;
    }

    private void throughService(String deed, String part, Set<String> all) {
        if (all.stream().noneMatch(world::runsOldOver)) {
            throw new Failed("no older service is up to do it through");
        }
        Content now = world.data.get(part);
        world.data.put(part, now.withMark(new Mark(deed, true, now.form(), false)));
    }

    private void leave(String deed, String part) {
        if (world.runsOldOver(part)) {
            world.spoil(part, "it is worked on while older code runs");
        }
        Content now = world.data.get(part);
        Form before = now.mark(deed) == null ? now.form() : now.mark(deed).before();
        world.data.put(
                part,
                now.withoutMark(deed)
                        .withMark(new Mark(deed, false, before, false))
                        .in(Form.HALF));
    }

    private static Content done(String deed, Content content) {
        Mark mark = content.mark(deed);
        return mark == null ? content : content.in(deed.endsWith(MIGRATES) ? Form.NEW : mark.before());
    }

    private List<Runnable> undo(String deed, State believed) {
        if (merges.containsKey(deed)) {
            return split(merges.get(deed));
        }
        Set<String> parts =
                believed.deed(deed).map(known -> known.data()).orElseThrow(() -> new IllegalStateException(deed));
        List<Runnable> pieces = new ArrayList<>();
        for (String part : new TreeSet<>(parts)) {
            pieces.add(() -> beginUndo(deed, part, parts));
            pieces.add(() -> endUndo(deed, part));
        }
        return pieces;
    }

    private void beginUndo(String deed, String part, Set<String> all) {
        Content now = world.data.get(part);
        Mark mark = now.mark(deed);
        if (mark == null) {
            return;
        }
        if (mark.through()) {
            if (all.stream().noneMatch(world::runsOldOver)) {
                if (all.stream().anyMatch(world::anythingRunsOver)) {
                    world.spoil(part, "`" + deed + "` is taken back through newer code");
                }
                throw new Failed("no older service is up to take it back through");
            }
            return;
        }
        List<Mark> own = now.marks().stream().filter(other -> !other.through()).toList();
        if (world.anythingRunsOver(part)) {
            world.spoil(part, "`" + deed + "` is taken back under a running service");
        } else if (mark.overtaken()) {
            world.spoil(part, "`" + deed + "` is taken back over what newer code has made");
        } else if (!own.getLast().equals(mark)) {
            world.spoil(part, "`" + deed + "` is taken back before a later deed");
        } else {
            world.data.put(part, now.in(Form.HALF));
        }
    }

    private void endUndo(String deed, String part) {
        Content now = world.data.get(part);
        Mark mark = now.mark(deed);
        if (mark != null) {
            world.data.put(part, (mark.through() ? now : now.in(mark.before())).withoutMark(deed));
        }
    }

    private List<Runnable> revert(Revert revert) {
        List<Runnable> pieces = new ArrayList<>();
        for (String part : new TreeSet<>(revert.data())) {
            pieces.add(() -> {
                Form form = world.data.get(part).form();
                boolean newer = world.layout.usersOf(Set.of(part)).stream()
                        .flatMap(shape -> world.layout.group(shape.system()).artifacts().stream())
                        .allMatch(artifact -> world.code.get(artifact) == CodeForm.NEW);
                if (world.anythingRunsOver(part) || form == Form.HALF || !newer) {
                    world.spoil(part, "a named rollback runs over what it cannot read");
                } else if (form == Form.NEW) {
                    world.data.put(part, world.data.get(part).in(Form.HALF));
                }
            });
            pieces.add(() -> world.data.computeIfPresent(part, (name, content) -> reverted(content)));
        }
        return pieces;
    }

    private static Content reverted(Content content) {
        List<Mark> kept = content.marks().stream().filter(Mark::through).toList();
        return content.form() == Form.HALF ? new Content(Form.OLD, content.rows(), kept) : content;
    }

    /** Waited for, or ended where it is. */
    private void settle() {
        if (world.random.nextBoolean()) {
            try {
                world.inFlight.forEach(Runnable::run);
            } catch (Failed failed) {
                world.note("the child failed");
            }
        }
        world.inFlight.clear();
    }

    private void await(Condition condition) {
        for (int i = 0; i < 12 && !holds(condition); i++) {
            world.tick();
        }
        ask(condition);
    }

    private void ask(Condition condition) {
        if (!holds(condition)) {
            throw new Failed(condition.words() + ": no");
        }
    }

    private boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.Healthy healthy -> world.healthy(healthy.system());
            case Condition.InstalledIs is ->
                world.saysItIs(is.system(), is.version().equals(next) ? CodeForm.NEW : CodeForm.OLD);
            case Condition.All all -> all.conditions().stream().allMatch(this::holds);
            case Condition.Holds holds -> true;
            case Condition.InvariantsHold invariants -> true;
            case Condition.InstalledIn in -> throw new IllegalStateException("not asked here");
        };
    }
}
