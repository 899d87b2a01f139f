package dev.rung.language.lower;

import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where folders that are parts lie, as far as their paths say it: no link is followed, and no disk is looked at. */
final class Places {
    private Places() {}

    /** A path in pieces. @param names without those that lead nowhere; {@code ..} only at the beginning */
    private record Place(boolean fromTop, List<String> names) {
        static Place of(String path) {
            List<String> names = new ArrayList<>();
            for (String name : path.split("/+")) {
                if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                    names.removeLast();
                } else if (!name.isEmpty() && !name.equals(".")) {
                    names.add(name);
                }
            }
            return new Place(path.startsWith("/"), names);
        }

        /** What leads from that folder to this one; empty if it does not lie in there. */
        Optional<List<String>> inside(Place folder) {
            int depth = folder.names.size();
            boolean isInside = fromTop == folder.fromTop
                    && names.size() >= depth
                    && names.subList(0, depth).equals(folder.names);
            return isInside ? Optional.of(names.subList(depth, names.size())) : Optional.empty();
        }
    }

    /** The part in whose place this folder is, or inside of which it lies; what a part leaves out is no part of it. */
    static Optional<String> partAt(String folder, Installation installation) {
        return installation.parts().stream()
                .filter(part -> part.kind().isData() && holds(part, Place.of(folder)))
                .map(Installation.Part::name)
                .findFirst();
    }

    private static boolean holds(Installation.Part part, Place folder) {
        return Optional.ofNullable(part.arguments().get("path"))
                .flatMap(place -> folder.inside(Place.of(place.shown())))
                .filter(inside -> !isLeftOut(part, inside))
                .isPresent();
    }

    /** By a name at any depth, or by a path from the top. */
    private static boolean isLeftOut(Installation.Part part, List<String> inside) {
        return part.arguments().get("exclude") instanceof Value.Listing(List<Value> patterns)
                && patterns.stream().anyMatch(pattern -> isOnTheWay(pattern.shown(), inside));
    }

    private static boolean isOnTheWay(String pattern, List<String> inside) {
        String bare = String.join("/", Place.of(pattern).names());
        Pattern compiled = Pattern.compile(
                Stream.of(bare.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
        for (int names = 1; names <= inside.size(); names++) {
            String said = bare.contains("/") ? String.join("/", inside.subList(0, names)) : inside.get(names - 1);
            if (compiled.matcher(said).matches()) {
                return true;
            }
        }
        return false;
    }
}
