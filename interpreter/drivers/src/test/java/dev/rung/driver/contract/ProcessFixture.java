package dev.rung.driver.contract;

import dev.rung.driver.process.ProcessDriver;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.ProcessTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program with a pid file. */
final class ProcessFixture implements Fixture.OfService {
    @Override
    public Driver driver() {
        return new ProcessDriver();
    }

    @Override
    public Map<String, Object> arguments(List<String> command) {
        return Map.of("command", command, "pid-file", "app.pid");
    }

    @Override
    public int processes(Path folder) {
        ProcessTable table = ProcessTable.ofThisMachine();
        return (int) table.marked("RUNG_SERVICE", folder.resolve("app.pid").toString()).stream()
                .filter(pid -> table.session(pid).orElse(-1) == pid)
                .count();
    }
}
