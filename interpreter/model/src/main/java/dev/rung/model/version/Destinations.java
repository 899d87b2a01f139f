package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseGraph.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Starts starts;
    private final Map<Wanted, Meant> meant = new HashMap<>();

    /** @param depth tells a line from the release that has its number: 3 is not 3.0 */
    private record Wanted(Version version, int depth) {}

    Destinations(ReleaseFile file, ReleaseGraph graph) {
        this.file = file;
        this.graph = graph;
        this.starts = new Starts(file, graph.candidates());
    }

    Resolution resolve(Spelling.Spelled installed, Version target, List<Version> via) {
        boolean there =
                installed.version().equals(target) && graph.lineNamed(target).isEmpty();
        if (there) {
            return new Resolved(new Stop(installed.version(), 0, Optional.empty()), List.of());
        }
        Optional<Stop> start = starts.of(installed.version());
        if (start.isEmpty()) {
            return new None(
                    new PathFinding.UnknownInstalled(installed.version().written(), linesAround(installed.version())));
        }
        Destination goal = destination(target, installed);
        if (goal instanceof Destination.Nowhere nowhere) {
            return new None(nowhere.why());
        }
        Stop end = ((Destination.At) goal).stop();
        if (end.version().equals(installed.version())) {
            return new Resolved(start.get(), List.of());
        }
        return between(start.get(), end, via, installed);
    }

    private Resolution between(Stop start, Stop end, List<Version> via, Spelling.Spelled installed) {
        List<Stop> stops = new ArrayList<>();
        for (Version wanted : via) {
            Version version = Candidates.spelled(file, wanted).version();
            switch (destination(version, installed)) {
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
                        .sorted((one, other) -> one.version().compareTo(other.version()))
                        .toList());
    }

    private sealed interface Destination {
        record At(Stop stop) implements Destination {}

        record Nowhere(Refused why) implements Destination {}
    }

    /** Seen from what is installed. */
    private Destination destination(Version wanted, Spelling.Spelled installed) {
        return switch (meant.computeIfAbsent(new Wanted(wanted, wanted.depth()), is -> meant(wanted))) {
            case Meant.Usable(Stop stop) ->
                stop.version().compareTo(installed.version()) < 0
                        ? new Destination.Nowhere(downgrade(installed.version(), stop.version()))
                        : new Destination.At(stop);
            case Meant.Unusable(Version listed, Refused why) ->
                new Destination.Nowhere(
                        listed.compareTo(installed.version()) < 0 ? downgrade(installed.version(), listed) : why);
            case Meant.OfOtherEdition(Spelling.Spelled number, String group) ->
                new Destination.Nowhere(new PathFinding.EditionMismatch(
                        installed.version(),
                        number.version(),
                        group,
                        installed.kept().get(group),
                        number.kept().get(group)));
            case Meant.Nothing(Refused why) -> new Destination.Nowhere(why);
        };
    }

    private PathFinding.Downgrade downgrade(Version installed, Version target) {
        List<Version> above = ReleasePath.nearest(file, graph, installed).stream()
                .filter(version -> version.compareTo(installed) > 0)
                .toList();
        return new PathFinding.Downgrade(installed, target, above);
    }

    /** What a number stands for, whatever is installed. */
    private sealed interface Meant {
        record Usable(Stop stop) implements Meant {}

        record Unusable(Version listed, Refused why) implements Meant {}

        record OfOtherEdition(Spelling.Spelled number, String group) implements Meant {}

        record Nothing(Refused why) implements Meant {}
    }

    private Meant meant(Version wanted) {
        Optional<Integer> line = graph.lineNamed(wanted);
        if (line.isPresent()) {
            return graph.newest(line.get())
                    .<Meant>map(Meant.Usable::new)
                    .orElseGet(() -> empty(graph.line(line.get()), graph.waivers(line.get())));
        }
        Optional<Stop> usable = graph.usable(wanted);
        if (usable.isPresent()) {
            return new Meant.Usable(usable.get());
        }
        Optional<Meant> unusable = graph.candidates()
                .listed(wanted)
                .flatMap(listed ->
                        graph.candidates().refusal(listed).map(why -> new Meant.Unusable(listed.version(), why)));
        return unusable.or(() -> otherEdition(wanted))
                .orElseGet(() -> new Meant.Nothing(
                        new PathFinding.UnknownTarget(wanted.written(), ReleasePath.nearest(file, graph, wanted))));
    }

    /** Of a line with one release that release says why it may not be gone to. */
    private Meant empty(Line line, List<String> waivers) {
        List<Release> listed = graph.candidates().listedOf(line).toList();
        Optional<Refused> why = listed.size() == 1 ? graph.candidates().refusal(listed.getFirst()) : Optional.empty();
        return why.<Meant>map(refused -> new Meant.Unusable(listed.getFirst().version(), refused))
                .orElseGet(() -> new Meant.Nothing(new PathFinding.EmptyTarget(line.number(), waivers)));
    }

    /** A target given without its edition may be listed for another edition only. */
    private Optional<Meant> otherEdition(Version wanted) {
        boolean givenWithEdition = !Candidates.spelled(file, wanted).kept().isEmpty();
        if (givenWithEdition) {
            return Optional.empty();
        }
        return file.releases()
                .map(release -> Candidates.spelled(file, release.version()))
                .filter(number -> number.version().equals(wanted))
                .flatMap(number -> Candidates.differing(graph.candidates().edition(), number.kept()).stream()
                        .<Meant>map(group -> new Meant.OfOtherEdition(number, group)))
                .findFirst();
    }

    private List<Version> linesAround(Version installed) {
        List<Version> numbers = file.lines().stream().map(Line::number).toList();
        Optional<Version> below = numbers.stream()
                .filter(number -> number.compareTo(installed) < 0)
                .max(Comparator.naturalOrder());
        Optional<Version> above = numbers.stream()
                .filter(number -> number.compareTo(installed) > 0)
                .min(Comparator.naturalOrder());
        return Stream.of(below, above).flatMap(Optional::stream).toList();
    }
}
