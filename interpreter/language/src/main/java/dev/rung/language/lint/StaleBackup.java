package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** Users write on after the backup that a way back needs: a view of what the proof finds. */
final class StaleBackup implements Rule {
    @Override
    public String name() {
        return "stale-backup";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
