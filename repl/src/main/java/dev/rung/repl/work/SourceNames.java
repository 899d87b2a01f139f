package dev.rung.repl.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The runbooks and release files that somebody means who names files and folders. */
final class SourceNames {
    private static final String RUNBOOK = ".runbook";
    private static final String RELEASES = ".releases";

    private SourceNames() {}

    /**
     * @param named files, folders, and {@code -} for standard input
     * @return each once, as a person would name it
     * @throws UsageProblem if something that is named is not there, or nothing is left to look at
     */
    static Set<String> in(List<String> named, Desk desk) throws UsageProblem {
        Set<String> names = new LinkedHashSet<>();
        for (String name : named) {
            names.addAll(name.equals("-") ? List.of(name) : files(name, desk));
        }
        if (names.isEmpty()) {
            throw new UsageProblem(
                    "no file matched: there is no `*.runbook` and no `*.releases` in " + String.join(", ", named),
                    "name a file, or a folder that has one");
        }
        return names;
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
