package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.wayback.Wayback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A hop in the making, of which only what an aim is about is said; by the same luck the rest comes out the same. */
final class Sketch {
    private final Random random;
    private final List<Layout.CodeGroup> groups = new ArrayList<>();
    private final List<DataPart> data = new ArrayList<>();
    private final List<Layout.Service> services = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, ServiceState> found = new TreeMap<>();
    private Optional<Wayback.Named> named = Optional.empty();
    private Duration maxLoss = Duration.ofHours(1);

    Sketch(Random random) {
        this.random = random;
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    /** Of what users have written through the old release. */
    Sketch losingNothing() {
        maxLoss = Duration.ZERO;
        return this;
    }

    /** Its code may be more than one artifact. */
    Sketch ledger() {
        return oneIn(2) ? system("ledger", "jar") : system("ledger", "jar", "conf");
    }

    Sketch system(String name, String... artifacts) {
        groups.add(new Layout.CodeGroup(name, List.of(artifacts), false));
        return this;
    }

    /** Another ladder of the run changes it, behind this one. */
    Sketch upgradedLater(String name) {
        groups.add(new Layout.CodeGroup(name, List.of(), false, true, List.of()));
        return this;
    }

    /** Whose driver changes over under running services. */
    Sketch underRunning(String name, String... artifacts) {
        groups.add(new Layout.CodeGroup(name, List.of(artifacts), true));
        return this;
    }

    /** Data that can be dumped while they are written. */
    Sketch steady(String... names) {
        List.of(names).forEach(name -> data.add(new DataPart(name, true)));
        return this;
    }

    Sketch unsteady(String... names) {
        List.of(names).forEach(name -> data.add(new DataPart(name, false)));
        return this;
    }

    Sketch data(String... names) {
        return oneIn(2) ? steady(names) : unsteady(names);
    }

    Sketch service(String name, String system, Set<String> writes, Set<String> migrates) {
        return service(name, system, writes, migrates, true);
    }

    Sketch service(String name, String system, Set<String> writes, Set<String> migrates, boolean holds) {
        services.add(new Layout.Service(name, system, writes, migrates, holds));
        return this;
    }

    /** Another one that has nothing to do with it, perhaps. */
    Sketch bystander(String system) {
        return oneIn(2) ? service("gateway", system, Set.of(), Set.of()) : this;
    }

    Sketch named(Set<String> changes) {
        named = Optional.of(new Wayback.Named("down", changes));
        return this;
    }

    Sketch found(String service, boolean held) {
        found.put(service, new ServiceState(Running.DOWN, held));
        return this;
    }

    Sketch then(Effect... effects) {
        return then(Statement.of(effects));
    }

    Sketch then(Statement statement) {
        statements.add(statement);
        return this;
    }

    Sketch onlyIf(boolean wanted, Effect... effects) {
        return wanted ? then(effects) : this;
    }

    Sketch stop(String... names) {
        List.of(names).forEach(name -> then(RandomHop.stop(name)));
        return this;
    }

    Sketch start(String... names) {
        List.of(names).forEach(name -> then(RandomHop.start(name)));
        return this;
    }

    Sketch change(String... artifacts) {
        List.of(artifacts).forEach(artifact -> then(RandomHop.changeOver(artifact)));
        return this;
    }

    Sketch backUp(String... names) {
        return then(RandomHop.backUp(Set.of(names), oneIn(2) ? Level.READ_BACK : Level.RESTORED));
    }

    /** All services that run. */
    Sketch stops() {
        services.stream()
                .filter(service -> !found.containsKey(service.name()))
                .forEach(service -> stop(service.name()));
        return this;
    }

    /** All code. */
    Sketch changes() {
        groups.forEach(group -> change(group.artifacts().toArray(String[]::new)));
        return this;
    }

    Sketch starts() {
        services.reversed().stream()
                .filter(service -> !found.containsKey(service.name()))
                .forEach(service -> start(service.name()));
        return this;
    }

    /** Whether all is well and of the right version. */
    Sketch asks() {
        for (Layout.CodeGroup group : groups) {
            boolean unchanged = group.artifacts().isEmpty();
            then(RandomHop.well(group.system()));
            then(unchanged ? RandomHop.isStill(group.system()) : RandomHop.isNext(group.system()));
        }
        return this;
    }

    /** What comes once everything is backed up. */
    Sketch upgrade() {
        return changes().starts().asks();
    }

    RandomHop hop() {
        Layout layout = new Layout(groups, data, services, maxLoss);
        return new RandomHop(layout, statements, named, found);
    }
}
