package dev.rung.model.version;

import dev.rung.model.version.PathRule.Direct;
import dev.rung.model.version.PathRule.EachLine;
import dev.rung.model.version.PathRule.EachRelease;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The releases of one edition that may be stood on, and which of them may be gone to from each. All hops go up, so there
 * is no way round in a circle.
 */
final class ReleaseGraph {
    /** @param line its index in the file; @param release empty for an installed version that is not listed */
    record Stop(Version version, int line, Optional<Release> release) {
        boolean olderThan(Stop other) {
            return version.compareTo(other.version) < 0;
        }
    }

    /** @param why the rule that allows it, in words */
    record Hop(Stop to, String why) {}

    private final ReleaseFile file;
    private final Candidates candidates;
    private final List<List<Stop>> usable = new ArrayList<>();
    private final NavigableMap<Version, Stop> all = new TreeMap<>();
    private final TimeOrder time;
    private final NavigableMap<Version, PlacedWaypoint> waypoints = new TreeMap<>();
    /** The newest of each line and the waypoints: where rules lead to. */
    private final NavigableMap<Version, Stop> landings = new TreeMap<>();

    /** The same, line by line. */
    private final List<List<Stop>> landingsOf = new ArrayList<>();

    private final List<List<Integer>> enterableFrom = new ArrayList<>();

    ReleaseGraph(ReleaseFile file, Map<String, String> edition, LocalDate today, Set<String> accepted, Facts facts) {
        this.file = file;
        this.time = new TimeOrder(file.neverBackInTime(), accepted);
        this.candidates = new Candidates(file, edition, today, accepted);
        Map<Version, Integer> indexes = new HashMap<>();
        for (int line = 0; line < file.lines().size(); line++) {
            indexes.put(file.lines().get(line).number(), line);
            enterableFrom.add(new ArrayList<>());
            usable.add(usableOf(line));
            usable.getLast().forEach(stop -> all.put(stop.version(), stop));
            newest(line).ifPresent(stop -> landings.put(stop.version(), stop));
        }
        for (int line = 0; line < file.lines().size(); line++) {
            for (int from : entries(line, indexes)) {
                enterableFrom.get(from).add(line);
            }
        }
        for (Waypoint waypoint : file.waypoints()) {
            Optional<Boolean> applies = waypoint.when().isEmpty()
                    ? Optional.of(true)
                    : facts.hold(waypoint.when().get());
            if (applies.orElse(true)) {
                place(new PlacedWaypoint(waypoint, applies.isPresent()));
            }
        }
        for (List<Stop> stops : usable) {
            landingsOf.add(stops.stream()
                    .filter(stop -> landings.containsKey(stop.version()))
                    .toList());
        }
    }

    private void place(PlacedWaypoint placed) {
        Version named = placed.waypoint().version();
        Optional<Stop> stop = lineNamed(named).flatMap(this::newest).or(() -> usable(named));
        stop.ifPresent(landing -> landings.put(landing.version(), landing));
        waypoints.merge(
                stop.map(Stop::version).orElse(named), placed, (before, next) -> before.isSure() ? before : next);
    }

    private List<Stop> usableOf(int line) {
        NavigableMap<Version, Stop> stops = new TreeMap<>();
        candidates
                .usableOf(file.lines().get(line))
                .forEach(release ->
                        stops.putIfAbsent(release.version(), new Stop(release.version(), line, Optional.of(release))));
        return List.copyOf(stops.values());
    }

