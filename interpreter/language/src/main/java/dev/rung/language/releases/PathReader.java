package dev.rung.language.releases;

import dev.rung.language.releases.ReleasesFinding.BrokenWaypoint;
import dev.rung.language.releases.ReleasesFinding.EntryTwice;
import dev.rung.language.releases.ReleasesFinding.NotAnOlderLine;
import dev.rung.language.releases.ReleasesFinding.PathEndsEarly;
import dev.rung.language.releases.ReleasesFinding.UnknownRelease;
import dev.rung.language.releases.ReleasesFinding.UselessRule;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesEntry.LineClause;
import dev.rung.language.syntax.Written;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import dev.rung.model.version.Line;
import dev.rung.model.version.PathRule;
import dev.rung.model.version.Release;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Spelling.Spelled;
import dev.rung.model.version.Version;
import dev.rung.model.version.Waypoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a release file says of the way, and holds it against what is listed. */
final class PathReader {
    /** @param until where the rule ends, as it was written */
    private record Placed(PathRule rule, Span span, Optional<Written> until) {
        boolean endsNobodyKnowsWhere() {
            return until.isPresent() && rule.until().isEmpty();
        }
    }

    private final Findings findings;
    private final Numbers numbers;
    private final RequirementsReader requirements;
    private final List<Line> lines;
    private final Map<Version, List<Line>> numbered;
    private final Set<Version> listed;
    private final boolean complete;
    private final Map<String, NavigableSet<Version>> known = new HashMap<>();
    private Optional<Span> neverBackInTime = Optional.empty();

    /** @param complete whether all lines could be read: else a line that is missing is no finding */
    PathReader(Findings findings, Numbers numbers, List<Line> lines, boolean complete) {
        this.findings = findings;
        this.numbers = numbers;
        this.requirements = new RequirementsReader(findings, numbers);
        this.lines = lines.stream()
                .sorted((one, other) -> one.number().compareTo(other.number()))
                .toList();
        this.numbered = this.lines.stream().collect(Collectors.groupingBy(Line::number));
        this.listed = listed().collect(Collectors.toSet());
        this.complete = complete;
    }

    List<PathRule> rules(List<ReleasesEntry.Rule> entries) {
        List<Placed> rules = new ArrayList<>();
        for (ReleasesEntry.Rule entry : entries) {
            switch (entry) {
                case ReleasesEntry.Rule.Direct direct ->
                    rules.add(new Placed(new PathRule.Direct(), direct.span(), Optional.empty()));
                case ReleasesEntry.Rule.EachLine each -> rules.add(eachLine(each));
                case ReleasesEntry.Rule.EachRelease each -> rules.add(eachRelease(each));
                case ReleasesEntry.Rule.NeverBackInTime never -> {
                    neverBackInTime.ifPresent(first -> findings.add(
                            new EntryTwice(findings.at(never.span()), "never back in time", findings.at(first))));
                    neverBackInTime = neverBackInTime.or(() -> Optional.of(never.span()));
                }
            }
        }
        order(rules);
        return rules.stream().map(Placed::rule).toList();
    }

    boolean neverBackInTime() {
        return neverBackInTime.isPresent();
    }

    private Placed eachLine(ReleasesEntry.Rule.EachLine each) {
        Optional<Version> until = each.until().flatMap(numbers::product).map(Spelled::version);
        until.filter(line -> !isLine(line))
                .ifPresent(line -> unknown(each.until().get(), "line"));
        return new Placed(new PathRule.EachLine(until), each.span(), each.until());
    }

    private Placed eachRelease(ReleasesEntry.Rule.EachRelease each) {
        Optional<Version> until = each.until().flatMap(numbers::product).map(Spelled::version);
        until.filter(version -> !isListed(version))
                .ifPresent(version -> unknown(each.until().get(), "release"));
        return new Placed(new PathRule.EachRelease(until), each.span(), each.until());
    }

