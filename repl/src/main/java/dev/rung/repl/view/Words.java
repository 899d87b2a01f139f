package dev.rung.repl.view;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Tell;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.prove.Cut;
import dev.rung.model.wayback.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says effects and ways back as a sysadmin would. */
public final class Words {
    private Words() {}

    public static String of(Effect effect) {
        return switch (effect) {
            case Check check -> check(check.condition());
            case Wait wait -> "wait until " + of(wait.condition());
            case Tell tell -> "say \"" + tell.text() + "\"";
            case Ask ask when ask.deed() -> "ask for a person's deed: " + ask.text();
            case Ask ask -> "ask a person: " + ask.text();
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
            case Condition.InstalledIs is
            when is.relation() == Operator.EQUAL -> "`" + is.system() + "` answers " + is.version();
            case Condition.InstalledIs is ->
                "`" + is.system() + "` answers a version " + is.relation().word() + " " + is.version();
            case Condition.InstalledIn in ->
                "`" + in.system() + "` answers a version in " + in.from() + " .. " + in.to();
            case Condition.InvariantsHold(String system) -> "the invariants of `" + system + "` hold";
            case Condition.Never(String why) -> why;
            case Condition.All(List<Condition> all) ->
                all.stream().map(Words::of).collect(Collectors.joining(" and "));
        };
    }

    /** What a statement does beyond its own words; empty where these say it all. */
    static Optional<String> doing(List<Effect> effects) {
        List<String> words =
                effects.stream().filter(Effect::mutates).map(Words::of).toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    /** A way back, step by step. */
    public static List<String> of(Route route) {
        return switch (route) {
            case Route.Back back -> ofWayBack(back.effects());
            case Route.None none -> List.of("none: " + none.why());
            case Route.Forward forward -> List.of("none: the way is forward, " + forward.why());
        };
    }

    /** That a system is well and of its version again is one thing to a person. */
    private static List<String> ofWayBack(List<Effect> effects) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            Optional<String> version =
                    i + 1 < effects.size() ? expected(effects.get(i), effects.get(i + 1)) : Optional.empty();
            words.add(of(effects.get(i))
                    + version.map(number -> " and answers " + number).orElse(""));
            i += version.isPresent() ? 1 : 0;
        }
        return words;
    }

    private static Optional<String> expected(Effect first, Effect second) {
        if (!(first instanceof Wait wait)
                || !(wait.condition() instanceof Condition.Healthy)
                || !(second instanceof Check check)
                || !(check.condition() instanceof Condition.All all)) {
            return Optional.empty();
        }
        return all.conditions().stream()
                .filter(Condition.InstalledIs.class::isInstance)
                .map(condition -> ((Condition.InstalledIs) condition).version().written())
                .findFirst();
    }

    /** The way back from what an effect may leave. */
    static String way(Cut left) {
        String further = left.toEarlierStart() ? ", back to the last start that a backup reaches" : "";
        return String.join(", ", of(left.back())) + further + loss(left.loses());
    }

    private static String loss(Set<String> parts) {
        return parts.isEmpty()
                ? ""
                : "; lost is what users wrote to "
                        + parts.stream().map(part -> "`" + part + "`").collect(Collectors.joining(", "))
                        + " after the backup, as far as `max-loss` allows";
    }

    public static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
