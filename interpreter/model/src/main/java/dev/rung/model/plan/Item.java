package dev.rung.model.plan;

import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a plan is made of, in the order in which it is carried out. */
public sealed interface Item {
    /** Stable and without positions: {@code upgrade/0.39.7/swap-jar}. */
    String id();

    /**
     * A statement with its values filled in.
     *
     * @param phase the title of its phase; empty in a named rollback
     * @param text the statement as a person would write it with these values
     * @param effects what it does, in order
     * @param within the limit over all tries, if the runbook sets one
     * @param retry how often it is tried once more when it has failed
     * @param waivable whether a failure is recorded and passed over ({@code else continue})
     * @param undo how its author says that it is taken back; empty if the model knows, or nothing is changed
     */
    record Step(
            String id,
            String phase,
            String text,
            Location at,
            List<Effect> effects,
            Optional<Duration> within,
            Optional<Retry> retry,
            boolean waivable,
            List<Step> undo)
            implements Item {
        public Step {
            effects = List.copyOf(effects);
            undo = List.copyOf(undo);
        }

        /** One that is tried once. */
        public Step(
                String id,
                String phase,
                String text,
                Location at,
                List<Effect> effects,
                Optional<Duration> within,
                boolean waivable,
                List<Step> undo) {
            this(id, phase, text, at, effects, within, Optional.empty(), waivable, undo);
        }

        /** The same statement with other effects. */
        public Step with(List<Effect> others) {
            return new Step(id, phase, text, at, others, within, retry, waivable, undo);
        }
    }

    /** @param times how often at most, after the first @param pause how long is waited before each */
    record Retry(int times, Duration pause) {}

    /** A choice that only the world can make: read once, where it stands. */
    record Choice(String id, Condition condition, String text, Location at, List<Item> then, List<Item> otherwise)
            implements Item {
        public Choice {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * What is done once for each of a list that only the world can give: read once, where it stands.
     *
     * @param variable what each is called in the body
     * @param body with {@link Expression.Kept} of this id where each stands; its ids begin with this one
     */
    record Each(String id, String variable, Expression list, String text, Location at, List<Item> body)
            implements Item {
        public Each {
            body = List.copyOf(body);
        }

        /** What is done in the end, each with an id of its own. @param values what the list was found to be */
        public List<Item> unrolled(List<Value> values) {
            return Unrolling.of(this, values);
        }
    }

    /**
     * A whole {@code step-through}.
     *
     * @param hops none if the target is installed already
     * @param stays whether a hop of it that has landed stays as it is when the hop around it goes back; else the release that
     *     that one goes back to does not run with what it has brought, and it goes back together with it
     */
    record Ladder(String id, String system, Version from, Version to, Location at, List<Hop> hops, boolean stays)
            implements Item {
        public Ladder {
            hops = List.copyOf(hops);
        }

        /** One whose landings stay. */
        public Ladder(String id, String system, Version from, Version to, Location at, List<Hop> hops) {
            this(id, system, from, to, at, hops, true);
        }
    }

    /**
     * One hop of a ladder.
     *
     * @param why the rule of the release file that asks for it
     * @param layout what it works on
     * @param rollbacks the named ways back that the release file offers for this hop
     */
    record Hop(
            String id,
            String system,
            Version from,
            Release to,
            String why,
            Layout layout,
            List<Item> body,
            List<Rollback> rollbacks) {
        public Hop {
            body = List.copyOf(body);
            rollbacks = List.copyOf(rollbacks);
        }

        /** The same hop with another body. */
        public Hop with(List<Item> other) {
            return new Hop(id, system, from, to, why, layout, other, rollbacks);
        }

        /** As a plan names it: {@code 1.8.2 → 1.9.4}. */
        public String words() {
            return from + " → " + to;
        }
    }

    /** Another way for the data to come back than the restore. */
    record Rollback(String name, List<Step> steps) {
        public Rollback {
            steps = List.copyOf(steps);
        }
    }
}
