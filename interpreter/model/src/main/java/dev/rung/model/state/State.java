package dev.rung.model.state;

import dev.rung.model.state.ServiceState.Running;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How every part is, seen from one hop. The proof walks over these, the journal writes them down, and the way back is a
 * function of one of them: never of a history.
 *
 * @param code by artifact, only those that the hop changes
 * @param data by data part
 * @param services by service
 * @param trust by system
 * @param sets the backups that lead back to the start of this hop, oldest first
 * @param coveredBefore the data that a backup brings back to an earlier start; none in what was written before this was known
 * @param deeds what was done beside the usual way and would have to be taken back, oldest first
 * @param inFlight what may still be working although nobody waits for it, in the words of the effect that began it
 * @param forward why there is no way back any more; empty as long as there may be one
 */
public record State(
        SortedMap<String, CodeForm> code,
        SortedMap<String, DataForm> data,
        SortedMap<String, ServiceState> services,
        SortedMap<String, Trust> trust,
        List<BackupSet> sets,
        Set<String> coveredBefore,
        List<Deed> deeds,
        List<String> inFlight,
        Optional<String> forward) {
    public State {
        code = Collections.unmodifiableSortedMap(new TreeMap<>(code));
        data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        trust = Collections.unmodifiableSortedMap(new TreeMap<>(trust));
        sets = List.copyOf(sets);
        coveredBefore = coveredBefore == null ? Set.of() : Set.copyOf(coveredBefore);
        deeds = List.copyOf(deeds);
        inFlight = List.copyOf(inFlight);
    }

    /** The start of a hop: everything old, services as they are found. */
    public static State origin(Layout layout, Map<String, ServiceState> services) {
        SortedMap<String, CodeForm> code = new TreeMap<>();
        layout.systems().forEach(group -> group.artifacts().forEach(artifact -> code.put(artifact, CodeForm.OLD)));
        SortedMap<String, DataForm> data = new TreeMap<>();
        layout.dataNames().forEach(part -> data.put(part, DataForm.OLD));
        SortedMap<String, Trust> trust = new TreeMap<>();
        layout.systems().forEach(group -> trust.put(group.system(), Trust.PROVEN));
        return new State(
                code,
                data,
                new TreeMap<>(services),
                trust,
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Whether all that this hop changes of a system's code is of the given form; true of a system of which it changes nothing. */
    public boolean all(CodeForm form, Layout.CodeGroup group) {
        return group.artifacts().stream().allMatch(artifact -> code.get(artifact) == form);
    }

    public ServiceState service(String name) {
        ServiceState state = services.get(name);
        if (state == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return state;
    }

    /** What would run if a service of this system came up now. */
    public Running startable(Layout.CodeGroup group, Layout.Service service) {
        boolean old = all(CodeForm.OLD, group);
        boolean fresh = all(CodeForm.NEW, group);
        if (old && fresh) {
            boolean dataAreOld = service.writes().stream().allMatch(part -> data.get(part) == DataForm.OLD);
            return dataAreOld ? Running.OLD : Running.NEW;
        }
        return old ? Running.OLD : fresh ? Running.NEW : Running.UNKNOWN;
    }

    /** The newest set that counts and has all of these parts in it; one that loses less before one that loses more. */
    public Optional<BackupSet> cover(Collection<String> parts) {
        List<BackupSet> counting = sets.reversed().stream()
                .filter(set -> set.counts() && set.data().containsAll(parts))
                .toList();
        return counting.stream()
                .filter(set -> set.isEven(parts))
                .findFirst()
                .or(() -> counting.stream().filter(set -> !set.isBehind(parts)).findFirst())
                .or(() -> counting.stream().findFirst());
    }

    public State withCode(String artifact, CodeForm form) {
        return new State(
                with(code, artifact, form), data, services, trust, sets, coveredBefore, deeds, inFlight, forward);
    }

    public State withData(Collection<String> parts, UnaryOperator<DataForm> change) {
        SortedMap<String, DataForm> changed = new TreeMap<>(data);
        parts.forEach(part -> changed.computeIfPresent(part, (name, form) -> change.apply(form)));
        return new State(code, changed, services, trust, sets, coveredBefore, deeds, inFlight, forward);
    }

    public State withService(String service, ServiceState state) {
        return new State(
                code, data, with(services, service, state), trust, sets, coveredBefore, deeds, inFlight, forward);
    }

    public State withTrust(String system, Trust level) {
        return new State(
                code, data, services, with(trust, system, level), sets, coveredBefore, deeds, inFlight, forward);
    }

    public State withSets(List<BackupSet> changed) {
        return new State(code, data, services, trust, changed, coveredBefore, deeds, inFlight, forward);
    }

    /** One that it makes needless is forgotten; another one of the same name gets a name of its own. */
    public State withSet(BackupSet taken) {
        List<BackupSet> others =
                sets.stream().filter(older -> !taken.replaces(older)).toList();
        boolean isNamed = others.stream().anyMatch(other -> other.id().equals(taken.id()));
        return isNamed ? withSet(taken.named(taken.id() + "'")) : withSets(appended(others, taken));
    }

    public Optional<BackupSet> set(String id) {
        return sets.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /** Old code may have written these data. */
    public State withSetsBehind(Collection<String> parts) {
        return withSets(sets.stream().map(set -> set.fallenBehind(parts)).toList());
    }

    public State withCoveredBefore(Set<String> parts) {
        return new State(code, data, services, trust, sets, parts, deeds, inFlight, forward);
    }

    /** Whether a way back may bring all of these data back, to whatever start it leads. */
    public boolean isCovered(Collection<String> parts) {
        return cover(parts).isPresent() || coveredBefore.containsAll(parts);
    }

    /** Whether nothing is lost by that which was written through the release that it leads back to. */
    public boolean isCoveredWithoutLoss(Collection<String> parts) {
        return cover(parts).filter(set -> !set.isBehind(parts)).isPresent() || coveredBefore.containsAll(parts);
    }

    public State withDeeds(List<Deed> changed) {
        return new State(code, data, services, trust, sets, coveredBefore, changed, inFlight, forward);
    }

    /** The same deed done once more stands once. */
    public State withDeed(Deed deed) {
        List<Deed> others =
                deeds.stream().filter(other -> !other.id().equals(deed.id())).toList();
        return withDeeds(appended(others, deed));
    }

    public State withoutDeeds(Predicate<Deed> gone) {
        return withDeeds(deeds.stream().filter(gone.negate()).toList());
    }

    public Optional<Deed> deed(String id) {
        return deeds.stream().filter(deed -> deed.id().equals(id)).findFirst();
    }

    /** The ids of the deeds that stand in any of these data. */
    public List<String> deedsOn(Collection<String> parts) {
        return deeds.stream()
                .filter(deed -> deed.data().stream().anyMatch(parts::contains))
                .map(Deed::id)
                .toList();
    }

    /** Something else than the old release may have changed these data, half or whole. */
    public State touched(Collection<String> parts, Layout layout) {
        return changedBeside(parts).touchedByDeed(parts, layout);
    }

    /** The same, by a deed of which taking it back brings them back. */
    public State touchedByDeed(Collection<String> parts, Layout layout) {
        State result = withData(parts, form -> DataForm.TOUCHED);
        for (Layout.Service service : layout.usersOf(parts)) {
            result = result.withTrust(service.system(), Trust.NONE);
        }
        return result;
    }

    /** Taking back what was done before, together with code, does not bring these data back any more. */
    public State changedBeside(Collection<String> parts) {
        return withDeeds(deeds.stream()
                .map(deed -> deed.moment() == Deed.Moment.WITH_CODE ? deed.without(parts) : deed)
                .toList());
    }

    public State withInFlight(String words) {
        return withInFlight(appended(inFlight, words));
    }

    /** Nothing works any more that nobody waits for. */
    public State settled() {
        return withInFlight(List.of());
    }

    public State withInFlight(List<String> changed) {
        return new State(code, data, services, trust, sets, coveredBefore, deeds, changed, forward);
    }

    /** @param why there is no way back from here on */
    public State beyondReturn(String why) {
        return new State(
                code, data, services, trust, sets, coveredBefore, deeds, inFlight, forward.or(() -> Optional.of(why)));
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static <V> SortedMap<String, V> with(SortedMap<String, V> map, String key, V value) {
        SortedMap<String, V> changed = new TreeMap<>(map);
        changed.put(key, value);
        return changed;
    }

    /**
     * What must be believed when it is not known which of two states it is. Code and services are looked at before anything
     * rests on this; data are not, so theirs is the worse form.
     */
    public State worse(State other) {
        return Doubt.between(this, other);
    }

    /**
     * What follows from services that are up or loose: with new code, all that it migrates is touched, with code that is
     * neither old nor new all that it writes as well, unless it is of a platform of which nobody can hold anything; with old
     * code, every set that holds what it writes has fallen behind.
     */
    public State afterRunning(Layout layout) {
        State result = this;
        for (Layout.Service service : layout.services()) {
            ServiceState is = services.get(service.name());
            if (is == null || is.isHeld()) {
                continue;
            }
            Layout.CodeGroup group = layout.group(service.system());
            Running running = mayRun(is, group, service);
            State ran = result.ranWith(running, service);
            result = group.artifacts().isEmpty() ? ran.withSetsBehind(service.writes()) : ran;
        }
        return result;
    }

    /** Under a driver that changes over under running services these may have come up with whatever was in place. */
    private Running mayRun(ServiceState is, Layout.CodeGroup group, Layout.Service service) {
        Running startable = startable(group, service);
        boolean mixed = group.changesUnderRunning()
                && startable == Running.UNKNOWN
                && code.keySet().containsAll(group.artifacts());
        return is.up() && !mixed ? is.running() : startable;
    }

    private State ranWith(Running running, Layout.Service service) {
        if (running == Running.OLD) {
            return withSetsBehind(service.writes());
        }
        Set<String> reached = new LinkedHashSet<>(service.migrates());
        if (running == Running.NEW) {
            reached.removeIf(part -> data.get(part) == DataForm.NEW);
        } else if (service.holds()) {
            reached.addAll(service.writes());
        }
        return changedBeside(reached).withData(reached, form -> DataForm.TOUCHED);
    }
}
