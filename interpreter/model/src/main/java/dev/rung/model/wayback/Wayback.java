package dev.rung.model.wayback;

import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.PutBack;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Undo;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Deed.Moment;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The way back as a function from a state to a list of effects. It is never a replay of what was done: it starts from what
 * is, so it can be cut off anywhere and begun again, and the proof and the engine call the same function.
 *
 * <p>Whoever carries it out does the first effect, looks, and asks again, until the list is empty.
 */
public final class Wayback {
    private final State state;
    private final Origin origin;
    private final Layout layout;
    private final Optional<Named> named;
    private final List<Effect> effects = new ArrayList<>();

    /** A named rollback that was chosen instead of the restore. @param changes the data that it brings back */
    public record Named(String name, Set<String> changes) {
        public Named {
            changes = Set.copyOf(changes);
        }
    }

    private Wayback(State state, Origin origin, Optional<Named> named) {
        this.state = state.withoutDeeds(deed -> origin.state().deed(deed.id()).isPresent());
        this.origin = origin;
        this.layout = origin.layout();
        this.named = named;
    }

    public static Route from(State state, Origin origin) {
        return from(state, origin, Optional.empty());
    }

    /** @param named taken where the state allows it; a restore follows where it does not */
    public static Route from(State state, Origin origin, Optional<Named> named) {
        return new Wayback(state.afterRunning(origin.layout()), origin, named).route();
    }

    /** Why a named rollback is not taken from here: one sentence without a full stop; empty if it is. */
    public static Optional<String> whyNot(State state, Origin origin, Named named) {
        Wayback wayback = new Wayback(state.afterRunning(origin.layout()), origin, Optional.of(named));
        return new Reverting(wayback.state, wayback.layout).against(named, wayback.changedData());
    }

    private Route route() {
        if (state.forward().isPresent()) {
            return new Route.Forward(state.forward().get());
        }
        if (!state.inFlight().isEmpty()) {
            return new Route.Back(List.of(new Settle()));
        }
        Optional<String> lost = origin.lostCode(state);
        if (lost.isPresent()) {
            return new Route.None(List.of(lost.get()), "nobody has kept `" + lost.get() + "` as it was then");
        }
        Set<String> changed = changedData();
        Optional<Named> reverting = named.filter(
                choice -> new Reverting(state, layout).against(choice, changed).isEmpty());
        Set<String> inUse = new LinkedHashSet<>(changed);
        reverting.ifPresent(choice -> inUse.addAll(choice.changes()));
        Optional<Route> stuck = holdWhatIsInTheWay(inUse);
        if (stuck.isPresent()) {
            return stuck.get();
        }
        reverting.ifPresent(choice -> {
            effects.add(new Revert(choice.name(), choice.changes()));
            changed.removeAll(layout.sharing(choice.changes()));
        });
        takeBack(Moment.WITH_CODE, deed -> true);
        putCodeBack();
        stuck = putDataBack(changed);
        if (stuck.isPresent()) {
            return stuck.get();
        }
        takeBack(Moment.HELD, this::stands);
        startWhatWasUp();
        proveWhatWasProven();
        takeBack(Moment.THROUGH_SERVICE, this::stands);
        releaseWhatWasLoose();
        return new Route.Back(effects);
    }

    /** Latest first. */
    private void takeBack(Moment moment, Predicate<Deed> stands) {
        state.deeds().reversed().stream()
                .filter(deed -> deed.moment() == moment && stands.test(deed))
                .forEach(deed -> effects.add(new Undo(deed.id(), deed.words())));
    }

    /** Whether a deed is in the data after what has been planned so far: a restore from before it has taken it away. */
    private boolean stands(Deed deed) {
        for (Effect effect : effects) {
            boolean gone = effect instanceof Restore(Set<String> data, String id)
                    && deed.data().stream().anyMatch(data::contains)
                    && state.sets().stream()
                            .noneMatch(
                                    set -> set.id().equals(id) && set.contains().contains(deed.id()));
            if (gone) {
                return false;
            }
        }
        return true;
    }

    /** What is not as it was, with what has to go back together with it; what a deed's own undo brings back is no part of it. */
    private Set<String> changedData() {
        Set<String> undone = namesIn(Moment.WITH_CODE, Deed::data);
        Set<String> changed = new LinkedHashSet<>();
        layout.dataNames().stream()
                .filter(part -> origin.hadOtherData(part, state) && !undone.contains(part))
                .forEach(changed::add);
        return together(changed);
    }

    /** What shares a writer goes back together, and so does what one deed has changed: its undo is one, too. */
    private Set<String> together(Set<String> parts) {
        Set<String> closure = new LinkedHashSet<>(layout.sharing(parts));
        int before;
        do {
            before = closure.size();
            state.deeds().stream()
                    .filter(deed -> deed.moment() != Moment.WITH_CODE)
                    .filter(deed -> deed.data().stream().anyMatch(closure::contains))
                    .forEach(deed -> closure.addAll(deed.data()));
            closure.addAll(layout.sharing(closure));
        } while (closure.size() > before);
        return closure;
    }

    private Set<String> namesIn(Moment moment, Function<Deed, Set<String>> parts) {
        Set<String> names = new LinkedHashSet<>();
        state.deeds().stream().filter(deed -> deed.moment() == moment).forEach(deed -> names.addAll(parts.apply(deed)));
        return names;
    }

