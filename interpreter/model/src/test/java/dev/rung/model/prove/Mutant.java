package dev.rung.model.prove;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The model with one rule broken.
 *
 * @param file below the model's package, without its ending
 * @param rule that is broken, as the page of effects has it
 * @param snippet that occurs once in the file
 * @param excuse why nothing notices it; empty if something has to
 */
record Mutant(String name, String file, String rule, String snippet, String replacement, String excuse) {
    static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (String entry : text().split("(?m)^= ")) {
            if (!entry.startsWith("#")) {
                all.add(read(entry.lines().toList()));
            }
        }
        return all;
    }

    private static Mutant read(List<String> lines) {
        String[] place = lines.get(1).substring(2).split(": ", 2);
        return new Mutant(
                lines.getFirst(), place[0], place[1], marked(lines, "- "), marked(lines, "+ "), marked(lines, "? "));
    }

    private static String marked(List<String> lines, String mark) {
        return String.join(
                "\n",
                lines.stream()
                        .filter(line -> line.startsWith(mark))
                        .map(line -> line.substring(mark.length()))
                        .toList());
    }

    private static String text() {
        try (InputStream in = Mutant.class.getResourceAsStream("mutants.txt")) {
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
