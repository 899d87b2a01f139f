package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.plan.Item;
import dev.rung.model.text.Lists;
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
            if (scene.isSometimes(last)) {
                return "take " + Trace.named(last) + " out of its `when`";
            }
            if (changer.filter(step -> isBefore(step, last)).isPresent()) {
                return "move " + Trace.named(last) + " before " + Trace.named(changer.get());
            }
        }
        Optional<Item.Step> partial = before.stream().reduce((one, other) -> other);
        if (whole.isEmpty()
                && partial.isPresent()
                && changer.filter(step -> isBefore(step, partial.get())).isEmpty()) {
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

    private static boolean isBefore(Item.Step one, Item.Step other) {
        return Trace.offset(one) < Trace.offset(other);
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
            return "after " + Trace.named(stop.get());
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
        Matcher written = BACKUP.matcher(oneLine(step));
        Set<String> more = new TreeSet<>(parts);
        Scene.backedUp(step).map(BackUp::data).ifPresent(more::removeAll);
        return written.matches()
                ? Optional.of("backup " + written.group("parts") + ", " + String.join(", ", more) + " to "
                        + written.group("rest"))
                : Optional.empty();
    }

    /** The same statement with another folder. */
    static Optional<String> backupTo(Item.Step step, String folder) {
        Matcher written = BACKUP.matcher(oneLine(step));
        return written.matches()
                ? Optional.of("backup " + written.group("parts") + " to "
                        + written.group("rest").replaceFirst("^(\"[^\"]*\"|\\S+)", "\"" + folder + "\""))
                : Optional.empty();
    }

    /** The same statement with this service as well. */
    static Optional<String> starting(Item.Step step, String service) {
        String written = oneLine(step);
        return written.matches("start [^{}]+")
                ? Optional.of(written.replaceFirst("^start ([\\w-]+(?:, [\\w-]+)*)", "start $1, " + service))
                : Optional.empty();
    }

    private static String oneLine(Item.Step step) {
        return step.at().text().strip().replaceAll("\\s+", " ");
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
        return started.map(step -> takeOut(step, services) + "; " + startLater(scene, services))
                .orElseGet(() -> stopBefore(scene, services));
    }

    private static String takeOut(Item.Step start, Set<String> services) {
        boolean startsMore = start.effects().stream()
                .anyMatch(effect -> effect instanceof Start(String service) && !services.contains(service));
        return "take " + (startsMore ? Lists.quoted(services) + " out of " : "") + Trace.named(start)
                + (startsMore ? "" : " out");
    }

    /** Behind the last question, and asked in its turn. */
    private static String startLater(Scene scene, Set<String> services) {
        Item.Step last =
                scene.behind().isEmpty() ? scene.step() : scene.behind().getLast();
        String start = "start " + String.join(", ", new TreeSet<>(services));
        if (scene.hops().isEmpty()) {
            return "add `" + start + "` after " + Trace.named(last);
        }
        Asking asking = new Asking(scene);
        List<String> adds = new ArrayList<>(List.of("`" + start + "`"));
        services.stream()
                .map(service -> scene.layout().service(service).system())
                .distinct()
                .sorted()
                .forEach(system -> {
                    adds.add(asking.healthy(system));
                    adds.add(asking.version(system));
                });
        return "after " + Trace.named(last) + " add " + Lists.and(adds);
    }

    private static String moveBehindStop(Scene scene, Item.Step step, Set<String> services) {
        List<Item.Step> before =
                scene.body().subList(0, Math.max(0, scene.body().indexOf(step)));
        if (services.stream()
                .allMatch(service -> scene.stopInBranch(before, Set.of(service)).isPresent())) {
            return stopThere(scene, step, services);
        }
        List<Item.Step> behind = scene.body()
                .subList(scene.body().indexOf(step) + 1, scene.body().size());
        Set<String> open = new LinkedHashSet<>(services);
        Optional<Item.Step> lastStop = Optional.empty();
        for (Item.Step later : behind) {
            for (Effect effect : later.effects()) {
                if (startsNewCode(scene, effect, later)
                        || !Scene.changes(effect).isEmpty()) {
                    return stopThere(scene, step, services);
                }
                if (effect instanceof Stop(String service) && open.remove(service)) {
                    lastStop = Optional.of(later);
                }
            }
            if (open.isEmpty()) {
                break;
            }
        }
        return lastStop.isPresent() && open.isEmpty() && !scene.isSometimes(lastStop.get())
                ? "move " + Trace.named(step) + " after " + Trace.named(lastStop.get())
                : stopThere(scene, step, services);
    }

    private static boolean startsNewCode(Scene scene, Effect effect, Item.Step step) {
        return effect instanceof Start(String service)
                && scene.isChanged(
                        service,
                        scene.body().subList(0, Math.max(0, scene.body().indexOf(step))));
    }

    /** What stops them on some ways only can do it on all. */
    private static String stopThere(Scene scene, Item.Step step, Set<String> services) {
        List<Item.Step> before =
                scene.body().subList(0, Math.max(0, scene.body().indexOf(step)));
        Set<String> open = new TreeSet<>(services);
        List<String> cures = new ArrayList<>();
        for (String service : services) {
            scene.stopInBranch(before, Set.of(service)).ifPresent(stop -> {
                open.remove(service);
                cures.add("take " + Trace.named(stop) + " out of its `when`");
            });
        }
        if (!open.isEmpty()) {
            cures.add("add `stop " + String.join(", ", open) + "` before " + Trace.named(step));
        }
        List<Item.Step> behind = scene.body()
                .subList(scene.body().indexOf(step) + 1, scene.body().size());
        open.removeIf(
                service -> Scene.first(behind, Scene.starts(Set.of(service))).isPresent());
        return Lists.and(cures) + (open.isEmpty() ? "" : "; " + startLater(scene, open));
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
                            : earlier.filter(step -> scene.isSometimes(step))
                                    .map(step -> "take " + Trace.named(step) + " out of its `when`")
                                    .orElse("add `swap " + artifact + " to next` before " + Trace.named(scene.step())));
        }
        return Lists.and(cures);
    }

    /** @param effect that starts the old code @param changer what has changed the data since that ran */
    static String noOldStart(Scene scene, String system, Effect effect, Optional<Item.Step> changer) {
        boolean isSwapped = scene.layout().group(system).artifacts().stream()
                .anyMatch(artifact ->
                        Scene.first(scene.behind(), Scene.swaps(artifact)).isPresent());
        if (isSwapped && effect instanceof Start(String service)) {
            String out =
                    Lists.and(without(scene, service).stream().map(Trace::named).toList());
            return "take " + out + " out: start `" + service + "` only with the new release";
        }
        return "start it before " + changer.map(Trace::named).orElse("the data are changed");
    }

    /** A start, and what waits for it until it is stopped again. */
    private static List<Item.Step> without(Scene scene, String service) {
        String system = scene.layout().service(service).system();
        List<Item.Step> out = new ArrayList<>(List.of(scene.step()));
        for (Item.Step later : scene.behind()) {
            for (Effect effect : later.effects()) {
                if (Scene.stops(Set.of(service)).test(effect)
                        || effect instanceof Start
                        || effect instanceof ChangeOver) {
                    return out;
                }
                if (effect instanceof Wait(Condition.Healthy(String of), Optional<Condition> unless)
                        && of.equals(system)) {
                    out.add(later);
                }
            }
        }
        return out;
    }

    static String forward(Scene scene, Optional<Item.Step> point) {
        boolean runs = scene.step().effects().stream()
                .anyMatch(effect -> Changes.of(effect).isPresent());
        Item.Step asked = Scene.last(scene.behind(), Asking::asks).orElse(scene.step());
        String later = point.map(step -> "move " + Trace.named(step) + " after " + Trace.named(asked))
                .orElse("do it before the point of no return");
        return runs ? "say `idempotent` if it may be done twice, or " + later : later;
    }
}
