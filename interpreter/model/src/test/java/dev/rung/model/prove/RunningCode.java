package dev.rung.model.prove;

import dev.rung.model.prove.Content.Form;
import dev.rung.model.prove.Content.Mark;
import dev.rung.model.state.Layout;
import java.util.List;
import java.util.stream.Stream;

/** What services do by themselves: come up, migrate what they find, write, fall over. */
final class RunningCode {
    private final SimulatedWorld world;
    private int lastRow;

    RunningCode(SimulatedWorld world) {
        this.world = world;
    }

    void passTime(Daemon daemon) {
        if (!daemon.up() && !daemon.held && daemon.comesUpByItself && world.random.nextBoolean()) {
            world.note(daemon.shape.name() + " comes up by itself");
            comeUp(daemon);
        }
        if (daemon.isMigrating() && world.random.nextInt(world.temper.migrations()) == 0) {
            if (world.temper.frail() && world.random.nextInt(3) == 0) {
                world.fall(daemon.shape.name());
            } else {
                finishMigrating(daemon);
            }
        }
        daemon.warming = daemon.warming && world.random.nextBoolean();
    }

    void comeUp(Daemon daemon) {
        if (daemon.up()) {
            return;
        }
        daemon.running = inPlace(daemon.shape);
        world.note(daemon.shape.name() + " runs " + (daemon.running == Daemon.MIXED ? "mixed code" : daemon.running));
        if (daemon.running == Daemon.MIXED) {
            // Where a driver changes over under running services nothing can prevent it; there cover mends it.
            Layout.CodeGroup group = world.layout.group(daemon.shape.system());
            if (!group.changesUnderRunning() || group.artifacts().size() > 1) {
                world.wrongs.add("a mixed group was started with `" + daemon.shape.name() + "`");
            }
            daemon.shape.writes().forEach(part -> world.spoil(part, "a mixed group starts over it"));
        } else if (daemon.running == world.base()) {
            daemon.shape.writes().stream()
                    .filter(part -> !world.suits(daemon.running, part))
                    .forEach(part -> world.spoil(part, "older code of " + daemon.shape.name() + " starts over it"));
        } else if (world.changes(daemon.shape.system())) {
            daemon.shape.migrates().forEach(part -> beginMigrating(daemon, part));
            daemon.leftToIt.stream()
                    .filter(part -> world.data.get(part).workedOnAs(daemon.running))
                    .forEach(daemon.migrating::add);
        }
    }

    /** Code that no hop changes works with whatever whole form it finds; what is changed only later is older until then. */
    private int inPlace(Layout.Service shape) {
        int older = world.base();
        if (world.isLeftBehind(shape.system())) {
            return older;
        }
        if (!world.changes(shape.system())) {
            return shape.writes().stream().allMatch(part -> world.suits(older, part)) ? older : older + 1;
        }
        List<Integer> releases = world.layout.group(shape.system()).artifacts().stream()
                .map(world.code::get)
                .distinct()
                .toList();
        return releases.size() == 1 ? releases.getFirst() : Daemon.MIXED;
    }

    private void beginMigrating(Daemon daemon, String part) {
        Content content = world.data.get(part).withMarks(Mark::overtake);
        world.data.put(part, content);
        boolean another =
                world.services.values().stream().anyMatch(other -> other != daemon && other.migrating.contains(part));
        if (world.runsOldOver(part)) {
            world.spoil(part, "newer code starts over it while older code runs");
        } else if (content.workedOnAs(daemon.running)) {
            world.note(daemon.shape.name() + " finds newer data that are being worked on");
        } else if (content.form() == Form.HALF && !another && world.random.nextBoolean()) {
            world.spoil(part, Form.RUBBISH, "newer code starts over what is half migrated");
        } else if (!content.isLost() && (content.form() == Form.HALF || content.release() != daemon.running)) {
            world.data.put(part, content.in(Form.HALF));
            daemon.migrating.add(part);
        }
    }

    void finishMigrating(Daemon daemon) {
        world.note(daemon.shape.name() + " has migrated");
        for (String part : daemon.migrating) {
            Content content = world.data.get(part);
            boolean migrates = daemon.shape.migrates().contains(part);
            world.data.put(part, content.of(migrates ? daemon.running : content.release()));
        }
        daemon.leftToIt.removeAll(daemon.migrating);
        daemon.migrating.clear();
    }

    void write(Daemon daemon) {
        Layout.Service shape = daemon.shape;
        if (daemon.running == Daemon.MIXED) {
            shape.writes().forEach(part -> world.spoil(part, "mixed code of " + shape.name() + " writes it"));
        } else if (daemon.running == world.base()) {
            int row = newRow(shape);
            for (String part : shape.writes()) {
                boolean newer = world.migrates(part) && world.runsNewOver(part);
                if (world.suits(daemon.running, part) && !newer) {
                    world.data.computeIfPresent(part, (name, content) -> content.with(row));
                    world.writtenThroughOld.computeIfPresent(part, (name, rows) -> rows.with(row));
                } else {
                    world.spoil(part, "older code of " + shape.name() + " writes it");
                }
            }
        } else if (!daemon.isMigrating() && works(daemon)) {
            int row = newRow(shape);
            shape.writes().forEach(part -> world.data.computeIfPresent(part, (name, content) -> content.with(row)));
        }
    }

    private int newRow(Layout.Service shape) {
        world.writtenBy.computeIfPresent(shape.name(), (name, rows) -> rows.with(++lastRow));
        return lastRow;
    }

    /** Whether it is over data that it can work with. */
    boolean works(Daemon daemon) {
        return daemon.running != Daemon.MIXED
                && (daemon.running == world.base() || !world.temper.broken())
                && Stream.concat(daemon.shape.writes().stream(), daemon.shape.migrates().stream())
                        .allMatch(part -> world.suits(daemon.running, part));
    }
}
