package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** The backup that a way back needs is taken while a service may write: a view of what the proof finds. */
final class BackupWhileRunning implements Rule {
    @Override
    public String name() {
        return "backup-while-running";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
