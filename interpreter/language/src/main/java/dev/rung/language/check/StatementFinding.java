package dev.rung.language.check;

import dev.rung.model.diagnostic.Edit;
import dev.rung.model.diagnostic.Repeated;
import dev.rung.model.text.Location;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Optional;

/** What can be wrong with statements and the places at which they stand. */
public sealed interface StatementFinding extends CheckFinding {
    /** A statement at a place where it must not stand. @param where {@code in a phase that changes nothing} */
    record MisplacedStatement(Location at, String statement, String where, String help) implements StatementFinding {
        @Override
        public String summary() {
            return "`" + statement + "` cannot stand " + where;
        }
    }

    /** Two statements of one body with the same id. */
    record StatementTwice(Location at, String id, Location first) implements StatementFinding, Repeated {
        @Override
        public String summary() {
            return "two statements of this body are called `" + id + "`";
        }

        @Override
        public String aboutFirst() {
            return "the first one";
        }

        @Override
        public String help() {
            return "give one of them a name of its own with `named …`";
        }
    }

    /** {@code stop server, server} @param what {@code part}, {@code service}, {@code variable} or {@code header} */
    record ListedTwice(Location at, String what, String listed, Location first) implements StatementFinding, Repeated {
        @Override
        public String summary() {
            return "the " + what + " `" + listed + "` stands twice in one list";
        }

        @Override
        public String aboutFirst() {
            return "it stands here already";
        }

        @Override
        public String help() {
            return "once is enough";
        }
    }

    /** {@code require-version in 1.8} */
    record NoRange(Location at) implements StatementFinding {
        @Override
        public String summary() {
            return "behind `in` stands a range or a list, and this is one version";
        }

        @Override
        public String help() {
            return "write `in " + at.text() + " .. " + at.text() + "` for its whole line, or `== " + at.text()
                    + "` for it alone";
        }
    }

    /** {@code require-version >= 1.8 < 2.0} */
    record SecondRelation(Location at) implements StatementFinding {
        @Override
        public String summary() {
            return "an installed version is held against one relation";
        }

        @Override
        public String help() {
            return "write a range, such as `in 1.8 .. 1.9`, of which both ends count, or two `require-version`";
        }
    }

    /** {@code expect 42} */
    record NoStatus(Location at) implements StatementFinding {
        @Override
        public String summary() {
            return "no answer has the status " + at.text();
        }

        @Override
        public String help() {
            return "statuses go from 100 to 599: `expect 200, 204`";
        }
    }

    /** {@code wait for healthy} */
    record WaitsForEver(Location at) implements StatementFinding {
        @Override
        public String summary() {
            return "nothing says how long is waited at most";
        }

        @Override
        public String help() {
            return "add a limit: `within 15m`";
        }
    }

    /** A part of a statement at a place where it must not stand. @param clause {@code changes jar}, {@code undo} */
    record MisplacedClause(Location at, String clause, String where, String help) implements StatementFinding {
        @Override
        public String summary() {
            return "`" + clause + "` cannot stand " + where;
        }
    }

    /** {@code run "x" changes nothing undo { … }}, {@code manual x "…" undo "…"} */
    record NothingToUndo(Location at, String statement) implements StatementFinding {
        @Override
        public String summary() {
            return "there is nothing to take back: this `" + statement + "` changes nothing";
        }

        @Override
        public String help() {
            return "leave `undo` out, or say what is changed: `changes …`";
        }
    }

    /** {@code undo { }} */
    record EmptyUndo(Location at) implements StatementFinding {
        @Override
        public String summary() {
            return "this `undo` takes nothing back";
        }

        @Override
        public String help() {
            return "write between its braces what takes it back, or leave it out: then a backup has to cover it";
        }
    }

    /** What takes a deed back changes something else. */
    record UndoChangesMore(Location at, String part) implements StatementFinding {
        @Override
        public String summary() {
            return "this `undo` changes `" + part + "`, which what it takes back does not change";
        }

        @Override
        public String help() {
            return "name `" + part + "` behind the `changes` of the statement itself, if it changes that too";
        }
    }

    record CannotContinue(Location at, String statement, String why) implements StatementFinding {
        @Override
        public String summary() {
            return "a failed `" + statement + "` cannot be passed over";
        }

        @Override
        public String help() {
            return "remove `else continue`: " + why;
        }
    }

    /** {@code stop server retry 3 every 5s} */
    record CannotRetry(Location at, String statement, String help) implements StatementFinding {
        @Override
        public String summary() {
            return "a failed `" + statement + "` cannot just be tried once more";
        }
    }

    /** {@code retry 0 every 5s}, {@code keep 0} @param what {@code retry} or {@code keep} */
    record AtLeastOne(Location at, String what) implements StatementFinding {
        @Override
        public String summary() {
            return "`" + what + "` wants a whole number from 1 on";
        }

        @Override
        public String help() {
            return "write one, or leave `" + what + "` out";
        }
    }

    /** {@code sha256 "abc"} */
    record NotASha256(Location at) implements StatementFinding {
        @Override
        public String summary() {
            return "a SHA-256 digest has 64 digits from `0` to `f`";
        }

        @Override
        public String help() {
            return "`sha256sum FILE` prints it";
        }
    }

    /** {@code swap jar to 2.0}, {@code swap jar with next} @param right what should stand there */
    record SwapsToNext(Location at, String right) implements StatementFinding {
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
            return Optional.of(new Edit(at, right));
        }
    }

    /** @param place what has to be known when the plan is made @param reads what reads the world in it */
    record ReadsTheWorld(Location at, String place, String reads) implements StatementFinding {
        @Override
        public String summary() {
            return place + " must be known when the plan is made, and `" + reads + "` is read from the world";
        }

        @Override
        public String help() {
            return "use inputs and abbreviations without readings here";
        }
    }

    /** An embedded database is read while the service that has it open runs. */
    record ReadsLockedDatabase(Location at, String database, String service, String when) implements StatementFinding {
        @Override
        public String summary() {
            return "`" + database + "` cannot be read " + when + ": `" + service + "` has it open";
        }

        @Override
        public String help() {
            return "ask the application instead, or read it while `" + service + "` is stopped";
        }
    }

    /** {@code step-through app to 9.9}, {@code via 9.9} @param nearest the listed releases on both sides of it */
    record UnlistedRelease(Location at, String release, String file, List<Version> nearest)
            implements StatementFinding {
        @Override
        public String summary() {
            return "no release `" + release + "` is listed in `" + file + "`";
        }

        @Override
        public String help() {
            return nearest.isEmpty()
                    ? "list it there"
                    : (nearest.size() == 1 ? "the nearest known one is " : "the nearest known ones are ")
                            + Phrases.quoted(
                                    nearest.stream().map(Version::toString).toList(), "and")
                            + "; what is gone to must be listed";
        }
    }
}
