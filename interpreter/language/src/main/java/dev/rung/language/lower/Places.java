package dev.rung.language.lower;

import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where folders that are parts lie, as far as their paths say it: no link is followed, and no disk is looked at. */
final class Places {
    private Places() {}

    /** The part in whose place this folder is, or inside of which it lies; what a part leaves out is no part of it. */
    static Optional<String> partAt(String folder, Installation installation) {
        return path(folder)
                .flatMap(wanted -> installation.parts().stream()
                        .filter(part -> part.kind().isData() && holds(part, wanted))
                        .map(Installation.Part::name)
                        .findFirst());
    }

    private static boolean holds(Installation.Part part, Path wanted) {
        return Optional.ofNullable(part.arguments().get("path"))
                .flatMap(place -> path(place.shown()))
                .filter(place -> wanted.startsWith(place) && !isLeftOut(part, place.relativize(wanted)))
                .isPresent();
    }

    /** By a name at any depth, or by a path from the top. */
    private static boolean isLeftOut(Installation.Part part, Path inside) {
        if (!(part.arguments().get("exclude") instanceof Value.Listing(List<Value> patterns))) {
            return false;
        }
        return patterns.stream()
                .map(Value::shown)
                .map(pattern -> pattern.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", ""))
                .anyMatch(pattern -> isOnTheWay(pattern, inside));
    }

    private static boolean isOnTheWay(String pattern, Path inside) {
        Pattern compiled = Pattern.compile(
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        for (int names = 1; names <= inside.getNameCount(); names++) {
            Path upTo = inside.subpath(0, names);
            String said =
                    pattern.contains("/") ? upTo.toString() : upTo.getFileName().toString();
            if (compiled.matcher(said).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text).normalize());
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
