package dev.rung.repl.work;

import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a linter found. @param files how many files were looked at @param found in the order of files and places */
public record Findings(int files, List<Diagnostic> found) {
    private static final String RUNBOOK = ".runbook";
    private static final String RELEASES = ".releases";

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
        Set<String> names = new LinkedHashSet<>();
        for (String name : named) {
            names.addAll(name.equals("-") ? List.of(name) : files(name, desk));
        }
        if (names.isEmpty()) {
            throw new UsageProblem(
                    "no file matched: there is no `*.runbook` and no `*.releases` in " + String.join(", ", named),
                    "name a file, or a folder that has one");
        }
        Sources sources = Sources.onDisk(desk.folder());
        Toolchain toolchain = new Toolchain(sources);
        Set<Diagnostic> found = new LinkedHashSet<>();
        for (String name : names) {
            SourceFile file = name.equals("-")
                    ? sources.standardInput(desk.console().in())
                    : sources.open(name).orElseThrow(() -> new UsageProblem("cannot read `" + name + "`", ""));
            found.addAll(toolchain.lint(file));
        }
        return new Findings(names.size(), sorted(found));
    }

    /** A release file that two runbooks share is told of once. */
    private static List<Diagnostic> sorted(Set<Diagnostic> found) {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Diagnostic.BY_PLACE);
        return sorted;
    }

    private static List<String> files(String name, Desk desk) throws UsageProblem {
        Path path = desk.path(name);
        if (Files.isDirectory(path)) {
            return inFolder(path, name, desk);
        }
        if (!Files.isRegularFile(path)) {
            throw new UsageProblem("there is no file `" + name + "`", "");
        }
        return List.of(name);
    }

    private static List<String> inFolder(Path folder, String name, Desk desk) throws UsageProblem {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> isSource(file) && !isHidden(folder.relativize(file)))
                    .map(file -> shown(file, name, desk))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UsageProblem("cannot read the folder `" + name + "`", "");
        }
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(RUNBOOK) || name.endsWith(RELEASES);
    }

    /** Folders that tools keep to themselves: {@code .git}, {@code target}. */
    private static boolean isHidden(Path inFolder) {
        for (Path piece : inFolder) {
            if (piece.toString().startsWith(".") || piece.toString().equals("target")) {
                return true;
            }
        }
        return false;
    }

    /** As a person would name it from here. */
    private static String shown(Path file, String name, Desk desk) {
        return Path.of(name).isAbsolute() || !file.startsWith(desk.folder())
                ? file.toString()
                : desk.folder().relativize(file).toString();
    }
}