    private Set<Integer> entries(int line, Map<Version, Integer> indexes) {
        List<Version> published = file.lines().get(line).from();
        if (published.isEmpty()) {
            return line == 0 ? Set.of() : Set.of(line - 1);
        }
        return published.stream()
                .map(indexes::get)
                .filter(from -> from != null && from < line)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The index of the line that a version names by its own number, such as 40. */
    Optional<Integer> lineNamed(Version version) {
        for (int line = 0; line < file.lines().size(); line++) {
            if (file.lines().get(line).isNamedBy(version)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    Line line(Stop stop) {
        return file.lines().get(stop.line());
    }

    Line line(int index) {
        return file.lines().get(index);
    }

    Optional<Stop> usable(Version version) {
        return Optional.ofNullable(all.get(version));
    }

    Optional<Stop> newest(int line) {
        return usable.get(line).isEmpty()
                ? Optional.empty()
                : Optional.of(usable.get(line).getLast());
    }

    /** The releases on both sides of a number that may be gone to. */
    List<Version> around(Version version) {
        return Stream.of(all.lowerKey(version), all.higherKey(version))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What of a line could be gone to if it were accepted. */
    List<String> waivers(int line) {
        return candidates.waiversOf(file.lines().get(line));
    }

    ReleaseFile file() {
        return file;
    }

    Candidates candidates() {
        return candidates;
    }

    /** The first waypoint between a stop and its target, whether or not it can be stood on. */
    Optional<Map.Entry<Version, PlacedWaypoint>> waypointAhead(Stop from, Stop target) {
        return Optional.ofNullable(waypoints.higherEntry(from.version()))
                .filter(entry -> entry.getKey().compareTo(target.version()) < 0);
    }

    /** The rule by which a stop is left: the first that does not end at it or before it. */
    Optional<PathRule> ruleAt(Stop stop) {
        return file.path().stream().filter(rule -> !ended(rule, stop)).findFirst();
    }

    private boolean ended(PathRule rule, Stop stop) {
        if (rule.until().isEmpty()) {
            return false;
        }
        Version until = rule.until().get();
        if (rule instanceof EachRelease) {
            Version next = all.higherKey(stop.version());
            return next == null || next.compareTo(until) > 0 && !next.startsWith(until);
        }
        int order = line(stop).number().compareTo(until);
        return order > 0 || order == 0 && isNewestOfItsLine(stop);
    }

    boolean isNewestOfItsLine(Stop stop) {
        return newest(stop.line()).filter(stop::olderThan).isEmpty();
    }

    /** Up to where one may go from a stop at once: the first waypoint ahead, or else the target. */
    Version limit(Stop from, Stop target) {
        return waypointAhead(from, target).map(Map.Entry::getKey).orElse(target.version());
    }

    /** Where a rule leads to from a stop, the target at most, farthest first; time and waypoints do not count yet. */
    Stream<Hop> ruled(Stop from, Stop target) {
        return ruled(from, target, target.version());
    }

    private Stream<Hop> ruled(Stop from, Stop target, Version limit) {
        return ruleAt(from)
                .map(rule -> switch (rule) {
                    case EachLine each -> eachLine(each, from, target);
                    case EachRelease each -> eachRelease(each, from, target);
                    case Direct direct -> direct(direct, from, target, limit);
                })
                .orElse(Stream.empty())
                .filter(hop -> hop.to().version().compareTo(limit) <= 0);
    }

    /** Where one may go from a stop on the way to a target, farthest first. */
    Stream<Hop> hops(Stop from, Stop target) {
        Optional<Map.Entry<Version, PlacedWaypoint>> waypoint = waypointAhead(from, target);
        return ruled(from, target, limit(from, target))
                .filter(hop -> !time.goesBack(from, hop.to()))
                .map(hop -> waypoint.filter(
                                ahead -> ahead.getKey().equals(hop.to().version()))
                        .map(ahead -> new Hop(hop.to(), ahead.getValue().words()))
                        .orElse(hop));
    }

    TimeOrder time() {
        return time;
    }

    private Stream<Hop> eachLine(EachLine rule, Stop from, Stop target) {
        List<Hop> hops = new ArrayList<>();
        for (Stop stop : landingsOf(from.line(), from, target)) {
            hops.add(new Hop(stop, "`" + rule.words() + "`" + goal(stop, target, " first")));
        }
        if (isNewestOfItsLine(from)) {
            for (int line : enterableFrom.get(from.line())) {
                String words = line(line).from().isEmpty() ? rule.words() : exception(line(line));
                for (Stop stop : landingsOf(line, from, target)) {
                    hops.add(new Hop(stop, "`" + words + "`" + goal(stop, target, "")));
                }
            }
        }
        return farthestFirst(hops);
    }

    private Stream<Hop> eachRelease(EachRelease rule, Stop from, Stop target) {
        List<Hop> hops = new ArrayList<>();
        Map.Entry<Version, Stop> next = all.higherEntry(from.version());
        if (next != null && next.getValue().line() == from.line()) {
            hops.add(new Hop(next.getValue(), "`" + rule.words() + "`: the next release"));
        }
        if (isNewestOfItsLine(from)) {
            for (int line : enterableFrom.get(from.line())) {
                String words = line(line).from().isEmpty() ? rule.words() : exception(line(line));
                usable.get(line).stream()
                        .findFirst()
                        .ifPresent(first -> hops.add(new Hop(first, "`" + words + "`: the next release")));
            }
        }
        hops.removeIf(hop -> target.olderThan(hop.to()));
        return farthestFirst(hops);
    }

    /** There are many where there are many lines, and the first is mostly taken: made one by one. */
    private Stream<Hop> direct(Direct rule, Stop from, Stop target, Version limit) {
        Set<Integer> published = new HashSet<>(enterableFrom.get(from.line()));
        boolean toTarget = limit.equals(target.version());
        Stream<Stop> first = toTarget ? Stream.of(target) : Stream.empty();
        Stream<Stop> others = from.version().compareTo(limit) < 0
                ? landings.subMap(from.version(), false, limit, !toTarget).descendingMap().values().stream()
                : Stream.empty();
        return Stream.concat(first, others)
                .filter(stop ->
                        stop.line() == from.line() || line(stop).from().isEmpty() || published.contains(stop.line()))
                .map(stop -> new Hop(
                        stop,
                        stop.line() == from.line() || line(stop).from().isEmpty()
                                ? "`" + rule.words() + "`" + goal(stop, target, " first")
                                : "`" + exception(line(stop)) + "`" + goal(stop, target, "")));
    }

    private List<Stop> landingsOf(int line, Stop from, Stop target) {
        Stream<Stop> aimed = target.line() == line ? Stream.of(target) : Stream.empty();
        return Stream.concat(landingsOf.get(line).stream(), aimed)
                .filter(stop -> from.olderThan(stop) && !target.olderThan(stop))
                .distinct()
                .toList();
    }

    private String goal(Stop stop, Stop target, String first) {
        if (stop.version().equals(target.version())) {
            return ": straight to the target";
        }
        return ": the newest of line " + line(stop).number() + first;
    }

    private static String exception(Line line) {
        return "line " + line.number() + " from "
                + line.from().stream().map(Version::written).collect(Collectors.joining(", "));
    }

    private static Stream<Hop> farthestFirst(List<Hop> hops) {
        return hops.stream()
                .sorted((one, other) -> other.to().version().compareTo(one.to().version()));
    }
}
