package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is said of a service that was up and is not in the end. */
final class LeftDown {
    private final Scene scene;
    private final State seen;
    private final Layout.Service service;
    private final Set<String> name;
    private final Optional<Item.Step> stop;

    LeftDown(Scene scene, State seen, Layout.Service service) {
        this.scene = scene;
        this.seen = seen;
        this.service = service;
        this.name = Set.of(service.name());
        this.stop = Scene.last(scene.body(), Scene.stops(name));
    }

    Gap gap() {
        Telling telling = new Telling(scene, List.of(), name);
        Trace told = telling.of(
                stop.filter(scene.step()::equals).isPresent() ? "" : "the " + scene.whole() + " ends here",
                step -> scene.isSometimes(step)
                                && Scene.starts(name).test(step.effects().getFirst())
                        ? "in a `when`, so not on every way"
                        : "",
                telling.left(seen, "perhaps migrated"),
                "nothing has failed, and `" + service.name() + "` is down");
        return new NeverLands.ServiceLeftDown(with(told, skipped()), service.name(), stop, label(), cure());
    }

    /** Of one that was down and free to come up: nobody but a journal would know why it does not come up any more. */
    Gap held(String why) {
        Item.Step holds = stop.orElse(scene.step());
        Trace trace = new Telling(scene, List.of(), name)
                .of("", step -> "", List.of(), "`" + service.name() + "` does not come up at the next boot");
        String help = "take " + Trace.named(holds) + " out, or " + start();
        return new NeverLands.HopNeverLands(
                trace, holds, false, why, "stopped here, which holds it, and not started", help);
    }

    private static Trace with(Trace told, Optional<Trace.Moment> more) {
        List<Trace.Moment> moments = new ArrayList<>(told.moments());
        more.ifPresent(moments::add);
        return new Trace(told.step(), told.hops(), moments, told.left(), told.morning());
    }

    /** A ladder that starts it, and that is not climbed on every way. */
    private Optional<Climbed> restarting() {
        return scene.ladders().stream()
                .filter(ladder -> stop.filter(ladder::isBehind).isPresent())
                .filter(ladder -> ladder.first(Scene.starts(name)).isPresent())
                .findFirst();
    }

    private Optional<Trace.Moment> skipped() {
        return restarting()
                .map(ladder -> new Trace.Moment(
                        ladder.first(Scene.starts(name)).orElseThrow(),
                        "not reached where `" + ladder.system() + "` is "
                                + ladder.hops().getLast().split(" → ")[1] + " already, and needs no hop"));
    }

    private String label() {
        if (stop.isEmpty()) {
            return "it ends here";
        }
        return restarting()
                .map(ladder -> "stopped here, and line "
                        + Trace.line(ladder.first(Scene.starts(name)).orElseThrow()) + " starts it again only if `"
                        + ladder.system() + "` is upgraded")
                .or(() -> sometimesStarted()
                        .map(start ->
                                "stopped here, and line " + Trace.line(start) + " starts it again only in its `when`"))
                .orElse("stopped here, and nothing starts it again");
    }

    private Optional<Item.Step> sometimesStarted() {
        return Scene.last(behindStop(), Scene.starts(name)).filter(scene::isSometimes);
    }

    private List<Item.Step> behindStop() {
        return stop.map(step -> scene.body()
                        .subList(scene.body().indexOf(step) + 1, scene.body().size()))
                .orElse(List.of());
    }

    private String cure() {
        Optional<Item.Step> outOfBranch = sometimesStarted();
        if (outOfBranch.isPresent()) {
            return "take " + Trace.named(outOfBranch.get()) + " out of its `when`";
        }
        boolean startsEarlier = stop.isPresent()
                && Scene.first(scene.body().subList(0, scene.body().indexOf(stop.get())), Scene.starts(name))
                        .isPresent();
        if (behindStop().isEmpty() && scene.ladders().isEmpty() && stop.isPresent()) {
            return "take " + Trace.named(stop.get()) + " out";
        }
        return startsEarlier ? "take " + Trace.named(stop.get()) + " out, or " + start() : start();
    }

    private String start() {
        Set<String> others = new TreeSet<>();
        scene.layout().servicesOf(service.system()).forEach(other -> others.add(other.name()));
        Optional<Item.Step> started = Scene.last(behindStop(), Scene.starts(others));
        if (started.isPresent()) {
            return Cures.starting(started.get(), service.name())
                    .map(both -> "write `" + both + "` in line " + Trace.line(started.get()))
                    .orElse("start `" + service.name() + "`, too, at " + Trace.named(started.get()));
        }
        if (scene.hops().isEmpty()) {
            return "add `start " + service.name() + "` " + end();
        }
        String asked = ", then " + new Asking(scene).healthy(service.system()) + " and "
                + new Asking(scene).version(service.system()) + ",";
        return "add `start " + service.name() + "`" + asked + " after " + Trace.named(scene.step());
    }

    /** Where a run ends, and not only a hop. */
    private String end() {
        Item.Step last = behindStop().isEmpty() ? scene.step() : behindStop().getLast();
        return scene.ladders().stream().anyMatch(ladder -> ladder.isBehind(last))
                ? "after the last `step-through`, in a phase of its own: `phase \"Open\" { start " + service.name()
                        + " }`"
                : "after " + Trace.named(last);
    }
}
