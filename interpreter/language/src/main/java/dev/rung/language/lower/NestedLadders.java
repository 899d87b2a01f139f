package dev.rung.language.lower;

import dev.rung.language.syntax.Statement;
import dev.rung.model.expression.Expression;
import dev.rung.model.plan.Item;
import java.util.Optional;

/** Lowers the ladders within hops. */
interface NestedLadders {
    /** Nothing if no hop is needed, or something is wrong, which is a finding then. */
    Optional<Item> ladder(Statement.StepThrough step, BodyLowering.Place place, Environment environment);

    /** What a condition comes to there, since it is known what is installed then. */
    Expression decided(Expression condition, Environment environment);

    /** Where none may stand. */
    static NestedLadders nowhere() {
        return new NestedLadders() {
            @Override
            public Optional<Item> ladder(
                    Statement.StepThrough step, BodyLowering.Place place, Environment environment) {
                throw new IllegalStateException("a bug: a ladder where none may stand");
            }

            @Override
            public Expression decided(Expression condition, Environment environment) {
                return condition;
            }
        };
    }
}
