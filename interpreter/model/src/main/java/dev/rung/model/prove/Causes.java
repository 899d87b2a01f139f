package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
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
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out what is at the bottom of a break, and says it in such a way that it can be mended. */
final class Causes {
    private static final String CUT = "it fails halfway, or the machine goes down";

    private Causes() {}

    /** An effect whose needs do not hold although nothing has failed. @param unmet at least one */
    static Gap cannotBegin(Scene scene, Effect effect, State state, List<Unmet> unmet) {
        Unmet first = unmet.getFirst();
        if (state.forward().isPresent()) {
            return noWayForward(scene, state, first.words());
        }
        return switch (first.need()) {
            case COVER -> new Cover(scene, effect, state, first.parts()).gap();
            case NO_LOSS -> new Stale(scene, effect, state, first).gap();
            case HELD -> replacedWhileRunning(scene, effect, state, unmet);
            case WHOLE_GROUP -> mixed(scene, effect, state, first);
            case DATA_OLD -> overNewData(scene, effect, first);
            case NO_OLD_CODE -> whileOldRuns(scene, effect, first);
            case UNDO -> noUndo(scene, state, first);
            case NO_RETURN -> effect instanceof NoReturn ? pointTooEarly(scene, state, first) : tooEarly(scene);
            case APART -> beside(scene, first);
            case IN_ORDER, NOTHING_IN_FLIGHT, UP_WITH_OLD, UP_WITH_NEW ->
                stuck(scene, state, Optional.of(first.need()), first.words());
        };
    }

    /** A state that a cut may leave, and from which the way back does not arrive. */
    static Gap astray(Scene scene, State from, Astray astray) {
        if (astray.need().equals(Optional.of(Need.COVER)) && astray.effect().isEmpty()) {
            Set<String> changed = new TreeSet<>();
            astray.state().data().forEach((part, form) -> {
                if (form != DataForm.OLD) {
                    changed.add(part);
                }
            });
            Set<String> together = scene.layout().sharing(changed);
            return new Cover(scene, breaking(scene, together), from, together).gapOf(from);
        }
        String why = astray.effect()
                .map(effect -> "it could not " + effect.words() + ", since " + astray.why())
                .orElse(astray.why());
        return stuck(scene, from, astray.need(), why);
    }

    /** Beyond a point of no return, what a cut has left and nobody dares to begin again. */
    static Gap goesNowhere(Scene scene, Effect effect, State left) {
        return noWayForward(
                scene,
                left,
                effect instanceof Start(String service)
                        ? "`" + service
                                + "` may have died in the middle of a migration, and nobody knows whether a second one"
                                + " does harm"
                        : "nobody knows whether it does harm to do it once more");
    }

    private static Gap noWayForward(Scene scene, State left, String why) {
        Optional<Item.Step> point = Scene.last(scene.before(), NoReturn.class::isInstance);
        Telling telling = new Telling(scene, scene.layout().dataNames(), List.of());
        Trace trace = telling.of(
                CUT,
                step -> point.filter(step::equals).isPresent() ? "from here on nothing leads back" : "",
                telling.left(left, "changed"),
                "nothing leads back, by the word of the runbook, and to go on is a risk that somebody has to take");
        return new NoWayBack.NoWayForward(trace, Optional.empty(), why, Cures.forward(scene, point));
    }

    /** Of several effects of a statement, the one that changes these data. */
    private static Effect breaking(Scene scene, Set<String> parts) {
        List<Effect> effects = scene.step().effects();
        return effects.stream()
                .filter(effect -> Scene.changes(effect).stream().anyMatch(parts::contains) || effect instanceof Start)
                .findFirst()
                .orElse(effects.getFirst());
    }

    static Gap stuck(Scene scene, State left, Optional<Need> need, String why) {
        Set<String> all = new LinkedHashSet<>(scene.layout().dataNames());
        Telling telling = new Telling(scene, all, List.of());
        Trace trace = telling.of(CUT, step -> "", telling.left(left, "changed"), "");
        String help = need.map(Causes::generalCure).orElse("");
        return new NoWayBack.Stuck(trace, need, why, help);
    }

