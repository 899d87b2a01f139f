package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.ReferencePage.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the statements are their tests: {@link ReferencePage}. */
class StatementPagesTest {
    static final Path PAGES = Path.of("../runbooks/reference/statements");
    private static final List<String> HEADINGS =
            List.of("What it does", "What undoes it and what a crash leaves", "Example", "Mistakes");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageHolds() throws IOException {
        SampleRunbook sample = SampleRunbook.of(PAGES.resolve("README.md"));
        return ProofPage.in(PAGES).stream()
                .filter(page -> !page.path().endsWith("README.md"))
                .map(page -> DynamicTest.dynamicTest(page.path().getFileName().toString(), () -> holds(page, sample)));
    }

    @Test
    void theRunbookOfTheExamplesIsGood() throws IOException {
        SampleRunbook sample = SampleRunbook.of(PAGES.resolve("README.md"));
        Typed typed = new Typed(folder);
        sample.files().forEach(typed::file);

        assertThat(sample.made().findings()).isEmpty();
        assertThat(ProofPage.prove(typed, sample.text()).words()).contains(": proved, ");
    }

    /** Each word of the grammar that begins a statement begins one page, and one is for what may follow them. */
    @Test
    void everyStatementHasItsPage() throws IOException {
        List<String> begun = new ArrayList<>();
        for (ProofPage page : ProofPage.in(PAGES)) {
            if (!page.path().endsWith("README.md") && !page.path().endsWith("tails.md")) {
                begun.add(page.lines().getFirst().split("[` ]+")[1]);
            }
        }
        assertThat(begun).containsExactlyInAnyOrderElementsOf(GrammarWords.beginning("Runbook", "statement"));
    }

    private void holds(ProofPage page, SampleRunbook sample) throws IOException {
        assertThat(page.lines().getFirst()).startsWith("# `");
        assertThat(page.lines().stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .containsExactlyElementsOf(HEADINGS);
        Held held = ReferencePage.hold(page, sample, new Typed(Files.createTempDirectory(folder, "page")));
        assertThat(held.examples()).as("examples").isPositive();
        assertThat(held.mistakes()).as("mistakes").isPositive();
        assertThat(held.saysSo())
                .as(
                        "whether %s says that it is not carried out yet",
                        page.path().normalize())
                .isEqualTo(held.needsMore());
    }
}
