package dev.rung.repl.work;

import dev.rung.language.check.CheckedRunbook.Use;
import java.util.List;

/** For the pages of the reference, which say what is not carried out yet. */
public final class NotBuiltYet {
    private NotBuiltYet() {}

    /** Where something is used that is not carried out yet. @return numbers of lines */
    public static List<Integer> lines(List<Use> uses) {
        return NotBuilt.among(uses).stream()
                .map(missing -> missing.at().start().line())
                .toList();
    }
}
