package dev.rung.model.prove;

import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.Revert;
import dev.rung.model.prove.Content.Form;
import dev.rung.model.prove.Content.Mark;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What programs and persons do to data and code beside the usual way, and how they take it back. */
final class Deeds {
    /** The deeds whose id ends so bring data into the new form; the others leave something in it. */
    static final String MIGRATES = "-form";

    private final SimulatedWorld world;
    private final Map<String, Changes> merges = new TreeMap<>();

    Deeds(SimulatedWorld world) {
        this.world = world;
    }

    List<Runnable> done(Changes changes) {
        if (!changes.undoable() && !changes.isNothing()) {
            world.withoutUndo.add(changes.deed());
        }
        return changes.code().isEmpty() ? deed(changes) : merge(changes);
    }

    /** Somebody who changes code and data together; with an undo he takes care of who starts from them or uses them. */
    private List<Runnable> merge(Changes changes) {
        merges.put(changes.deed(), changes);
        List<Runnable> pieces = new ArrayList<>();
        for (String artifact : new TreeSet<>(changes.code())) {
            pieces.add(() -> world.code.put(artifact, Daemon.MIXED));
            pieces.add(() -> world.code.put(artifact, world.base() + 1));
        }
        for (String part : new TreeSet<>(changes.data())) {
            pieces.add(() -> leave(changes, part));
            pieces.add(() -> bring(changes.deed(), part));
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
            pieces.add(() -> {
                endUndo(changes.deed(), part);
                world.data.computeIfPresent(part, (name, content) -> content.withMarks(Mark::asBefore));
            });
        }
        for (String artifact : new TreeSet<>(changes.code())) {
            pieces.add(() -> world.code.put(artifact, world.base()));
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
            daemon.goDown();
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
        boolean through = changes.data().stream().anyMatch(world::runsOldOver);
        for (String part : new TreeSet<>(changes.data())) {
            if (through) {
                pieces.add(() -> throughService(changes, part));
            } else {
                pieces.add(() -> leave(changes, part));
                pieces.add(() -> bring(changes.deed(), part));
            }
        }
        return pieces;
    }

    private void throughService(Changes changes, String part) {
        if (changes.data().stream().noneMatch(world::runsOldOver)) {
            throw new Failed("no older service is up to do it through");
        }
        Content now = world.data.get(part);
        twice(changes, part, now);
        world.data.put(part, now.withMark(new Mark(changes.deed(), true, now.release(), world.base(), false)));
    }

    /** Whose author does not say that once more does no harm does some. */
    private void twice(Changes changes, String part, Content now) {
        if (now.mark(changes.deed()) != null && !changes.idempotent()) {
            world.spoil(part, "`" + changes.deed() + "` is done twice");
        }
    }

    private void leave(Changes changes, String part) {
        if (world.runsOldOver(part)) {
            world.spoil(part, "it is worked on while older code runs");
        }
        twice(changes, part, world.data.get(part));
        String deed = changes.deed();
        Content now = world.data.get(part);
        int before = now.mark(deed) == null ? now.release() : now.mark(deed).before();
        world.data.put(
                part,
                now.withoutMark(deed)
                        .withMark(new Mark(deed, false, before, world.base() + 1, false))
                        .in(Form.HALF));
    }

    /** What is done under newer code may leave the rest of the work to that. */
    private void bring(String deed, String part) {
        Content now = world.data.get(part);
        Mark mark = now.mark(deed);
        if (mark == null) {
            return;
        }
        for (Daemon daemon : world.services.values()) {
            boolean cares = daemon.running > world.base()
                    && world.changes(daemon.shape.system())
                    && daemon.shape.uses(Set.of(part));
            if (cares && world.random.nextBoolean()) {
                daemon.leftToIt.add(part);
                daemon.migrating.add(part);
                return;
            }
        }
        world.data.put(part, now.of(deed.endsWith(MIGRATES) ? world.base() + 1 : mark.before()));
    }

    List<Runnable> undone(String deed, State believed) {
        if (world.withoutUndo.contains(deed)) {
            return List.of();
        }
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
        if (world.anythingRunsOver(part)) {
            world.spoil(part, "`" + deed + "` is taken back under a running service");
        } else if (mark.overtaken()) {
            world.spoil(part, "`" + deed + "` is taken back over what newer code has made");
        } else if (!now.marks().getLast().equals(mark)) {
            world.spoil(part, "`" + deed + "` is taken back before a later deed");
        } else {
            world.data.put(part, now.in(Form.HALF));
        }
    }

    private void endUndo(String deed, String part) {
        Content now = world.data.get(part);
        Mark mark = now.mark(deed);
        if (mark != null) {
            world.data.put(part, (mark.through() ? now : now.of(mark.before())).withoutMark(deed));
        }
    }

    List<Runnable> reverted(Revert revert) {
        List<Runnable> pieces = new ArrayList<>();
        int newer = world.base() + 1;
        for (String part : new TreeSet<>(revert.data())) {
            pieces.add(() -> {
                Content now = world.data.get(part);
                boolean inPlace = world.layout.usersOf(Set.of(part)).stream()
                        .flatMap(shape -> world.layout.group(shape.system()).artifacts().stream())
                        .allMatch(artifact -> world.code.get(artifact) == newer);
                if (world.anythingRunsOver(part) || now.form() == Form.HALF || !inPlace) {
                    world.spoil(part, "a named rollback runs over what it cannot read");
                } else if (now.release() == newer) {
                    world.data.put(part, now.in(Form.HALF));
                }
            });
            pieces.add(() -> world.data.computeIfPresent(part, (name, content) -> reverted(content)));
        }
        return pieces;
    }

    private Content reverted(Content content) {
        List<Mark> kept = content.marks().stream().filter(Mark::through).toList();
        return content.form() == Form.HALF ? new Content(Form.WHOLE, world.base(), content.rows(), kept) : content;
    }

    /** What was in the database is replaced: only a backup brings it back. */
    List<Runnable> imported(Import in) {
        return in.data().stream()
                .sorted()
                .flatMap(database -> imported(database).stream())
                .toList();
    }

    private List<Runnable> imported(String database) {
        String id = "import " + database;
        world.withoutUndo.add(id);
        return List.of(
                () -> {
                    if (world.anythingRunsOver(database)) {
                        world.spoil(database, "it is filled anew under a running service");
                    }
                },
                () -> {
                    Content now = world.data.get(database);
                    Mark mark = new Mark(id, false, now.release(), world.base() + 1, false);
                    world.data.put(database, now.withMark(mark).of(now.release()));
                });
    }
}
