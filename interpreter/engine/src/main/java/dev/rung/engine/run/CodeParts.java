package dev.rung.engine.run;

import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Config.Look;
import dev.rung.engine.driver.Trouble;
import java.util.Optional;

/** What systems start from, whatever it lies in: an artifact, or a key of a config. */
record CodeParts(World world) {
    /** How a part is: the digest of an artifact, empty if it is not there; the look of a key, which may be absent. */
    Optional<String> inPlace(String part) throws Trouble {
        Optional<Key> key = Key.of(part);
        return key.isPresent()
                ? Optional.of(config(key.get()).look(key.get().name()).written())
                : world.artifact(part).inPlace();
    }

    void putBack(String part, String look) throws Trouble {
        Optional<Key> key = Key.of(part);
        if (key.isPresent()) {
            config(key.get()).putBack(key.get().name(), Look.of(look));
        } else {
            world.artifact(part).putBack(look);
        }
    }

    private Config config(Key key) {
        return world.config(key.config());
    }

    /** One that is a key of a config. */
    record Key(String config, String name) {
        /** As {@link dev.rung.model.effect.SetKey#part} has it: no name of a part has a blank. */
        static Optional<Key> of(String part) {
            int blank = part.indexOf(' ');
            return blank < 0
                    ? Optional.empty()
                    : Optional.of(new Key(part.substring(0, blank), part.substring(blank + 1)));
        }

        String part() {
            return config + " " + name;
        }

        /** Whether a key says the same in both of these looks. */
        static boolean sameValue(String look, String other) {
            return Look.of(look).value().equals(Look.of(other).value());
        }
    }
}
