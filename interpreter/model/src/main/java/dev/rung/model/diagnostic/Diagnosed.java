package dev.rung.model.diagnostic;

import java.util.List;

/**
 * What a phase gives: a value, which is always there, and what it found on the way.
 *
 * @param <T> what the phase makes
 */
public record Diagnosed<T>(T value, List<Diagnostic> diagnostics) {
    public Diagnosed {
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
