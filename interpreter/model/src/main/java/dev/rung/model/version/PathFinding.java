package dev.rung.model.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@link ReleasePath#find} gives: a path, or one named reason why there is none. */
public sealed interface PathFinding {
    /** @param legs none if the target is installed already */
    record Found(List<Leg> legs) implements PathFinding {
        public Found {
            legs = List.copyOf(legs);
        }
    }

    /** Why there is no path. */
    sealed interface Refused extends PathFinding {
        /** Its name, that of its record: {@code unknown-target}. */
        default String name() {
            return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        }

        /** What is wrong: lower case, no full stop, code in backticks. */
        String summary();

        /** What to do next. */
        String help();

        /** The name by which the refusal can be accepted ({@code broken-0.50.14}), if it can. */
        default Optional<String> waiver() {
            return Optional.empty();
        }
    }

    /** The installed number begins with the number of no line. @param nearest the lines next to it */
    record UnknownInstalled(String installed, List<Version> nearest) implements Refused {
        @Override
        public String summary() {
            return "the installed version `" + installed + "` belongs to no line of the release file";
        }

        @Override
        public String help() {
            return nearest.isEmpty()
                    ? "list its line in the release file"
                    : "list its line in the release file; " + nearestOf(nearest);
        }
    }

    /** The target is not listed. @param nearest the listed releases next to it */
    record UnknownTarget(String target, List<Version> nearest) implements Refused {
        @Override
        public String summary() {
            return "no release `" + target + "` is listed";
        }

        @Override
        public String help() {
            return nearest.isEmpty()
                    ? "list it in the release file"
                    : nearestOf(nearest) + "; what is gone to must be listed";
        }
    }

    /** The target is a line of which no release can be chosen. @param waivers by which one could be */
    record EmptyTarget(Version line, List<String> waivers) implements Refused {
        @Override
        public String summary() {
            return "line `" + line + "` has no release that may be gone to";
        }

        @Override
        public String help() {
            return acceptOne(waivers);
        }
    }

    /** @param nearest the listed releases next above the installed one */
    record Downgrade(Version installed, Version target, List<Version> nearest) implements Refused {
        @Override
        public String summary() {
            return "`" + target + "` is older than the installed `" + installed + "`";
        }

        @Override
        public String help() {
            return "an upgrade never goes down; `rung rollback` takes a finished run back with its data"
                    + (nearest.isEmpty() ? "" : "; the next releases up are " + listed(nearest));
        }
    }

    /** A release that the path cannot do without, the target or a `via` or a waypoint, is broken. */
    record BrokenRelease(Version release, String reason, Optional<String> notes) implements Refused {
        @Override
        public String summary() {
            return "`" + release + "` is broken: " + reason;
        }

        @Override
        public String help() {
            return "choose another release, or accept it with `--accept " + ReleasePath.brokenWaiver(release) + "`"
                    + notes.map(where -> " (" + where + ")").orElse("");
        }

        @Override
        public Optional<String> waiver() {
            return Optional.of(ReleasePath.brokenWaiver(release));
        }
    }

    /** A release that the path cannot do without is not old enough. @param oldEnoughOn the day from which it is */
    record TooYoung(Version release, LocalDate released, LocalDate oldEnoughOn) implements Refused {
        @Override
        public String summary() {
            return "`" + release + "` came out on " + released + " and is too young until " + oldEnoughOn;
        }

        @Override
        public String help() {
            return "choose an older release, wait, or accept it with `--accept " + ReleasePath.youngWaiver(release)
                    + "`";
        }

        @Override
        public Optional<String> waiver() {
            return Optional.of(ReleasePath.youngWaiver(release));
        }
    }

    /** @param group the name that the spelling gives to what differs */
    record EditionMismatch(Version installed, Version target, String group, String installedValue, String targetValue)
            implements Refused {
        @Override
        public String summary() {
            return "`" + target + "` has another " + group + " than the installed `" + installed + "`";
        }

        @Override
        public String help() {
            return "the " + group + " stays `" + installedValue + "` on every hop; choose a target that has it";
        }
    }

    /** A release on the way, or the target, came out before the one that it would replace. */
    record BackInTime(Version from, LocalDate fromReleased, Version to, LocalDate toReleased) implements Refused {
        @Override
        public String summary() {
            return "`" + to + "` of " + toReleased + " came out before `" + from + "` of " + fromReleased;
        }

        @Override
        public String help() {
            return "choose a release that came out on " + fromReleased
                    + " or later, as `never back in time` asks, or accept it with `--accept "
                    + ReleasePath.backInTimeWaiver(to) + "`";
        }

        @Override
        public Optional<String> waiver() {
            return Optional.of(ReleasePath.backInTimeWaiver(to));
        }
    }

    /**
     * The rules lead to a line of which no release can be chosen.
     *
     * @param waivers by which one could be
     * @param nearest the releases on both sides of it
     */
    record Gap(Version from, Version line, List<String> waivers, List<Version> nearest) implements Refused {
        @Override
        public String summary() {
            return "the path from `" + from + "` leads through line `" + line
                    + "`, which has no release that may be gone to";
        }

        @Override
        public String help() {
            return acceptOne(waivers) + (nearest.isEmpty() ? "" : "; " + nearestOf(nearest));
        }
    }

    /** A line may be entered only from others than the path comes from. @param entries these others */
    record NoEntry(Version from, Version line, List<Version> entries) implements Refused {
        @Override
        public String summary() {
            return "line `" + line + "` may not be entered from `" + from + "`";
        }

        @Override
        public String help() {
            return "it may be entered from " + listed(entries) + ": `line " + line + " from …` in the release file";
        }
    }

    /** The rules jump over a waypoint that cannot be stood on, as it is not listed or cannot be entered. */
    record UnreachableWaypoint(Version from, Version waypoint) implements Refused {
        @Override
        public String summary() {
            return "no rule leads from `" + from + "` to the waypoint `" + waypoint + "`";
        }

        @Override
        public String help() {
            return "list the waypoint as a release, and let its line be entered on the way";
        }
    }

    /** The last path rule ends before the target. */
    record NoRule(Version from, Version target) implements Refused {
        @Override
        public String summary() {
            return "no path rule leads on from `" + from + "` to `" + target + "`";
        }

        @Override
        public String help() {
            return "add a rule to `path`, such as `direct`";
        }
    }

    /** A `via` names what is not listed. @param nearest the listed releases next to it */
    record UnknownVia(String via, List<Version> nearest) implements Refused {
        @Override
        public String summary() {
            return "no release `" + via + "` to go via is listed";
        }

        @Override
        public String help() {
            return nearest.isEmpty() ? "list it in the release file" : nearestOf(nearest);
        }
    }

    /** A `via` does not lie between the installed version and the target. */
    record ViaOutside(Version via, Version installed, Version target) implements Refused {
        @Override
        public String summary() {
            return "`" + via + "` does not lie between `" + installed + "` and `" + target + "`";
        }

        @Override
        public String help() {
            return "leave it out of `via`";
        }
    }

    private static String nearestOf(List<Version> versions) {
        return (versions.size() == 1 ? "the nearest known one is " : "the nearest known ones are ") + listed(versions);
    }

    private static String listed(List<Version> versions) {
        return versions.stream().map(version -> "`" + version + "`").collect(Collectors.joining(", "));
    }

    private static String acceptOne(List<String> waivers) {
        return waivers.isEmpty()
                ? "list a release of it"
                : "list another release of it, or accept one: "
                        + waivers.stream()
                                .map(name -> "`--accept " + name + "`")
                                .collect(Collectors.joining(", "));
    }
}
