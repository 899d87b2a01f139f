package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** A service runs before a hop and not behind it: a view of what the proof finds. */
final class ServiceLeftDown implements Rule {
    @Override
    public String name() {
        return "service-left-down";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
