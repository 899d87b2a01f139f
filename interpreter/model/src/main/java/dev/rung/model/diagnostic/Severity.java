package dev.rung.model.diagnostic;

/** How bad a finding is. An error keeps a runbook from running; a warning fails a lint by default; a note never does. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR
}
