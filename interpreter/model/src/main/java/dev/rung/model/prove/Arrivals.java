package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what keeps a hop from its end although nothing fails. */
final class Arrivals {
    private final Scene scene;
    private final State seen;
    private final Asking asking;

    private Arrivals(Scene scene, State seen) {
        this.scene = scene;
        this.seen = seen;
        this.asking = new Asking(scene);
    }

    /** @param scene at its last statement @param why what was found to be missing */
    static Gap neverLands(Scene scene, State seen, String why) {
        Arrivals arrivals = new Arrivals(scene, seen);
        for (Layout.Service service : scene.layout().services()) {
            ServiceState before = scene.origin().state().service(service.name());
            if (before.isLoose() && seen.service(service.name()).held() && arrivals.isWholeCode()) {
                return new LeftDown(scene, seen, service).held(why);
            }
            if (before.up() && !seen.service(service.name()).up() && arrivals.isWholeCode()) {
                return new LeftDown(scene, seen, service).gap();
            }
        }
        return arrivals.isWholeCode() ? arrivals.notAsked(why) : arrivals.notSwapped();
    }

    /** @param scene at the statement that ends it each time */
    static Gap alwaysFails(Scene scene) {
        Trace trace =
                new Telling(scene, List.of(), List.of()).of("the hop ends here, each time", step -> "", List.of(), "");
        return new NeverLands.HopNeverLands(
                trace,
                scene.step(),
                "it fails here, whatever the world is like",
                "nothing comes after this",
                "say when it is to fail: `when … { fail \"…\" }`");
    }

    /** @param parts that the release was to migrate */
    static Gap neverRan(Scene scene, State landed, String system, Set<String> parts) {
        Set<String> services = new TreeSet<>();
        scene.layout().servicesOf(system).forEach(service -> services.add(service.name()));
        Telling telling = new Telling(scene, parts, services);
        String release = scene.newRelease(system);
        Trace trace = telling.of(
                "the hop ends here, and the next one begins",
                step -> "",
                telling.left(landed, "changed"),
                "the release that follows " + release + " finds " + Lists.quoted(parts)
                        + " in a form that it may not know");
        return new NeverLands.HopNeverLands(
                trace,
                scene.step(),
                release + " never runs, and so never migrates " + Lists.quoted(parts),
                "nothing has started it by here",
                "start " + Lists.quoted(services) + " in the hop, with `wait for healthy` after it; data that it does"
                        + " not migrate can be left out of its `migrates`");
    }

    private boolean isWholeCode() {
        return scene.layout().systems().stream().allMatch(group -> seen.all(CodeForm.NEW, group));
    }

    private Gap notSwapped() {
        List<String> old = seen.code().entrySet().stream()
                .filter(code -> code.getValue() != CodeForm.NEW)
                .map(code -> code.getKey())
                .toList();
        Telling telling = new Telling(
                scene,
                List.of(),
                scene.layout().services().stream().map(Layout.Service::name).toList());
        Trace trace = telling.of("the " + scene.whole() + " ends here", step -> "", telling.left(seen, "changed"), "");
        String what = Lists.quoted(old) + " " + Lists.are(old) + " not of the new release on every way through it";
        return new NeverLands.HopNeverLands(
                trace,
                scene.step(),
                what,
                "the " + scene.whole() + " ends here",
                "swap " + Lists.quoted(old) + " on every way through the hop, also where a `when` is not taken");
    }

    private Gap notAsked(String why) {
        Optional<Layout.Service> open = scene.layout().services().stream()
                .filter(service ->
                        seen.service(service.name()).up() && seen.trust().get(service.system()) != Trust.PROVEN)
                .findFirst();
        return open.map(this::notAsked).orElseGet(() -> new Open(scene, seen).gap(why));
    }

