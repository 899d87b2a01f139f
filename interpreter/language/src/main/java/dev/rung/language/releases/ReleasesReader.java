package dev.rung.language.releases;

import dev.rung.language.releases.FormFinding.BadSpelling;
import dev.rung.language.releases.FormFinding.UnknownHole;
import dev.rung.language.releases.ReleasesFinding.EntryTwice;
import dev.rung.language.releases.ReleasesFinding.MissingEntry;
import dev.rung.language.releases.ReleasesFinding.UnknownArtifact;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesEntry.Member;
import dev.rung.language.syntax.ReleasesEntry.ReleaseClause;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.language.syntax.Written;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.BackBy;
import dev.rung.model.version.Line;
import dev.rung.model.version.PathRule;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Spelling.Spelled;
import dev.rung.model.version.Waypoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads release files: what they say, and what is wrong with it. */
public final class ReleasesReader {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final List<String> HOLES = List.of("line", "release");

    private final ReleasesTree tree;
    private final boolean complete;
    private final Findings findings;

    private ReleasesReader(ReleasesTree tree, boolean complete) {
        this.tree = tree;
        this.complete = complete;
        this.findings = new Findings(tree.file());
    }

    /** Never fails: what is wrong is left out of the value, and a finding says so. */
    public static Diagnosed<ReleaseFile> read(SourceFile file) {
        return read(ReleasesSyntax.parse(file));
    }

    /** The same of a file that is parsed already; the findings of the parser come along. */
    public static Diagnosed<ReleaseFile> read(Diagnosed<ReleasesTree> parsed) {
        ReleasesReader reader =
                new ReleasesReader(parsed.value(), parsed.diagnostics().isEmpty());
        ReleaseFile file = reader.file();
        return new Diagnosed<>(file, reader.findings.with(parsed.diagnostics()));
    }

    private ReleaseFile file() {
        String title = title();
        List<Spelling> spellings = spellings();
        Numbers numbers = new Numbers(findings, spellings);
        LinesReader linesReader = new LinesReader(findings, numbers);
        List<ReleasesEntry.Line> entries = tree.all(ReleasesEntry.Line.class).toList();
        List<Line> lines = linesReader.lines(entries);
        PathReader path = new PathReader(findings, numbers, lines, complete);
        List<PathRule> rules = path.rules(pathEntries());
        path.checkEntries(entries);
        List<Waypoint> waypoints =
                path.waypoints(tree.all(ReleasesEntry.Waypoint.class).toList(), linesReader);
        Map<String, String> urls = urls();
        checkArtifacts(entries, urls);
        return new ReleaseFile(
                title,
                spellings,
                urls,
                rules,
                waypoints,
                backBy(numbers),
                minAge(numbers),
                path.neverBackInTime(),
                lines);
    }

    private String title() {
        List<ReleasesEntry.Title> titles = tree.all(ReleasesEntry.Title.class).toList();
        onlyOne(titles, "releases");
        if (titles.isEmpty()) {
            if (complete) {
                findings.add(new MissingEntry(
                        findings.at(Span.at(0)),
                        "releases \"…\"",
                        "begin the file with `releases` and the product's name"));
            }
            return tree.file().name();
        }
        return titles.getFirst().title().text();
    }

    private List<ReleasesEntry.Rule> pathEntries() {
        List<ReleasesEntry.Path> paths = tree.all(ReleasesEntry.Path.class).toList();
        onlyOne(paths, "path");
        List<ReleasesEntry.Rule> rules =
                paths.stream().findFirst().map(ReleasesEntry.Path::rules).orElse(List.of());
        boolean none = rules.stream().allMatch(ReleasesEntry.Rule.NeverBackInTime.class::isInstance);
        if (none && complete) {
            Span at = paths.isEmpty()
                    ? tree.entries().stream()
                            .findFirst()
                            .map(ReleasesEntry::keyword)
                            .orElse(Span.at(0))
                    : paths.getFirst().keyword();
            findings.add(new MissingEntry(
                    findings.at(at),
                    "path",
                    "say how one goes from release to release: `path { direct }` or `path { each line }`"));
        }
        return rules;
    }

