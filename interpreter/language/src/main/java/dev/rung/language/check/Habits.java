package dev.rung.language.check;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Names that mean something in other languages, with what we call the same. */
final class Habits {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("False", "false"),
            Map.entry("FALSE", "false"),
            Map.entry("True", "true"),
            Map.entry("TRUE", "true"),
            Map.entry("latest", "newest"),
            Map.entry("no", "false"),
            Map.entry("off", "false"),
            Map.entry("on", "true"),
            Map.entry("version", "installed"),
            Map.entry("yes", "true"));

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("boolean", "bool"),
            Map.entry("bytes", "size"),
            Map.entry("directory", "path"),
            Map.entry("dir", "path"),
            Map.entry("file", "path"),
            Map.entry("folder", "path"),
            Map.entry("integer", "int"),
            Map.entry("long", "int"),
            Map.entry("number", "int"),
            Map.entry("semver", "version"),
            Map.entry("str", "text"),
            Map.entry("string", "text"),
            Map.entry("timeout", "duration"),
            Map.entry("uri", "url"));

    private Habits() {}

    /** @param known the names that there are where it stands, the literals of the language apart */
    static Optional<String> name(String name, Collection<String> known) {
        return Optional.ofNullable(NAMES.get(name)).filter(ours -> isTruth(ours) || known.contains(ours));
    }

    private static boolean isTruth(String word) {
        return word.equals("true") || word.equals("false");
    }

    static Optional<String> type(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** Whether a text says yes or no in the words of some language. */
    static Optional<String> truth(String text) {
        return Optional.ofNullable(NAMES.getOrDefault(text, isTruth(text) ? text : null))
                .filter(Habits::isTruth);
    }
}
