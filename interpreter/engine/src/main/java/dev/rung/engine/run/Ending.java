package dev.rung.engine.run;

import java.util.List;

/** How a run, or a way back, ended. Every one of them is consistent with what the exit code says. */
public sealed interface Ending {
    /** The process' exit code, as the command line's reference lists it. */
    int exitCode();

    /** One sentence without a full stop. */
    String words();

    /** @param waivers what failed and was passed over because the runbook says so */
    record Upgraded(String version, List<String> waivers) implements Ending {
        public Upgraded {
            waivers = List.copyOf(waivers);
        }

        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public String words() {
            return waivers.isEmpty()
                    ? "upgraded to " + version
                    : "upgraded to " + version + " with waivers: " + String.join("; ", waivers);
        }
    }

    /** Refused before anything was changed. @param reasons each a sentence without a full stop, with its help behind it */
    record Refused(List<Reason> reasons) implements Ending {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public int exitCode() {
            return 4;
        }

        @Override
        public String words() {
            return "refused, nothing was changed";
        }
    }

    /** @param help what a person can do, or empty */
    record Reason(String words, String help) {}

    /** @param reason why the run went back */
    record RolledBack(String version, String reason) implements Ending {
        @Override
        public int exitCode() {
            return 10;
        }

        @Override
        public String words() {
            return "rolled back to " + version;
        }
    }

    /** @param lost what was written and is gone, in words */
    record RolledBackWithLoss(String version, String reason, String lost) implements Ending {
        @Override
        public int exitCode() {
            return 11;
        }

        @Override
        public String words() {
            return "rolled back to " + version + ", " + lost;
        }
    }

    /** Consistent, and {@code rung resume} goes on. */
    record StoppedSafe(String reason) implements Ending {
        @Override
        public int exitCode() {
            return 12;
        }

        @Override
        public String words() {
            return "stopped, safe and resumable: " + reason;
        }
    }

    /** Somebody has given it up: nothing leads it on or back. @param parts how every part was found then, a line each */
    record Abandoned(String by, List<String> parts) implements Ending {
        public Abandoned {
            parts = List.copyOf(parts);
        }

        @Override
        public int exitCode() {
            return 0;
        }

        @Override
        public String words() {
            return "given up by " + by + ", as it was";
        }
    }

    /** @param parts the exact state of every part, a line each */
    record NeedsPerson(String reason, List<String> parts, List<String> left) implements Ending {
        public NeedsPerson {
            parts = List.copyOf(parts);
            left = List.copyOf(left);
        }

        @Override
        public int exitCode() {
            return 13;
        }

        @Override
        public String words() {
            return "stopped, needs a person: " + reason;
        }
    }
}
