package dev.rung.language.check;

import dev.rung.model.diagnostic.Label;
import dev.rung.model.diagnostic.Misspelt;
import dev.rung.model.diagnostic.Repeated;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;

/** What can be wrong with what a system says of itself. */
public sealed interface SystemFinding extends CheckFinding {
    /** @param what {@code releases}, {@code installed}, {@code healthy} @param near a fact with nearly that name */
    record MissingMember(Location at, String system, String what, String form, Optional<Location> near)
            implements SystemFinding {
        @Override
        public Optional<String> absent() {
            return Optional.of(what);
        }

        @Override
        public String summary() {
            return "the system `" + system + "` does not say its `" + what + "`";
        }

        @Override
        public List<Label> labels() {
            return near.stream()
                    .map(fact -> new Label(fact, "a fact of another name"))
                    .toList();
        }

        @Override
        public String help() {
            return near.map(fact -> "write `" + what + "` for `" + fact.text() + "`, or add ")
                            .orElse("add ")
                    + form;
        }
    }

    record MemberTwice(Location at, String what, Location first) implements SystemFinding, Repeated {
        @Override
        public String summary() {
            return "the system says `" + what + "` twice";
        }

        @Override
        public String aboutFirst() {
            return "it is said here";
        }
    }

    /**
     * Two parts hold the same file.
     *
     * @param inner what lies in the other one
     * @param outer and is brought back with it
     * @param code whether the other one is code
     */
    record PartInPart(Location at, String inner, String outer, boolean code, Location first) implements SystemFinding {
        @Override
        public String summary() {
            return "`" + inner + "` lies in `" + outer + "`: whatever brings one back brings the other one back too";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(first, "the other one"));
        }

        @Override
        public String help() {
            return code
                    ? "put it somewhere else; a config may stay there if the artifact takes it along: `keep: [\"…\"]`"
                    : "leave it out of `" + outer + "` with `exclude: [\"…\"]`, or put it somewhere else";
        }
    }

    /** What holds for a whole runbook is said more than once. */
    record SaidTwice(Location at, String what, Location first) implements SystemFinding, Repeated {
        @Override
        public String summary() {
            return "the runbook says `" + what + "` twice";
        }

        @Override
        public String aboutFirst() {
            return "it is said here";
        }
    }

    record UnknownReleaseFile(Location at, String file) implements SystemFinding {
        @Override
        public String summary() {
            return "there is no release file `" + file + "`";
        }

        @Override
        public String help() {
            return "it is looked for in the folder of the runbook";
        }
    }

    /** A fact is called like a word of release files, so that none of them can ever ask for it. */
    record WordOfReleases(Location at, String fact) implements SystemFinding {
        @Override
        public String summary() {
            return "`" + fact + "` is a word of release files, and no fact can have its name";
        }

        @Override
        public String help() {
            return "name it otherwise: `" + fact + "-is`";
        }
    }

    /** A release asks for a fact that its system does not say. */
    record MissingFact(Location at, String system, String fact, String by, Optional<String> nearest)
            implements SystemFinding {
        @Override
        public Optional<String> absent() {
            return Optional.of(fact);
        }

        @Override
        public String summary() {
            return by + " requires `" + fact + "`, which the system `" + system + "` does not say";
        }

        @Override
        public String help() {
            return nearest.map(near -> "did you mean `" + near + "`? Else add").orElse("add") + " `" + fact
                    + " = …` to the system";
        }
    }

    /** A fact that nothing asks for, and that is called nearly like one that has a meaning: {@code setled}. */
    record UnaskedFact(Location at, String fact, Optional<String> nearest) implements SystemFinding, Misspelt {
        @Override
        public String summary() {
            return "nothing asks for the fact `" + fact + "`";
        }
    }
}
