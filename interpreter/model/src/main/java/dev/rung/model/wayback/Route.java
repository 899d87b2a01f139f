package dev.rung.model.wayback;

import dev.rung.model.effect.Effect;
import java.util.List;

/** What {@link Wayback} answers. */
public sealed interface Route {
    /** @param effects in order; empty when everything is as it was */
    record Back(List<Effect> effects) implements Route {
        public Back {
            effects = List.copyOf(effects);
        }

        /** Each effect in the words of a plan. */
        public List<String> words() {
            return effects.stream().map(Effect::words).toList();
        }

        public boolean arrived() {
            return effects.isEmpty();
        }
    }

    /** There is none any more, and the runbook says so: the way is forward. @param why in its words */
    record Forward(String why) implements Route {}

    /** There is none from here. @param why one sentence without a full stop */
    record None(List<String> parts, String why) implements Route {
        public None {
            parts = List.copyOf(parts);
        }
    }
}
