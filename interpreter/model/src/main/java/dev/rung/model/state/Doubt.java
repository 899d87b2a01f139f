package dev.rung.model.state;

import dev.rung.model.state.ServiceState.Running;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two states, and nobody knows which of them it is: what has to be believed then. */
final class Doubt {
    private Doubt() {}

    static State between(State one, State other) {
        SortedMap<String, CodeForm> codes = new TreeMap<>(one.code());
        other.code().forEach((part, form) -> codes.merge(part, form, (a, b) -> a == b ? a : CodeForm.MIXED));
        SortedMap<String, DataForm> forms = new TreeMap<>(one.data());
        other.data().forEach((part, form) -> forms.merge(part, form, (a, b) -> a == b ? a : DataForm.TOUCHED));
        SortedMap<String, ServiceState> runs = new TreeMap<>(one.services());
        other.services().forEach((part, is) -> runs.merge(part, is, Doubt::service));
        SortedMap<String, Trust> trusts = new TreeMap<>(one.trust());
        other.trust().forEach((system, level) -> trusts.merge(system, level, (a, b) -> a.compareTo(b) < 0 ? a : b));
        List<BackupSet> both = one.sets().stream()
                .flatMap(set -> other.set(set.id()).map(set::worse).stream())
                .toList();
        Set<String> working = new LinkedHashSet<>(one.inFlight());
        working.addAll(other.inFlight());
        return new State(
                codes,
                forms,
                runs,
                trusts,
                both,
                both(one.coveredBefore(), other.coveredBefore()),
                deeds(one.deeds(), other.deeds()),
                List.copyOf(working),
                one.forward().or(other::forward));
    }

    private static Set<String> both(Set<String> a, Set<String> b) {
        return a.stream().filter(b::contains).collect(Collectors.toSet());
    }

    /** What stands in one of them only was perhaps done, and brings back only what it does in both. */
    private static List<Deed> deeds(List<Deed> a, List<Deed> b) {
        if (a.equals(b)) {
            return a;
        }
        Map<String, Deed> others = new LinkedHashMap<>();
        b.forEach(deed -> others.put(deed.id(), deed));
        List<Deed> all = new ArrayList<>();
        for (Deed deed : a) {
            Deed same = others.remove(deed.id());
            all.add(same == null ? deed.unsure() : deed.worse(same));
        }
        others.values().forEach(deed -> all.add(deed.unsure()));
        return all;
    }

    private static ServiceState service(ServiceState a, ServiceState b) {
        return a.equals(b) ? a : new ServiceState(a.running() == b.running() ? a.running() : Running.UNKNOWN, false);
    }
}
