package dev.rung.engine.run;

import java.util.Map;
import java.util.Optional;

/**
 * How a run is carried out.
 *
 * @param sources the texts of the runbook and of every file it includes, by name: they go into the journal, so that a
 *     resume needs none of them on disk
 * @param runbook the name of the runbook among them
 * @param inputs as given, by name
 * @param stopOnFailure stop where a failure leaves things, instead of taking the way back
 * @param destination how far a way back leads
 * @param rollback the named way back to take where it is offered
 * @param forecast how long it will take, as far as earlier runs tell: a window has to have room for it
 */
public record RunSettings(
        Map<String, String> sources,
        String runbook,
        Map<String, String> inputs,
        boolean stopOnFailure,
        Destination destination,
        Optional<String> rollback,
        Forecast forecast) {
    /** Of what was never run before. */
    public RunSettings(
            Map<String, String> sources,
            String runbook,
            Map<String, String> inputs,
            boolean stopOnFailure,
            Destination destination,
            Optional<String> rollback) {
        this(sources, runbook, inputs, stopOnFailure, destination, rollback, Forecast.NONE);
    }

    /** The same, with what is known of how long it takes. */
    public RunSettings with(Forecast known) {
        return new RunSettings(sources, runbook, inputs, stopOnFailure, destination, rollback, known);
    }

    /** The same with another named way back. */
    RunSettings with(Optional<String> named) {
        return new RunSettings(sources, runbook, inputs, stopOnFailure, destination, named, forecast);
    }

    public RunSettings {
        sources = Map.copyOf(sources);
        inputs = Map.copyOf(inputs);
    }
}
