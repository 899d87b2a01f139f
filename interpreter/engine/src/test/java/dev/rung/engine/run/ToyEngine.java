package dev.rung.engine.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The real engine over a toy world, its programs among them, and a journal in memory. */
final class ToyEngine {
    /** On a failure it goes back, and nothing else was asked for. */
    static final RunSettings SETTINGS =
            new RunSettings(Map.of(), "toy.runbook", Map.of(), false, new Destination.Nearest(), Optional.empty());

    private ToyEngine() {}

    static RunSettings settings(Destination destination) {
        return new RunSettings(Map.of(), "toy.runbook", Map.of(), false, destination, Optional.empty());
    }

    static Engine of(ToyWorld toy, MemoryJournals journals, Path folder) {
        return of(toy, journals, folder, Clock.systemUTC());
    }

    static Engine of(ToyWorld toy, MemoryJournals journals, Path folder, Clock clock) {
        return new Engine(
                toy.drivers("toy"),
                journals,
                folder,
                clock,
                millis -> {},
                "test",
                (run, place, wantsToEnd) -> toy.commands());
    }
}
