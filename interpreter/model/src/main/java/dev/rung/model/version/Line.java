package dev.rung.model.version;

import java.util.List;
import java.util.Optional;

/**
 * A line of releases: all whose numbers begin with its own.
 *
 * @param from the only lines from which it may be entered, where its file publishes an exception; empty if the path
 *     rules alone decide
 * @param requires what each of its releases asks of the system
 * @param releases what can be gone to, in the order of the file
 * @param broken what is never chosen; such a release may stand in {@code releases} too, with its digests
 * @param notes where the line's release notes are, if the file says
 */
public record Line(
        Version number,
        List<Version> from,
        List<Requirement> requires,
        List<Release> releases,
        List<Broken> broken,
        Optional<String> notes) {
    public Line {
        from = List.copyOf(from);
        requires = List.copyOf(requires);
        releases = List.copyOf(releases);
        broken = List.copyOf(broken);
    }

    /** One whose file names no notes. */
    public Line(
            Version number,
            List<Version> from,
            List<Requirement> requires,
            List<Release> releases,
            List<Broken> broken) {
        this(number, from, requires, releases, broken, Optional.empty());
    }

    /** Whether a number names this line as a whole: 64 does, 64.0 is a release of it. */
    public boolean isNamedBy(Version version) {
        return number.equals(version) && version.depth() <= number.depth();
    }
}
