package dev.rung.model.prove;

import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Unmet;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.plan.Item;
import dev.rung.model.prove.Homecoming.Astray;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what is at the bottom of a break, and says it in such a way that it can be mended. */
final class Causes {
    static final String CUT = "it fails halfway, or the machine goes down";

    private Causes() {}

    /** An effect whose needs do not hold although nothing has failed. @param unmet at least one */
    static Gap cannotBegin(Scene scene, Effect effect, State state, List<Unmet> unmet) {
        Unmet first = unmet.getFirst();
        if (state.forward().isPresent()) {
            return new Irrevocable(scene, state).noWayForward(first.words());
        }
        return switch (first.need()) {
            case COVER -> new Cover(scene, effect, state, first.parts()).gap();
            case NO_LOSS -> new Stale(scene, effect, state, first).gap();
            case HELD -> replacedWhileRunning(scene, effect, state, unmet);
            case WHOLE_GROUP -> mixed(scene, effect, state, first);
            case DATA_OLD -> overNewData(scene, effect, first);
            case NO_OLD_CODE -> whileOldRuns(scene, effect, first);
            case UNDO -> new Unrevoked(scene, state, first.parts()).gap();
            case NO_RETURN ->
                effect instanceof NoReturn
                        ? new Irrevocable(scene, state).pointTooEarly(first)
                        : new Irrevocable(scene, state).sentTooEarly();
            case APART -> new Beside(scene, first).gap();
            case IN_ORDER, NOTHING_IN_FLIGHT, UP_WITH_OLD, UP_WITH_NEW ->
                new Stranded(scene, state).stuck(Optional.of(first.need()), first.words());
        };
    }

    /** A state that a cut may leave, and from which the way back does not arrive. */
    static Gap astray(Scene scene, State from, Astray astray) {
        if (astray.need().equals(Optional.of(Need.COVER)) && astray.effect().isEmpty()) {
            Set<String> together = new TreeSet<>(astray.parts());
            return new Cover(scene, breaking(scene, together), from, together).gapOf(from);
        }
        return new Stranded(scene, from).gap(astray);
    }

    /** Beyond a point of no return, what a cut has left and nobody dares to begin again. */
    static Gap goesNowhere(Scene scene, Effect effect, State left) {
        return new Irrevocable(scene, left)
                .noWayForward(
                        effect instanceof Start(String service)
                                ? "`" + service
                                        + "` may have died in the middle of a migration, and nobody knows whether a"
                                        + " second one does harm"
                                : "nobody knows whether it does harm to do it once more");
    }

    /** Of several effects of a statement, the one that changes these data. */
    private static Effect breaking(Scene scene, Set<String> parts) {
        List<Effect> effects = scene.step().effects();
        return effects.stream()
                .filter(effect -> Scene.changes(effect).stream().anyMatch(parts::contains) || effect instanceof Start)
                .findFirst()
                .orElse(effects.getFirst());
    }