    private static String generalCure(Need need) {
        return switch (need) {
            case COVER -> "back up what this changes, behind the stop of all services that write it";
            case NO_LOSS -> "back up what this changes once all services that write it are stopped";
            case HELD -> "stop the service before this statement, and start it behind it";
            case UNDO -> "say with `undo { … }` how this is taken back, or do it while the service is stopped";
            case NO_OLD_CODE -> "stop the service before this statement";
            case WHOLE_GROUP -> "swap all files of the system before anything starts from them";
            case NO_RETURN -> "move it behind all else";
            case IN_ORDER -> "do it before the other, or while the services are stopped, too";
            case APART -> "put it into another folder";
            case DATA_OLD -> "take this back by a restore: back these data up before anything changes them";
            case NOTHING_IN_FLIGHT -> "see that the statement before has ended before this one begins";
            case UP_WITH_NEW, UP_WITH_OLD -> "start the service before this statement";
        };
    }

    private static Gap replacedWhileRunning(Scene scene, Effect effect, State state, List<Unmet> unmet) {
        Set<String> services = new LinkedHashSet<>();
        unmet.stream().filter(one -> one.need() == Need.HELD).forEach(one -> services.addAll(one.parts()));
        Set<String> what = switch (effect) {
            case ChangeOver change -> Set.of(change.artifact());
            case Import in -> Set.of(in.database());
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
                Cures.noOldStart(scene, system, changer));
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
                doer + " changes " + Lists.quoted(parts) + ", and " + Lists.quoted(services) + " still works with it",
                step -> "",
                List.of(),
                Lists.quoted(services) + " has written into data whose form it does not know, and no backup has that");
        return new NoWayBack.OldCodeOverNewData(
                trace,
                unmet.need(),
                parts,
                Lists.quoted(services) + " would work on with data that are changed under it",
                Lists.quoted(services) + " uses " + Lists.quoted(parts) + " too, and is not stopped here",
                Cures.keepDown(scene, new LinkedHashSet<>(services)));
    }

    private static Gap beside(Scene scene, Unmet unmet) {
        BackUp backUp = Scene.backedUp(scene.step()).orElseThrow();
        String part = unmet.parts().getFirst();
        Telling telling = new Telling(scene, backUp.data(), List.of());
        Trace trace = telling.of(
                "the backup lies in `" + part + "` itself",
                step -> "",
                List.of(),
                "whoever goes back puts the former `" + part
                        + "` in the place of this one, and the backup is gone with it; so it is when `" + part
                        + "` is lost");
        return new NoWayBack.BackupBesideTheData(
                trace,
                backUp.directory(),
                part,
                "take a folder outside of `" + part + "`, such as " + Cures.folder(scene, backUp.data()));
    }

    private static Gap pointTooEarly(Scene scene, State state, Unmet unmet) {
        Telling telling = new Telling(scene, scene.layout().dataNames(), List.of());
        Trace trace = telling.of(
                "from here on nothing leads back",
                step -> "",
                telling.left(state, "changed"),
                "if what runs falls over now, nobody starts it over half migrated data, and nothing brings those back");
        String help = "move it behind `wait for healthy` and `require-version == next`";
        return new NoWayBack.NoWayForward(trace, Optional.of(unmet.need()), unmet.words(), help);
    }

    private static Gap tooEarly(Scene scene) {
        Optional<Item.Step> next = scene.behind().stream()
                .filter(step -> !step.effects().isEmpty())
                .findFirst();
        Telling telling = new Telling(scene, List.of(), List.of());
        Trace trace = telling.of(
                "it is done, and nobody can take it back",
                step -> "",
                next.map(step -> new Trace.Moment(step, "fails, so that everything goes back")),
                List.of(),
                scene.hops().isEmpty()
                        ? "everything is as before, but for this"
                        : "everything is of the old release again, and others believe what line "
                                + Trace.line(scene.step()) + " has told them");
        return new NoWayBack.SentTooEarly(trace, Cures.behindAll(scene));
    }

    private static Gap noUndo(Scene scene, State state, Unmet unmet) {
        Set<String> parts = new TreeSet<>(unmet.parts());
        Set<String> services = new TreeSet<>(scene.users(parts));
        services.removeIf(service -> !state.service(service).up());
        Telling telling = new Telling(scene, parts, services);
        Trace trace = telling.of(
                CUT + ", or a later statement fails",
                step -> "",
                List.of(Lists.quoted(parts) + " is changed, half or whole, and " + Lists.quoted(services)
                        + " goes on writing to it"),
                "a restore would throw away what users have entered since the backup, so nobody takes it, and nothing"
                        + " else takes this back");
        return new NoWayBack.NoUndo(trace, parts, services, Cures.undo(scene, parts, services));
    }
}
