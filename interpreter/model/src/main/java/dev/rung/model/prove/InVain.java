package dev.rung.model.prove;

import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.plan.Item;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked for where it cannot be so: the hop fails there each time. */
final class InVain {
    private final Scene scene;
    private final State seen;
    private final Asking asking;

    private InVain(Scene scene, State seen) {
        this.scene = scene;
        this.seen = seen;
        this.asking = new Asking(scene);
    }

    /**
     * What is asked for where it cannot be so yet: the hop fails there each time. What never comes to be is told at the end.
     *
     * @param scene at the statement that asks
     */
    static Optional<Gap> tooEarly(Scene scene, Effect effect, State seen, Optional<BodyWalk.Goal> goal) {
        InVain asked = new InVain(scene, seen);
        return switch (effect) {
            case Wait(Condition.Healthy(String system), Optional<Condition> unless) -> asked.waitsInVain(system);
            case Check(Condition.InstalledIs is, String otherwise)
            when is.relation() == Operator.EQUAL
                    && goal.isPresent()
                    && goal.get().system().equals(is.system()) ->
                goal.get().version().equals(is.version())
                        ? asked.asksInVain(is.system())
                        : asked.asksForAnother(is, goal.get());
            default -> Optional.empty();
        };
    }

    private Optional<Gap> waitsInVain(String system) {
        List<String> services = scene.layout().servicesOf(system).stream()
                .map(Layout.Service::name)
                .toList();
        boolean allHeld = !services.isEmpty()
                && services.stream().allMatch(service -> seen.service(service).isHeld());
        if (!allHeld) {
            return Optional.empty();
        }
        Optional<Item.Step> start = Scene.first(scene.behind(), Scene.starts(Set.copyOf(services)));
        boolean wasUp = services.stream()
                .anyMatch(service -> scene.origin().state().service(service).up());
        boolean isStartedByLadder = scene.ladders().stream()
                .anyMatch(ladder -> ladder.isBehind(scene.step())
                        && ladder.first(Scene.starts(Set.copyOf(services))).isPresent());
        if (start.isEmpty() && wasUp && !isStartedByLadder) {
            return Optional.empty();
        }
        String label = Lists.quoted(services) + " " + Lists.are(services) + " stopped here";
        String help = start.map(step -> "move " + Trace.named(scene.step()) + " after " + Trace.named(step))
                .orElseGet(() -> "add `start " + String.join(", ", services) + "` before " + Trace.named(scene.step()));
        return Optional.of(inVain("`" + system + "` cannot become healthy here", label, help));
    }

    /** In the end; before anything is swapped that may well be so. */
    private Optional<Gap> asksForAnother(Condition.InstalledIs is, BodyWalk.Goal goal) {
        Layout.CodeGroup group = scene.layout().group(is.system());
        return group.artifacts().isEmpty() || !seen.all(CodeForm.NEW, group)
                ? Optional.empty()
                : Optional.of(inVain(
                        "it asks for " + is.version() + " in the end, and leads to " + goal.version(),
                        "`" + is.system() + "` is " + goal.version() + " here",
                        "write " + asking.version(is.system()) + " in line " + Trace.line(scene.step())));
    }

    private Optional<Gap> asksInVain(String system) {
        Layout.CodeGroup group = scene.layout().group(system);
        if (group.artifacts().isEmpty() || seen.all(CodeForm.NEW, group)) {
            return Optional.empty();
        }
        List<String> old = group.artifacts().stream()
                .filter(artifact -> seen.code().get(artifact) != CodeForm.NEW)
                .toList();
        return Scene.last(scene.behind(), Scene.swaps(old.getLast())).map(swap -> {
            String label = Lists.quoted(old) + " " + Lists.are(old) + " still of the old release here";
            String help = "move " + Trace.named(scene.step()) + " after " + Trace.named(swap)
                    + ", the start and `wait for healthy`";
            return inVain("`" + system + "` cannot be of the new version here", label, help);
        });
    }

    private Gap inVain(String why, String label, String help) {
        Telling telling = new Telling(scene, List.of(), List.of());
        Trace trace = telling.of("this fails, each time", step -> "", List.of(), "");
        return new NeverLands.HopNeverLands(trace, scene.step(), false, why, label, help);
    }
}
