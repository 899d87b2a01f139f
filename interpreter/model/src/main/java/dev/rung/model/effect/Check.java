package dev.rung.model.effect;

import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the world something and fails if the answer is no. @param otherwise what to tell a person then, or empty */
public record Check(Condition condition, String otherwise) implements Effect {
    /** That the version is the expected one, asked of a healthy system, is what ends a migration. */
    @Override
    public State does(State state, Layout layout) {
        Optional<Condition.InstalledIs> version = asksVersion(condition);
        if (version.isEmpty() || state.trust().get(version.get().system()) == Trust.NONE) {
            return state;
        }
        String system = version.get().system();
        State proven = state.withTrust(system, Trust.PROVEN);
        if (!Needs.of(state, layout).upWithNew(system).unmet().isEmpty()) {
            return proven;
        }
        Set<String> migrated = new LinkedHashSet<>();
        layout.servicesOf(system).forEach(service -> {
            migrated.addAll(service.migrates());
            migrated.addAll(service.writes());
        });
        migrated.removeIf(part -> isOpenElsewhere(part, system, state, layout));
        return proven.withData(migrated, form -> form == DataForm.TOUCHED ? DataForm.NEW : form);
    }

    /** Whether another system may still be migrating it, which this one cannot vouch for. */
    private static boolean isOpenElsewhere(String part, String system, State state, Layout layout) {
        return layout.services().stream()
                .filter(service ->
                        !service.system().equals(system) && service.migrates().contains(part))
                .anyMatch(service -> state.trust().get(service.system()) != Trust.PROVEN
                        && !(state.service(service.name()).isHeld()
                                && layout.group(service.system()).artifacts().isEmpty()));
    }

    private static Optional<Condition.InstalledIs> asksVersion(Condition condition) {
        return switch (condition) {
            case Condition.InstalledIs is when is.relation() == Operator.EQUAL -> Optional.of(is);
            case Condition.All(List<Condition> conditions) ->
                conditions.stream().flatMap(one -> asksVersion(one).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        return Effect.eachOf(state);
    }

    @Override
    public String words() {
        return "check that " + condition.words();
    }
}
