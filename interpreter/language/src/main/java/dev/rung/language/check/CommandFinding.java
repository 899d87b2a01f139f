package dev.rung.language.check;

import dev.rung.model.diagnostic.Edit;
import dev.rung.model.text.Location;
import java.util.Optional;

/** What can be wrong with what programs and shells are told. */
public sealed interface CommandFinding extends CheckFinding {
    /** {@code shell "rm ${x}"} @param hole what stands in it */
    record HoleInShell(Location at, String hole) implements CommandFinding {
        @Override
        public String summary() {
            return "`${" + hole + "}` cannot stand in what a shell is told";
        }

        @Override
        public String help() {
            return "the shell would read its value as its own words: write `shell '… \"$NAME\" …' with NAME = " + hole
                    + "`";
        }
    }

    /**
     * {@code run "x" > "y"}, {@code run "a | b"}
     *
     * @param program what starts it: {@code `run`} or {@code a command}
     * @param mark what a shell would have understood
     */
    record ShellMark(Location at, String program, String mark, String help, Optional<Edit> edit)
            implements CommandFinding {
        @Override
        public String summary() {
            String code = mark.indexOf('`') < 0 ? "`" + mark + "`" : "a backtick";
            return program + " starts a program, not a shell, so " + code + " has no meaning here";
        }
    }

    /** {@code run "make" in "/srv"} */
    record FolderBehindFrom(Location at) implements CommandFinding {
        @Override
        public String summary() {
            return "the folder that a program starts in stands behind `from`";
        }

        @Override
        public Optional<Edit> edit() {
            return Optional.of(new Edit(at, "from"));
        }

        @Override
        public String help() {
            return "write `run \"…\" from \"…\"`";
        }
    }
}
