package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a gap, with the lines that it concerns. */
final class Cures {
    private static final Pattern BACKUP = Pattern.compile("backup\\s+(?<parts>.+?)\\s+to\\s(?<rest>.*)");

    private Cures() {}

    /** @param held whether all that writes these data is stopped where it breaks */
    static String backUp(Scene scene, Set<String> parts, boolean held) {
        Optional<Item.Step> changer = scene.changer(scene.before(), parts);
        List<Item.Step> before = Scene.backups(scene.before());
        List<Item.Step> whole =
                before.stream().filter(step -> hasAll(step, parts)).toList();
        if (!whole.isEmpty()) {
            Item.Step last = whole.getLast();
            if (scene.sometimes().contains(last.id())) {
                return "take " + Trace.named(last) + " out of its `when`";
            }
            if (changer.isPresent()) {
                return "move " + Trace.named(last) + " before " + Trace.named(changer.get());
            }
        }
        Optional<Item.Step> partial = before.stream().reduce((one, other) -> other);
        if (whole.isEmpty() && partial.isPresent() && changer.isEmpty()) {
            Optional<String> more = withParts(partial.get(), parts);
            if (more.isPresent()) {
                return "write `" + more.get() + "` in line " + Trace.line(partial.get());
            }
        }
        Optional<Item.Step> late = Scene.backups(scene.behind()).stream()
                .filter(step -> hasAll(step, parts))
                .findFirst();
        Item.Step first = changer.orElse(scene.step());
        if (late.isPresent()) {
            return "move " + Trace.named(late.get()) + " before " + Trace.named(first);
        }
        return "add `" + backup(scene, parts) + "` " + place(scene, parts, first, held);
    }

    private static String backup(Scene scene, Set<String> parts) {
        return "backup " + String.join(", ", parts) + " to \"" + folder(scene, parts) + "\"";
    }

    /** Where backups of these data could be put. */
    static String folder(Scene scene, Collection<String> parts) {
        return "/var/backups/"
                + scene.layout().services().stream()
                        .filter(service -> service.uses(parts))
                        .map(service -> service.system())
                        .findFirst()
                        .orElse("data");
    }

    private static String place(Scene scene, Set<String> parts, Item.Step first, boolean held) {
        List<Item.Step> earlier =
                scene.body().subList(0, Math.max(0, scene.body().indexOf(first)));
        Set<String> users = scene.users(parts);
        Optional<Item.Step> stop = Scene.last(earlier, Scene.stops(users));
        boolean stopped = scene.running(earlier).stream().noneMatch(users::contains);
        if (stop.isPresent() && stopped) {
            return "behind " + Trace.named(stop.get());
        }
        return stopped || held
                ? "before " + Trace.named(first)
                : "before " + Trace.named(first) + ", with " + Lists.quoted(users) + " stopped before it";
    }

    private static boolean hasAll(Item.Step step, Collection<String> parts) {
        return Scene.backedUp(step)
                .filter(backUp -> backUp.data().containsAll(parts))
                .isPresent();
    }

    /** The same statement with these parts as well. */
    private static Optional<String> withParts(Item.Step step, Collection<String> parts) {
        Matcher written = BACKUP.matcher(step.at().text().strip().replaceAll("\\s+", " "));
        Set<String> more = new TreeSet<>(parts);
        Scene.backedUp(step).map(BackUp::data).ifPresent(more::removeAll);
        return written.matches()
                ? Optional.of("backup " + written.group("parts") + ", " + String.join(", ", more) + " to "
                        + written.group("rest"))
                : Optional.empty();
    }

    /** @param backup taken while these ran */
    static String backUpStopped(Scene scene, Item.Step backup, Set<String> writers) {
        return moveBehindStop(scene, backup, writers);
    }

    /** What breaks has to wait until these are stopped. */
    static String stopBefore(Scene scene, Set<String> services) {
        return moveBehindStop(scene, scene.step(), services);
    }

