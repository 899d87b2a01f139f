package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.ProofPage.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of what stands in a release file are its tests. Below each fenced {@code releases} stand the
 * {@code diagnostics} that {@code rung releases check} has, whole, or any number of {@code path FROM TO} with what
 * {@code rung releases path} says; options may follow the numbers. A {@code releases} with a file name behind the word is
 * what those below it find under that name. An expectation that is missing is written, and fails once.
 */
class ReleasesPagesTest {
    private static final Path PAGES = Path.of("../runbooks/reference/releases");
    private static final String PAGE = "product.releases";
    private static final List<String> HEADINGS = List.of("What it means", "Example", "Mistakes");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageHolds() throws IOException {
        return ProofPage.in(PAGES).stream()
                .map(page -> DynamicTest.dynamicTest(page.path().getFileName().toString(), () -> holds(page)));
    }

    /** Each word of the grammar that begins an entry, a rule or a clause stands in the title of a page, and no other. */
    @Test
    void everyClauseHasItsPage() throws IOException {
        Set<String> words =
                GrammarWords.beginning("Releases", "entry", "pathRule", "lineClause", "member", "releaseClause");
        List<String> titles = ProofPage.in(PAGES).stream()
                .map(page -> page.lines().getFirst())
                .toList();

        assertThat(words)
                .contains("spelling", "never", "broken", "released")
                .allSatisfy(word -> assertThat(titles).as(word).anyMatch(title -> has(title, word)));
        assertThat(titles).allSatisfy(title -> assertThat(words).anyMatch(word -> has(title, word)));
    }

    private static boolean has(String title, String word) {
        return title.matches(".*[` ]" + word + "[` ].*");
    }

    private void holds(ProofPage page) throws IOException {
        List<String> lines = page.lines();
        assertThat(lines.getFirst()).startsWith("# `");
        assertThat(lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .containsExactlyElementsOf(HEADINGS);
        Typed typed = new Typed(Files.createTempDirectory(folder, "page"));
        TreeMap<Integer, List<String>> missing = new TreeMap<>();
        List<Block> blocks = page.blocks();
        int mistakes = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.info().startsWith("releases ")) {
                typed.file(block.info().substring("releases ".length()), block.text());
            } else if (block.info().equals("releases")) {
                typed.file(PAGE, block.text());
                boolean isAsked =
                        i + 1 < blocks.size() && !blocks.get(i + 1).info().startsWith("releases");
                if (!isAsked) {
                    String fence = block.section().equals("Mistakes") ? "diagnostics" : "path 1 2";
                    missing.put(block.end(), List.of("```", "", "```" + fence, said(typed, fence) + "```"));
                }
            } else {
                String said = said(typed, block.info());
                mistakes += block.section().equals("Mistakes") ? 1 : 0;
                if (block.text().isEmpty() && !said.isEmpty()) {
                    missing.put(block.end(), List.of(said + "```"));
                } else {
                    assertThat(said)
                            .as("%s, line %d", page.path().normalize(), block.line())
                            .isEqualTo(block.text());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw completed(page, missing);
        }
        assertThat(mistakes).as("mistakes of %s", page.path().normalize()).isPositive();
    }

    /** @param fence {@code diagnostics}, or {@code path} with its words */
    private static String said(Typed typed, String fence) {
        List<String> words = new ArrayList<>(List.of("releases"));
        if (fence.equals("diagnostics")) {
            words.addAll(List.of("check", PAGE));
            typed.rung(words.toArray(String[]::new));
            return stripped(typed.out());
        }
        assertThat(fence).startsWith("path ");
        List<String> asked = List.of(fence.split(" "));
        words.addAll(List.of("path", PAGE));
        words.addAll(asked.subList(1, asked.size()));
        typed.rung(words.toArray(String[]::new));
        return stripped(typed.out() + typed.err());
    }

    /** Without the empty line behind the last finding. */
    private static String stripped(String said) {
        return said.isEmpty() ? said : said.stripTrailing() + "\n";
    }

    private static AssertionError completed(ProofPage page, TreeMap<Integer, List<String>> missing) throws IOException {
        List<String> completed = new ArrayList<>(page.lines());
        missing.descendingMap().forEach((number, written) -> {
            completed.remove((int) number);
            completed.addAll(number, written);
        });
        Files.write(page.path(), completed);
        return new AssertionError("what was missing is written into "
                + page.path().normalize() + "; look whether it is right: " + missing.values());
    }
}
