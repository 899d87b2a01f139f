package dev.rung.language.check;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with what a runbook means. */
public sealed interface CheckFinding extends Diagnostic {
    /** Whether it says that something is not there, which may be so because it could not be read. A slip of the pen is not that. */
    default boolean saysAbsence() {
        return false;
    }

    /** A name that nothing has. @param kind what was looked for: {@code name}, {@code service}, {@code driver} */
    record UnknownName(Location at, String unknown, String kind, Optional<String> nearest, List<String> known)
            implements CheckFinding {
        @Override
        public String name() {
            return "unknown-name";
        }

        @Override
        public boolean saysAbsence() {
            return nearest.isEmpty();
        }

        @Override
        public String summary() {
            return "there is no " + kind + " `" + unknown + "`";
        }

        @Override
        public String help() {
            if (nearest.isPresent()) {
                return "did you mean `" + nearest.get() + "`?";
            }
            return known.isEmpty() || known.size() > 12 ? "" : "there is " + Phrases.quoted(known, "and");
        }

        @Override
        public Optional<Edit> edit() {
            return nearest.map(near -> new Edit(at, near));
        }
    }

    /** @param owner what should have it: {@code the system `app`} @param kind {@code fact} or {@code member} */
    record UnknownMember(
            Location at, String owner, String kind, String unknown, Optional<String> nearest, List<String> known)
            implements CheckFinding {
        @Override
        public String name() {
            return "unknown-member";
        }

        @Override
        public boolean saysAbsence() {
            return nearest.isEmpty();
        }

        @Override
        public String summary() {
            return owner + " has no " + kind + " `" + unknown + "`";
        }

        @Override
        public String help() {
            return nearest.map(near -> "did you mean `" + near + "`?")
                    .orElse(known.isEmpty() ? "" : "it has " + Phrases.quoted(known, "and"));
        }

        @Override
        public Optional<Edit> edit() {
            return nearest.map(near -> new Edit(at, near));
        }
    }

    /** @param wanted and what was found, in the words of types */
    record WrongType(Location at, List<String> wanted, String found, String hint) implements CheckFinding {
        @Override
        public String name() {
            return "wrong-type";
        }

        @Override
        public String summary() {
            return "expected " + Phrases.withArticle(wanted) + ", not " + Phrases.withArticle(List.of(found));
        }

        @Override
        public String help() {
            return hint;
        }
    }

    /** @param operator what stands between the two */
    record Incompatible(Location at, String left, String operator, String right) implements CheckFinding {
        @Override
        public String name() {
            return "wrong-type";
        }

        @Override
        public String summary() {
            return Phrases.withArticle(List.of(left)) + " and " + Phrases.withArticle(List.of(right))
                    + " do not go together with `" + operator + "`";
        }

        @Override
        public String help() {
            Set<String> both = Set.of(left, right.equals(left) ? "" : right);
            if (operator.equals("*") && both.contains("version")) {
                return "a share is written in percent: `150% * size(…)`";
            }
            return both.equals(Set.of("int", "size"))
                    ? "write a size with its unit, such as `3GB`"
                    : both.equals(Set.of("int", "duration"))
                            ? "write a duration with its unit, such as `90s`"
                            : "only text in quotes and what is read from the world take the type of the other side";
        }
    }

    /** @param help why the two are in each other's way */
    record NameTwice(Location at, String twice, Location first, String help) implements CheckFinding {
        @Override
        public String name() {
            return "name-twice";
        }

