package dev.rung.language.lower;

import dev.rung.language.check.Paths;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.util.List;
import java.util.Optional;

/** Where folders that are parts lie, as far as their paths say it. */
final class Places {
    private Places() {}

    /** The part in whose place this folder is, or inside of which it lies; what a part leaves out is no part of it. */
    static Optional<String> partAt(String folder, Installation installation) {
        return installation.parts().stream()
                .filter(part -> part.kind().isData() && part.place().isEmpty() && holds(part, Paths.Path.of(folder)))
                .map(Installation.Part::name)
                .findFirst();
    }

    private static boolean holds(Installation.Part part, Paths.Path folder) {
        return Optional.ofNullable(part.arguments().get("path"))
                .flatMap(place -> folder.inside(Paths.Path.of(place.shown())))
                .filter(inside -> !isLeftOut(part, inside))
                .isPresent();
    }

    private static boolean isLeftOut(Installation.Part part, List<String> inside) {
        return part.arguments().get("exclude") instanceof Value.Listing(List<Value> patterns)
                && Paths.among(patterns.stream().map(Value::shown).toList(), inside);
    }
}
