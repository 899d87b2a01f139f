package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The calls that ask a part, and nobody else. */
final class PartReadings {
    /** One of the calls that ask a part. @param arguments the part itself first */
    private interface PartReading {
        Value read(World world, String part, List<Value> arguments) throws Trouble;
    }

    private static final Map<String, PartReading> OF_PARTS = Map.of(
            "fingerprint",
            (world, part, arguments) ->
                    new Value.Text(world.data(part).fingerprint().digest()),
            "has-key",
            (world, part, arguments) -> hasKey(world, part, arguments.get(1).shown()),
            "log-has",
            (world, part, arguments) ->
                    logHas(world.service(part), arguments.get(1).shown()),
            "running",
            (world, part, arguments) ->
                    new Value.Truth(world.service(part).look().up()),
            "size",
            (world, part, arguments) -> new Value.Size(size(world, part)),
            "sql-value",
            (world, part, arguments) ->
                    world.database(part).value(arguments.get(1).shown(), arguments.subList(2, arguments.size())),
            "value-of",
            (world, part, arguments) -> valueOf(world, part, arguments.get(1).shown()));

    private PartReadings() {}

    static Set<String> names() {
        return OF_PARTS.keySet();
    }

    /** @throws Trouble if the part does not answer, or this is no question to one */
    static Value read(String call, World world, String part, List<Value> arguments) throws Trouble {
        PartReading reading = OF_PARTS.get(call);
        if (reading == null) {
            throw new Trouble("this Rung cannot read `" + call + "` of a part");
        }
        return reading.read(world, part, arguments);
    }

    private static long size(World world, String part) throws Trouble {
        return switch (world.parts().get(part)) {
            case Artifact artifact -> artifact.size();
            case Data data -> data.size();
            case Service service -> throw new Trouble("`" + part + "` is a service and has no size");
        };
    }

    private static Value hasKey(World world, String part, String key) throws Trouble {
        return new Value.Truth(world.config(part).value(key).isPresent());
    }

    private static Value valueOf(World world, String part, String key) throws Trouble {
        return world.config(part)
                .value(key)
                .map(Value.Text::new)
                .orElseThrow(() -> new Trouble("`" + part + "` has no key `" + key + "`"));
    }

    private static Value logHas(Service service, String regex) throws Trouble {
        return new Value.Truth(
                Pattern.compile(regex, Pattern.MULTILINE).matcher(service.log()).find());
    }
}
