package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Scope;
import dev.rung.language.signature.Signatures;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The shape of what is worked on. */
final class Layouts {
    private Layouts() {}

    /** Of all that is outside of hops: no code changes there. */
    static Layout outside(Installation installation, Duration maxLoss) {
        return of(installation, Changing.nothing()).withMaxLoss(maxLoss);
    }

    /** How much the runbook lets a way back lose; nothing if it does not say so, or says what is a finding. */
    static Duration maxLoss(Environment environment, Consumer<Diagnostic> findings) {
        CheckedRunbook runbook = environment.runbook();
        Values values = new Values(
                new ExpressionLowering(environment), runbook.sources(), Scope.outside(runbook.names()), findings);
        return runbook.tree().maxLosses().stream()
                .findFirst()
                .flatMap(loss -> values.known(loss.amount(), Type.DURATION, "what may be lost"))
                .map(value -> value instanceof Value.Span(Duration amount) ? amount : Duration.ZERO)
                .orElse(Duration.ZERO);
    }

    /**
     * What a hop makes of code.
     *
     * @param artifacts by system, those that it changes; a system that is not there changes none
     * @param left of the system whose hop it is: those that it leaves as they are, and other hops change
     * @param later the systems that another ladder changes later
     */
    record Changing(Map<String, List<String>> artifacts, Map<String, List<String>> left, Set<String> later) {
        static Changing nothing() {
            return new Changing(Map.of(), Map.of(), Set.of());
        }
    }

    static Layout of(Installation installation, Changing changing) {
        List<Layout.CodeGroup> groups = installation.systems().stream()
                .map(system -> group(system, changing))
                .toList();
        List<DataPart> data = installation.parts().stream()
                .filter(part -> part.kind().isData())
                .map(part -> new DataPart(
                        part.name(),
                        has(part, Trait.DUMPS_WHILE_WRITTEN),
                        part.driver().equals("commands")))
                .toList();
        List<Layout.Service> services = installation.parts().stream()
                .filter(part -> part.kind() == Type.SERVICE)
                .map(part -> service(part, installation.system(part.system())))
                .toList();
        return new Layout(groups, data, services);
    }

    private static Layout.CodeGroup group(Installation.Sys system, Changing changing) {
        List<String> artifacts = changing.artifacts().getOrDefault(system.name(), List.of());
        boolean underRunning = !artifacts.isEmpty()
                && system.parts().stream()
                        .filter(part -> artifacts.contains(part.name()))
                        .allMatch(part -> has(part, Trait.CHANGES_OVER_RUNNING));
        return new Layout.CodeGroup(
                system.name(),
                artifacts,
                underRunning,
                changing.later().contains(system.name()),
                changing.left().getOrDefault(system.name(), List.of()));
    }

    static boolean has(Installation.Part part, Trait trait) {
        return Signatures.driver(part.driver(), part.kind())
                .filter(driver -> driver.traits().contains(trait))
                .isPresent();
    }

    private static Layout.Service service(Installation.Part part, Installation.Sys system) {
        Set<String> writes = new LinkedHashSet<>(data(part, "writes", system));
        writes.addAll(openedBy(part, system));
        Set<String> migrates = data(part, "migrates", system);
        return new Layout.Service(part.name(), system.name(), writes, migrates, hold(part, writes, migrates));
    }

    private static Layout.Hold hold(Installation.Part part, Set<String> writes, Set<String> migrates) {
        if (has(part, Trait.HOLDS)) {
            return Layout.Hold.KEPT;
        }
        return isSwitch(part, writes, migrates) ? Layout.Hold.HARMLESS : Layout.Hold.LOOSE;
    }

    /**
     * A maintenance mode, a place in a load balancer: what commands switch, and what by its author's word has nothing to do
     * with data, does no harm by coming up too early. A program of the system belongs to a driver that holds it.
     */
    private static boolean isSwitch(Installation.Part part, Set<String> writes, Set<String> migrates) {
        boolean isSaid = part.arguments().keySet().containsAll(Set.of("migrates", "writes"));
        return part.driver().equals("commands") && isSaid && writes.isEmpty() && migrates.isEmpty();
    }

    /** What a service starts from it leaves as it is, unless the runbook says otherwise: its configs are code to it. */
    private static Set<String> data(Installation.Part service, String argument, Installation.Sys system) {
        if (service.arguments().get(argument) instanceof Value.Listing(List<Value> items)) {
            return new LinkedHashSet<>(items.stream().map(Value::shown).toList());
        }
        Set<String> all = dataOf(system);
        system.parts().stream()
                .filter(part -> part.kind() == Type.CONFIG)
                .map(Installation.Part::name)
                .forEach(all::remove);
        return all;
    }

    /** Who has an embedded database open writes it, whatever else the runbook says. */
    private static List<String> openedBy(Installation.Part service, Installation.Sys system) {
        return system.parts().stream()
                .filter(part -> part.arguments().get("locked-by") instanceof Value of
                        && of.shown().equals(service.name()))
                .map(Installation.Part::name)
                .toList();
    }

    static Set<String> dataOf(Installation.Sys system) {
        return new LinkedHashSet<>(system.parts().stream()
                .filter(part -> part.kind().isData())
                .map(Installation.Part::name)
                .toList());
    }
}
