package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** Older code that would run over data that are not its own any more: a view of what the proof finds. */
final class OldCodeOverNewData implements Rule {
    @Override
    public String name() {
        return "old-code-over-new-data";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
