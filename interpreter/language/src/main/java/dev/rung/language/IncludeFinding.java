package dev.rung.language;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import java.util.List;

/** What can be wrong with the files that a runbook includes. */
sealed interface IncludeFinding extends Diagnostic {
    record UnknownInclude(Location at, String file) implements IncludeFinding {
        @Override
        public String summary() {
            return "there is no file `" + file + "`";
        }

        @Override
        public String help() {
            return "it is looked for in the folder of the file that includes it";
        }
    }

    /** A file that includes itself. @param path from the file back to it */
    record IncludeCycle(Location at, List<String> path) implements IncludeFinding {
        @Override
        public String summary() {
            return "`" + path.getFirst() + "` is included by way of itself";
        }

        @Override
        public List<String> notes() {
            return List.of("trace: " + String.join(" → ", path));
        }

        @Override
        public String help() {
            return "put what both need into a file of its own";
        }
    }
}
