package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** A backup lies inside of what a way back replaces: a view of what the proof finds. */
final class BackupBesideTheData implements Rule {
    @Override
    public String name() {
        return "backup-beside-the-data";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
