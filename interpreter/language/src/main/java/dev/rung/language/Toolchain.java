package dev.rung.language;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.Completeness;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.expression.Expression;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.SourceFile;
import java.util.Map;

/** The one door to the front end: source text in, a plan out. Each method reads like the contents of its phases. */
public final class Toolchain {
    private final SourceReader reader;

    /** @param reader gets at the files that a runbook names */
    public Toolchain(SourceReader reader) {
        this.reader = reader;
    }

    /** Parses a runbook, and the release files that it names, and finds out what its names mean. */
    public Diagnosed<CheckedRunbook> check(SourceFile runbook) {
        throw new UnsupportedOperationException("comes with the checker");
    }

    /**
     * Fills the inputs in as far as the parts of the systems need them.
     *
     * @param runbook one without errors
     * @param inputs by name, as they were typed; what is missing takes its default
     */
    public Diagnosed<Installation> install(CheckedRunbook runbook, Map<String, String> inputs) {
        throw new UnsupportedOperationException("comes with the lowering");
    }

    /** Makes the plan. Where it has errors the value is a plan without items. */
    public Diagnosed<Plan> plan(
            CheckedRunbook runbook, Installation installation, Map<String, String> inputs, Situation situation) {
        throw new UnsupportedOperationException("comes with the lowering");
    }

    /** Whether what was typed in a shell can be taken as it is. */
    public Completeness completeness(String typed) {
        throw new UnsupportedOperationException("comes with the parser");
    }

    /** A typed expression, in the words of a loaded runbook. Where it has errors the value is an unknown one. */
    public Diagnosed<Expression> expression(
            CheckedRunbook runbook, Map<String, String> inputs, SourceFile typed) {
        throw new UnsupportedOperationException("comes with the lowering");
    }

    /** A typed statement, in the words of a loaded runbook and outside of every hop. Where it has errors the step does nothing. */
    public Diagnosed<Item.Step> statement(
            CheckedRunbook runbook, Map<String, String> inputs, SourceFile typed) {
        throw new UnsupportedOperationException("comes with the lowering");
    }
}
