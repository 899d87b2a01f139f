package dev.rung.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which path lies in which, as far as they say it themselves: no link is followed, and no disk is looked at. */
public final class Paths {
    private Paths() {}

    /** A path in pieces. @param names without those that lead nowhere; {@code ..} only at the beginning */
    public record Path(boolean fromTop, List<String> names) {
        public Path {
            names = List.copyOf(names);
        }

        public static Path of(String path) {
            List<String> names = new ArrayList<>();
            for (String name : path.split("/+")) {
                if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                    names.removeLast();
                } else if (!name.isEmpty() && !name.equals(".")) {
                    names.add(name);
                }
            }
            return new Path(path.startsWith("/"), names);
        }

        /** What leads from that folder to this one; empty if it does not lie in there. */
        public Optional<List<String>> inside(Path folder) {
            int depth = folder.names.size();
            boolean isInside = fromTop == folder.fromTop
                    && names.size() >= depth
                    && names.subList(0, depth).equals(folder.names);
            return isInside ? Optional.of(names.subList(depth, names.size())) : Optional.empty();
        }
    }

    /**
     * Whether one of the patterns takes what lies there: by a name at any depth, or by a path from the top.
     *
     * @param inside what leads there from the folder that the patterns are said of
     */
    public static boolean among(List<String> patterns, List<String> inside) {
        return patterns.stream().anyMatch(pattern -> isOnTheWay(pattern, inside));
    }

    private static boolean isOnTheWay(String pattern, List<String> inside) {
        String bare = String.join("/", Path.of(pattern).names());
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
