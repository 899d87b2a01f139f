package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** What nobody can take back, while something may still fail: a view of what the proof finds. */
final class SentTooEarly implements Rule {
    @Override
    public String name() {
        return "sent-too-early";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
