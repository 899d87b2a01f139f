package dev.rung.language.releases;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what a spelling replaces a number by. */
final class Replacements {
    private static final Pattern REFERENCE = Pattern.compile("\\\\.|\\$(?:(\\d+)|\\{([^}]*)}|)");

    private Replacements() {}

    /** What is wrong with a replacement, if anything is: a group that the expression does not have. */
    static Optional<String> problem(Pattern pattern, String replacement) {
        int groups = pattern.matcher("").groupCount();
        Matcher reference = REFERENCE.matcher(replacement);
        while (reference.find()) {
            if (reference.group().startsWith("\\")) {
                continue;
            }
            String number = reference.group(1);
            String name = reference.group(2);
            if (number == null && name == null) {
                return Optional.of("a `$` stands before the number or the `{name}` of a group");
            }
            // the first digit alone is a group at least; further ones count only as far as there are groups
            if (number != null && Character.digit(number.charAt(0), 10) > groups) {
                return Optional.of("there is no group " + number.charAt(0));
            }
            if (name != null && !pattern.namedGroups().containsKey(name)) {
                return Optional.of("there is no group `" + name + "`");
            }
        }
        return replacement.endsWith("\\") && !replacement.endsWith("\\\\")
                ? Optional.of("it ends with a `\\`")
                : Optional.empty();
    }
}
