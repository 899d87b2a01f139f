package dev.rung.model.prove;

import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a runbook asks whether a system is well and which version it has: in words that stand in its file as they are. */
final class Asking {
    private final Scene scene;

    Asking(Scene scene) {
        this.scene = scene;
    }

    static boolean asks(Effect effect) {
        return effect instanceof Wait(Condition.Healthy healthy, Optional<Condition> unless)
                || effect instanceof Check(Condition.InstalledIs is, String otherwise);
    }

    static boolean isHealthy(Effect effect, String system) {
        return effect instanceof Wait(Condition.Healthy(String of), Optional<Condition> unless) && of.equals(system);
    }

    static boolean isVersion(Effect effect, String system) {
        return effect instanceof Check(Condition.InstalledIs is, String otherwise)
                && is.relation() == Operator.EQUAL
                && is.system().equals(system);
    }

    static boolean isBound(Effect effect, String system) {
        return effect instanceof Check(Condition.InstalledIs is, String otherwise)
                && is.relation() != Operator.EQUAL
                && is.system().equals(system);
    }

    String healthy(String system) {
        return "`wait for " + (hasSeveral() ? system + "." : "") + "healthy within 10m`";
    }

    String version(String system) {
        String asks = "`require-version " + (hasSeveral() ? system + " " : "") + "== ";
        boolean isChanged = !scene.layout().group(system).artifacts().isEmpty();
        if (!scene.hops().isEmpty() && isChanged) {
            return asks + "next`";
        }
        Optional<String> goal = scene.hops().isEmpty() ? goal(system) : Optional.empty();
        return goal.map(value -> asks + value + "`")
                .or(() -> scene.known(system).map(has -> asks + has + "` (or whichever version it has)"))
                .orElse(asks + "…` with the version that it has");
    }

    String both(String system) {
        return healthy(system) + " and " + version(system);
    }

    private boolean hasSeveral() {
        return scene.layout().systems().size() > 1;
    }

    /** Behind a ladder nobody knows a next release, and the file names its target in some way. */
    private Optional<String> goal(String system) {
        return scene.ladders().stream()
                .filter(ladder -> ladder.system().equals(system))
                .findFirst()
                .map(ladder -> {
                    Matcher written = Pattern.compile("step-through\\s+" + Pattern.quote(system) + "\\s+to\\s+(\\S+)")
                            .matcher(scene.step().at().file().text());
                    boolean isNamed = written.find() && !written.group(1).equals("newest");
                    return isNamed ? written.group(1) : ladder.hops().getLast().split(" → ")[1];
                });
    }
}
