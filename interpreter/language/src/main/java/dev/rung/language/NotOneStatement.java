package dev.rung.language;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;

/** What was typed where one statement is wanted. */
record NotOneStatement(Location at) implements Diagnostic {
    @Override
    public String summary() {
        return "one statement is wanted here";
    }
}
