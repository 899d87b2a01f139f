package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.ProofPage.Block;
import dev.rung.repl.ProofPage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of the proof are its tests. Each section of a page is a case that has happened: it says where, and has at
 * least two runbooks, the first with the flaw, the last without it. What {@code rung prove} says of each has to be what
 * stands in the {@code proof} below it. A {@code releases} with a file name behind the word is what the runbooks below it
 * find under that name. An expectation that is missing is written, and fails once.
 */
class ProofPagesTest {
    private static final Path PAGES = Path.of("../runbooks/reference/proof");
    /** A thread that anybody can read, or what those have published whom it has happened to. */
    private static final Pattern WHERE =
            Pattern.compile("\\[[^]]+ #\\d+]\\(https://github\\.com/[^)]+/\\d+\\)|post-mortem of \\d{4}-\\d\\d-\\d\\d");

    private static final int FEWEST_CASES = 20;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageHolds() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> holds(page)))
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        int cases = 0;
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                cases += sections(Files.readAllLines(page)).size();
            }
        }
        assertThat(cases).isGreaterThanOrEqualTo(FEWEST_CASES);
    }

    private void holds(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        assertThat(lines.getFirst()).startsWith("# ");
        sections(lines)
                .forEach((title, prose) -> assertThat(prose)
                        .as("the section \"%s\" says where it has happened", title)
                        .containsPattern(WHERE));
        List<Block> blocks = new ProofPage(page, lines).blocks();
        Map<String, List<Said>> bySection = new LinkedHashMap<>();
        TreeMap<Integer, List<String>> missing = new TreeMap<>();
        Typed typed = new Typed(Files.createTempDirectory(folder, "page"));
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.info().startsWith("releases ")) {
                typed.file(block.info().substring("releases ".length()), block.text());
            } else if (block.info().equals("runbook")) {
                Said said = ProofPage.prove(typed, block.text());
                bySection
                        .computeIfAbsent(block.section(), section -> new ArrayList<>())
                        .add(said);
                if (i + 1 < blocks.size() && blocks.get(i + 1).info().equals("proof")) {
                    assertThat(said.words())
                            .as("%s, line %d", page.normalize(), block.line())
                            .isEqualTo(blocks.get(i + 1).text());
                } else {
                    missing.put(block.end(), List.of("```", "", "```proof", said.words() + "```"));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw completed(page, lines, missing);
        }
        assertThat(bySection.keySet()).isEqualTo(sections(lines).keySet());
        bySection.forEach((section, said) -> {
            assertThat(said).as(section).hasSizeGreaterThan(1);
            assertThat(said.getFirst().proved())
                    .as("the first of \"%s\"", section)
                    .isFalse();
            assertThat(said.getLast().proved())
                    .as("the last of \"%s\"", section)
                    .isTrue();
        });
    }

    private static AssertionError completed(Path page, List<String> lines, TreeMap<Integer, List<String>> missing)
            throws IOException {
        List<String> completed = new ArrayList<>(lines);
        missing.descendingMap().forEach((number, written) -> {
            completed.remove((int) number);
            completed.addAll(number, written);
        });
        Files.write(page, completed);
        return new AssertionError("what was missing is written into " + page.normalize()
                + "; look whether it is right: " + missing.values());
    }

    /** The text under each heading, by its title. */
    private static Map<String, String> sections(List<String> lines) {
        Map<String, String> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : lines) {
            section = line.startsWith("## ") ? line.substring(3) : section;
            if (!section.isEmpty()) {
                sections.merge(section, line, (before, next) -> before + "\n" + next);
            }
        }
        return sections;
    }
}
