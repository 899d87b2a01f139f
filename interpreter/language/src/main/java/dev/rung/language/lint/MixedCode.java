package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/** A service that would start with a part of each release: a view of what the proof finds. */
final class MixedCode implements Rule {
    @Override
    public String name() {
        return "mixed-code";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return Gaps.named(name(), subject);
    }
}
