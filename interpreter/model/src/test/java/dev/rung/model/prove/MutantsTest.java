package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the model, left out or turned: something must notice. What notices which is written down in a table. */
class MutantsTest {
    private static final boolean ALL = "all".equals(System.getProperty("rung.mutants"));
    private static final String ONLY = System.getProperty("rung.mutants.only", "");
    private static final long SEED = Long.getLong("rung.differential.seed", 20250901L);
    private static final int RANDOM_HOPS = 30;
    private static final int HANDFUL = 4;
    private static final Path SOURCES = Path.of("src/main/java/dev/rung/model");
    private static final Path TABLE = Path.of("../decisions/proof-mutants.md");
    private static final String HEAD = """
        # What notices that a rule of the proof is broken

        Each line is the model with one rule broken, and what notices it first: an aimed hop that is not proved any more, an
        aimed hop that is proved and ends badly in the simulated world, a random hop, or a worked case. Written by
        `-Drung.mutants=all` (`MutantsTest`, whose table is `mutants.txt`).

        | broken | the rule | noticed by |
        | --- | --- | --- |
        """;

    @TempDir
    Path folder;

    private String caughtBy(Mutant mutant) throws IOException {
        return new Laboratory(SOURCES, folder, ALL ? 900 : 60).caughtBy(mutant, SEED, RANDOM_HOPS);
    }

    /** In a plain build a handful from all over the table. */
    private static List<Mutant> chosen() {
        List<Mutant> all = Mutant.all();
        if (ALL || !ONLY.isEmpty()) {
            return all.stream().filter(mutant -> mutant.name().contains(ONLY)).toList();
        }
        return IntStream.range(0, HANDFUL)
                .mapToObj(i -> all.get((2 * i + 1) * all.size() / (2 * HANDFUL)))
                .filter(mutant -> mutant.excuse().isEmpty())
                .toList();
    }

    /** Takes an hour, and not every line of the table is noticed yet: so it is asked for. */
    @Test
    @EnabledIfSystemProperty(named = "rung.mutants", matches = "all|some")
    void whatBreaksARuleIsNoticed() throws IOException {
        Map<Mutant, String> caught = new LinkedHashMap<>();
        for (Mutant mutant : chosen()) {
            String by = caughtBy(mutant);
            caught.put(mutant, by.isEmpty() ? "nothing: " + mutant.excuse() : by);
            System.out.println("mutants: " + mutant.name() + " | " + caught.get(mutant));
        }
        if (ALL) {
            Files.writeString(TABLE, table(caught));
        }
        caught.forEach((mutant, by) -> assertThat(by.startsWith("nothing"))
                .as(mutant + " | " + by)
                .isEqualTo(!mutant.excuse().isEmpty()));
    }

    /** A rule that is said in other words now wants its mutant said anew. */
    @Test
    void eachFindsWhatItBreaks() throws IOException {
        for (Mutant mutant : Mutant.all()) {
            assertThat(mutant.applied(Files.readString(SOURCES.resolve(mutant.file() + ".java"))))
                    .as(mutant.name())
                    .isNotBlank();
        }
    }

    private static String table(Map<Mutant, String> caught) {
        StringBuilder page = new StringBuilder(HEAD);
        caught.forEach((mutant, by) -> page.append("| ")
                .append(mutant.name())
                .append(" | ")
                .append(mutant.rule())
                .append(" | ")
                .append(by)
                .append(" |\n"));
        return page.toString();
    }
}
