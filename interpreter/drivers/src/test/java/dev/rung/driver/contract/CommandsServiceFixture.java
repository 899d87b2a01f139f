package dev.rung.driver.contract;

import dev.rung.driver.commands.CommandsServiceDriver;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.ProcessTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands start and stop: here a program in the background, as an old start script leaves it. */
final class CommandsServiceFixture implements Fixture.OfService {
    private static final String START = "sleep 0.03; \"$@\" > /dev/null 2>&1 & echo $! > app.pid; sleep 0.03";
    private static final String UP = "grep -q '^State:[^ZX]*$' /proc/$(cat app.pid)/status";
    private static final String STOP = "sleep 0.03; kill $(cat app.pid); while " + UP + "; do sleep 0.01; done";
    private static final String STATUS = "test -s app.pid && " + UP + " 2> /dev/null";

    @Override
    public Driver driver() {
        return new CommandsServiceDriver();
    }

    @Override
    public Map<String, Object> arguments(List<String> command) {
        List<String> start = new ArrayList<>(List.of("sh", "-c", START, "sh"));
        start.addAll(command);
        return Map.of("start", start, "stop", List.of("sh", "-c", STOP), "status", List.of("sh", "-c", STATUS));
    }

    /** Its commands are to have ended, and they take a while. */
    @Override
    public Duration starts() {
        return Duration.ofSeconds(20);
    }

    @Override
    public int processes(Path folder) {
        ProcessTable table = ProcessTable.ofThisMachine();
        return (int) table.all().stream()
                .filter(pid -> table.words(pid).equals(List.of("sh", "app.sh")) && table.alive(pid))
                .filter(pid -> table.directory(pid).equals(Optional.of(folder)))
                .count();
    }
}
