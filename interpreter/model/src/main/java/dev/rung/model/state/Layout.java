package dev.rung.model.state;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The shape of what a hop works on: which parts there are and what hangs together. It never changes during a hop.
 *
 * @param systems the systems in the order of the file
 * @param data all parts that are data
 * @param services in the order in which the file writes them, which is the order in which they stop
 * @param maxLoss how much of what users have written through the old release a way back may lose; zero: nothing
 */
public record Layout(List<CodeGroup> systems, List<DataPart> data, List<Service> services, Duration maxLoss) {
    public Layout {
        systems = List.copyOf(systems);
        data = List.copyOf(data);
        services = List.copyOf(services);
    }

    /** One in which no way back may lose anything. */
    public Layout(List<CodeGroup> systems, List<DataPart> data, List<Service> services) {
        this(systems, data, services, Duration.ZERO);
    }

    public boolean mayLose() {
        return maxLoss.isPositive();
    }

    /** To what stands around a hop its code is neither old nor new: it is what is there. */
    public Layout withoutCode() {
        List<CodeGroup> groups = systems.stream()
                .map(group -> new CodeGroup(group.system(), List.of(), group.changesUnderRunning()))
                .toList();
        return new Layout(groups, data, services, maxLoss);
    }

    public Layout withMaxLoss(Duration loss) {
        return new Layout(systems, data, services, loss);
    }

    /**
     * What a system's services start from.
     *
     * @param artifacts those that this hop changes; where it changes none, old and new are the same
     * @param changesUnderRunning whether the driver changes over while the service runs, which restarts it
     * @param changesLater whether a ladder that is not done yet changes it: until then it is of a release that knows
     *     nothing of what this hop makes of data
     * @param leftAsTheyAre what other hops of its ladder change and this one does not: that it fits the rest is its author's
     *     word
     */
    public record CodeGroup(
            String system,
            List<String> artifacts,
            boolean changesUnderRunning,
            boolean changesLater,
            List<String> leftAsTheyAre) {
        public CodeGroup {
            artifacts = List.copyOf(artifacts);
            leftAsTheyAre = List.copyOf(leftAsTheyAre);
        }

        /** One that no other hop changes. */
        public CodeGroup(String system, List<String> artifacts, boolean changesUnderRunning) {
            this(system, artifacts, changesUnderRunning, false, List.of());
        }

        /** Whether it is left alone here, and changed by another ladder. */
        public boolean isLeftBehind() {
            return artifacts.isEmpty() && changesLater;
        }

        private CodeGroup widened(CodeGroup other) {
            List<String> both = Stream.concat(artifacts.stream(), other.artifacts.stream())
                    .distinct()
                    .toList();
            return new CodeGroup(system, both, changesUnderRunning, changesLater, leftAsTheyAre);
        }
    }

    /** What there is to say of a service that was stopped. */
    public enum Hold {
        /** Its driver keeps it down. */
        KEPT,
        /** Nothing keeps it down; that it does no harm by coming up too early is its author's word. */
        HARMLESS,
        /** Nothing keeps it down. */
        LOOSE
    }

    /**
     * @param writes the data that it writes while it runs
     * @param migrates the data that new code may migrate when it starts
     */
    public record Service(String name, String system, Set<String> writes, Set<String> migrates, Hold hold) {
        public Service {
            writes = Set.copyOf(writes);
            migrates = Set.copyOf(migrates);
        }

        /** @param holds whether its driver can keep it down */
        public Service(String name, String system, Set<String> writes, Set<String> migrates, boolean holds) {
            this(name, system, writes, migrates, holds ? Hold.KEPT : Hold.LOOSE);
        }

        /** Whether it counts as held once it has been stopped. */
        public boolean holds() {
            return hold != Hold.LOOSE;
        }

        public boolean uses(Collection<String> parts) {
            return parts.stream().anyMatch(part -> writes.contains(part) || migrates.contains(part));
        }
    }

    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }

    public CodeGroup group(String system) {
        return systems.stream()
                .filter(group -> group.system().equals(system))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no system " + system));
    }

    public CodeGroup groupOf(String artifact) {
        return systems.stream()
                .filter(group -> group.artifacts().contains(artifact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this hop does not change " + artifact));
    }

    public List<Service> servicesOf(String system) {
        return services.stream()
                .filter(service -> service.system().equals(system))
                .toList();
    }

    /** The services that use any of these data. */
    public List<Service> usersOf(Collection<String> parts) {
        return services.stream().filter(service -> service.uses(parts)).toList();
    }

    /** The same parts, with what either of the two changes of each system's code. */
    public Layout widened(Layout other) {
        List<CodeGroup> wider = systems.stream()
                .map(group -> other.systems.stream()
                        .filter(same -> same.system().equals(group.system()))
                        .findFirst()
                        .map(group::widened)
                        .orElse(group))
                .toList();
        return new Layout(wider, data, services, maxLoss);
    }

    /** The names of all parts that are data. */
    public List<String> dataNames() {
        return data.stream().map(DataPart::name).toList();
    }

    /** Whether a backup of these data would not be of one moment while this service runs. */
    public boolean tearsApart(Service service, Collection<String> parts) {
        long written = parts.stream().filter(service.writes()::contains).count();
        return written > 1
                || data.stream()
                        .anyMatch(part -> !part.dumpsWhileWritten()
                                && parts.contains(part.name())
                                && service.writes().contains(part.name()));
    }

    /**
     * These data, what shares a writer with one of them, what shares a writer with that, and so on. They go back
     * together: else they would be of two moments.
     */
    public Set<String> sharing(Collection<String> parts) {
        Set<String> closure = new TreeSet<>(parts);
        boolean grown = true;
        while (grown) {
            Set<String> before = new LinkedHashSet<>(closure);
            services.stream()
                    .filter(service -> service.writes().stream().anyMatch(before::contains))
                    .forEach(service -> closure.addAll(service.writes()));
            grown = closure.size() > before.size();
        }
        return closure;
    }
}
