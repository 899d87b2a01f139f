package dev.rung.language.check;

import dev.rung.model.diagnostic.Diagnostic;

/** What can be wrong with what a runbook means. */
public sealed interface CheckFinding extends Diagnostic
        permits ArgumentFinding, NameFinding, StatementFinding, SystemFinding, TypeFinding {
    /** Whether it says that something is not there, which may be so because it could not be read. A slip of the pen is not that. */
    default boolean saysAbsence() {
        return false;
    }
}
