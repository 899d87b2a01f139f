package dev.rung.model.version;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds release files for tests, a line a call. */
final class Releases {
    private final List<Spelling> spellings = new ArrayList<>();
    private final List<PathRule> path = new ArrayList<>();
    private final List<Waypoint> waypoints = new ArrayList<>();
    private final List<BackBy> backBy = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private Optional<Duration> minAge = Optional.empty();
    private boolean neverBackInTime;

    static Releases by(PathRule... rules) {
        Releases releases = new Releases();
        releases.path.addAll(List.of(rules));
        return releases;
    }

    static PathRule eachLine() {
        return new PathRule.EachLine(Optional.empty());
    }

    static PathRule eachLineUntil(String line) {
        return new PathRule.EachLine(Optional.of(Version.of(line)));
    }

    static PathRule eachRelease() {
        return new PathRule.EachRelease(Optional.empty());
    }

    static PathRule eachReleaseUntil(String version) {
        return new PathRule.EachRelease(Optional.of(Version.of(version)));
    }

    static PathRule direct() {
        return new PathRule.Direct();
    }

    static List<Version> versions(String listed) {
        return listed.isBlank()
                ? List.of()
                : Arrays.stream(listed.trim().split(" +")).map(Version::of).toList();
    }

    Releases spelled(String pattern, String replacement) {
        spellings.add(new Spelling(pattern, replacement));
        return this;
    }

    Releases minAge(int days) {
        minAge = Optional.of(Duration.ofDays(days));
        return this;
    }

    Releases neverBackInTime() {
        neverBackInTime = true;
        return this;
    }

    Releases waypoint(String version, String why) {
        waypoints.add(new Waypoint(Version.of(version), why));
        return this;
    }

    Releases backBy(String rollback, String since, String except) {
        backBy.add(new BackBy(rollback, Version.of(since), versions(except)));
        return this;
    }

    /** @param releases numbers, each perhaps with {@code @} and the day it came out; one with {@code !} is broken */
    Releases line(String number, String releases) {
        return lineFrom(number, "", releases);
    }

    Releases lineFrom(String number, String from, String releases) {
        List<Release> listed = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (String word : releases.isBlank() ? new String[0] : releases.trim().split(" +")) {
            String[] pieces = word.split("@");
            Optional<LocalDate> day = pieces.length > 1 ? Optional.of(LocalDate.parse(pieces[1])) : Optional.empty();
            if (pieces[0].endsWith("!")) {
                Version version = spelled(pieces[0].substring(0, pieces[0].length() - 1));
                broken.add(new Broken(version, "it does not start", Optional.empty()));
            } else {
                listed.add(new Release(spelled(pieces[0]), Version.of(number), day, Map.of(), Optional.empty()));
            }
        }
        lines.add(new Line(Version.of(number), versions(from), List.of(), listed, broken));
        return this;
    }

    private Version spelled(String written) {
        return Spelling.read(spellings, written).orElseThrow().version();
    }

    ReleaseFile file() {
        return new ReleaseFile(
                "A product", spellings, Map.of(), path, waypoints, backBy, minAge, neverBackInTime, lines);
    }
}