    private void order(List<Placed> rules) {
        if (!complete || rules.stream().anyMatch(Placed::endsNobodyKnowsWhere)) {
            return;
        }
        for (int i = 1; i < rules.size(); i++) {
            Placed before = rules.get(i - 1);
            Placed rule = rules.get(i);
            Optional<Version> start = before.rule().until();
            if (start.isEmpty()) {
                useless(rule, "`" + before.rule().words() + "` before it never ends");
            } else if (rule.rule()
                    .until()
                    .filter(end -> end.compareTo(start.get()) <= 0)
                    .isPresent()) {
                useless(rule, "the rule before it ends at " + start.get() + " already");
            }
        }
        if (rules.isEmpty() || lines.isEmpty()) {
            return;
        }
        Placed last = rules.getLast();
        Version newest = lines.getLast().number();
        last.rule()
                .until()
                .filter(until -> newest.compareTo(until) > 0 && !newest.startsWith(until))
                .ifPresent(until -> findings.add(new PathEndsEarly(
                        findings.at(last.span()), last.until().get().text(), newest)));
    }

    private void useless(Placed rule, String why) {
        findings.add(new UselessRule(findings.at(rule.span()), rule.rule().words(), why));
    }

    List<Waypoint> waypoints(List<ReleasesEntry.Waypoint> entries, LinesReader read) {
        List<Waypoint> waypoints = new ArrayList<>();
        for (ReleasesEntry.Waypoint entry : entries) {
            Optional<Requirement> when = entry.when().flatMap(requirements::condition);
            for (Written written : entry.versions()) {
                numbers.product(written).ifPresent(spelled -> {
                    waypoints.add(new Waypoint(spelled.version(), entry.why().text(), when));
                    if (!isListed(spelled.version())) {
                        unknown(written, "release");
                    }
                    read.brokenAt(spelled)
                            .filter(broken -> !isLine(spelled.version()))
                            .ifPresent(broken -> findings.add(new BrokenWaypoint(
                                    findings.at(written.span()), written.text(), findings.at(broken))));
                });
            }
        }
        return waypoints;
    }

    /** Whether lines are entered from lines that there are, and that are older. */
    void checkEntries(List<ReleasesEntry.Line> entries) {
        Numbers silent = numbers.silent();
        for (ReleasesEntry.Line entry : entries) {
            Optional<Version> line = silent.product(entry.number()).map(Spelled::version);
            entry.clauses().stream()
                    .filter(LineClause.From.class::isInstance)
                    .flatMap(clause -> ((LineClause.From) clause).lines().stream())
                    .forEach(written -> silent.product(written)
                            .map(Spelled::version)
                            .ifPresent(from -> line.ifPresent(number -> checkEntry(written, from, entry, number))));
        }
    }

    private void checkEntry(Written written, Version from, ReleasesEntry.Line entry, Version line) {
        if (from.compareTo(line) >= 0) {
            findings.add(new NotAnOlderLine(
                    findings.at(written.span()), written.text(), entry.number().text()));
        } else if (!isLine(from)) {
            unknown(written, "line");
        }
    }

    private boolean isLine(Version version) {
        return numbered.getOrDefault(version, List.of()).stream().anyMatch(line -> line.isNamedBy(version));
    }

    private boolean isListed(Version version) {
        return listed.contains(version) || isLine(version);
    }

    private Stream<Version> listed() {
        return lines.stream()
                .flatMap(line -> Stream.concat(
                        line.releases().stream().map(Release::version),
                        line.broken().stream().map(entry -> entry.version())));
    }

    private void unknown(Written written, String kind) {
        if (!complete) {
            return;
        }
        NavigableSet<Version> known = known(kind);
        findings.add(new UnknownRelease(findings.at(written.span()), kind, written.text(), nearest(written, known)));
    }

    /** Put in order once, and only if something is not known. */
    private NavigableSet<Version> known(String kind) {
        return known.computeIfAbsent(kind, each -> {
            Stream<Version> numbersOfLines = lines.stream().map(Line::number);
            return (kind.equals("line") ? numbersOfLines : Stream.concat(numbersOfLines, listed()))
                    .collect(Collectors.toCollection(TreeSet::new));
        });
    }

    private List<String> nearest(Written written, NavigableSet<Version> known) {
        Optional<String> misspelt = Nearest.to(
                written.text(),
                known.stream().limit(Nearest.MOST).map(Version::written).toList());
        if (misspelt.isPresent()) {
            return List.of(misspelt.get());
        }
        return numbers.silent().product(written).map(Spelled::version).stream()
                .flatMap(version -> Stream.of(
                                Optional.ofNullable(known.lower(version)), Optional.ofNullable(known.higher(version)))
                        .flatMap(Optional::stream))
                .map(Version::written)
                .toList();
    }
}
