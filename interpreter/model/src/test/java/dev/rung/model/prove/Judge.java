package dev.rung.model.prove;

import dev.rung.model.prove.Content.Form;
import dev.rung.model.prove.Content.Mark;
import dev.rung.model.prove.Runner.End;
import dev.rung.model.prove.Runner.Ending;
import dev.rung.model.state.ServiceState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what a run has made of the world against what it says that it has. */
final class Judge {
    private final SimulatedWorld world;
    private final Map<String, ServiceState> found;
    private final List<String> wrong = new ArrayList<>();

    private Judge(SimulatedWorld world, Map<String, ServiceState> found) {
        this.world = world;
        this.found = found;
    }

    /**
     * What is wrong, now, after a while, and after a reboot; empty if nothing is.
     *
     * @param found the services that were down when it began
     */
    static List<String> of(SimulatedWorld world, Map<String, ServiceState> found, Ending ending) {
        Judge judge = new Judge(world, found);
        if (ending.end() == End.STUCK) {
            judge.wrong.add("stuck, " + ending.why());
            return judge.wrong;
        }
        if (ending.end() == End.FORWARD) {
            return world.wrongs;
        }
        boolean landed = ending.end() == End.LANDED;
        judge.wrong.addAll(world.wrongs);
        judge.all(landed, "");
        world.rest();
        judge.all(landed, "after a while, ");
        world.reboot();
        world.rest();
        judge.all(landed, "after a reboot, ");
        return judge.wrong;
    }

    /** What nobody can bring to the origin or the goal any more, whatever backups he has. */
    static List<String> damage(SimulatedWorld world) {
        Judge judge = new Judge(world, Map.of());
        judge.all(true, "");
        if (judge.wrong.isEmpty() && world.wrongs.isEmpty()) {
            return List.of();
        }
        judge.wrong.clear();
        judge.wrong.addAll(world.wrongs);
        judge.check(!world.sent, "what was sent cannot be taken back");
        world.data.forEach((part, content) -> judge.check(
                judge.isUndoable(content) || judge.isMendable(part),
                "`" + part + "` is " + content.form() + " " + content.release() + " with " + content.marks()));
        judge.torn("");
        return judge.wrong;
    }

    /** Whether it is as it was, but for what somebody knows how to take back. */
    private boolean isUndoable(Content content) {
        List<Mark> marks = content.marks();
        boolean inWork = content.form() == Form.HALF
                && !marks.isEmpty()
                && marks.getLast().before() == world.base();
        return (inWork || content.form() == Form.WHOLE && content.release() == world.base())
                && marks.stream().noneMatch(mark -> mark.overtaken() || world.withoutUndo.contains(mark.deed()));
    }

    private boolean isMendable(String part) {
        Set<String> together = world.layout.sharing(Set.of(part));
        return world.backups.values().stream()
                .anyMatch(folder -> folder.keySet().containsAll(together)
                        && together.stream().allMatch(each -> isOrigin(folder.get(each)))
                        && isOfOneMoment(folder));
    }

    private boolean isOrigin(Content content) {
        return content.form() == Form.WHOLE
                && content.release() == world.base()
                && content.marks().stream().noneMatch(mark -> world.withoutUndo.contains(mark.deed()));
    }

    private void all(boolean landed, String when) {
        if (!wrong.isEmpty()) {
            return;
        }
        int release = landed ? world.base() + 1 : world.base();
        world.code.forEach((artifact, is) -> check(is == release, when + "`" + artifact + "` is " + is));
        world.data.forEach((part, content) -> {
            boolean right =
                    content.form() == Form.WHOLE && (content.release() == release || landed && !world.migrates(part));
            check(right, when + "`" + part + "` is " + content.form() + " " + content.release());
            check(landed || content.marks().isEmpty(), when + "`" + part + "` still has " + content.marks());
            check(
                    world.missingIn(part, content).isEmpty(),
                    when + "`" + part + "` lacks what was written through the older code");
        });
        torn(when);
        world.services.values().forEach(daemon -> service(daemon, release, when));
        check(world.inFlight.isEmpty(), when + "somebody still works");
        check(landed || !world.sent, when + "what was sent cannot be taken back");
    }

    private void service(Daemon daemon, int release, String when) {
        String name = "`" + daemon.shape.name() + "`";
        ServiceState before = found.get(daemon.shape.name());
        if (before == null) {
            check(daemon.up(), when + name + " is down");
            check(!daemon.warming || !isAsked(daemon, release), when + name + " does not answer");
        }
        boolean mayBeHeld = before != null && before.held();
        check(!daemon.held || mayBeHeld, when + name + " still has its mark");
        check(daemon.held || !mayBeHeld || release > world.base(), when + name + " has lost its mark");
        boolean right = daemon.running == release || !world.changes(daemon.shape.system());
        check(!daemon.up() || right, when + name + " runs " + daemon.running);
    }

    /** Whether a system that was not all up was well nobody knows, so on a way back nobody waits until it is. */
    private boolean isAsked(Daemon daemon, int release) {
        return release > world.base()
                || world.layout.servicesOf(daemon.shape.system()).stream()
                        .noneMatch(service -> found.containsKey(service.name()));
    }

    /** Whatever a service writes, it writes into all of its data at once. */
    private void torn(String when) {
        for (Daemon daemon : world.services.values()) {
            check(
                    isOfOneMoment(daemon, world.data),
                    when + "what `" + daemon.shape.name() + "` writes is of two moments");
        }
    }

    private boolean isOfOneMoment(Map<String, Content> contents) {
        return world.services.values().stream().allMatch(daemon -> isOfOneMoment(daemon, contents));
    }

    private boolean isOfOneMoment(Daemon daemon, Map<String, Content> contents) {
        Set<Rows> views = new HashSet<>();
        for (String part : daemon.shape.writes()) {
            if (contents.containsKey(part)) {
                views.add(contents.get(part).rows().in(world.writtenBy.get(daemon.shape.name())));
            }
        }
        return views.size() < 2;
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
