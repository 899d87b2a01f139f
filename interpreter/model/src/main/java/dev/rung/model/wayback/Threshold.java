package dev.rung.model.wayback;

import dev.rung.model.state.BackupSet;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Deed.Moment;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What changes when a hop begins and when it has landed. A hop has a state of its own, in which "old" is what it finds; what
 * stands around it, a run or the hop of an outer ladder, keeps another, and takes the goals of a landed hop for its own start.
 */
public final class Threshold {
    private Threshold() {}

    /**
     * How a hop finds everything that begins here: old, and covered by what was backed up since anything last changed.
     *
     * @param earlier where its way back leads if it cannot lead to its own start
     */
    public static State entered(State outside, Layout hop, Optional<Retreat> earlier) {
        Map<String, ServiceState> services = new TreeMap<>();
        hop.services().forEach(service -> services.put(service.name(), asOld(outside.service(service.name()))));
        State start = State.origin(hop, services)
                .withSets(outside.sets().stream()
                        .filter(set -> isOfNow(set, outside))
                        .map(set -> set.containing(List.of()))
                        .toList())
                .withCoveredBefore(covered(earlier))
                .withInFlight(outside.inFlight());
        for (String system : start.trust().keySet()) {
            start = start.withTrust(system, outside.trust().get(system));
        }
        return outside.forward().map(start::beyondReturn).orElse(start);
    }

    private static Set<String> covered(Optional<Retreat> earlier) {
        Set<String> covered = new LinkedHashSet<>();
        for (Optional<Retreat> start = earlier;
                start.isPresent();
                start = start.get().earlier()) {
            State before = start.get().before();
            Layout layout = start.get().origin().layout();
            layout.dataNames().stream()
                    .filter(part -> accepted(before, layout, layout.sharing(List.of(part))))
                    .forEach(covered::add);
        }
        return covered;
    }

    private static boolean accepted(State state, Layout layout, Set<String> parts) {
        return state.cover(parts)
                .filter(set -> !set.isBehind(parts) || layout.mayLose())
                .isPresent();
    }

    private static ServiceState asOld(ServiceState is) {
        return is.running() == Running.NEW ? new ServiceState(Running.OLD, is.held()) : is;
    }

    /** Whether what it would bring back is what is there now, but for what users have written since. */
    private static boolean isOfNow(BackupSet set, State now) {
        return set.counts()
                && set.data().stream().allMatch(part -> now.data().get(part) == DataForm.OLD)
                && new HashSet<>(set.contains()).equals(new HashSet<>(now.deedsOn(set.data())));
    }

    /**
     * What stands around a hop, once it has landed. What the hop has changed is a start from now on: what was done to the
     * same data before it stays done, and no backup from before it counts for them any more.
     *
     * @param outside as it was when the hop began
     * @param landed as the hop left everything
     */
    public static State landed(State outside, State landed, Layout hop) {
        Set<String> altered = altered(landed);
        List<BackupSet> sets = new ArrayList<>();
        for (BackupSet set : outside.sets()) {
            if (set.data().stream().noneMatch(altered::contains)) {
                boolean mayBeWritten = !heldThroughout(outside, landed, hop, set.data());
                sets.add(landed.set(set.id()).filter(set::isAlike).orElse(mayBeWritten ? set.fallenBehind() : set));
            }
        }
        State result = outside.withSets(sets)
                .withoutDeeds(deed -> isPartOfTheGoal(deed, altered, hop))
                .withInFlight(landed.inFlight());
        for (BackupSet set : landed.sets()) {
            boolean ofNow = set.data().stream()
                    .noneMatch(part -> altered.contains(part) || outside.data().get(part) != DataForm.OLD);
            if (ofNow && set.counts() && outside.set(set.id()).isEmpty()) {
                result = result.withSet(set.containing(outside.deedsOn(set.data())));
            }
        }
        result = result.withData(
                landed.data().keySet().stream()
                        .filter(part -> landed.data().get(part) != DataForm.OLD)
                        .toList(),
                form -> DataForm.OLD);
        for (Layout.Service service : hop.services()) {
            result = result.withService(service.name(), asOld(landed.service(service.name())))
                    .withTrust(service.system(), landed.trust().get(service.system()));
        }
        return result.afterRunning(hop.withoutCode());
    }

    private static boolean heldThroughout(State before, State after, Layout hop, Set<String> data) {
        return hop.usersOf(data).stream()
                .map(Layout.Service::name)
                .allMatch(service -> before.service(service).isHeld()
                        && after.service(service).isHeld());
    }

