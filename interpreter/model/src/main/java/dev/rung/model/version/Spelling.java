package dev.rung.model.version;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a product's numbers become comparable: {@code spelling 'v?(?<edition>[01])\.(\d.*)' as '$2'} lets 0.40.8 compare as
 * 40.8. Named groups (an edition) stay as they are on every hop.
 *
 * @param pattern a regular expression that must match a number as a whole
 * @param replacement what the number compares as, with {@code $1} or {@code ${name}} for groups
 */
public record Spelling(String pattern, String replacement) {
    /** A number as it was written, with what it compares as and the groups that must not change. */
    public record Spelled(Version version, Map<String, String> kept) {
        public Spelled {
            kept = Map.copyOf(kept);
        }
    }

    /** Reads a number by the first spelling that matches, or as it stands; empty if it is no version then. */
    public static Optional<Spelled> read(List<Spelling> spellings, String written) {
        for (Spelling spelling : spellings) {
            Pattern compiled = Pattern.compile(spelling.pattern);
            Matcher matcher = compiled.matcher(written);
            if (matcher.matches()) {
                Map<String, String> kept = new LinkedHashMap<>();
                compiled.namedGroups().forEach((name, group) -> {
                    if (matcher.group(group) != null) {
                        kept.put(name, matcher.group(group));
                    }
                });
                String comparable = matcher.replaceFirst(spelling.replacement);
                return Version.parse(written, comparable).map(version -> new Spelled(version, kept));
            }
        }
        return Version.parse(written).map(version -> new Spelled(version, Map.of()));
    }
}
