package dev.rung.model.version;

import java.util.Optional;

/** One rule of a release file's {@code path}: it holds from where the rule before it ends. */
public sealed interface PathRule {
    /** Up to where the rule holds, this included; empty if it holds for all that follows. */
    Optional<Version> until();

    /** As the release file writes it. */
    String words();

    /** From the newest release of a line to the newest of the next one. */
    record EachLine(Optional<Version> until) implements PathRule {
        @Override
        public String words() {
            return "each line" + PathRule.untilWords(until);
        }
    }

    /** From every release to the next one. */
    record EachRelease(Optional<Version> until) implements PathRule {
        @Override
        public String words() {
            return "each release" + PathRule.untilWords(until);
        }
    }

    /** Straight to the target. */
    record Direct() implements PathRule {
        @Override
        public Optional<Version> until() {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "direct";
        }
    }

    private static String untilWords(Optional<Version> until) {
        return until.map(version -> " until " + version).orElse("");
    }
}
