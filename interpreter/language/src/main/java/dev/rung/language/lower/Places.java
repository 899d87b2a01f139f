package dev.rung.language.lower;

import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where parts stand, as far as their paths say it: no link is followed, and no disk is looked at. */
final class Places {
    /** How drivers call the place of what they look after. */
    private static final List<String> NAMES = List.of("path", "file");

    private Places() {}

    /** The part in whose place this folder is, or inside of which it lies. */
    static Optional<String> partAt(String folder, Installation installation) {
        Optional<Path> path = path(folder);
        return path.flatMap(wanted -> installation.parts().stream()
                .filter(part -> places(part).anyMatch(wanted::startsWith))
                .map(Installation.Part::name)
                .findFirst());
    }

    private static Stream<Path> places(Installation.Part part) {
        return NAMES.stream()
                .flatMap(name -> Optional.ofNullable(part.arguments().get(name)).stream())
                .map(Value::shown)
                .flatMap(place -> path(place).stream());
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text).normalize());
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
