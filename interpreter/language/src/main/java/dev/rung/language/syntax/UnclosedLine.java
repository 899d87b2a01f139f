package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;

/** A text of a release file that is not closed; there it never goes over several lines. */
public record UnclosedLine(Location at, String closer) implements Diagnostic {
    @Override
    public String name() {
        return "unclosed-text";
    }

    @Override
    public String summary() {
        return "this text is not closed";
    }

    @Override
    public String help() {
        return "close it with `" + closer + "` on the same line";
    }
}