    /** Step 2: what runs over code or data that go back, what is down but might come up, and what was held at the start. */
    private Optional<Route> holdWhatIsInTheWay(Set<String> changedData) {
        Set<String> needed = new LinkedHashSet<>(changedData);
        needed.addAll(namesIn(Moment.HELD, Deed::data));
        for (Layout.Service service : layout.services()) {
            if (state.service(service.name()).isHeld() || !isInTheWay(service, needed)) {
                continue;
            }
            if (!service.holds()) {
                return Optional.of(new Route.None(
                        List.of(service.name()), "nothing keeps `" + service.name() + "` down while it is put back"));
            }
            effects.add(new Stop(service.name()));
        }
        return Optional.empty();
    }

    private boolean isInTheWay(Layout.Service service, Set<String> needed) {
        boolean wasHeld = origin.state().service(service.name()).isHeld();
        List<String> artifacts = layout.group(service.system()).artifacts();
        Set<String> undone = namesIn(Moment.WITH_CODE, Deed::code);
        boolean codeGoesBack = artifacts.stream()
                .anyMatch(artifact -> origin.hadOtherCode(artifact, state) && !undone.contains(artifact));
        return wasHeld || codeGoesBack || service.uses(needed) || isInTheWayOfUndoing(service, artifacts, undone);
    }

    /** What changes code and data in one, a platform for one, looks after services of its own that nobody else can hold. */
    private boolean isInTheWayOfUndoing(Layout.Service service, List<String> artifacts, Set<String> undone) {
        boolean startsFromIt = artifacts.stream().anyMatch(undone::contains);
        boolean usesIt = service.uses(namesIn(Moment.WITH_CODE, Deed::data));
        return service.holds() ? startsFromIt || usesIt : usesIt && !startsFromIt;
    }

    /** Step 4: whole groups. What was changed last goes back first: keys of one file may stand beside each other. */
    private void putCodeBack() {
        Set<String> undone = namesIn(Moment.WITH_CODE, Deed::code);
        for (Layout.CodeGroup group : layout.systems()) {
            for (String artifact : group.artifacts().reversed()) {
                if (origin.hadOtherCode(artifact, state) && !undone.contains(artifact)) {
                    effects.add(new PutBack(artifact));
                }
            }
        }
    }

    /** Step 5: all that shares a writer together, from one set. */
    private Optional<Route> putDataBack(Set<String> changedData) {
        Set<String> open = new LinkedHashSet<>(changedData);
        while (!open.isEmpty()) {
            Set<String> together = together(Set.of(open.iterator().next()));
            Optional<BackupSet> cover = origin.cover(together, state);
            if (cover.isEmpty()) {
                String parts = String.join("`, `", together);
                return Optional.of(new Route.None(
                        List.copyOf(together),
                        "`" + parts + "` may be changed, and there is no backup from which it could be restored"));
            }
            effects.add(new Restore(together, cover.get().id()));
            open.removeAll(together);
        }
        return Optional.empty();
    }

    /** Step 7: in the reverse of the order in which services stop. */
    private void startWhatWasUp() {
        for (Layout.Service service : layout.services().reversed()) {
            boolean wasUp = origin.state().service(service.name()).up();
            if ((wasUp || isNeededToTakeBack(service))
                    && (!isRunningAsBefore(service)
                            || state.service(service.name()).held())) {
                effects.add(new Start(service.name()));
            }
        }
    }

    /** What was done through somebody who had come up by himself nobody else can take back. */
    private boolean isNeededToTakeBack(Layout.Service service) {
        return origin.state().service(service.name()).isLoose()
                && state.deeds().stream()
                        .filter(deed -> deed.moment() == Moment.THROUGH_SERVICE && stands(deed))
                        .anyMatch(deed -> service.uses(deed.data())
                                && layout.usersOf(deed.data()).stream()
                                        .noneMatch(other -> origin.state()
                                                .service(other.name())
                                                .up()));
    }

    private boolean isRunningAsBefore(Layout.Service service) {
        ServiceState is = state.service(service.name());
        boolean isStopped = effects.contains(new Stop(service.name()));
        return is.up() && !isStopped && is.running() != Running.UNKNOWN;
    }

    /** Step 8: healthy, then invariants and version in one, which is what says that the way back has arrived. */
    private void proveWhatWasProven() {
        for (Layout.CodeGroup group : layout.systems()) {
            String system = group.system();
            List<Layout.Service> services = layout.servicesOf(system);
            boolean startsSome = services.stream().anyMatch(service -> effects.contains(new Start(service.name())));
            boolean wasUp = !services.isEmpty() && services.stream().allMatch(origin::ranTheOlderRelease);
            if (wasUp && (startsSome || state.trust().get(system) != Trust.PROVEN)) {
                if (startsSome || state.trust().get(system) == Trust.NONE) {
                    effects.add(new Wait(new Condition.Healthy(system), Optional.empty()));
                }
                Condition version = new Condition.InstalledIs(
                        system, Operator.EQUAL, origin.versions().get(system));
                Condition both = new Condition.All(List.of(new Condition.InvariantsHold(system), version));
                effects.add(new Check(both, ""));
            }
        }
    }

    /** Step 10: no mark stays that was not there. */
    private void releaseWhatWasLoose() {
        for (Layout.Service service : layout.services()) {
            ServiceState before = origin.state().service(service.name());
            boolean isHeld = state.service(service.name()).held() || effects.contains(new Stop(service.name()));
            boolean isFree = effects.contains(new Start(service.name()));
            if (before.isLoose() && isHeld && !isFree) {
                effects.add(new ReleaseHold(service.name()));
            }
        }
    }
}
