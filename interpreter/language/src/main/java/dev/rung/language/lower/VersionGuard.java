package dev.rung.language.lower;

import dev.rung.language.check.Scope;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.plan.Installation;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Lowers what asks for a version, and for what has to hold once it is the one that a hop leads to. */
record VersionGuard(Environment environment, Conditions conditions, SourceFile file, Scope scope) {
    /** @param isStarted whether something may have been started by now */
    List<Effect> effects(Statement.RequireVersion require, Installation installation, boolean isStarted) {
        String system = require.system().map(Name::text).or(scope::system).orElseThrow();
        Condition condition = conditions.version(require, system);
        List<Effect> effects = new ArrayList<>(List.of(new Check(condition, "")));
        boolean lands = isNext(condition, environment);
        if (require.relation() == Operator.EQUAL) {
            environment
                    .questions()
                    .ifPresent(hearer ->
                            hearer.asked(in -> isNext(versionIn(in, require, system), in.environment()), lands));
        }
        if (lands && isStarted && !installation.system(system).invariants().isEmpty()) {
            effects.add(new Check(new Condition.InvariantsHold(system), ""));
        }
        return effects;
    }

    private Condition versionIn(ExpressionLowering hop, Statement.RequireVersion require, String system) {
        return new Conditions(hop.environment(), hop, file, scope).version(require, system);
    }

    /** Whether it asks for what the hop goes to. */
    private static boolean isNext(Condition condition, Environment environment) {
        return condition instanceof Condition.InstalledIs is
                && is.relation() == Operator.EQUAL
                && environment
                        .hop()
                        .filter(hop -> hop.system().equals(is.system())
                                && hop.next().version().equals(is.version()))
                        .isPresent();
    }
}
