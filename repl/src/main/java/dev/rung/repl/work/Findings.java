package dev.rung.repl.work;

import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a linter found. @param files how many files were looked at @param found in the order of files and places */
public record Findings(int files, List<Diagnostic> found) {
    private static final int FEW = 16;

    public Findings {
        found = List.copyOf(found);
    }

    /** Whether any is as bad as this, or worse. */
    public boolean reach(Severity severity) {
        return found.stream().anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }

    /**
     * Looks at what is named on the command line.
     *
     * @param named files, folders, and {@code -} for standard input
     * @throws UsageProblem if something that is named is not there, or nothing is left to look at
     */
    public static Findings in(List<String> named, Desk desk) throws UsageProblem {
        Set<String> names = SourceNames.in(named, desk);
        // what many threads need is loaded only where there is work for them
        List<Looked> looked = names.size() < FEW
                ? names.stream().map(name -> look(name, desk)).toList()
                : names.parallelStream().map(name -> look(name, desk)).toList();
        Set<Diagnostic> found = new LinkedHashSet<>();
        for (Looked each : looked) {
            found.addAll(each.found().orElseThrow(() -> new UsageProblem("cannot read `" + each.name() + "`", "")));
        }
        return of(names.size(), found);
    }

    /** @param found empty if the file cannot be read */
    private record Looked(String name, Optional<List<Diagnostic>> found) {}

    private static Looked look(String name, Desk desk) {
        Sources sources = Sources.onDisk(desk.folder());
        Optional<SourceFile> file = name.equals("-")
                ? Optional.of(sources.standardInput(desk.console().in()))
                : sources.open(name);
        return new Looked(name, file.map(new Toolchain(sources)::lint));
    }

    /** A release file that two runbooks share is told of once. */
    static Findings of(int files, Set<Diagnostic> found) {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Diagnostic.BY_PLACE);
        return new Findings(files, sorted);
    }
}
