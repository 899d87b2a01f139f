package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Each rule of the model, left out or turned: something must notice. What notices which is written down in a table. */
class MutantsTest {
    private static final String ONLY = System.getProperty("rung.mutants", "");
    private static final boolean ALL = ONLY.equals("all");
    private static final long SEED = Long.getLong("rung.differential.seed", 20250901L);
    private static final int RANDOM_HOPS = 30;
    private static final int SECONDS = 900;
    private static final Path SOURCES = Path.of("src/main/java/dev/rung/model");
    private static final Path TABLE = Path.of("../decisions/proof-mutants.md");
    private static final String STAYS = "nothing, and stays: ";

    /** Takes minutes, so it is asked for: with {@code -Drung.mutants=all}, or with parts of a theme and name, divided by semicolons. */
    @Test
    @EnabledIfSystemProperty(named = "rung.mutants", matches = ".+")
    void whatBreaksARuleIsNoticed() throws IOException {
        Laboratory laboratory = new Laboratory(SOURCES, SECONDS);
        Map<String, String> known = tabled();
        Map<Mutant, String> caught = new LinkedHashMap<>();
        Map<Mutant, String> table = new LinkedHashMap<>();
        for (Mutant mutant : Mutant.all()) {
            String before = known.getOrDefault(line(mutant), "");
            if (ALL || isAskedFor(mutant.theme() + ": " + mutant.name())) {
                String by = laboratory.caughtBy(mutant, SEED, RANDOM_HOPS, before);
                caught.put(mutant, by.isEmpty() ? STAYS + mutant.excuse() : by);
                System.out.println("mutants: " + mutant.name() + " | " + caught.get(mutant));
            }
            table.put(mutant, caught.getOrDefault(mutant, before));
        }
        Files.writeString(TABLE, preface() + table(table));
        caught.forEach((mutant, by) -> assertThat(by.startsWith(STAYS))
                .as(mutant + " | " + by)
                .isEqualTo(!mutant.excuse().isEmpty()));
    }

    private static boolean isAskedFor(String name) {
        return Stream.of(ONLY.split(";")).anyMatch(name::contains);
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

    @Test
    void eachHasALineInTheTableAndEachLineIsOne() throws IOException {
        Map<String, String> tabled = tabled();
        assertThat(tabled.keySet())
                .containsExactlyElementsOf(
                        Mutant.all().stream().map(MutantsTest::line).toList());
        for (Mutant mutant : Mutant.all()) {
            String by = tabled.get(line(mutant));
            if (mutant.excuse().isEmpty()) {
                assertThat(by).as(mutant.name()).isNotBlank().doesNotStartWith(STAYS);
            } else {
                assertThat(by).as(mutant.name()).isEqualTo(STAYS + mutant.excuse());
            }
        }
    }

    /** The rule and what is left of it, as a line of the table begins. */
    private static String line(Mutant mutant) {
        return "| " + mutant.rule() + " | " + mutant.name() + " | ";
    }

    /** By the beginning of a line what notices it. */
    private static Map<String, String> tabled() throws IOException {
        Map<String, String> tabled = new LinkedHashMap<>();
        Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| rule |") && !line.startsWith("| ---"))
                .forEach(line -> {
                    int last = line.lastIndexOf(" | ") + 3;
                    tabled.put(line.substring(0, last), line.substring(last, line.length() - 2));
                });
        return tabled;
    }

    /** What is written by hand above the tables. */
    private static String preface() throws IOException {
        String page = Files.readString(TABLE);
        int first = page.indexOf("\n## The rules: ");
        return first < 0 ? page : page.substring(0, first);
    }

    private static String table(Map<Mutant, String> caught) {
        StringBuilder page = new StringBuilder();
        String[] theme = {""};
        caught.forEach((mutant, by) -> {
            if (!mutant.theme().equals(theme[0])) {
                theme[0] = mutant.theme();
                page.append("\n## The rules: ").append(theme[0]).append("\n\n| rule | broken | noticed by |\n");
                page.append("| --- | --- | --- |\n");
            }
            page.append(line(mutant)).append(by).append(" |\n");
        });
        return page.toString();
    }
}
