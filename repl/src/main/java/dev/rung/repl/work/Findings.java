package dev.rung.repl.work;

import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a linter found. @param files how many files were looked at @param found in the order of files and places */
public record Findings(int files, List<Diagnostic> found) {
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
        Sources sources = Sources.onDisk(desk.folder());
        Toolchain toolchain = new Toolchain(sources);
        Set<Diagnostic> found = new LinkedHashSet<>();
        for (String name : names) {
            SourceFile file = name.equals("-")
                    ? sources.standardInput(desk.console().in())
                    : sources.open(name).orElseThrow(() -> new UsageProblem("cannot read `" + name + "`", ""));
            found.addAll(toolchain.lint(file));
        }
        return of(names.size(), found);
    }

    /** A release file that two runbooks share is told of once. */
    static Findings of(int files, Set<Diagnostic> found) {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Diagnostic.BY_PLACE);
        return new Findings(files, sorted);
    }
}