        @Override
        public String summary() {
            return "the name `" + twice + "` is taken";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(first, "it is declared here"));
        }
    }

    /** {@code current}, {@code next}, {@code newest} and their like are nobody's to declare. */
    record GivenName(Location at, String given) implements CheckFinding {
        @Override
        public String name() {
            return "given-name";
        }

        @Override
        public String summary() {
            return "`" + given + "` has a meaning of its own and cannot be declared";
        }

        @Override
        public String help() {
            return "take another name";
        }
    }

    /** @param what a call or a driver @param parameter what is missing */
    record MissingArgument(Location at, String what, String parameter, String summaryOfIt) implements CheckFinding {
        @Override
        public String name() {
            return "missing-argument";
        }

        @Override
        public String summary() {
            return "`" + what + "` needs its `" + parameter + "`: " + summaryOfIt;
        }
    }

    record SurplusArgument(Location at, String what, int takes) implements CheckFinding {
        @Override
        public String name() {
            return "surplus-argument";
        }

        @Override
        public String summary() {
            return "`" + what + "` takes " + (takes == 0 ? "no" : takes == 1 ? "one" : "at most " + takes)
                    + (takes <= 1 ? " argument" : " arguments") + " without a name";
        }
    }

    record ArgumentTwice(Location at, String what, String parameter) implements CheckFinding {
        @Override
        public String name() {
            return "argument-twice";
        }

        @Override
        public String summary() {
            return "`" + what + "` is given its `" + parameter + "` twice";
        }
    }

    /** {@code database app = file(…)} */
    record WrongDriver(Location at, String driver, String makes, String kind, List<String> fitting)
            implements CheckFinding {
        @Override
        public String name() {
            return "wrong-driver";
        }

        @Override
        public String summary() {
            return "`" + driver + "` makes " + Phrases.withArticle(List.of(makes)) + ", not "
                    + Phrases.withArticle(List.of(kind));
        }

        @Override
        public String help() {
            return fitting.isEmpty()
                    ? ""
                    : "for " + Phrases.withArticle(List.of(kind)) + " there is " + Phrases.quoted(fitting, "and");
        }
    }

    /** @param what {@code releases}, {@code installed}, {@code healthy} */
    record MissingMember(Location at, String system, String what, String form) implements CheckFinding {
        @Override
        public String name() {
            return "missing-member";
        }

        @Override
        public boolean saysAbsence() {
            return true;
        }

        @Override
        public String summary() {
            return "the system `" + system + "` does not say its `" + what + "`";
        }

        @Override
        public String help() {
            return "add " + form;
        }
    }

    record MemberTwice(Location at, String what, Location first) implements CheckFinding {
        @Override
        public String name() {
            return "member-twice";
        }

        @Override
        public String summary() {
            return "the system says `" + what + "` twice";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(first, "it is said here"));
        }
    }

    record UnknownReleaseFile(Location at, String file) implements CheckFinding {
        @Override
        public String name() {
            return "unknown-release-file";
        }

        @Override
        public String summary() {
            return "there is no release file `" + file + "`";
        }

        @Override
        public String help() {
            return "it is looked for in the folder of the runbook";
        }
    }

    /** A release asks for a fact that its system does not say. */
    record MissingFact(Location at, String system, String fact, String line, Optional<String> nearest)
            implements CheckFinding {
        @Override
        public String name() {
            return "missing-fact";
        }

        @Override
        public boolean saysAbsence() {
            return nearest.isEmpty();
        }

        @Override
        public String summary() {
            return "line `" + line + "` requires `" + fact + "`, which the system `" + system + "` does not say";
        }

        @Override
        public String help() {
            return nearest.map(near -> "did you mean `" + near + "`? Else add").orElse("add") + " `" + fact
                    + " = …` to the system";
        }
    }

    /** {@code current} and its like outside of a hop. */
    record OutsideHop(Location at, String word) implements CheckFinding {
        @Override
        public String name() {
            return "outside-hop";
        }

        @Override
        public String summary() {
            return "`" + word + "` has a meaning only within a `step-through`";
        }
    }

    /** A fact's bare name where there are several systems. */
    record WhichSystem(Location at, String fact, List<String> systems) implements CheckFinding {
        @Override
        public String name() {
            return "which-system";
        }

        @Override
        public String summary() {
            return "whose `" + fact + "`?";
        }

        @Override
        public String help() {
            return systems.isEmpty()
                    ? "say which system is meant"
                    : "say which system: "
                            + Phrases.quoted(
                                    systems.stream()
                                            .map(system -> system + "." + fact)
                                            .toList(),
                                    "or");
        }
    }

    /** A name that stands for something that has no value. @param what {@code a system} */
    record NoValue(Location at, String used, String what) implements CheckFinding {
        @Override
        public String name() {
            return "no-value";
        }

        @Override
        public String summary() {
            return "`" + used + "` is " + what + " and has no value of its own";
        }
    }

    /** @param place what has to be known when the plan is made @param reads what reads the world in it */
    record ReadsTheWorld(Location at, String place, String reads) implements CheckFinding {
        @Override
        public String name() {
            return "reads-the-world";
        }

        @Override
        public String summary() {
            return place + " must be known when the plan is made, and `" + reads + "` is read from the world";
        }

        @Override
        public String help() {
            return "use inputs and abbreviations without readings here";
        }
    }

    /** What means itself. @param path from the name back to it */
    record Cycle(Location at, List<String> path) implements CheckFinding {
        @Override
        public String name() {
            return "cycle";
        }

        @Override
        public String summary() {
            return "`" + path.getFirst() + "` is said by way of itself";
        }

        @Override
        public List<String> notes() {
            return List.of("trace: " + String.join(" → ", path));
        }
    }

    record BadPattern(Location at, String why) implements CheckFinding {
        @Override
        public String name() {
            return "bad-pattern";
        }

        @Override
        public String summary() {
            return "this is no regular expression";
        }

        @Override
        public String label() {
            return why;
        }
    }

    /** {@code a .. b} anywhere but after {@code in}. */
    record RangeAlone(Location at) implements CheckFinding {
        @Override
        public String name() {
            return "range-alone";
        }

        @Override
        public String summary() {
            return "a range stands only behind `in`";
        }
    }

    /** A statement at a place where it must not stand. @param where {@code in a phase that changes nothing} */
    record MisplacedStatement(Location at, String statement, String where, String help) implements CheckFinding {
        @Override
        public String name() {
            return "misplaced-statement";
        }

        @Override
        public String summary() {
            return "`" + statement + "` cannot stand " + where;
        }
    }

    /** Two statements of one body with the same id. */
    record StatementTwice(Location at, String id, Location first) implements CheckFinding {
        @Override
        public String name() {
            return "statement-twice";
        }

        @Override
        public String summary() {
            return "two statements of this body are called `" + id + "`";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(first, "the first one"));
        }

        @Override
        public String help() {
            return "give one of them a name of its own with `named …`";
        }
    }

    record CannotContinue(Location at, String statement) implements CheckFinding {
        @Override
        public String name() {
            return "cannot-continue";
        }

        @Override
        public String summary() {
            return "a failed `" + statement + "` cannot be passed over";
        }

        @Override
        public String help() {
            return "remove `else continue`: what follows rests on this statement";
        }
    }

    /** {@code swap jar to 2.0} */
    record SwapsToNext(Location at) implements CheckFinding {
        @Override
        public String name() {
            return "swaps-to-next";
        }

        @Override
        public String summary() {
            return "an artifact is swapped to `next`, the release that the hop leads to";
        }

        @Override
        public String help() {
            return "write `swap … to next`; which releases are gone to is for `step-through` and its `via` to say";
        }

        @Override
        public Optional<Edit> edit() {
            return Optional.of(new Edit(at, "next"));
        }
    }

    /** An embedded database is read while the service that has it open runs. */
    record ReadsLockedDatabase(Location at, String database, String service, String when) implements CheckFinding {
        @Override
        public String name() {
            return "reads-locked-database";
        }

        @Override
        public String summary() {
            return "`" + database + "` cannot be read " + when + ": `" + service + "` has it open";
        }

        @Override
        public String help() {
            return "ask the application instead, or read it while `" + service + "` is stopped";
        }
    }

    /** A command in a text that is not written out where it is run. */
    record CommandInName(Location at) implements CheckFinding {
        @Override
        public String name() {
            return "command-in-name";
        }

        @Override
        public String summary() {
            return "a command is a text written out here, or a list of words";
        }

        @Override
        public String help() {
            return "a text is split into words before its values are filled in; write `[\"…\", \"…\"]` for words that"
                    + " come from elsewhere";
        }
    }
}
