package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is said of an end at which something is open that no running service could be asked about. */
final class Open {
    private final Scene scene;
    private final State seen;

    Open(Scene scene, State seen) {
        this.scene = scene;
        this.seen = seen;
    }

    /** @param why what was found to be missing */
    Gap gap(String why) {
        Telling telling = new Telling(scene, scene.layout().dataNames(), List.of());
        Trace trace = telling.of("the " + scene.whole() + " ends here", step -> "", telling.left(seen, "changed"), "");
        String system = scene.layout().systems().stream()
                .filter(group -> seen.trust().get(group.system()) != Trust.PROVEN)
                .map(Layout.CodeGroup::system)
                .findFirst()
                .orElse(scene.layout().systems().getFirst().system());
        Optional<Layout.Service> down = scene.layout().servicesOf(system).stream()
                .filter(service -> !seen.service(service.name()).up())
                .findFirst();
        return down.map(service -> silent(system, service, trace))
                .orElseGet(() -> new NeverLands.HopNeverLands(
                        trace,
                        scene.step(),
                        true,
                        why,
                        "the " + scene.whole() + " ends here",
                        "add " + new Asking(scene).both(system) + " after " + Trace.named(scene.step())));
    }

    /** Of a system of which a part is down, the answer of the rest is none. */
    private Gap silent(String system, Layout.Service down, Trace trace) {
        Optional<Item.Step> stop = Scene.last(scene.everBefore(), Scene.stops(Set.of(down.name())));
        return new NeverLands.HopNeverLands(
                trace,
                scene.step(),
                true,
                "nobody can ask the whole of `" + system + "`, since `" + down.name() + "` is down",
                "`" + down.name() + "` is down "
                        + stop.map(step -> "since line " + Trace.line(step) + ", and is not started in this "
                                        + scene.whole())
                                .orElse("here"),
                "start `" + down.name() + "` in the " + scene.whole() + ", or make it a system of its own");
    }
}
