package dev.rung.runbooks.hygiene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tree of the project, as its own tests look at it. */
record Project(Path top) {
    private static final Set<String> NOT_OURS =
            Set.of(".git", ".idea", ".vscode", ".settings", "jars", "target", "node_modules");
    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    /** Maven runs the tests of a module in its folder. */
    static Project here() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("rung"))) {
            folder = folder.getParent();
        }
        return new Project(folder);
    }

    /** What is written by hand: all files but those that a build or a tool makes. */
    List<Path> files() {
        try (Stream<Path> found = children(top)) {
            return found.sorted().toList();
        }
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(path -> !NOT_OURS.contains(path.getFileName().toString())).toList().stream()
                    .flatMap(path -> Files.isDirectory(path) ? children(path) : Stream.of(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Path> files(String ending) {
        return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /** The modules that are built, by their folders below the top: {@code interpreter/model}. */
    List<String> modules() {
        return modules("").toList();
    }

    private Stream<String> modules(String parent) {
        return MODULE.matcher(text(parent + "pom.xml"))
                .results()
                .map(match -> parent + match.group(1))
                .flatMap(module -> Stream.concat(Stream.of(module), modules(module + "/")));
    }

    /** The compiled classes of a module, without those of its tests. */
    List<ClassModel> classes(String module) {
        Path compiled = top.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(compiled)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(compiled)) {
            return found.filter(file -> file.toString().endsWith(".class"))
                    .map(Project::parsed)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String text(String path) {
        return text(top.resolve(path));
    }

    String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines of any file, also of one that is no text. */
    Stream<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A fenced block of a page, by the word behind its fence. */
    List<String> block(String page, String word) {
        MatchResult fenced = Pattern.compile("(?s)^```" + word + "\n(.*?)^```", Pattern.MULTILINE)
                .matcher(text(page))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no block ```" + word));
        return fenced.group(1).lines().filter(line -> !line.isBlank()).toList();
    }

    /** As one would name it to a person. */
    String name(Path file) {
        return top.relativize(file).toString();
    }
}
