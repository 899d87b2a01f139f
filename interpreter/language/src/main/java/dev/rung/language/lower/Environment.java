package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Names;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.model.expression.Expression;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What names stand for while a plan is made.
 *
 * @param inputs what was given, or is a default, by name
 * @param newest the newest release of each system; empty as long as nobody knows what is installed
 * @param hops the hops around what is lowered, the innermost last
 * @param questions hears what was asked of that hop, if somebody wants to know
 * @param locals what the bodies around have named
 */
record Environment(
        CheckedRunbook runbook,
        Map<String, ExpressionNode> inputs,
        Map<String, Version> newest,
        List<Hop> hops,
        Optional<Questions> questions,
        Map<Name, Expression> locals) {
    Environment {
        hops = List.copyOf(hops);
        locals = Map.copyOf(locals);
    }

    /**
     * @param current the release, or whatever else is installed, that the hop starts from
     * @param currentLine the line that it belongs to
     * @param before the lines of what was installed before that: a way back may lead to there
     */
    record Hop(
            String system,
            Version current,
            Version currentLine,
            Release next,
            boolean first,
            boolean last,
            List<Version> before) {
        Hop {
            before = List.copyOf(before);
        }
    }

    /** The innermost hop, if there is one. */
    Optional<Hop> hop() {
        return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
    }

    /** That of a system around what is lowered. */
    Hop hopOf(String system) {
        return hops.stream()
                .filter(hop -> hop.system().equals(system))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a bug: outside of a hop of " + system));
    }

    Names names() {
        return runbook.names();
    }

    Environment in(Hop inner) {
        List<Hop> all = new ArrayList<>(hops);
        all.add(inner);
        return new Environment(runbook, inputs, newest, all, questions, locals);
    }

    Environment heardBy(Questions hearer) {
        return new Environment(runbook, inputs, newest, hops, Optional.of(hearer), locals);
    }

    Environment with(Name local, Expression value) {
        return with(Map.of(local, value));
    }

    Environment with(Map<Name, Expression> more) {
        Map<Name, Expression> all = new HashMap<>(locals);
        all.putAll(more);
        return new Environment(runbook, inputs, newest, hops, questions, all);
    }
}
