package dev.rung.repl.work;

import dev.rung.model.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runbooks that lie in a folder or not far below it, for who has named none, or one that is not there. */
public final class NearbyRunbooks {
    private static final String SUFFIX = ".runbook";
    private static final int DEEP = 3;
    private static final int SHOWN = 5;

    private final Desk desk;

    public NearbyRunbooks(Desk desk) {
        this.desk = desk;
    }

    /** What to do for who has named none. */
    public String help() {
        return named(desk.folder()).orElse("there is no *.runbook here; `rung demo` has one to try");
    }

    UsageProblem missing(String name) {
        Path path = desk.path(name);
        if (Files.isDirectory(path)) {
            return new UsageProblem(
                    "`" + name + "` is a folder", named(path).orElse("there is no *.runbook in it; name one"));
        }
        String words = "there is no file `" + name + "`" + (Files.exists(path) ? " that can be read" : "");
        Path folder = path.getParent() == null ? desk.folder() : path.getParent();
        Optional<String> meant = Nearest.to(shown(path), in(folder, 1)).map(near -> "did you mean `" + near + "`?");
        return new UsageProblem(
                words,
                meant.or(() -> named(folder)).or(() -> named(desk.folder())).orElse(""));
    }

    /** Those in the folder itself, else those below it. */
    private Optional<String> named(Path folder) {
        return Stream.of(in(folder, 1), in(folder, DEEP))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> "there " + (found.size() == 1 ? "is " : "are ")
                        + String.join(", ", found.subList(0, Math.min(SHOWN, found.size())))
                        + (found.size() > SHOWN ? ", …" : ""));
    }

    private List<String> in(Path folder, int deep) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, deep)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .map(this::shown)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** As a person would type it from here. */
    private String shown(Path file) {
        return file.startsWith(desk.folder()) ? desk.folder().relativize(file).toString() : file.toString();
    }
}
