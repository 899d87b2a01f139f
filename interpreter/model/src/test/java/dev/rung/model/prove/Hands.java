package dev.rung.model.prove;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.PutBack;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Sql;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Undo;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.effect.Wait;
import dev.rung.model.prove.Content.Form;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Does in a simulated world what effects say, in pieces between which it can be cut. */
final class Hands {
    private final SimulatedWorld world;
    private final Deeds deeds;
    private final Set<String> begunBackups = new HashSet<>();

    Hands(SimulatedWorld world) {
        this.world = world;
        this.deeds = new Deeds(world);
    }

    /** Whether it is a program of its own that does it, or a person: either may outlive who began it. */
    static boolean isChild(Effect effect) {
        return effect instanceof Run
                || effect instanceof Ask
                || effect instanceof Import
                || effect instanceof Undo
                || effect instanceof Restore
                || effect instanceof BackUp
                || effect instanceof Revert;
    }

    /**
     * @param believed to hold the world against what was promised of a backup
     * @param folder that a backup goes to
     */
    List<Runnable> pieces(Effect effect, State believed, String folder) {
        mustLoseNothing(effect, believed);
        return switch (effect) {
            case Stop stop -> stop(world.services.get(stop.service()));
            case Start start -> start(world.services.get(start.service()));
            case ReleaseHold release -> List.of(() -> world.services.get(release.service()).held = false);
            case ChangeOver change -> changeOver(change.artifact(), world.base() + 1);
            case PutBack back -> changeOver(back.artifact(), world.base());
            case BackUp backUp -> backUp(backUp, folder);
            case Restore restore -> restore(restore, believed);
            case Run run -> deeds.done(run.changes());
            case Ask ask -> deeds.done(byAPerson(ask.changes()));
            case Import in -> deeds.imported(in);
            case SetKey set -> changeOver(set.part(), world.base() + 1);
            case Sql sql -> deeds.done(sql.changes());
            case Undo undo -> deeds.undone(undo.deed(), believed);
            case Revert revert -> deeds.reverted(revert);
            case Send ignored -> List.of(() -> world.sent = true);
            case Settle ignored -> List.of(this::settle);
            case Wait wait -> List.of(() -> await(wait.condition()));
            case Check check -> List.of(() -> ask(check.condition()));
            default -> List.of();
        };
    }

    /** When data are changed first, all that users have written until then has to be in the backup. */
    private void mustLoseNothing(Effect effect, State believed) {
        if (world.layout.mayLose()) {
            return;
        }
        State bare = believed.withSets(List.of()).withCoveredBefore(Set.of());
        effect.unmet(bare, world.layout).stream()
                .filter(unmet -> unmet.need() == Need.COVER)
                .filter(unmet ->
                        unmet.parts().stream().allMatch(part -> believed.data().get(part) == DataForm.OLD))
                .forEach(unmet -> believed.cover(unmet.parts()).ifPresent(set -> mustHaveAll(set, unmet.parts())));
    }

    private void mustHaveAll(BackupSet set, List<String> parts) {
        Map<String, Content> folder = world.backups.getOrDefault(set.id(), Map.of());
        for (String part : parts) {
            boolean lacks = folder.containsKey(part)
                    && folder.get(part).form() != Form.RUBBISH
                    && !world.missingIn(part, folder.get(part)).isEmpty();
            if (lacks) {
                world.wrongs.add("what users wrote into " + part + " is not in the backup that covers it");
            }
        }
    }

    /** Who is asked again says what he has done already. */
    private static Changes byAPerson(Changes changes) {
        return new Changes(
                changes.deed(), changes.data(), changes.code(), changes.declared(), changes.undoable(), true);
    }

    private List<Runnable> stop(Daemon daemon) {
        Runnable mark = () -> daemon.held = daemon.shape.holds();
        Runnable down = daemon::goDown;
        return world.random.nextBoolean() ? List.of(mark, down) : List.of(down, mark, down);
    }

    private List<Runnable> start(Daemon daemon) {
        return List.of(() -> daemon.held = false, () -> {
            world.comeUp(daemon);
            daemon.warming = world.random.nextBoolean();
        });
    }

    private List<Runnable> changeOver(String artifact, int release) {
        Layout.CodeGroup group = world.layout.groupOf(artifact);
        return List.of(
                () -> {
                    world.code.put(artifact, Daemon.MIXED);
                    world.still = group.changesUnderRunning();
                },
                () -> {
                    world.code.put(artifact, release);
                    world.still = false;
                },
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

    /** Where the next backup into this directory goes: to a folder of its own. */
    String folder(BackUp backUp) {
        String folder = backUp.directory();
        while (!begunBackups.add(folder)) {
            folder += "'";
        }
        return folder;
    }

    private List<Runnable> backUp(BackUp backUp, String id) {
        Map<String, Content> folder = new TreeMap<>();
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
        if (folder == null) {
            throw new Failed("there is no backup " + restore.set());
        }
        boolean even = believed.set(restore.set())
                .filter(set -> set.isEven(restore.data()))
                .isPresent();
        List<Runnable> pieces = new ArrayList<>();
        for (String part : new TreeSet<>(restore.data())) {
            pieces.add(() -> {
                if (world.anythingRunsOver(part)) {
                    world.spoil(part, "it is restored under a running service");
                    return;
                }
                Rows lost = world.missingIn(part, folder.get(part));
                if (!even) {
                    world.forgive(lost);
                } else if (!lost.isEmpty()) {
                    world.wrongs.add("what older code wrote into " + part + " is lost with a set that is even");
                }
                world.data.put(part, folder.get(part));
            });
        }
        return pieces;
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
        for (int i = 0; i < 40 && !holds(condition); i++) {
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
            case Condition.InstalledIs is -> world.saysItIs(is.system(), RandomHop.VERSIONS.indexOf(is.version()));
            case Condition.All all -> all.conditions().stream().allMatch(this::holds);
            case Condition.Holds ignored -> true;
            case Condition.InvariantsHold ignored -> true;
            case Condition.Never ignored -> false;
            case Condition.InstalledIn in -> throw new IllegalStateException("not asked here: " + in);
        };
    }
}
