package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Names;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.model.expression.Expression;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What names stand for while a plan is made.
 *
 * @param inputs what was given, or is a default, by name
 * @param newest the newest release of each system; empty as long as nobody knows what is installed
 * @param hop the hop that is lowered, if one is
 * @param questions hears what was asked of that hop, if somebody wants to know
 * @param locals what the bodies around have named
 */
record Environment(
        CheckedRunbook runbook,
        Map<String, ExpressionNode> inputs,
        Map<String, Version> newest,
        Optional<Hop> hop,
        Optional<Questions> questions,
        Map<Name, Expression> locals) {
    Environment {
        locals = Map.copyOf(locals);
    }

    /**
     * @param current the release, or whatever else is installed, that the hop starts from
     * @param currentLine the line that it belongs to
     */
    record Hop(String system, Version current, Version currentLine, Release next, boolean first, boolean last) {}

    Names names() {
        return runbook.names();
    }

    Environment in(Hop inner) {
        return new Environment(runbook, inputs, newest, Optional.of(inner), questions, locals);
    }

    Environment heardBy(Questions hearer) {
        return new Environment(runbook, inputs, newest, hop, Optional.of(hearer), locals);
    }

    Environment with(Name local, Expression value) {
        return with(Map.of(local, value));
    }

    Environment with(Map<Name, Expression> more) {
        Map<Name, Expression> all = new HashMap<>(locals);
        all.putAll(more);
        return new Environment(runbook, inputs, newest, hop, questions, all);
    }
}
