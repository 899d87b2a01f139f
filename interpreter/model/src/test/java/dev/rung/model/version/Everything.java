package dev.rung.model.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The search for a path that tries everything: slow, and easy to see through. */
record Everything(RandomQuestion question) {
    Optional<List<Version>> best() {
        ReleaseFile file = question.file();
        Version installed = question.installed();
        Optional<Version> target = meant(question.target());
        boolean named = isLine(question.target());
        if (!named && question.target().equals(installed)) {
            return Optional.of(List.of());
        }
        if (target.isEmpty() || file.line(installed).isEmpty() || target.get().compareTo(installed) < 0) {
            return Optional.empty();
        }
        if (target.get().equals(installed)) {
            return Optional.of(List.of());
        }
        List<Version> stops = new ArrayList<>();
        for (Version via : question.via()) {
            Optional<Version> stop = meant(via);
            if (stop.isEmpty()
                    || stop.get().compareTo(installed) < 0
                    || stop.get().compareTo(target.get()) > 0) {
                return Optional.empty();
            }
            stops.add(stop.get());
        }
        stops.add(target.get());
        List<Version> between = chosen().stream()
                .filter(version -> version.compareTo(installed) > 0 && version.compareTo(target.get()) < 0)
                .toList();
        List<Version> best = null;
        for (int set = 0; set < 1 << between.size(); set++) {
            List<Version> path = new ArrayList<>();
            for (int bit = 0; bit < between.size(); bit++) {
                if ((set >> bit & 1) == 1) {
                    path.add(between.get(bit));
                }
            }
            path.add(target.get());
            boolean passesAll = stops.stream().allMatch(stop -> path.contains(stop) || stop.equals(installed));
            if (passesAll && allowed(path, stops) && (best == null || better(path, best))) {
                best = path;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean better(List<Version> path, List<Version> best) {
        if (path.size() != best.size()) {
            return path.size() < best.size();
        }
        for (int i = 0; i < path.size(); i++) {
            int order = path.get(i).compareTo(best.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    private boolean allowed(List<Version> path, List<Version> stops) {
        List<Version> whole = new ArrayList<>(List.of(question.installed()));
        whole.addAll(path);
        for (Waypoint waypoint : waypoints()) {
            Version version = meant(waypoint.version()).orElse(waypoint.version());
            boolean crossed = version.compareTo(whole.getFirst()) > 0 && version.compareTo(whole.getLast()) < 0;
            if (crossed && !path.contains(version)) {
                return false;
            }
        }
        for (int i = 1; i < whole.size(); i++) {
            if (!allowed(whole.get(i - 1), whole.get(i), stops)) {
                return false;
            }
        }
        return true;
    }

    private boolean allowed(Version from, Version to, List<Version> stops) {
        if (question.file().neverBackInTime()
                && day(from).isPresent()
                && day(to).isPresent()
                && day(to).get().isBefore(day(from).get())) {
            return false;
        }
        Line own = lineOf(from);
        Line other = lineOf(to);
        boolean within = own.equals(other);
        boolean lastOfLine =
                chosen().stream().noneMatch(version -> version.compareTo(from) > 0 && version.startsWith(own.number()));
        boolean adjacent = question.file().lines().indexOf(other)
                == question.file().lines().indexOf(own) + 1;
        boolean published = other.from().contains(own.number());
        boolean entered = other.from().isEmpty() ? adjacent : published;
        return switch (rule(from).orElse(null)) {
            case null -> false;
            case PathRule.Direct() -> aims(to, stops) && (within || other.from().isEmpty() || published);
            case PathRule.EachLine each -> aims(to, stops) && (within || lastOfLine && entered);
            case PathRule.EachRelease each ->
                chosen().stream()
                                .noneMatch(version -> version.compareTo(to) < 0
                                        && version.compareTo(from) > 0
                                        && (within || version.startsWith(other.number())))
                        && (within || lastOfLine && entered);
        };
    }

    private boolean aims(Version to, List<Version> stops) {
        boolean newest = chosen().stream()
                .noneMatch(version -> version.compareTo(to) > 0
                        && version.startsWith(lineOf(to).number()));
        boolean waypoint = waypoints().stream()
                .anyMatch(point -> meant(point.version()).filter(to::equals).isPresent());
        return newest || waypoint || stops.contains(to);
    }

    private List<Waypoint> waypoints() {
        return question.file().waypoints().stream()
                .filter(waypoint ->
                        waypoint.when().flatMap(RandomQuestion.FACTS::hold).orElse(true))
                .toList();
    }

    private Optional<PathRule> rule(Version from) {
        for (PathRule rule : question.file().path()) {
            if (rule.until().isEmpty()) {
                return Optional.of(rule);
            }
            Version until = rule.until().get();
            boolean more = chosen().stream().anyMatch(version -> switch (rule) {
                case PathRule.EachRelease each ->
                    version.compareTo(from) > 0
                            && (version.compareTo(until) <= 0 || version.startsWith(until))
                            && chosen().stream()
                                    .noneMatch(
                                            earlier -> earlier.compareTo(from) > 0 && earlier.compareTo(version) < 0);
                default ->
                    version.compareTo(from) > 0
                            && version.startsWith(lineOf(from).number());
            });
            boolean before = lineOf(from).number().compareTo(until) < 0;
            boolean holds = rule instanceof PathRule.EachRelease
                    ? more
                    : before || lineOf(from).number().equals(until) && more;
            if (holds) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** What a number stands for, if that may be chosen. */
    private Optional<Version> meant(Version version) {
        return chosen().stream()
                .filter(release -> isLine(version) ? release.startsWith(version) : release.equals(version))
                .max(Comparator.naturalOrder());
    }

    private static boolean isLine(Version version) {
        return !version.written().contains(".");
    }

    private Line lineOf(Version version) {
        return question.file().lines().stream()
                .filter(line -> version.startsWith(line.number()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<LocalDate> day(Version version) {
        return question.file()
                .releases()
                .filter(release -> question.isOfEdition(release.version()))
                .filter(release -> release.version().equals(version))
                .findFirst()
                .flatMap(Release::released);
    }

    private List<Version> chosen() {
        Set<Version> versions = new HashSet<>();
        for (Line line : question.file().lines()) {
            Set<Version> broken = new HashSet<>();
            line.broken().stream()
                    .map(Broken::version)
                    .filter(question::isOfEdition)
                    .forEach(broken::add);
            line.releases().stream()
                    .filter(release -> question.isOfEdition(release.version()))
                    .filter(release -> question.file().minAge().isEmpty()
                            || release.released()
                                    .map(day -> !day.plusDays(7).isAfter(RandomQuestion.TODAY))
                                    .orElse(true))
                    .filter(release -> !broken.contains(release.version())
                            || question.accepted().contains("broken-" + release.version()))
                    .forEach(release -> versions.add(release.version()));
            broken.stream()
                    .filter(version -> question.accepted().contains("broken-" + version))
                    .filter(version -> line.releases().stream()
                            .filter(release -> question.isOfEdition(release.version()))
                            .noneMatch(release -> release.version().equals(version)))
                    .forEach(versions::add);
        }
        return versions.stream().sorted().toList();
    }
}