    private Gap notAsked(Layout.Service service) {
        String system = service.system();
        Item.Step begins =
                Scene.last(scene.body(), effect -> begins(effect, service)).orElse(scene.step());
        List<Item.Step> behind = scene.body()
                .subList(scene.body().indexOf(begins) + 1, scene.body().size());
        Optional<Item.Step> waits = Scene.first(behind, effect -> Asking.isHealthy(effect, system));
        Optional<Item.Step> asks = Scene.last(behind, effect -> Asking.isVersion(effect, system));
        Trace trace = trace(service, begins);
        if (waits.isEmpty() && asks.isPresent()) {
            return notWaited(service, begins, asks.get(), trace);
        }
        boolean changes = !Scene.changedBy(begins).isEmpty();
        String since = begins.equals(scene.step()) ? "this" : "line " + Trace.line(begins);
        String label = (begins.equals(scene.step()) ? "" : "the " + scene.whole() + " ends here, and ")
                + (changes
                        ? "`" + system + "` was not asked since " + since + " changed "
                                + Lists.quoted(Scene.changedBy(begins))
                        : comesUpOnly(service)
                                ? "`" + service.name() + "` is started after the last question"
                                : "the version was not asked since " + since);
        String help = Scene.last(behind, effect -> Asking.isBound(effect, system))
                .filter(step -> waits.isPresent())
                .map(step -> "write " + asking.version(system) + " in line " + Trace.line(step))
                .or(() -> waits.map(step -> "add " + asking.version(system) + " after " + Trace.named(step)))
                .orElseGet(() -> askBehind(begins, system));
        return new NeverLands.HopNeverLands(
                trace,
                scene.step(),
                !changes
                        ? comesUpOnly(service)
                                ? "nobody asks in the end whether `" + service.name() + "` has come up"
                                : "nobody asks in the end which version of `" + system + "` runs"
                        : "nobody asks whether `" + system + "` is well after the last change of "
                                + Lists.quoted(Scene.changedBy(begins)),
                label,
                help);
    }

    private Gap notWaited(Layout.Service service, Item.Step begins, Item.Step asks, Trace trace) {
        Set<String> changed = Scene.changedBy(begins);
        Optional<Item.Step> early = Scene.last(
                scene.body().subList(0, scene.body().indexOf(begins)),
                effect -> Asking.isHealthy(effect, service.system()));
        String cure = early.filter(is -> !changed.isEmpty())
                .map(step -> "move " + Trace.named(step))
                .orElse("add " + asking.healthy(service.system()));
        return new NeverLands.HopNeverLands(
                trace,
                asks,
                "nobody waits until `" + service.system() + "` is healthy before its version is asked",
                changed.isEmpty()
                        ? "asked while `" + service.name() + "` may still be starting"
                        : "`" + service.system() + "` was not found healthy since line " + Trace.line(begins)
                                + " changed " + Lists.quoted(changed),
                cure + " before " + Trace.named(asks));
    }

    private Trace trace(Layout.Service service, Item.Step begins) {
        Set<String> changed = Scene.changedBy(begins);
        String release = scene.newRelease(service.system());
        boolean comesUp = changed.isEmpty() && comesUpOnly(service);
        String start = comesUp
                ? "`" + service.name() + "` comes up with " + release + ", or does not"
                : changed.isEmpty() ? release + " begins to migrate " + Lists.quoted(service.migrates()) : "";
        Telling telling = new Telling(scene, service.migrates(), Set.of(service.name()));
        return telling.of(
                begins.equals(scene.step()) ? start : asked(scene.step(), service.system()),
                step -> step.equals(begins) ? start : asked(step, service.system()),
                comesUp
                        ? telling.leftButData(seen)
                        : telling.left(seen, changed.isEmpty() ? "perhaps migrated" : "perhaps changed"),
                "nobody knows whether "
                        + (comesUp
                                ? "`" + service.name() + "` has come up"
                                : changed.isEmpty()
                                        ? release + " is what runs, and whether its migration is complete"
                                        : "`" + service.system() + "` is still well")
                        + (scene.hops().isEmpty() ? "" : ", and the next hop begins on top of that"));
    }

    private static boolean comesUpOnly(Layout.Service service) {
        return service.migrates().isEmpty();
    }

    /** What was asked too early can be asked later. */
    private String askBehind(Item.Step begins, String system) {
        List<Item.Step> before = scene.body().subList(0, scene.body().indexOf(begins));
        Optional<Item.Step> waits = Scene.last(before, effect -> Asking.isHealthy(effect, system));
        Optional<Item.Step> asks = Scene.last(before, effect -> Asking.isVersion(effect, system));
        return waits.isPresent() && asks.isPresent()
                ? "move " + Trace.named(waits.get()) + " and " + Trace.named(asks.get()) + " after "
                        + Trace.named(scene.step())
                : "add " + asking.both(system) + " after " + Trace.named(scene.step());
    }

    private static String asked(Item.Step step, String system) {
        if (step.effects().stream().anyMatch(effect -> Asking.isVersion(effect, system))) {
            return "asks which release runs";
        }
        if (step.effects().stream().anyMatch(effect -> Asking.isBound(effect, system))) {
            return "asks for no release in particular: several would do";
        }
        return step.effects().stream().anyMatch(effect -> Asking.isHealthy(effect, system))
                ? "says that something answers, not which release it is"
                : "";
    }

    private boolean begins(Effect effect, Layout.Service service) {
        return Scene.starts(Set.of(service.name())).test(effect)
                || Scene.changes(effect).stream().anyMatch(part -> service.uses(List.of(part)));
    }
}
