package dev.rung.language.releases;

import dev.rung.language.releases.FormFinding.UnknownHole;
import dev.rung.language.releases.ReleasesFinding.EntryTwice;
import dev.rung.language.releases.ReleasesFinding.UnknownArtifact;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesEntry.Member;
import dev.rung.language.syntax.ReleasesEntry.ReleaseClause;
import dev.rung.language.syntax.Written;
import dev.rung.model.text.Location;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where releases come from. */
final class UrlReader {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final List<String> HOLES = List.of("line", "release");

    private final Findings findings;

    UrlReader(Findings findings) {
        this.findings = findings;
    }

    /** By the name of the artifact; the empty name stands for the only one. */
    Map<String, String> urls(List<ReleasesEntry.Url> entries) {
        Map<String, String> urls = new LinkedHashMap<>();
        Map<String, Span> seen = new LinkedHashMap<>();
        for (ReleasesEntry.Url entry : entries) {
            String artifact = entry.artifact().map(Name::text).orElse("");
            Span first = seen.putIfAbsent(artifact, entry.keyword());
            if (first == null) {
                urls.put(artifact, entry.template().text());
                checkHoles(entry.template());
            } else {
                findings.add(
                        new EntryTwice(findings.at(entry.keyword()), ("url " + artifact).strip(), findings.at(first)));
            }
        }
        return urls;
    }

    void checkHoles(Written template) {
        Location whole = findings.at(template.span());
        Matcher hole = HOLE.matcher(whole.text());
        while (hole.find()) {
            if (!HOLES.contains(hole.group(1))) {
                int start = whole.span().start();
                Location at = whole.file().at(new Span(start + hole.start(), start + hole.end()));
                findings.add(new UnknownHole(at, hole.group(1), Nearest.to(hole.group(1), HOLES)));
            }
        }
    }

    /** Digests name the artifacts that urls name; where no url has a name, other sources may have. */
    void checkArtifacts(List<ReleasesEntry.Line> lines, Set<String> ofFile) {
        Set<String> named = new TreeSet<>(ofFile);
        List<ReleaseClause> clauses = lines.stream()
                .flatMap(line -> line.members().stream())
                .filter(Member.Release.class::isInstance)
                .flatMap(release -> ((Member.Release) release).clauses().stream())
                .toList();
        for (ReleaseClause clause : clauses) {
            if (clause instanceof ReleaseClause.Url url) {
                url.artifact().ifPresent(artifact -> named.add(artifact.text()));
            }
        }
        named.remove("");
        if (named.isEmpty()) {
            return;
        }
        for (ReleaseClause clause : clauses) {
            if (clause instanceof ReleaseClause.Sha256 sha) {
                sha.artifact()
                        .filter(artifact -> !named.contains(artifact.text()))
                        .ifPresent(artifact -> findings.add(new UnknownArtifact(
                                findings.at(artifact.span()),
                                artifact.text(),
                                Nearest.to(artifact.text(), List.copyOf(named)))));
            }
        }
    }
}
