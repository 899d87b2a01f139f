package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** A statement from which nothing leads back if it fails: a view of what the proof finds. */
final class NoWayBack implements Rule {
    @Override
    public String name() {
        return "no-way-back";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
