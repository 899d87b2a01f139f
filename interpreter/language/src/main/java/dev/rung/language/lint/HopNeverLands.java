package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** A hop of which nobody could say in the end that it is done: a view of what the proof finds. */
final class HopNeverLands implements Rule {
    @Override
    public String name() {
        return "hop-never-lands";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
