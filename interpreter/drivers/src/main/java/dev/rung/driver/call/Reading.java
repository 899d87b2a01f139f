package dev.rung.driver.call;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.util.Map;

/** A call as its signature and what it does; whatever goes wrong is an unknown value with words. */
record Reading(Signature signature, Work work) implements Call {
    interface Work {
        Value read(Asked asked) throws IOException, Trouble;
    }

    @Override
    public Value read(Map<String, Value> arguments, Surroundings surroundings) {
        for (Value argument : arguments.values()) {
            if (argument instanceof Value.Unknown unknown) {
                return unknown;
            }
        }
        Asked asked = new Asked(signature.name(), arguments, surroundings);
        try {
            return work.read(asked);
        } catch (Trouble trouble) {
            return new Value.Unknown(trouble.words());
        } catch (IOException failed) {
            return new Value.Unknown(asked.shown() + " has no answer: " + Troubles.reason(failed));
        }
    }
}
