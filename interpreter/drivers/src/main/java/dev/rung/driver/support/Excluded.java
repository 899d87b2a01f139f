package dev.rung.driver.support;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is left out: a pattern without a slash is the name of anything at any depth, one with a slash a path from the top. */
public record Excluded(List<Pattern> names, List<Pattern> paths) {
    public static Excluded of(List<String> patterns) {
        return new Excluded(
                patterns.stream()
                        .filter(pattern -> !slashed(pattern))
                        .map(Excluded::compiled)
                        .toList(),
                patterns.stream()
                        .filter(Excluded::slashed)
                        .map(Excluded::compiled)
                        .toList());
    }

    /** These very files and folders, and nothing of their names elsewhere. */
    public static Excluded at(List<String> paths) {
        return new Excluded(List.of(), paths.stream().map(Excluded::compiled).toList());
    }

    private static boolean slashed(String pattern) {
        return bare(pattern).indexOf('/') >= 0;
    }

    /** A slash at an end says no more than that a folder is meant. */
    private static String bare(String pattern) {
        return pattern.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(
                Stream.of(bare(pattern).split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    public boolean matches(Path relative) {
        String name = relative.getFileName().toString();
        return names.stream().anyMatch(pattern -> pattern.matcher(name).matches())
                || paths.stream()
                        .anyMatch(
                                pattern -> pattern.matcher(relative.toString()).matches());
    }
}
