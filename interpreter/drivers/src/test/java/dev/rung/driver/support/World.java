package dev.rung.driver.support;

import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.LocalCommands;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The real machine, as tests give it to drivers. */
public final class World {
    /** A property with the id of the run, where a test has to know it. */
    public static final String RUN = "rung.test.run";

    private World() {}

    public static Surroundings at(Path folder) {
        return Surroundings.here(
                folder,
                folder.resolve("state"),
                new LocalCommands(System.getProperty(RUN, "test-" + UUID.randomUUID()), folder),
                Clock.systemUTC(),
                Thread::sleep);
    }

    /** @param arguments names and values in turn; a list stands for a list */
    public static <P extends Part> P open(Class<P> kind, Driver driver, String name, Path folder, Object... arguments)
            throws Trouble {
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            values.put((String) arguments[i], value(arguments[i + 1]));
        }
        Installation.Part part = new Installation.Part(
                name, "system", driver.signature().gives(), driver.signature().name(), values);
        return kind.cast(driver.open(part, at(folder)));
    }

    /** By the names of a signature. */
    public static Map<String, Value> arguments(Map<String, Object> written) {
        Map<String, Value> values = new HashMap<>();
        written.forEach((name, argument) -> values.put(name, value(argument)));
        return values;
    }

    private static Value value(Object argument) {
        return switch (argument) {
            case Integer number -> new Value.Whole(number);
            case List<?> list ->
                new Value.Listing(list.stream().map(World::value).toList());
            case Object[] array ->
                new Value.Listing(Arrays.stream(array).map(World::value).toList());
            default -> new Value.Text(argument.toString());
        };
    }
}
