package dev.rung.model.prove;

import dev.rung.model.effect.Undo;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.plan.Item;
import dev.rung.model.prove.Homecoming.Astray;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is said of a way back that there is, and that does not arrive. */
final class Stranded {
    private final Scene scene;
    private final State left;

    Stranded(Scene scene, State left) {
        this.scene = scene;
        this.left = left;
    }

    Gap gap(Astray astray) {
        if (astray.effect().orElse(null) instanceof Undo undo && astray.need().equals(Optional.of(Need.UP_WITH_OLD))) {
            Set<String> needed = needed(undo);
            if (!needed.isEmpty()) {
                return undoneThroughWhatIsDown(undo, needed);
            }
        }
        String why = astray.effect()
                .map(effect -> "it could not " + effect.words() + ", since " + astray.why())
                .orElse(astray.why());
        return stuck(astray.need(), why);
    }

    Gap stuck(Optional<Need> need, String why) {
        Set<String> all = new LinkedHashSet<>(scene.layout().dataNames());
        Telling telling = new Telling(scene, all, List.of());
        Trace trace = telling.of(Causes.CUT, step -> "", telling.left(left, "changed"), "");
        return new NoWayBack.Stuck(
                trace,
                need,
                "the way back does not arrive: " + unnested(why),
                "",
                need.map(Stranded::generalCure).orElse(""));
    }

    /** The services through which it was done that were down at the start, and so are down in the end. */
    private Set<String> needed(Undo undo) {
        Set<String> needed = new TreeSet<>();
        left.deed(undo.deed())
                .ifPresent(deed -> scene.layout().usersOf(deed.data()).stream()
                        .filter(service ->
                                !scene.origin().state().service(service.name()).up())
                        .forEach(service -> needed.add(service.name())));
        return needed;
    }

    private Gap undoneThroughWhatIsDown(Undo undo, Set<String> needed) {
        String services = Lists.quoted(needed);
        Optional<Item.Step> stop = Scene.last(scene.earlier(), Scene.stops(needed));
        String begins = "so the " + scene.whole() + " begins, and so its way back ends";
        Telling telling = new Telling(scene, List.of(), needed);
        String deed = "`" + Telling.deed(undo.title()) + "`";
        Trace trace = telling.of(
                Causes.CUT,
                step -> stop.filter(step::equals).isPresent() ? begins : "",
                List.of(deed + " stands", services + " " + Lists.are(needed) + " stopped again"),
                "somebody has to start " + services + " by hand, and to take " + deed + " back by hand");
        String since = stop.map(step ->
                        ", and was stopped when the " + scene.whole() + " began (line " + Trace.line(step) + ")")
                .orElse(", and did not when the " + scene.whole() + " began");
        return new NoWayBack.Stuck(
                trace,
                Optional.of(Need.UP_WITH_OLD),
                "nothing takes it back: its undo needs " + services + ", and the way back leaves " + services + " down",
                services + (needed.size() == 1 ? " runs" : " run") + " here" + since,
                stop.map(step -> cure(undo, needed, step))
                        .orElse("start " + services + " before the " + scene.whole() + " begins"));
    }

    private String cure(Undo undo, Set<String> needed, Item.Step stop) {
        String deed = scene.everBefore().stream()
                .filter(step -> step.id().equals(undo.deed()))
                .findFirst()
                .or(() -> Optional.of(scene.step()))
                .map(Trace::named)
                .orElseThrow();
        return "move " + deed + " before " + Trace.named(stop)
                + (isStartedLater(needed)
                        ? ", or take " + Trace.named(stop) + " out, since the " + scene.whole() + " stops "
                                + Lists.quoted(needed) + " after it"
                        : "");
    }

    /** Whether what follows stops them and brings them up again by itself. */
    private boolean isStartedLater(Set<String> needed) {
        List<Item.Step> behind = scene.behind();
        return Scene.first(behind, Scene.stops(needed))
                .flatMap(stop -> Scene.first(behind.subList(behind.indexOf(stop), behind.size()), Scene.starts(needed)))
                .isPresent();
    }

    private static String generalCure(Need need) {
        return switch (need) {
            case COVER -> "back up what this changes, after the stop of all services that write it";
            case NO_LOSS -> "back up what this changes once all services that write it are stopped";
            case HELD -> "stop the service before this statement, and start it after it";
            case UNDO -> "say with `undo { … }` how this is taken back, or do it while the service is stopped";
            case NO_OLD_CODE -> "stop the service before this statement";
            case WHOLE_GROUP -> "swap all files of the system before anything starts from them";
            case NO_RETURN -> "move it after all else";
            case IN_ORDER -> "do it before the other, or while the services are stopped, too";
            case APART -> "put it into another folder";
            case DATA_OLD -> "take this back by a restore: back these data up before anything changes them";
            case NOTHING_IN_FLIGHT -> "see that the statement before has ended before this one begins";
            case UP_WITH_NEW, UP_WITH_OLD -> "start the service before this statement";
        };
    }

    /** {@code `a`} or {@code `a b`}, where something that is quoted was quoted once more. */
    private static String unnested(String words) {
        return words.replaceAll("`([^`]+) `([^`]+)``", "`$1 $2`");
    }
}
