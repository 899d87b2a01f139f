package dev.rung.model.prove;

import dev.rung.model.prove.Content.Form;
import dev.rung.model.prove.Runner.End;
import dev.rung.model.prove.Runner.Ending;
import dev.rung.model.prove.SimulatedWorld.Daemon;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.ServiceState.Running;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds what a run has made of the world against what it says that it has. */
final class Judge {
    private final SimulatedWorld world;
    private final List<String> wrong = new ArrayList<>();

    private Judge(SimulatedWorld world) {
        this.world = world;
    }

    /** What is wrong, now, after a while, and after a reboot; empty if nothing is. */
    static List<String> of(SimulatedWorld world, Ending ending) {
        Judge judge = new Judge(world);
        if (ending.end() == End.STUCK) {
            judge.wrong.add("stuck, " + ending.why());
            return judge.wrong;
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

    /** What cannot be mended by anybody any more, or by nobody who has no better backup. */
    static List<String> damage(SimulatedWorld world) {
        Judge judge = new Judge(world);
        judge.wrong.addAll(world.wrongs);
        world.data.forEach((part, content) -> {
            if (content.isLost() || content.form() == Form.HALF) {
                judge.wrong.add("`" + part + "` is " + content.form());
            }
        });
        judge.torn("");
        return judge.wrong;
    }

    private void all(boolean landed, String when) {
        if (!wrong.isEmpty()) {
            return;
        }
        CodeForm form = landed ? CodeForm.NEW : CodeForm.OLD;
        world.code.forEach((artifact, is) -> check(is == form, when + "`" + artifact + "` is " + is));
        world.data.forEach((part, content) -> {
            boolean right = content.form() == Form.NEW || content.form() == Form.OLD && !world.migrates(part);
            boolean whole = landed ? right : content.form() == Form.OLD;
            check(whole, when + "`" + part + "` is " + content.form());
            check(
                    landed || content.marks().stream().allMatch(this::mayStay),
                    when + "`" + part + "` still has " + content.marks());
            Set<Integer> missing = new TreeSet<>(world.writtenThroughOld.get(part));
            missing.removeAll(content.rows());
            missing.removeAll(world.forgiven);
            check(missing.isEmpty(), when + "`" + part + "` lacks what was written through the older code");
        });
        torn(when);
        for (Daemon daemon : world.services.values()) {
            String name = "`" + daemon.shape.name() + "`";
            check(daemon.up(), when + name + " is down");
            check(!daemon.held, when + name + " still has its mark");
            Running expected = landed ? Running.NEW : Running.OLD;
            boolean right = daemon.running == expected || !world.changes(daemon.shape.system());
            check(!daemon.up() || right, when + name + " runs " + daemon.running);
        }
        check(world.inFlight.isEmpty(), when + "somebody still works");
    }

    private boolean mayStay(Content.Mark mark) {
        return !world.severe && mark.through() && world.withoutUndo.contains(mark.deed());
    }

    /** Whatever a service writes, it writes into all of its data at once. */
    private void torn(String when) {
        for (Daemon daemon : world.services.values()) {
            Set<Set<Integer>> views = new HashSet<>();
            for (String part : daemon.shape.writes()) {
                Set<Integer> own = new TreeSet<>(world.data.get(part).rows());
                own.removeIf(row -> !daemon.shape.name().equals(world.writers.get(row)));
                views.add(own);
            }
            check(views.size() < 2, when + "what `" + daemon.shape.name() + "` writes is of two moments");
        }
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }
}
