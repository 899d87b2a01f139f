package dev.rung.language.releases;

import dev.rung.language.releases.FormFinding.BadSpelling;
import dev.rung.language.releases.ReleasesFinding.EntryTwice;
import dev.rung.language.releases.ReleasesFinding.MissingEntry;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.model.diagnostic.Diagnosed;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads release files: what they say, and what is wrong with it. */
public final class ReleasesReader {
    private final Inclusion files;
    private final boolean complete;
    private final Findings findings;

    private ReleasesReader(Inclusion files) {
        this.files = files;
        this.complete = files.parsed().isEmpty();
        this.findings = files.findings();
    }

    /** Never fails: what is wrong is left out of the value, and a finding says so. */
    public static Diagnosed<ReleaseFile> read(SourceFile file) {
        Diagnosed<Joined> read = read(ReleasesSyntax.parse(file), ReleaseSources.NONE);
        return new Diagnosed<>(read.value().content(), read.diagnostics());
    }

    /**
     * The same of a file that is parsed already, with what it includes; the findings of the parser come along, those in
     * the file itself first.
     */
    public static Diagnosed<Joined> read(Diagnosed<ReleasesTree> parsed, ReleaseSources sources) {
        Inclusion files = new Inclusion(parsed, sources);
        ReleasesReader reader = new ReleasesReader(files);
        ReleaseFile content = reader.file();
        return new Diagnosed<>(new Joined(content, files.places().files()), reader.findings.with(files.parsed()));
    }

    /** What several files say together. @param files the one that was read, and behind it all that it includes */
    public record Joined(ReleaseFile content, List<SourceFile> files) {
        public Joined {
            files = List.copyOf(files);
        }
    }

    private <E extends ReleasesEntry> List<E> all(Class<E> kind) {
        return files.entries().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private ReleaseFile file() {
        String title = title();
        List<Spelling> spellings = spellings();
        Numbers numbers = new Numbers(findings, spellings);
        LinesReader linesReader = new LinesReader(findings, numbers);
        List<ReleasesEntry.Line> entries = all(ReleasesEntry.Line.class);
        List<Line> lines = linesReader.lines(entries);
        PathReader path = new PathReader(findings, numbers, lines, complete);
        List<PathRule> rules = path.rules(pathEntries());
        path.checkEntries(entries);
        List<Waypoint> waypoints = path.waypoints(all(ReleasesEntry.Waypoint.class), linesReader);
        UrlReader urlReader = new UrlReader(findings);
        Map<String, String> urls = urlReader.urls(all(ReleasesEntry.Url.class));
        if (complete) {
            urlReader.checkArtifacts(entries, urls.keySet());
        }
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
        List<ReleasesEntry.Title> titles = all(ReleasesEntry.Title.class);
        onlyOne(titles, "releases");
        if (titles.isEmpty()) {
            if (complete) {
                findings.add(new MissingEntry(
                        findings.at(Span.at(0)),
                        "releases \"…\"",
                        "begin the file with `releases` and the product's name"));
            }
            return files.places().files().getFirst().name();
        }
        return titles.getFirst().title().text();
    }

    private List<ReleasesEntry.Rule> pathEntries() {
        List<ReleasesEntry.Path> paths = all(ReleasesEntry.Path.class);
        onlyOne(paths, "path");
        List<ReleasesEntry.Rule> rules =
                paths.stream().findFirst().map(ReleasesEntry.Path::rules).orElse(List.of());
        boolean none = rules.stream().allMatch(ReleasesEntry.Rule.NeverBackInTime.class::isInstance);
        if (none && complete) {
            Span at = paths.isEmpty()
                    ? files.entries().stream()
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
        all(ReleasesEntry.Spelling.class).forEach(entry -> spelling(entry).ifPresent(spellings::add));
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

    private List<BackBy> backBy(Numbers numbers) {
        List<BackBy> rules = new ArrayList<>();
        all(ReleasesEntry.BackBy.class)
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
        List<ReleasesEntry.MinAge> ages = all(ReleasesEntry.MinAge.class);
        onlyOne(ages, "min-age");
        return ages.stream().findFirst().flatMap(entry -> numbers.duration(entry.age()));
    }
}
