package dev.rung.model.prove;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The model with one rule broken.
 *
 * @param theme what the rule is about: the headline of the file in which it stands
 * @param file below the model's package, without its ending
 * @param rule that is broken, as the page of effects has it
 * @param snippet that occurs once in the file
 * @param excuse why nothing notices it; empty if something has to
 */
record Mutant(String theme, String name, String file, String rule, String snippet, String replacement, String excuse) {
    private static final List<String> FILES = List.of("beliefs", "needs", "effects", "way-back", "walks", "landings");
    private static final Pattern ENTRY = Pattern.compile("(?ms)^= .*?(?=^= |\\z)");

    static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (String file : FILES) {
            String text = text("mutants/" + file + ".txt");
            String theme = text.lines().findFirst().orElseThrow().substring(2);
            Matcher entries = ENTRY.matcher(text);
            while (entries.find()) {
                all.add(read(theme, entries.group().lines().toList()));
            }
        }
        return all;
    }

    private static Mutant read(String theme, List<String> lines) {
        String[] place = lines.get(1).substring(2).split(": ", 2);
        return new Mutant(
                theme,
                lines.getFirst().substring(2),
                place[0],
                place[1],
                marked(lines, "- "),
                marked(lines, "+ "),
                marked(lines, "? "));
    }

    private static String marked(List<String> lines, String mark) {
        return String.join(
                "\n",
                lines.stream()
                        .filter(line -> line.startsWith(mark))
                        .map(line -> line.substring(mark.length()))
                        .toList());
    }

    private static String text(String name) {
        try (InputStream in = Mutant.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param source of the file as it should be */
    String applied(String source) {
        int at = source.indexOf(snippet);
        if (at < 0 || source.indexOf(snippet, at + 1) >= 0) {
            throw new IllegalArgumentException("`" + name + "`: not once in " + file + ": " + snippet);
        }
        return source.substring(0, at) + replacement + source.substring(at + snippet.length());
    }
}
