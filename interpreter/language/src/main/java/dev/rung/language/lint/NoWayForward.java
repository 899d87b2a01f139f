package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** A point of no return at which something is open that could only go back: a view of what the proof finds. */
final class NoWayForward implements Rule {
    @Override
    public String name() {
        return "no-way-forward";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