    private static Gap replacedWhileRunning(Scene scene, Effect effect, State state, List<Unmet> unmet) {
        Set<String> services = new LinkedHashSet<>();
        unmet.stream().filter(one -> one.need() == Need.HELD).forEach(one -> services.addAll(one.parts()));
        Set<String> what = switch (effect) {
            case ChangeOver change -> Set.of(change.artifact());
            case Import in -> in.data();
            case Run run -> union(run.changes().code(), run.changes().data());
            default -> Set.copyOf(unmet.getFirst().parts());
        };
        boolean loose =
                services.stream().noneMatch(service -> state.service(service).up());
        String label = loose
                ? Lists.quoted(services) + " " + Lists.are(services) + " down here, but nothing keeps it down"
                : Lists.quoted(services) + " " + Lists.are(services) + " running here";
        Telling telling = new Telling(scene, List.of(), services);
        Trace trace = telling.of(
                CUT,
                step -> "",
                telling.left(Telling.worst(effect, state, scene.layout()), "changed"),
                Lists.quoted(services) + (loose ? " may come up with" : " works on with")
                        + " what is not its own, and whatever starts it again starts what lies there, half or whole");
        return new NoWayBack.SwapWhileRunning(trace, what, services, label, Cures.stopBefore(scene, services));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Gap mixed(Scene scene, Effect effect, State state, Unmet unmet) {
        Layout.CodeGroup group = effect instanceof Start(String service)
                ? scene.layout().group(scene.layout().service(service).system())
                : scene.layout().groupOf(unmet.parts().getFirst());
        List<String> forms = group.artifacts().stream()
                .map(artifact -> "`" + artifact + "` is " + form(scene, group.system(), artifact, state))
                .toList();
        List<String> behind = group.artifacts().stream()
                .filter(artifact -> state.code().get(artifact) != CodeForm.NEW)
                .toList();
        List<String> services = scene.layout().servicesOf(group.system()).stream()
                .map(Layout.Service::name)
                .toList();
        Telling telling = new Telling(scene, List.of(), services);
        Optional<Trace.Moment> late = behind.stream()
                .flatMap(artifact -> Scene.first(scene.behind(), Scene.swaps(artifact)).stream())
                .map(step -> new Trace.Moment(step, "comes too late"))
                .findFirst();
        Trace trace = telling.of(
                Lists.quoted(services) + " comes up with a part of each",
                step -> "",
                late,
                List.of(),
                "what has run is neither release, and nobody can say what it has done to the data");
        return new NoWayBack.MixedCode(trace, group.system(), Lists.and(forms), Cures.swapBefore(scene, behind));
    }

    private static String form(Scene scene, String system, String artifact, State state) {
        String now = scene.newVersion(artifact).map(Object::toString).orElse("new");
        return switch (state.code().get(artifact)) {
            case NEW -> now + " here";
            case OLD -> "still " + scene.oldRelease(system);
            case MIXED -> "half " + now;
        };
    }

    private static Gap overNewData(Scene scene, Effect effect, Unmet unmet) {
        Set<String> parts = new TreeSet<>(unmet.parts());
        String system = effect instanceof Start(String service)
                ? scene.layout().service(service).system()
                : scene.layout().systems().getFirst().system();
        String old = scene.oldRelease(system);
        Optional<Item.Step> changer = scene.changer(scene.before(), parts);
        String since =
                changer.map(step -> " was changed in line " + Trace.line(step)).orElse(" was changed before");
        Telling telling = new Telling(scene, parts, List.of());
        Trace trace = telling.of(
                old + " starts over " + Lists.quoted(parts) + " as that is now",
                step -> scene.change(step, parts),
                List.of(),
                old + " may not come up, or may have written into " + Lists.quoted(parts)
                        + " what fits neither its former form nor the present one");
        return new NoWayBack.OldCodeOverNewData(
                trace,
                unmet.need(),
                parts,
                old + " would be started over data that were changed since it ran",
                old + " starts here, and " + Lists.quoted(parts) + since,
                Cures.noOldStart(scene, system, effect, changer));
    }

    private static Gap whileOldRuns(Scene scene, Effect effect, Unmet unmet) {
        List<String> services = unmet.parts();
        Set<String> parts = new TreeSet<>(Scene.changes(effect));
        String doer = "this";
        if (effect instanceof Start(String service)) {
            parts.addAll(scene.layout().service(service).migrates());
            doer = scene.newRelease(scene.layout().service(service).system());
        }
        Telling telling = new Telling(scene, parts, services);
        Trace trace = telling.of(
                doer + " changes " + Lists.quoted(parts) + ", and " + Lists.quoted(services)
                        + (services.size() == 1 ? " still works with it" : " still work with it"),
                step -> "",
                List.of(),
                Lists.quoted(services) + " has written into data whose form it does not know, and no backup has that");
        return new NoWayBack.OldCodeOverNewData(
                trace,
                unmet.need(),
                parts,
                Lists.quoted(services) + " would work on with data that are changed under it",
                Lists.quoted(services) + (services.size() == 1 ? " uses " : " use ") + Lists.quoted(parts)
                        + " too, and "
                        + Lists.are(services)
                        + Scene.last(scene.everBefore(), Scene.starts(services))
                                .map(start -> " up since line " + Trace.line(start))
                                .orElse(" not stopped here"),
                Cures.keepDown(scene, new LinkedHashSet<>(services)));
    }
}
