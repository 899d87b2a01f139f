package dev.rung.language.check;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.Optional;

/** What can be wrong with what a runbook means. */
public sealed interface CheckFinding extends Diagnostic
        permits ArgumentFinding,
                CommandFinding,
                NameFinding,
                PlaceFinding,
                SecretFinding,
                StatementFinding,
                SystemFinding,
                TypeFinding {
    /** What it says is not there. That may be so because it could not be read. */
    default Optional<String> absent() {
        return Optional.empty();
    }
}