    /** What runs here has been started too early, or was never stopped. */
    static String keepDown(Scene scene, Set<String> services) {
        Optional<Item.Step> started = Scene.last(scene.before(), Scene.starts(services));
        return started.map(step -> "take " + Trace.named(step) + " out, and start " + Lists.quoted(services)
                        + " behind the upgrade")
                .orElseGet(() -> stopBefore(scene, services));
    }

    private static String moveBehindStop(Scene scene, Item.Step step, Set<String> services) {
        List<Item.Step> behind = scene.body()
                .subList(scene.body().indexOf(step) + 1, scene.body().size());
        Set<String> open = new LinkedHashSet<>(services);
        Optional<Item.Step> lastStop = Optional.empty();
        for (Item.Step later : behind) {
            for (Effect effect : later.effects()) {
                String stopped = open.stream()
                        .filter(service -> Scene.stops(Set.of(service)).test(effect))
                        .findFirst()
                        .orElse("");
                if (open.remove(stopped)) {
                    lastStop = Optional.of(later);
                }
            }
        }
        return lastStop.isPresent() && open.isEmpty()
                ? "move " + Trace.named(step) + " behind " + Trace.named(lastStop.get())
                : "add `stop " + String.join(", ", new TreeSet<>(services)) + "` before " + Trace.named(step);
    }

    /** @param artifacts that are not of the new release yet */
    static String swapBefore(Scene scene, List<String> artifacts) {
        List<String> cures = new ArrayList<>();
        for (String artifact : artifacts) {
            Optional<Item.Step> later = Scene.first(scene.behind(), Scene.swaps(artifact));
            Optional<Item.Step> earlier = Scene.last(scene.before(), Scene.swaps(artifact));
            cures.add(
                    later.isPresent()
                            ? "move " + Trace.named(later.get()) + " before " + Trace.named(scene.step())
                            : earlier.filter(step -> scene.sometimes().contains(step.id()))
                                    .map(step -> "take " + Trace.named(step) + " out of its `when`")
                                    .orElse("add `swap " + artifact + " to next` before " + Trace.named(scene.step())));
        }
        return Lists.and(cures);
    }

    static String noOldStart(Scene scene, String system, Optional<Item.Step> changer) {
        Optional<Item.Step> swap = scene.layout().group(system).artifacts().stream()
                .flatMap(artifact -> Scene.first(scene.behind(), Scene.swaps(artifact)).stream())
                .findFirst();
        if (swap.isPresent()) {
            return "start it only behind " + Trace.named(swap.get())
                    + changer.map(step -> ", or move " + Trace.named(step) + " there, too")
                            .orElse("");
        }
        return "start it before " + changer.map(Trace::named).orElse("the data are changed");
    }

    static String forward(Scene scene, Optional<Item.Step> point) {
        boolean runs = scene.step().effects().stream()
                .anyMatch(effect -> Changes.of(effect).isPresent());
        String later = point.map(step -> "move " + Trace.named(step) + " behind " + Trace.named(scene.step()))
                .orElse("do it before the point of no return");
        return runs ? "say `idempotent` if it may be done twice, or " + later : later;
    }

    static String behindAll(Scene scene) {
        String last = scene.behind().isEmpty()
                ? "all else"
                : Trace.named(scene.behind().getLast());
        return "move it behind " + last + ", or say with `undo { … }` how it is taken back; if nothing does that, write"
                + " `point-of-no-return \"why\"` before it, and the way from there is forward";
    }

    static String undo(Scene scene, Set<String> parts, Set<String> services) {
        Optional<Item.Step> backup = Scene.backups(scene.behind()).stream()
                .filter(step -> hasAll(step, parts))
                .findFirst();
        String behind = backup.map(step -> "move it behind " + Trace.named(step))
                .orElse("do it while " + Lists.quoted(services) + " is stopped, behind a backup");
        return "say with `undo { … }` how it is taken back, or " + behind + "; if it changes nothing after all, say"
                + " `changes nothing`";
    }
}
