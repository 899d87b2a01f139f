package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Lists;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A statement among those around it. All that is asked here serves to find words: what is wrong was decided by the walk,
 * which sees more than the order of the file.
 *
 * @param hops it is about, in the words of a plan; none outside of hops
 * @param earlier what stands before its ladder, outside of hops
 * @param body all statements of the hop, those of every branch
 * @param sometimes the ids of those that stand in a branch
 * @param rollbacks the names of the other ways back that are offered
 * @param ladders those that the run has, in the order of the file; none within a hop
 */
record Scene(
        List<String> hops,
        List<Item.Step> earlier,
        List<Item.Step> body,
        Set<String> sometimes,
        List<String> rollbacks,
        List<Climbed> ladders,
        Origin origin,
        Item.Step step) {
    Scene {
        hops = List.copyOf(hops);
        ladders = List.copyOf(ladders);
        body = List.copyOf(body);
    }

    /**
     * All statements, those of every branch among them.
     *
     * @param sometimes the ids of those that stand in a branch
     */
    record Body(List<Item.Step> steps, Set<String> sometimes) {
        Body {
            steps = List.copyOf(steps);
        }

        static Body of(List<Item> items) {
            List<Item.Step> steps = new ArrayList<>();
            Set<String> sometimes = new LinkedHashSet<>();
            gather(items, false, steps, sometimes);
            return new Body(steps, sometimes);
        }
    }

    private static void gather(List<Item> items, boolean inBranch, List<Item.Step> body, Set<String> sometimes) {
        for (Item item : items) {
            switch (item) {
                case Item.Step step -> {
                    body.add(step);
                    if (inBranch) {
                        sometimes.add(step.id());
                    }
                }
                case Item.Choice choice -> {
                    gather(choice.then(), true, body, sometimes);
                    gather(choice.otherwise(), true, body, sometimes);
                }
                case Item.Each each -> gather(each.body(), true, body, sometimes);
                case Item.Ladder ladder -> {
                    // its statements are of other hops
                }
            }
        }
    }

    /** What this is about, as people call it. */
    String whole() {
        return hops.isEmpty() ? "run" : "hop";
    }

    Layout layout() {
        return origin.layout();
    }

    boolean isSometimes(Item.Step one) {
        return sometimes.contains(one.id());
    }

    /** Whether anything behind this statement can fail. */
    boolean isLast() {
        return behind().stream().allMatch(later -> later.effects().isEmpty())
                && ladders.stream().noneMatch(ladder -> ladder.isBehind(step));
    }

    private int index() {
        return body.indexOf(step);
    }

    List<Item.Step> before() {
        return index() < 0 ? body : body.subList(0, index());
    }

    /** All that was done before, outside of its ladder too. */
    List<Item.Step> everBefore() {
        List<Item.Step> all = new ArrayList<>(earlier);
        all.addAll(before());
        return all;
    }

    List<Item.Step> behind() {
        return index() < 0 ? List.of() : body.subList(index() + 1, body.size());
    }

    static Optional<Item.Step> first(List<Item.Step> steps, Predicate<Effect> does) {
        return steps.stream()
                .filter(step -> step.effects().stream().anyMatch(does))
                .findFirst();
    }

    static Optional<Item.Step> last(List<Item.Step> steps, Predicate<Effect> does) {
        return first(steps.reversed(), does);
    }

    /** The statements that back something up. */
    static List<Item.Step> backups(List<Item.Step> steps) {
        return steps.stream().filter(step -> backedUp(step).isPresent()).toList();
    }

    static Optional<BackUp> backedUp(Item.Step step) {
        return step.effects().stream()
                .flatMap(effect -> effect instanceof BackUp backUp ? Optional.of(backUp).stream() : null)
                .findFirst();
    }

    static Predicate<Effect> stops(Collection<String> services) {
        return effect -> effect instanceof Stop(String service) && services.contains(service);
    }

    static Predicate<Effect> starts(Collection<String> services) {
        return effect -> effect instanceof Start(String service) && services.contains(service);
    }

    static Predicate<Effect> swaps(String artifact) {
        return effect ->
                effect instanceof ChangeOver change && change.artifact().equals(artifact)
                        || Changes.of(effect)
                                .filter(what -> what.code().contains(artifact))
                                .isPresent();
    }

    /** What its author says that an effect changes, without any start. */
    static Set<String> changes(Effect effect) {
        return switch (effect) {
            case Import in -> in.data();
            default -> Changes.of(effect).map(Changes::data).orElse(Set.of());
        };
    }

    /** What its author says that a statement changes. */
    static Set<String> changedBy(Item.Step step) {
        Set<String> data = new LinkedHashSet<>();
        step.effects().forEach(effect -> data.addAll(changes(effect)));
        return data;
    }

    /** The last of these statements that changes one of these data, or starts new code that does. */
    Optional<Item.Step> changer(List<Item.Step> steps, Collection<String> parts) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            for (Effect effect : steps.get(i).effects()) {
                boolean migrates = effect instanceof Start(String service)
                        && isChanged(service, steps.subList(0, i))
                        && layout().service(service).migrates().stream().anyMatch(parts::contains);
                if (migrates || changes(effect).stream().anyMatch(parts::contains)) {
                    return Optional.of(steps.get(i));
                }
            }
        }
        return Optional.empty();
    }

    /** That a statement changes these data, where it does not say so itself; empty if it does not, or says so. */
    String change(Item.Step step, Collection<String> parts) {
        boolean says = step.at().text().contains(" changes ");
        if (says
                || changer(body.subList(0, body.indexOf(step) + 1), parts)
                        .filter(step::equals)
                        .isEmpty()) {
            return "";
        }
        return step.effects().stream()
                        .flatMap(effect -> effect instanceof Start(String service)
                                ? Optional.of(
                                        newRelease(layout().service(service).system()) + " begins to migrate ")
                                        .stream()
                                : null)
                        .findFirst()
                        .orElse("changes ")
                + Lists.quoted(parts);
    }

    /** Whether one of these statements has changed code that a service starts from. */
    boolean isChanged(String service, List<Item.Step> steps) {
        String system = layout().service(service).system();
        return layout().group(system).artifacts().stream()
                .anyMatch(artifact -> last(steps, swaps(artifact)).isPresent());
    }

    /** The services that run behind these statements, as the file reads. */
    Set<String> running(List<Item.Step> steps) {
        return running(steps, stop -> true);
    }

    /** The services that run behind these statements on some way: what is stopped in a branch is not on the others. */
    Set<String> mayRun(List<Item.Step> steps) {
        return running(steps, stop -> !isSometimes(stop));
    }

    private Set<String> running(List<Item.Step> steps, Predicate<Item.Step> stopping) {
        Set<String> running = new LinkedHashSet<>();
        layout().services().stream()
                .map(Layout.Service::name)
                .filter(service -> origin.state().service(service).up())
                .forEach(running::add);
        steps.forEach(step -> step.effects().forEach(effect -> {
            switch (effect) {
                case Stop(String service) when stopping.test(step) -> running.remove(service);
                case Start(String service) -> running.add(service);
                default -> {
                    // leaves them as they are
                }
            }
        }));
        return running;
    }

    /** Of these statements, the last that stops one of these services, if that stands in a branch. */
    Optional<Item.Step> stopInBranch(List<Item.Step> steps, Collection<String> services) {
        return last(steps, stops(services)).filter(this::isSometimes);
    }

    Set<String> users(Collection<String> parts) {
        Set<String> users = new LinkedHashSet<>();
        layout().usersOf(parts).forEach(service -> users.add(service.name()));
        return users;
    }

    /** What a system is changed to, as people say it. */
    String newRelease(String system) {
        List<String> artifacts = layout().group(system).artifacts();
        return artifacts.stream()
                .flatMap(artifact -> newVersion(artifact).stream())
                .findFirst()
                .map(Version::toString)
                .or(() -> artifacts.isEmpty() ? known(system) : side(1))
                .orElse("the code of `" + system + "`");
    }

    String oldRelease(String system) {
        return (layout().group(system).artifacts().isEmpty() ? known(system) : side(0))
                .orElse("the code of `" + system + "`");
    }

    /** The version that a system has which is not changed here. */
    Optional<String> known(String system) {
        return Optional.ofNullable(origin.versions().get(system))
                .map(Version::toString)
                .filter(version -> !version.equals("0"));
    }

    /** Of the hop's {@code 1.8.2 → 1.9.4}. */
    private Optional<String> side(int number) {
        return hops.stream()
                .map(words -> words.split(" → "))
                .filter(sides -> sides.length == 2)
                .map(sides -> sides[number])
                .findFirst();
    }

    Optional<Version> newVersion(String artifact) {
        return body.stream()
                .flatMap(each -> each.effects().stream())
                .flatMap(effect ->
                        effect instanceof ChangeOver change && change.artifact().equals(artifact)
                                ? Optional.of(change.version()).stream()
                                : null)
                .findFirst();
    }
}
