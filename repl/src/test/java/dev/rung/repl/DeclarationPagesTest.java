package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.ProofPage.Block;
import dev.rung.repl.ReferencePage.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of the declarations are their tests: {@link ReferencePage}. The first runbook of a page is the one that the
 * short pieces below it stand in.
 */
class DeclarationPagesTest {
    private static final Path PAGES = Path.of("../runbooks/reference/declarations");
    private static final List<String> HEADINGS = List.of("What it means", "Example", "Mistakes");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageHolds() throws IOException {
        SampleRunbook sample = SampleRunbook.of(PAGES.resolve("README.md"));
        return pages().map(page ->
                DynamicTest.dynamicTest(page.path().getFileName().toString(), () -> holds(page, sample)));
    }

    @Test
    void theRunbookOfTheReadmeIsGood() throws IOException {
        assertThat(SampleRunbook.of(PAGES.resolve("README.md")).made().findings())
                .isEmpty();
    }

    @Test
    void everyDeclarationHasItsPage() throws IOException {
        List<String> titles = pages().map(page -> page.lines().getFirst()).toList();

        assertThat(GrammarWords.beginning("Runbook", "topLevel", "entry"))
                .contains("input", "max-loss", "bucket", "NAME")
                .allSatisfy(word -> assertThat(titles)
                        .anyMatch(title -> title.contains("`" + word + "`") || title.contains("`" + word + " ")));
    }

    private void holds(ProofPage page, SampleRunbook files) throws IOException {
        assertThat(page.lines().getFirst()).startsWith("# `");
        assertThat(page.lines().stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .containsExactlyElementsOf(HEADINGS);
        SampleRunbook sample = new SampleRunbook(example(page), files.files());
        Held held = ReferencePage.hold(page, sample, new Typed(Files.createTempDirectory(folder, "page")));
        assertThat(held.examples()).as("examples").isPositive();
        assertThat(held.mistakes()).as("mistakes").isGreaterThanOrEqualTo(3);
    }

    private static String example(ProofPage page) {
        return page.blocks().stream()
                .filter(block -> block.info().equals("runbook"))
                .findFirst()
                .map(Block::text)
                .orElseThrow();
    }

    private static Stream<ProofPage> pages() throws IOException {
        return ProofPage.in(PAGES).stream().filter(page -> !page.path().endsWith("README.md"));
    }
}
