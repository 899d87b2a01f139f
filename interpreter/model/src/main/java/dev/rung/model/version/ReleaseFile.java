package dev.rung.model.version;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a product's publisher says of its releases: which there are, and which way leads from one to another.
 *
 * @param spellings how its numbers become comparable, tried in this order
 * @param urls templates by artifact name, with {@code ${release}} and {@code ${line}}; the empty name stands for the
 *     only artifact
 * @param path its rules, in the order in which they take over from one another
 * @param minAge how long a release has to be out before it is chosen, counted in days
 * @param neverBackInTime whether a hop to a release that came out before the one it starts from is refused
 * @param lines from the oldest to the newest
 */
public record ReleaseFile(
        String title,
        List<Spelling> spellings,
        Map<String, String> urls,
        List<PathRule> path,
        List<Waypoint> waypoints,
        List<BackBy> backBy,
        Optional<Duration> minAge,
        boolean neverBackInTime,
        List<Line> lines) {
    public ReleaseFile {
        spellings = List.copyOf(spellings);
        urls = Map.copyOf(urls);
        path = List.copyOf(path);
        waypoints = List.copyOf(waypoints);
        backBy = List.copyOf(backBy);
        lines = lines.stream()
                .sorted((one, other) -> one.number().compareTo(other.number()))
                .toList();
    }

    /** Reads a number as this product writes it, such as {@code v0.40.8}; empty if it is no version. */
    public Optional<Spelling.Spelled> spelled(String written) {
        return Spelling.read(spellings, written);
    }

    /** All releases that can be gone to, line by line. */
    public Stream<Release> releases() {
        return lines.stream().flatMap(line -> line.releases().stream());
    }

    /** The release that a number, as the product writes it, stands for. */
    public Optional<Release> release(String written) {
        return spelled(written)
                .flatMap(number -> releases()
                        .filter(release -> number.equals(
                                spelled(release.version().written()).orElse(null)))
                        .findFirst());
    }

    /** What a release asks of the system: as its line does, and by itself. */
    public List<Requirement> requires(Release release) {
        List<Requirement> requires =
                new ArrayList<>(first(release.line()).map(Line::requires).orElse(List.of()));
        release.requires().stream().filter(own -> !requires.contains(own)).forEach(requires::add);
        return requires;
    }

    /** The first line of a number; the lines are in their order, so not each has to be looked at. */
    private Optional<Line> first(Version number) {
        int from = 0;
        int to = lines.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (lines.get(middle).number().compareTo(number) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < lines.size() && lines.get(from).number().equals(number)
                ? Optional.of(lines.get(from))
                : Optional.empty();
    }

    /** The names of all refusals that the file can give reason for, and that can be accepted. */
    public List<String> waivers() {
        return Stream.concat(
                        lines.stream()
                                .flatMap(line -> line.broken().stream())
                                .map(entry -> ReleasePath.brokenWaiver(entry.version())),
                        releases().flatMap(release -> ofDate(release).stream()))
                .toList();
    }

    /** Those by which a release can be accepted, whether or not it is refused. */
    public List<String> waivers(Release release) {
        List<String> names = new ArrayList<>(List.of(ReleasePath.brokenWaiver(release.version())));
        names.addAll(ofDate(release));
        return names;
    }

    private List<String> ofDate(Release release) {
        List<String> names = new ArrayList<>();
        if (minAge.isPresent() && release.released().isPresent()) {
            names.add(ReleasePath.youngWaiver(release.version()));
        }
        if (neverBackInTime && release.released().isPresent()) {
            names.add(ReleasePath.backInTimeWaiver(release.version()));
        }
        return names;
    }

    /** What is wrong with a release, if anything is. */
    public Optional<Broken> broken(Version version) {
        Optional<Spelling.Spelled> number = spelled(version.written());
        return lines.stream()
                .flatMap(line -> line.broken().stream())
                .filter(entry -> spelled(entry.version().written()).equals(number))
                .findFirst();
    }

    /** The line a number belongs to, listed or not: the one with the longest number that it begins with. */
    public Optional<Line> line(Version version) {
        return lines.stream()
                .filter(line -> version.startsWith(line.number()))
                .max((one, other) ->
                        Integer.compare(one.number().depth(), other.number().depth()));
    }

    /** The newest release that is old enough and not broken, of whatever edition. */
    public Optional<Release> newest(LocalDate today) {
        return newestOf(Map.of(), today);
    }

    /** The newest release that is old enough, not broken, and of the edition of what is installed. */
    public Optional<Release> newest(LocalDate today, Version installed) {
        return newestOf(Candidates.spelled(this, installed).kept(), today);
    }

    private Optional<Release> newestOf(Map<String, String> edition, LocalDate today) {
        Candidates candidates = new Candidates(this, edition, today, Set.of());
        return lines.stream()
                .flatMap(candidates::usableOf)
                .max((one, other) -> one.version().compareTo(other.version()));
    }

    /** The day from which a release may be chosen; empty if the file asks for no age or does not know the release's. */
    public Optional<LocalDate> oldEnoughOn(Release release) {
        return minAge.flatMap(age -> release.released()
                .map(day -> day.plusDays(age.plusDays(1).minusNanos(1).toDays())));
    }

    /** Where a release's file for an artifact is fetched from, if the file says. */
    public Optional<String> url(String artifact, Release release) {
        return Optional.ofNullable(
                        release.urls().getOrDefault(artifact, release.urls().get("")))
                .or(() -> Optional.ofNullable(urls.getOrDefault(artifact, urls.get(""))))
                .map(template -> template.replace(
                                "${release}", release.version().written())
                        .replace("${line}", release.line().written()));
    }

    /**
     * Where the release notes are of all that lies between two releases: of each line, and of each release that has some
     * of its own, of one edition, but for those that are broken. The line that the older release belongs to was entered with it.
     *
     * @param older left out itself
     * @param newer included
     */
    public List<Notes> notes(Version older, Version newer) {
        Candidates edition =
                new Candidates(this, Candidates.spelled(this, newer).kept(), LocalDate.MAX, Set.of());
        List<Notes> notes = new ArrayList<>();
        for (Line line : lines) {
            List<Release> between = edition.listedOf(line)
                    .filter(release -> release.version().compareTo(older) > 0
                            && release.version().compareTo(newer) <= 0)
                    .filter(release -> release.version().equals(newer)
                            || broken(release.version()).isEmpty())
                    .sorted((one, other) -> one.version().compareTo(other.version()))
                    .toList();
            if (!between.isEmpty() && !older.startsWith(line.number())) {
                line.notes().ifPresent(where -> notes.add(new Notes("line " + line.number(), where)));
            }
            between.forEach(release -> release.notes()
                    .ifPresent(where -> notes.add(new Notes(release.version().written(), where))));
        }
        return notes;
    }

    /** Where something is to be read. @param of {@code line 42} or the number of a release */
    public record Notes(String of, String where) {}

    /** The named rollbacks that may be used for the way back over a hop. */
    public List<String> rollbacks(Version older, Version newer) {
        return backBy.stream()
                .filter(rule -> rule.offeredBetween(older, newer))
                .map(BackBy::rollback)
                .distinct()
                .toList();
    }
}