    private <E extends ReleasesEntry> void onlyOne(List<E> entries, String what) {
        for (int i = 1; i < entries.size(); i++) {
            findings.add(new EntryTwice(
                    findings.at(entries.get(i).keyword()),
                    what,
                    findings.at(entries.getFirst().keyword())));
        }
    }

    private List<Spelling> spellings() {
        List<Spelling> spellings = new ArrayList<>();
        tree.all(ReleasesEntry.Spelling.class).forEach(entry -> spelling(entry).ifPresent(spellings::add));
        return spellings;
    }

    private Optional<Spelling> spelling(ReleasesEntry.Spelling entry) {
        try {
            Pattern pattern = Pattern.compile(entry.pattern().text());
            Optional<String> problem =
                    Replacements.problem(pattern, entry.replacement().text());
            problem.ifPresent(text ->
                    findings.add(new BadSpelling(findings.at(entry.replacement().span()), text)));
            return problem.isPresent()
                    ? Optional.empty()
                    : Optional.of(new Spelling(
                            entry.pattern().text(), entry.replacement().text()));
        } catch (PatternSyntaxException wrong) {
            String problem = wrong.getDescription().toLowerCase(java.util.Locale.ROOT)
                    + (wrong.getIndex() < 0 ? "" : " at character " + (wrong.getIndex() + 1));
            findings.add(new BadSpelling(findings.at(entry.pattern().span()), problem));
            return Optional.empty();
        }
    }

    private Map<String, String> urls() {
        Map<String, String> urls = new LinkedHashMap<>();
        Map<String, Span> seen = new LinkedHashMap<>();
        tree.all(ReleasesEntry.Url.class).forEach(entry -> {
            String artifact = entry.artifact().map(Name::text).orElse("");
            Span first = seen.putIfAbsent(artifact, entry.keyword());
            if (first == null) {
                urls.put(artifact, entry.template().text());
                checkHoles(entry.template());
            } else {
                findings.add(
                        new EntryTwice(findings.at(entry.keyword()), ("url " + artifact).strip(), findings.at(first)));
            }
        });
        return urls;
    }

    private void checkHoles(Written template) {
        Matcher hole = HOLE.matcher(tree.file().text(template.span()));
        while (hole.find()) {
            if (!HOLES.contains(hole.group(1))) {
                Span at = new Span(
                        template.span().start() + hole.start(), template.span().start() + hole.end());
                findings.add(new UnknownHole(findings.at(at), hole.group(1), Nearest.to(hole.group(1), HOLES)));
            }
        }
    }

    /** Digests name the artifacts that urls name; where no url has a name, other sources may have. */
    private void checkArtifacts(List<ReleasesEntry.Line> lines, Map<String, String> urls) {
        List<String> named =
                urls.keySet().stream().filter(name -> !name.isEmpty()).toList();
        if (named.isEmpty() || !complete) {
            return;
        }
        lines.stream()
                .flatMap(line -> line.members().stream())
                .filter(Member.Release.class::isInstance)
                .flatMap(release -> ((Member.Release) release).clauses().stream())
                .filter(ReleaseClause.Sha256.class::isInstance)
                .flatMap(clause -> ((ReleaseClause.Sha256) clause).artifact().stream())
                .filter(artifact -> !named.contains(artifact.text()))
                .forEach(artifact -> findings.add(new UnknownArtifact(
                        findings.at(artifact.span()), artifact.text(), Nearest.to(artifact.text(), named))));
    }

    private List<BackBy> backBy(Numbers numbers) {
        List<BackBy> rules = new ArrayList<>();
        tree.all(ReleasesEntry.BackBy.class)
                .forEach(entry -> numbers.product(entry.since())
                        .ifPresent(since -> rules.add(new BackBy(
                                entry.rollback().text(),
                                since.version(),
                                entry.exceptions().stream()
                                        .flatMap(written -> numbers.product(written).stream())
                                        .map(Spelled::version)
                                        .toList()))));
        return rules;
    }

    private Optional<Duration> minAge(Numbers numbers) {
        List<ReleasesEntry.MinAge> ages = tree.all(ReleasesEntry.MinAge.class).toList();
        onlyOne(ages, "min-age");
        return ages.stream().findFirst().flatMap(entry -> numbers.duration(entry.age()));
    }
}
