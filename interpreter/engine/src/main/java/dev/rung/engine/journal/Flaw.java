package dev.rung.engine.journal;

/**
 * What is wrong with a log. A line stands where it stands, from 1; its number is what it says itself.
 *
 * <p>What cannot be found in the log alone: whole lines that were taken off its end, which looks like a run that was
 * interrupted there, and a log that was written anew from some line to its end with hashes that fit. Both are found if a
 * history has seen the log before ({@link CutOff}, {@link Rewritten}, {@link Gone}).
 */
public sealed interface Flaw {
    /** Where it stands. */
    long line();

    /** What is wrong, without the line. */
    String words();

    /** Whether somebody must have done this. A crash leaves a torn last line, and a newer Rung what it knows more of. */
    default boolean isFinding() {
        return true;
    }

    /** The last line has no end: the process or the machine stopped while it was written. */
    record Torn(long line) implements Flaw {
        @Override
        public String words() {
            return "is torn: the run was interrupted while it was written; the lines before it are whole";
        }

        @Override
        public boolean isFinding() {
            return false;
        }
    }

    /** Its hash is not that of its text. */
    record Changed(long line) implements Flaw {
        @Override
        public String words() {
            return "was changed after it was written";
        }
    }

    /** Not a line of a log at all. */
    record Foreign(long line) implements Flaw {
        @Override
        public String words() {
            return "is no line of a journal";
        }
    }

    /** @param line in front of which they are missing */
    record Missing(long line, long first, long last) implements Flaw {
        @Override
        public String words() {
            return first == last
                    ? "does not follow: line " + first + " is missing in front of it"
                    : "does not follow: lines " + first + " to " + last + " are missing in front of it";
        }
    }

    record Reordered(long line, long number) implements Flaw {
        @Override
        public String words() {
            return "is out of order: it was written as line " + number;
        }
    }

    record Twice(long line, long number) implements Flaw {
        @Override
        public String words() {
            return "was written as line " + number + ", which stands in front of it already";
        }
    }

    /** Whole in itself, but not written behind the line before. */
    record Unlinked(long line) implements Flaw {
        @Override
        public String words() {
            return "was not written behind the line before it: one of the two is of another journal, or was written"
                    + " anew";
        }
    }

    /** Whole, but nothing that this Rung can read. */
    record Unreadable(long line, String why) implements Flaw {
        @Override
        public String words() {
            return "cannot be read: " + why;
        }
    }

    /** The log is of a format that this Rung does not know yet. */
    record Newer(int format, String tool) implements Flaw {
        @Override
        public long line() {
            return 1;
        }

        @Override
        public String words() {
            return "says that the journal was written by a newer Rung (" + tool + ") in format " + format
                    + "; this Rung reads up to format " + JournalFile.FORMAT;
        }

        @Override
        public boolean isFinding() {
            return false;
        }
    }

    /** @param seen the number of lines that a history has seen */
    record CutOff(long line, long seen) implements Flaw {
        @Override
        public String words() {
            return "is the first of " + (seen - line + 1) + " at the end that are gone: the history has seen " + seen;
        }
    }

    /** @param line the last that a history has seen */
    record Rewritten(long line) implements Flaw {
        @Override
        public String words() {
            return "is not what the history has seen there: it, or a line before it, was written anew";
        }
    }

    /** @param seen the number of lines that a history has seen of a log that is not there any more */
    record Gone(long seen) implements Flaw {
        @Override
        public long line() {
            return 1;
        }

        @Override
        public String words() {
            return "the journal is gone; the history has seen " + seen + " lines of it";
        }
    }
}
