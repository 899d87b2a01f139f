package dev.rung.engine.run;

import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.SetKey;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import java.util.Optional;

/** Sets and unsets keys of configs. What they are given is told to nobody. */
record Keys(World world, RunLog log) {
    /** How the key will be is written down before anything is changed, so that whoever looks after a cut knows it again. */
    String set(SetKey set, Stretch stretch) throws Trouble {
        Optional<Value> value = set.value().isPresent()
                ? Optional.of(known(set, world.evaluate(set.value().get())))
                : Optional.empty();
        Config.Edit edit = world.config(set.config()).edit(set.key(), value);
        String hop = stretch.hop().map(Item.Hop::id).orElse("");
        log.append(new Entry.CodeChanged(hop, set.part(), edit.look().written()));
        edit.carryOut();
        return "";
    }

    private static Value known(SetKey set, Value value) throws Trouble {
        if (value instanceof Value.Unknown(String why)) {
            throw new Trouble(
                    "what `" + set.key() + "` of `" + set.config() + "` is to be set to cannot be read: " + why);
        }
        return value;
    }
}
