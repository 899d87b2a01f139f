package dev.rung.model.version;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which releases of a file may be chosen: of the installed edition, old enough, not broken, or accepted by name. */
final class Candidates {
    private final ReleaseFile file;
    private final Map<String, String> edition;
    private final LocalDate today;
    private final Set<String> accepted;
    private final Map<Spelling.Spelled, Broken> broken = new HashMap<>();

    Candidates(ReleaseFile file, Map<String, String> edition, LocalDate today, Set<String> accepted) {
        this.file = file;
        this.edition = Map.copyOf(edition);
        this.today = today;
        this.accepted = Set.copyOf(accepted);
        file.lines()
                .forEach(line ->
                        line.broken().forEach(entry -> broken.putIfAbsent(spelled(file, entry.version()), entry)));
    }

    Map<String, String> edition() {
        return edition;
    }

    static Spelling.Spelled spelled(ReleaseFile file, Version version) {
        return file.spelled(version.written()).orElseGet(() -> new Spelling.Spelled(version, Map.of()));
    }

    /** The name of a group of which two numbers have different values, such as an edition. */
    static Optional<String> differing(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .filter(group -> other.containsKey(group.getKey())
                        && !other.get(group.getKey()).equals(group.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** All that a line lists for the edition, broken or not. */
    Stream<Release> listedOf(Line line) {
        Map<Spelling.Spelled, Release> listed = new LinkedHashMap<>();
        line.releases().forEach(release -> listed.putIfAbsent(spelled(file, release.version()), release));
        line.broken()
                .forEach(entry -> listed.putIfAbsent(
                        spelled(file, entry.version()),
                        new Release(entry.version(), line.number(), Optional.empty(), Map.of(), entry.notes())));
        return listed.entrySet().stream()
                .filter(entry -> differing(entry.getKey().kept(), edition).isEmpty())
                .map(Map.Entry::getValue);
    }

    /** What is listed under a number for the edition, whichever line it stands in. */
    Optional<Release> listed(Version version) {
        return file.lines().stream()
                .flatMap(this::listedOf)
                .filter(release -> release.version().equals(version))
                .findFirst();
    }

    Stream<Release> usableOf(Line line) {
        return listedOf(line).filter(release -> refusal(release).isEmpty());
    }

    List<String> waiversOf(Line line) {
        return listedOf(line)
                .flatMap(release -> refusal(release).stream())
                .flatMap(refused -> refused.waiver().stream())
                .toList();
    }

    /** Why a listed release may not be chosen. */
    Optional<PathFinding.Refused> refusal(Release release) {
        return reasons(release)
                .filter(refused -> refused.waiver().filter(accepted::contains).isEmpty())
                .findFirst();
    }

    /** The names by which a release was accepted that would have been refused. */
    List<String> waived(Release release) {
        return reasons(release)
                .flatMap(refused -> refused.waiver().stream())
                .filter(accepted::contains)
                .toList();
    }

    private Stream<PathFinding.Refused> reasons(Release release) {
        Version version = release.version();
        Stream<PathFinding.Refused> broke = Stream.ofNullable(broken.get(spelled(file, version)))
                .map(entry -> new PathFinding.BrokenRelease(version, entry.reason(), entry.notes()));
        Stream<PathFinding.Refused> young = file.oldEnoughOn(release).stream()
                .filter(day -> day.isAfter(today))
                .map(day -> new PathFinding.TooYoung(version, release.released().orElseThrow(), day));
        return Stream.concat(broke, young);
    }
}
