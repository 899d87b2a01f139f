package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Refused;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ways to one target, from whatever is installed. What was found out for one release is kept for the others, so that
 * the ways from all releases of a file cost hardly more than the longest of them.
 */
public final class ReleasePaths {
    private final ReleaseFile file;
    private final Spelling.Spelled target;
    private final List<Version> via;
    private final LocalDate today;
    private final Set<String> accepted;
    private final Facts facts;
    private final Map<Map<String, String>, EditionPaths> editions = new HashMap<>();

    /**
     * @param target a release, or a line for its newest release
     * @param today decides which releases are old enough
     * @param via releases, or lines for their newest ones, that a path has to pass through
     * @param accepted names of refusals ({@code broken-0.50.14}, {@code too-young-0.50.36}) that were accepted
     * @param facts decides which waypoints are some
     */
    public ReleasePaths(
            ReleaseFile file, Version target, LocalDate today, List<Version> via, Set<String> accepted, Facts facts) {
        this.file = file;
        this.target = Candidates.spelled(file, target);
        this.via = List.copyOf(via);
        this.today = today;
        this.accepted = Set.copyOf(accepted);
        this.facts = facts;
    }

    /** What comes of a release. */
    public sealed interface Beginning {
        /** @param way empty if the target is installed already */
        record Open(Optional<Way> way) implements Beginning {}

        record Closed(Refused why) implements Beginning {}
    }

    /**
     * The path with the fewest hops; of several the one whose hops go farthest soonest.
     *
     * @param installed as the installation writes it; need not be listed
     */
    public Beginning from(Version installed) {
        Spelling.Spelled start = Candidates.spelled(file, installed);
        Optional<String> group = Candidates.differing(start.kept(), target.kept());
        if (group.isPresent()) {
            return new Beginning.Closed(mismatch(start, group.get()));
        }
        return editions.computeIfAbsent(
                        start.kept(),
                        edition -> new EditionPaths(
                                file, new ReleaseGraph(file, edition, today, accepted, facts), target.version(), via))
                .from(start);
    }

    private Refused mismatch(Spelling.Spelled start, String group) {
        return new PathFinding.EditionMismatch(
                start.version(),
                target.version(),
                group,
                start.kept().get(group),
                target.kept().get(group));
    }
}
