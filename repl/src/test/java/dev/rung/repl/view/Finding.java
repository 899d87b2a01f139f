package dev.rung.repl.view;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import java.util.List;

/** A finding with everything that one can have. */
record Finding(
        Severity severity,
        Location at,
        String summary,
        String label,
        List<Label> labels,
        List<String> notes,
        String help)
        implements Diagnostic {
    @Override
    public String name() {
        return "no-way-back";
    }

    static Finding at(Location at, String label) {
        return new Finding(Severity.ERROR, at, "this is wrong", label, List.of(), List.of(), "");
    }

    Finding with(Label further) {
        return new Finding(severity, at, summary, label, List.of(further), notes, help);
    }
}
