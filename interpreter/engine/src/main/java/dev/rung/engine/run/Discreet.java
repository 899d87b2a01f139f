package dev.rung.engine.run;

import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** Starts programs without the variables of our own environment that are secrets, unless a program is given one of them. */
record Discreet(Commands commands, Set<String> secret) implements Commands {
    static Commands of(Commands commands, Set<String> secret) {
        return secret.isEmpty() ? commands : new Discreet(commands, secret);
    }

    private Line without(Line line) {
        Map<String, String> environment = new HashMap<>();
        secret.forEach(variable -> environment.put(variable, ""));
        environment.putAll(line.environment());
        return new Line(line.words(), line.directory(), environment);
    }

    @Override
    public Finished run(Line line, Duration within, boolean endable, LongConsumer started) throws Trouble {
        return commands.run(without(line), within, endable, started);
    }

    @Override
    public Process talk(Line line) throws Trouble {
        return commands.talk(without(line));
    }

    @Override
    public long spawn(Line line, Path output) throws Trouble {
        return commands.spawn(without(line), output);
    }

    @Override
    public void end(long process, boolean force) {
        commands.end(process, force);
    }

    @Override
    public List<Working> stillWorking() {
        return commands.stillWorking();
    }
}
