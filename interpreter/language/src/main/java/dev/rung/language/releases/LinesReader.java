package dev.rung.language.releases;

import dev.rung.language.releases.FormFinding.NotASha256;
import dev.rung.language.releases.ReleasesFinding.DuplicateRelease;
import dev.rung.language.releases.ReleasesFinding.OutsideItsLine;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesEntry.LineClause;
import dev.rung.language.syntax.ReleasesEntry.Member;
import dev.rung.language.syntax.ReleasesEntry.ReleaseClause;
import dev.rung.language.syntax.WordFinding.ClauseTwice;
import dev.rung.language.syntax.Written;
import dev.rung.model.text.Span;
import dev.rung.model.version.Broken;
import dev.rung.model.version.Line;
import dev.rung.model.version.Release;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Spelling.Spelled;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the lines of a release file and what stands in them. */
final class LinesReader {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Findings findings;
    private final Numbers numbers;
    private final RequirementsReader requirements;
    private final Map<Version, Span> seenLines = new HashMap<>();
    private final Map<Spelled, Span> seenReleases = new HashMap<>();
    private final Map<Spelled, Span> seenBroken = new HashMap<>();
    private final Map<Version, Written> lineNumbers = new LinkedHashMap<>();

    LinesReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
        this.requirements = new RequirementsReader(findings, numbers);
    }

    List<Line> lines(List<ReleasesEntry.Line> entries) {
        Map<ReleasesEntry.Line, Version> numbered = new LinkedHashMap<>();
        for (ReleasesEntry.Line entry : entries) {
            numbers.product(entry.number()).map(Spelled::version).ifPresent(number -> {
                Span first = seenLines.putIfAbsent(number, entry.number().span());
                if (first == null) {
                    numbered.put(entry, number);
                    lineNumbers.put(number, entry.number());
                } else {
                    duplicate(entry.number(), "line", first);
                }
            });
        }
        List<Line> lines = new ArrayList<>();
        numbered.forEach((entry, number) -> lines.add(line(entry, number)));
        return lines;
    }

    /** Where it is said that a release is broken. */
    Optional<Span> brokenAt(Spelled number) {
        return Optional.ofNullable(seenBroken.get(number));
    }

    private Line line(ReleasesEntry.Line entry, Version number) {
        List<Version> from = new ArrayList<>();
        List<Requirement> requires = new ArrayList<>();
        Optional<String> notes = Optional.empty();
        Map<String, Span> clauses = new HashMap<>();
        for (LineClause clause : entry.clauses()) {
            switch (clause) {
                case LineClause.From lines -> {
                    once(clauses, "from", clause.keyword());
                    lines.lines().forEach(line -> numbers.product(line).ifPresent(older -> from.add(older.version())));
                }
                case LineClause.Requires all -> {
                    once(clauses, "requires", clause.keyword());
                    requires.addAll(requirements.all(all.requirements()));
                }
                case LineClause.Notes where -> {
                    once(clauses, "notes", clause.keyword());
                    notes = Optional.of(where.notes().text());
                }
            }
        }
        List<Release> releases = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (Member member : entry.members()) {
            numbers.product(member.number()).ifPresent(spelled -> {
                switch (member) {
                    case Member.Release release -> {
                        if (isNew(seenReleases, spelled, member.number(), "release")) {
                            releases.add(release(release, spelled, number));
                        }
                    }
                    case Member.Broken bad -> {
                        if (isNew(seenBroken, spelled, member.number(), "broken")) {
                            broken.add(new Broken(
                                    spelled.version(),
                                    bad.reason().text(),
                                    bad.notes().map(Written::text)));
                        }
                    }
                }
                belongs(member.number(), spelled.version(), entry.number(), number);
            });
        }
        return new Line(number, from, requires, releases, broken, notes);
    }

    private boolean isNew(Map<Spelled, Span> seen, Spelled number, Written written, String what) {
        Span first = seen.putIfAbsent(number, written.span());
        if (first != null) {
            duplicate(written, what, first);
        }
        return first == null;
    }

    private void duplicate(Written number, String what, Span first) {
        findings.add(new DuplicateRelease(findings.at(number.span()), what, number.text(), findings.at(first)));
    }

    private void belongs(Written written, Version version, Written line, Version number) {
        if (!version.startsWith(number)) {
            Optional<String> better = lineNumbers.entrySet().stream()
                    .filter(other -> version.startsWith(other.getKey()))
                    .map(other -> other.getValue().text())
                    .findFirst();
            findings.add(new OutsideItsLine(findings.at(written.span()), written.text(), line.text(), better));
        }
    }

    private Release release(Member.Release entry, Spelled number, Version line) {
        Map<String, Span> clauses = new HashMap<>();
        Map<String, String> digests = new LinkedHashMap<>();
        Optional<LocalDate> released = Optional.empty();
        Optional<String> notes = Optional.empty();
        List<Requirement> requires = new ArrayList<>();
        Map<String, String> urls = new LinkedHashMap<>();
        for (ReleaseClause clause : entry.clauses()) {
            switch (clause) {
                case ReleaseClause.Released day -> {
                    once(clauses, "released", clause.keyword());
                    released = numbers.date(day.day());
                }
                case ReleaseClause.Notes where -> {
                    once(clauses, "notes", clause.keyword());
                    notes = Optional.of(where.notes().text());
                }
                case ReleaseClause.Sha256 sha -> {
                    String artifact = sha.artifact().map(Name::text).orElse("");
                    once(clauses, ("sha256 " + artifact).strip(), clause.keyword());
                    digests.put(artifact, digest(sha.digest()));
                }
                case ReleaseClause.Requires all -> {
                    once(clauses, "requires", clause.keyword());
                    requires.addAll(requirements.all(all.requirements()));
                }
                case ReleaseClause.Url url -> {
                    String artifact = url.artifact().map(Name::text).orElse("");
                    once(clauses, ("url " + artifact).strip(), clause.keyword());
                    new UrlReader(findings).checkHoles(url.template());
                    urls.putIfAbsent(artifact, url.template().text());
                }
            }
        }
        return new Release(number.version(), line, released, digests, notes, requires, urls);
    }

    /** One that is none counts as there: nothing runs with it, and that it is missing would be a second message. */
    private String digest(Written written) {
        if (!SHA256.matcher(written.text()).matches()) {
            findings.add(new NotASha256(findings.at(written.span()), written.text()));
        }
        return written.text().toLowerCase(Locale.ROOT);
    }

    private void once(Map<String, Span> clauses, String clause, Span keyword) {
        Span first = clauses.putIfAbsent(clause, keyword);
        if (first != null) {
            findings.add(new ClauseTwice(findings.at(keyword), clause, findings.at(first)));
        }
    }
}