    private static Set<String> altered(State landed) {
        Set<String> altered = new LinkedHashSet<>(changed(landed));
        altered.retainAll(landed.data().keySet());
        landed.deeds().forEach(deed -> altered.addAll(deed.data()));
        return altered;
    }

    /** Parts of data and of code that are not as they were. */
    private static Set<String> changed(State state) {
        Set<String> changed = new LinkedHashSet<>();
        state.data().forEach((part, form) -> {
            if (form != DataForm.OLD) {
                changed.add(part);
            }
        });
        state.code().forEach((part, form) -> {
            if (form != CodeForm.OLD) {
                changed.add(part);
            }
        });
        return changed;
    }

    private static boolean isPartOfTheGoal(Deed deed, Set<String> altered, Layout hop) {
        return deed.moment() != Moment.THROUGH_SERVICE
                && (deed.data().stream().anyMatch(altered::contains)
                        || deed.code().stream()
                                .anyMatch(code -> hop.systems().stream()
                                        .anyMatch(group -> group.artifacts().contains(code))));
    }

    /**
     * How an earlier start sees what is now.
     *
     * @param before how everything was, seen from there, when the hop under way began
     * @param layout of that start, with what this hop changes as well
     * @param now as the hop under way sees it
     */
    public static State seenFrom(State before, Layout layout, State now) {
        State seen = before.changedBeside(changed(now));
        for (Layout.CodeGroup group : layout.systems()) {
            boolean whollyNew =
                    group.artifacts().stream().allMatch(artifact -> now.code().get(artifact) == CodeForm.NEW);
            for (String artifact : group.artifacts()) {
                CodeForm was = before.code().getOrDefault(artifact, CodeForm.OLD);
                CodeForm is = now.code().getOrDefault(artifact, CodeForm.OLD);
                CodeForm form = is == CodeForm.OLD ? was : was == CodeForm.OLD || whollyNew ? is : CodeForm.MIXED;
                seen = seen.withCode(artifact, form);
            }
        }
        for (Layout.Service service : layout.services()) {
            seen = seen.withService(service.name(), service(before, layout, now, service))
                    .withTrust(service.system(), now.trust().get(service.system()));
        }
        for (Map.Entry<String, DataForm> data : now.data().entrySet()) {
            if (data.getValue() != DataForm.OLD) {
                seen = seen.withData(List.of(data.getKey()), form -> data.getValue());
            }
        }
        seen = seen.withSets(sets(before, layout, now)).withInFlight(now.inFlight());
        for (Deed deed : now.deeds()) {
            seen = seen.withDeed(deed.moment() == Moment.WITH_CODE ? deed.without(changed(before)) : deed);
        }
        return now.forward().map(seen::beyondReturn).orElse(seen);
    }

    /** Where the hop under way says "old" it is what ran when it began, or would have come up then. */
    private static ServiceState service(State before, Layout layout, State now, Layout.Service service) {
        ServiceState is = now.service(service.name());
        if (is.running() != Running.OLD) {
            return is;
        }
        ServiceState was = before.service(service.name());
        Running then = was.up() ? was.running() : before.startable(layout.group(service.system()), service);
        return new ServiceState(then, is.held());
    }

    /** Those from before, and what was backed up since of data that nothing had changed. */
    private static List<BackupSet> sets(State before, Layout layout, State now) {
        State result = before.withSets(before.sets().stream()
                .map(set -> now.set(set.id()).filter(set::isAlike).orElseGet(() -> perhapsBehind(set, before, layout)))
                .toList());
        for (BackupSet set : now.sets()) {
            boolean untouched =
                    set.data().stream().allMatch(part -> before.data().get(part) == DataForm.OLD);
            List<String> contained = new ArrayList<>(before.deedsOn(set.data()));
            contained.addAll(set.contains());
            BackupSet seen = set.containing(contained);
            boolean isKnown = before.sets().stream().anyMatch(known -> known.isAlike(set) || known.isAlike(seen));
            if (untouched && set.counts() && !isKnown) {
                result = result.withSet(seen);
            }
        }
        return result.sets();
    }
    /** A hop that does not know of a set does not say either whether somebody has written since. */
    private static BackupSet perhapsBehind(BackupSet set, State before, Layout layout) {
        if (set.outlived()) {
            return set;
        }
        Set<String> written = new LinkedHashSet<>();
        layout.services().stream()
                .filter(service -> !before.service(service.name()).isHeld())
                .forEach(service -> written.addAll(service.writes()));
        return set.fallenBehind(written);
    }
}
