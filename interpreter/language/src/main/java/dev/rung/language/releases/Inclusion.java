package dev.rung.language.releases;

import dev.rung.language.releases.ReleasesFinding.EntryTwice;
import dev.rung.language.releases.ReleasesFinding.IncludesItself;
import dev.rung.language.releases.ReleasesFinding.UnknownInclude;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what a file includes in the place of its {@code include}. What two of its files include is there once. */
final class Inclusion {
    private final ReleaseSources sources;
    private final Places places;
    private final Findings findings;
    private final List<ReleasesEntry> entries = new ArrayList<>();
    private final List<Diagnostic> parsed = new ArrayList<>();
    private final Deque<SourceFile> open = new ArrayDeque<>();

    Inclusion(Diagnosed<ReleasesTree> first, ReleaseSources sources) {
        this.sources = sources;
        this.places = new Places(first.value().file());
        this.findings = new Findings(places);
        take(first, true);
    }

    Findings findings() {
        return findings;
    }

    Places places() {
        return places;
    }

    List<ReleasesEntry> entries() {
        return entries;
    }

    /** What the parser found in all files. */
    List<Diagnostic> parsed() {
        return parsed;
    }

    private void take(Diagnosed<ReleasesTree> read, boolean first) {
        ReleasesTree tree = read.value();
        parsed.addAll(read.diagnostics());
        open.push(tree.file());
        Map<SourceFile, Span> included = new HashMap<>();
        for (ReleasesEntry entry : tree.entries()) {
            switch (entry) {
                case ReleasesEntry.Include include -> include(include, tree.file(), included);
                case ReleasesEntry.Title title when !first -> {
                    // the product is called as the file says that a runbook names
                }
                default -> entries.add(entry);
            }
        }
        open.pop();
    }

    private void include(ReleasesEntry.Include include, SourceFile from, Map<SourceFile, Span> included) {
        String path = include.file().text();
        Span at = include.file().span();
        Optional<SourceFile> file = sources.read(path, from);
        if (file.isEmpty()) {
            findings.add(new UnknownInclude(findings.at(at), path));
        } else if (open.stream()
                .anyMatch(other -> other.text().equals(file.get().text()))) {
            findings.add(new IncludesItself(findings.at(at), path));
        } else if (included.containsKey(file.get())) {
            findings.add(new EntryTwice(
                    findings.at(include.keyword()), "include \"" + path + "\"", findings.at(included.get(file.get()))));
        } else {
            included.put(file.get(), include.keyword());
            if (!places.files().contains(file.get())) {
                int base = places.next();
                places.add(file.get());
                take(ReleasesSyntax.parse(file.get(), base), false);
            }
        }
    }
}
