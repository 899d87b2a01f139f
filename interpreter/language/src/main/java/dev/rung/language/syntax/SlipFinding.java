package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Edit;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write out of a habit from elsewhere, where it is plain what they mean. */
public sealed interface SlipFinding extends SyntaxFinding {
    /** Without another help the line as it should be. */
    @Override
    default String help() {
        return edit().map(Mended::of).map(line -> "write `" + line + "`").orElse("");
    }

    /** {@code 1 minute} for {@code 1m}, {@code &&} for {@code and}. */
    record OtherSpelling(Location at, String right) implements SlipFinding {
        @Override
        public String summary() {
            return "`" + at.text().strip() + "` is written `" + right.strip() + "` here";
        }

        @Override
        public Optional<Edit> edit() {
            return Optional.of(new Edit(at, right));
        }
    }

    /** @param what {@code the title of a phase} */
    record MissingQuotes(Location at, String what) implements SlipFinding {
        @Override
        public String summary() {
            return what + " stands in quotes";
        }

        @Override
        public Optional<Edit> edit() {
            String text = at.text();
            if (text.indexOf('\\') < 0 && text.indexOf('"') < 0) {
                return Optional.of(new Edit(at, '"' + text + '"'));
            }
            return text.indexOf('\'') < 0 ? Optional.of(new Edit(at, "'" + text + "'")) : Optional.empty();
        }
    }

    /** @param at behind {@code window} to the end of its line @param right the same in quotes, if all of it is there */
    record BareWindow(Location at, Optional<String> right) implements SlipFinding {
        private static final Pattern TIMES = Pattern.compile("(.+?)\\s+(?:to|until|till|-|–)\\s+(.+?)\\s+in\\s+(.+)");

        static BareWindow of(Location at) {
            Matcher times = TIMES.matcher(at.text().strip());
            return new BareWindow(
                    at,
                    times.matches()
                            ? Optional.of(quoted(times, 1) + " to " + quoted(times, 2) + " in " + quoted(times, 3))
                            : Optional.empty());
        }

        private static String quoted(Matcher times, int group) {
            return '"' + times.group(group).replaceAll("[\"']", "") + '"';
        }

        @Override
        public String name() {
            return "missing-quotes";
        }

        @Override
        public String summary() {
            return "the times of a window and its zone stand in quotes";
        }

        @Override
        public String help() {
            return "write `window " + right.orElse("\"Sat 22:00\" to \"Sun 04:00\" in \"Europe/Berlin\"") + "`";
        }

        @Override
        public Optional<Edit> edit() {
            return right.map(text -> new Edit(at, text));
        }
    }

    /** @param word what stands between the quotes */
    record NeedlessQuotes(Location at, String word) implements SlipFinding {
        @Override
        public String summary() {
            return "a name stands without quotes";
        }

        @Override
        public Optional<Edit> edit() {
            return Optional.of(new Edit(at, word));
        }
    }

    /** A mark that the language does without. @param why in a sentence without a full stop */
    record NeedlessMark(Location at, String why) implements SlipFinding {
        @Override
        public String summary() {
            return "`" + at.text().strip() + "` has no meaning here";
        }

        @Override
        public String help() {
            return why;
        }

        @Override
        public Optional<Edit> edit() {
            return Optional.of(new Edit(at, ""));
        }
    }

    /** @param at where it is missing @param what a word or a mark @param insertion the same with its blanks */
    record LeftOut(Location at, String what, String insertion) implements SlipFinding {
        @Override
        public String summary() {
            return "`" + what + "` is missing";
        }

        @Override
        public Optional<Edit> edit() {
            return Optional.of(new Edit(at, insertion));
        }
    }

    /** @param end where the comment ends that began with another mark */
    record OtherComment(Location at, int end) implements SlipFinding {
        @Override
        public String summary() {
            return "`" + at.text() + "` begins no comment";
        }

        @Override
        public String help() {
            return "a comment begins with `#` and ends with its line";
        }

        @Override
        public Optional<Edit> edit() {
            boolean ofOneLine = at.text().equals("//") || at.text().equals("--");
            return ofOneLine ? Optional.of(new Edit(at, "#")) : Optional.empty();
        }

        boolean covers(Span other) {
            return at.span().start() <= other.start() && other.end() <= end;
        }
    }

    /** {@code confirm "…"} @param example a name made of the text */
    record MissingName(Location at, String statement, String example) implements SlipFinding {
        @Override
        public String summary() {
            return "`" + statement + "` has a name before its text";
        }

        @Override
        public String help() {
            return "write `" + statement + " " + example + " \"…\"`; "
                    + (statement.equals("confirm")
                            ? "the name answers it: `--confirm " + example + "`"
                            : "the journal calls it by that name");
        }
    }

    /** {@code input n = 3} @param at the equal sign @param guess a type that would do */
    record MissingType(Location at, String input, String guess) implements SlipFinding {
        @Override
        public String summary() {
            return "the input `" + input + "` does not say its type";
        }

        @Override
        public String help() {
            return "write `input " + input + " : " + guess + " = …`, or another type behind the colon";
        }

        /** A text may be a path, a URL or a version as well. */
        @Override
        public Optional<Edit> edit() {
            return guess.equals("text") ? Optional.empty() : Optional.of(new Edit(at, ": " + guess + " ="));
        }
    }

    /** {@code run "a" && "b"} @param mark what a shell would have understood */
    record NoShell(Location at, String mark) implements SlipFinding {
        @Override
        public String summary() {
            return "`run` starts a program, not a shell, so `" + mark + "` has no meaning here";
        }

        @Override
        public String help() {
            return "write a `run` for each program, or let a shell do it: `shell '…'`";
        }
    }
}
