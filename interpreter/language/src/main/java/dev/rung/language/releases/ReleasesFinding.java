package dev.rung.language.releases;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.diagnostic.Misspelt;
import dev.rung.model.diagnostic.Repeated;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be wrong with what a release file says. */
public sealed interface ReleasesFinding extends Diagnostic {
    /** @param missing {@code releases "…"} or {@code path} */
    record MissingEntry(Location at, String missing, String help) implements ReleasesFinding {
        @Override
        public String summary() {
            return "the release file has no `" + missing + "`";
        }
    }

    /** Something that a file or a path says once at most. @param what {@code min-age}, {@code url web} */
    record EntryTwice(Location at, String what, Location first) implements ReleasesFinding, Repeated {
        @Override
        public String summary() {
            return "`" + what + "` stands twice";
        }
    }

    record UnknownInclude(Location at, String file) implements ReleasesFinding {
        @Override
        public String summary() {
            return "there is no release file `" + file + "` to include";
        }

        @Override
        public String help() {
            return "it is looked for in the folder of the file that includes it";
        }
    }

    record IncludesItself(Location at, String file) implements ReleasesFinding {
        @Override
        public String summary() {
            return "the file includes itself by way of `" + file + "`";
        }

        @Override
        public String help() {
            return "put what both need into a third file, and include that";
        }
    }

    /** @param what {@code line} or {@code release} or {@code broken} */
    record DuplicateRelease(Location at, String what, String number, Location first)
            implements ReleasesFinding, Repeated {
        @Override
        public String summary() {
            return "`" + what + " " + number + "` is listed twice";
        }

        @Override
        public String aboutFirst() {
            return "first listed here";
        }
    }

    /** @param better the line that it belongs to, if there is one */
    record OutsideItsLine(Location at, String release, String line, Optional<String> better)
            implements ReleasesFinding {
        @Override
        public String summary() {
            return "`" + release + "` does not belong to line `" + line + "`";
        }

        @Override
        public String label() {
            return "does not begin with " + line;
        }

        @Override
        public String help() {
            return better.map(other -> "move it to `line " + other + "`")
                    .orElse("put it into a line of its own number");
        }
    }

    /** @param kind {@code line} or {@code release} @param nearest what may have been meant */
    record UnknownRelease(Location at, String kind, String number, List<String> nearest) implements ReleasesFinding {
        @Override
        public String summary() {
            return "no " + kind + " `" + number + "` is listed";
        }

        @Override
        public String help() {
            return nearest.isEmpty()
                    ? "list it, or leave it out"
                    : "the nearest listed: "
                            + nearest.stream().map(near -> "`" + near + "`").collect(Collectors.joining(", "));
        }
    }

    record RequirementTwice(Location at, String fact, String relation, Location first)
            implements ReleasesFinding, Repeated {
        @Override
        public String summary() {
            return "`" + fact + " " + relation + "` is required twice";
        }

        @Override
        public String aboutFirst() {
            return "first required here";
        }

        @Override
        public String help() {
            return "keep the one that holds";
        }
    }

    record UnknownArtifact(Location at, String artifact, Optional<String> nearest)
            implements ReleasesFinding, Misspelt {
        @Override
        public String summary() {
            return "no `url` is for `" + artifact + "`";
        }

        @Override
        public String otherwise() {
            return "add `url " + artifact + " \"…\"`, or leave the name out";
        }
    }

    /** @param why without a full stop */
    record UselessRule(Location at, String rule, String why) implements ReleasesFinding {
        @Override
        public String summary() {
            return "`" + rule + "` never applies";
        }

        @Override
        public String label() {
            return why;
        }

        @Override
        public String help() {
            return "rules stand in the order in which they take over; the last one has no `until`";
        }
    }

    record PathEndsEarly(Location at, String until, Version newest) implements ReleasesFinding {
        @Override
        public String summary() {
            return "the path ends at `" + until + "`";
        }

        @Override
        public String label() {
            return "nothing says how to go on to " + newest;
        }

        @Override
        public String help() {
            return "add a rule for what follows, such as `direct`";
        }
    }

    record NotAnOlderLine(Location at, String from, String line) implements ReleasesFinding {
        @Override
        public String summary() {
            return "line `" + line + "` cannot be entered from `" + from + "`";
        }

        @Override
        public String label() {
            return "not older than " + line;
        }

        @Override
        public String help() {
            return "`from` names older lines";
        }
    }

    record BrokenWaypoint(Location at, String waypoint, Location broken) implements ReleasesFinding {
        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            return "the waypoint `" + waypoint + "` is broken";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(broken, "it says so here"));
        }

        @Override
        public String help() {
            return "no path that crosses it can be found; name another release, or its line for the newest that works";
        }
    }
}
