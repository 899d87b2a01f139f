package dev.rung.repl.view;

import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.wayback.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says effects and ways back as a sysadmin would. */
public final class Words {
    private Words() {}

    public static String of(Effect effect) {
        return switch (effect) {
            case Effect.Check check -> check(check.condition());
            case Effect.Wait wait -> "wait until " + of(wait.condition());
            case Effect.Tell tell -> "say \"" + tell.text() + "\"";
            case Effect.Ask ask when ask.deed() -> "ask for a person's deed: " + ask.text();
            case Effect.Ask ask -> "ask a person: " + ask.text();
            default -> effect.words();
        };
    }

    private static String check(Condition condition) {
        return condition instanceof Condition.InvariantsHold(String system)
                ? "compare the invariants of `" + system + "`"
                : "check that " + of(condition);
    }

    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.Holds holds -> holds.source();
            case Condition.Healthy(String system) -> "`" + system + "` is healthy";
            case Condition.InstalledIs is when is.relation() == Operator.EQUAL ->
                "`" + is.system() + "` answers " + is.version();
            case Condition.InstalledIs is ->
                "`" + is.system() + "` answers a version " + is.relation().word() + " " + is.version();
            case Condition.InstalledIn in -> "`" + in.system() + "` answers a version in " + in.from() + " .. " + in.to();
            case Condition.InvariantsHold(String system) -> "the invariants of `" + system + "` hold";
            case Condition.All(List<Condition> all) ->
                all.stream().map(Words::of).collect(Collectors.joining(" and "));
        };
    }

    /** What a statement does beyond its own words; empty where these say it all. */
    static Optional<String> doing(List<Effect> effects) {
        List<String> words = effects.stream().filter(Effect::mutates).map(Words::of).toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    /** A way back, step by step. */
    public static List<String> of(Route route) {
        return switch (route) {
            case Route.Back back -> back.effects().stream().map(Words::of).toList();
            case Route.None none -> List.of("none: " + none.why());
        };
    }

    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
