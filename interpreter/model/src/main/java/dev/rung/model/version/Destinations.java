package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseGraph.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what the numbers that people give stand for: the installed version, the target and what lies between. */
final class Destinations {
    /** Where a path begins and what it has to come to, one after the other; nothing if all is reached already. */
    sealed interface Resolution {}

    record Resolved(Stop start, List<Stop> stops) implements Resolution {}

    record None(Refused why) implements Resolution {}

    private final ReleaseFile file;
    private final ReleaseGraph graph;
    private final Spelling.Spelled installed;

    Destinations(ReleaseFile file, ReleaseGraph graph, Spelling.Spelled installed) {
        this.file = file;
        this.graph = graph;
        this.installed = installed;
    }

    Resolution resolve(Spelling.Spelled target, List<Version> via) {
        boolean there = installed.version().equals(target.version())
                && graph.lineNamed(target.version()).isEmpty();
        if (there) {
            return new Resolved(new Stop(installed.version(), 0, Optional.empty()), List.of());
        }
        Optional<Stop> start = start();
        if (start.isEmpty()) {
            return new None(new PathFinding.UnknownInstalled(installed.version().written(), linesAround()));
        }
        Destination goal = destination(target.version());
        if (goal instanceof Destination.Nowhere nowhere) {
            return new None(nowhere.why());
        }
        Stop end = ((Destination.At) goal).stop();
        if (end.version().equals(installed.version())) {
            return new Resolved(start.get(), List.of());
        }
        return between(start.get(), end, via);
    }

    private Resolution between(Stop start, Stop end, List<Version> via) {
        List<Stop> stops = new ArrayList<>();
        for (Version wanted : via) {
            Version version = Candidates.spelled(file, wanted).version();
            switch (destination(version)) {
                case Destination.Nowhere(PathFinding.UnknownTarget unknown) -> {
                    return new None(new PathFinding.UnknownVia(wanted.written(), unknown.nearest()));
                }
                case Destination.Nowhere(PathFinding.Downgrade down) -> {
                    return new None(new PathFinding.ViaOutside(down.target(), installed.version(), end.version()));
                }
                case Destination.Nowhere nowhere -> {
                    return new None(nowhere.why());
                }
                case Destination.At at -> stops.add(at.stop());
            }
        }
        for (Stop stop : stops) {
            if (end.olderThan(stop)) {
                return new None(new PathFinding.ViaOutside(stop.version(), installed.version(), end.version()));
            }
        }
        stops.add(end);
        return new Resolved(
                start,
                stops.stream()
                        .distinct()
                        .filter(start::olderThan)
                        .sorted(Comparator.comparing(Stop::version))
                        .toList());
    }

    private Optional<Stop> start() {
        Version version = installed.version();
        return file.line(version).map(line -> {
            Optional<Release> listed = graph.candidates()
                    .listedOf(line)
                    .filter(release -> release.version().equals(version))
                    .findFirst();
            return new Stop(version, file.lines().indexOf(line), listed);
        });
    }

    private sealed interface Destination {
        record At(Stop stop) implements Destination {}

        record Nowhere(Refused why) implements Destination {}
    }

    private Destination destination(Version wanted) {
        Optional<Integer> line = graph.lineNamed(wanted);
        if (line.isPresent()) {
            Optional<Stop> newest = graph.newest(line.get());
            Version number = graph.line(line.get()).number();
            return newest.map(this::notDown)
                    .orElseGet(() ->
                            new Destination.Nowhere(new PathFinding.EmptyTarget(number, graph.waivers(line.get()))));
        }
        Optional<Stop> usable = graph.usable(wanted);
        if (usable.isPresent()) {
            return notDown(usable.get());
        }
        Optional<Release> listed = graph.candidates().listed(wanted);
        if (listed.isPresent() && wanted.compareTo(installed.version()) < 0) {
            return new Destination.Nowhere(
                    new PathFinding.Downgrade(installed.version(), listed.get().version()));
        }
        return new Destination.Nowhere(listed.flatMap(graph.candidates()::refusal)
                .orElseGet(() -> otherEdition(wanted)
                        .orElseGet(() -> new PathFinding.UnknownTarget(
                                wanted.written(), ReleasePath.nearest(file, graph, wanted)))));
    }

    /** A target given without its edition may be listed for another edition only. */
    private Optional<Refused> otherEdition(Version wanted) {
        boolean givenWithEdition = !Candidates.spelled(file, wanted).kept().isEmpty();
        if (givenWithEdition) {
            return Optional.empty();
        }
        Stream<Spelling.Spelled> same = file.releases()
                .map(release -> Candidates.spelled(file, release.version()))
                .filter(number -> number.version().equals(wanted));
        return same.flatMap(number -> Candidates.differing(installed.kept(), number.kept()).stream()
                        .<Refused>map(group -> new PathFinding.EditionMismatch(
                                installed.version(),
                                number.version(),
                                group,
                                installed.kept().get(group),
                                number.kept().get(group))))
                .findFirst();
    }

    private Destination notDown(Stop stop) {
        return stop.version().compareTo(installed.version()) < 0
                ? new Destination.Nowhere(new PathFinding.Downgrade(installed.version(), stop.version()))
                : new Destination.At(stop);
    }

    private List<Version> linesAround() {
        List<Version> numbers = file.lines().stream().map(Line::number).toList();
        Optional<Version> below = numbers.stream()
                .filter(number -> number.compareTo(installed.version()) < 0)
                .max(Comparator.naturalOrder());
        Optional<Version> above = numbers.stream()
                .filter(number -> number.compareTo(installed.version()) > 0)
                .min(Comparator.naturalOrder());
        return Stream.of(below, above).flatMap(Optional::stream).toList();
    }
}
