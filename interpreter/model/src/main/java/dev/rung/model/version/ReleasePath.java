package dev.rung.model.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Finds the way from one release to another by the rules of a release file. */
public final class ReleasePath {
    private ReleasePath() {}

    /**
     * The path with the fewest hops; of several the one whose hops go farthest soonest.
     *
     * @param installed as the installation writes it; need not be listed
     * @param target a release, or a line for its newest release
     * @param today decides which releases are old enough
     * @param via releases, or lines for their newest ones, that the path has to pass through
     * @param accepted names of refusals ({@code broken-0.50.14}, {@code too-young-0.50.36}) that were accepted
     */
    public static PathFinding find(
            ReleaseFile file,
            Version installed,
            Version target,
            LocalDate today,
            List<Version> via,
            Set<String> accepted) {
        throw new UnsupportedOperationException("not written yet");
    }

    static String brokenWaiver(Version version) {
        return "broken-" + version.written();
    }

    static String youngWaiver(Version version) {
        return "too-young-" + version.written();
    }
}
