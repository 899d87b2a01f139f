package dev.rung.driver.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A service as the runbook describes it; all paths absolute. */
record ServiceSetting(
        String name,
        List<String> command,
        Path pidFile,
        Path from,
        Path log,
        OptionalInt port,
        Optional<Duration> killAfter) {
    ServiceSetting {
        command = List.copyOf(command);
    }

    /** Says who stopped it, and that it is to stay so. */
    Path mark() {
        return pidFile.resolveSibling(pidFile.getFileName() + ".held");
    }

    /** Says how long the log was when it was started. */
    Path beginning() {
        return pidFile.resolveSibling(pidFile.getFileName() + ".started");
    }

    String commandLine() {
        return String.join(" ", command);
    }
}
