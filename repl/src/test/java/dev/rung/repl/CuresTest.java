package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.ProofPage.Block;
import dev.rung.repl.ProofPage.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever does what a message says has the flaw no more: of every runbook on the pages of the proof that is not proved, and
 * of some more that hide their flaw better, each way that the help names is gone to the letter, and leads to a proof.
 */
class CuresTest {
    private static final Path PAGES = Path.of("../runbooks/reference/proof");
    private static final Path MORE = Path.of("src/test/resources/dev/rung/repl/flawed");
    private static final int FEWEST_CURES = 40;

    @TempDir
    Path folder;

    private record Flawed(String title, List<Block> releases, String runbook, String message) {
        /** The first that the first release file lists. */
        String version() {
            Matcher first =
                    Pattern.compile("release (\\S+)").matcher(releases.getLast().text());
            assertThat(first.find()).isTrue();
            return first.group(1);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCureCures() throws IOException {
        return flawed().stream().map(flawed -> DynamicTest.dynamicTest(flawed.title(), () -> cures(flawed)));
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        long cures = flawed().stream()
                .mapToLong(flawed -> Mending.of(flawed.runbook(), flawed.message(), flawed.version())
                        .size())
                .sum();
        assertThat(cures).isGreaterThanOrEqualTo(FEWEST_CURES);
    }

    /** What the proof says of the others stands on their page as well. */
    @TestFactory
    Stream<DynamicTest> everyMessageHolds() throws IOException {
        return flawed(ProofPage.in(MORE)).stream()
                .map(flawed -> DynamicTest.dynamicTest(
                        flawed.title(),
                        () -> assertThat(said(flawed, flawed.runbook()).words()).startsWith(flawed.message())));
    }

    @Test
    void noMessageQuotesTwice() throws IOException {
        for (Flawed flawed : flawed()) {
            String words = flawed.message()
                    .lines()
                    .filter(line -> line.startsWith("error") || line.startsWith("   =") || line.startsWith("help"))
                    .reduce("", (one, other) -> one + "\n" + other);
            assertThat(words).as(flawed.title()).doesNotContain("``").doesNotContain("migrate \n");
        }
    }

    private void cures(Flawed flawed) throws IOException {
        String finding = flawed.message().lines().findFirst().orElseThrow();
        for (String mended : Mending.of(flawed.runbook(), flawed.message(), flawed.version())) {
            Said said = said(flawed, mended);
            assertThat(said.words()).as(mended).doesNotContain(finding);
            assertThat(said.proved()).as("%s%n%s", mended, said.words()).isTrue();
        }
    }

    private Said said(Flawed flawed, String runbook) throws IOException {
        Typed typed = new Typed(Files.createTempDirectory(folder, "cured"));
        flawed.releases().forEach(block -> typed.file(block.info().substring("releases ".length()), block.text()));
        return ProofPage.prove(typed, runbook);
    }

    private static List<Flawed> flawed() throws IOException {
        List<ProofPage> pages = new ArrayList<>(ProofPage.in(PAGES));
        pages.addAll(ProofPage.in(MORE));
        return flawed(pages);
    }

    private static List<Flawed> flawed(List<ProofPage> pages) {
        List<Flawed> flawed = new ArrayList<>();
        for (ProofPage page : pages) {
            List<Block> releases = new ArrayList<>();
            List<Block> blocks = page.blocks();
            for (int i = 0; i + 1 < blocks.size(); i++) {
                Block block = blocks.get(i);
                String said = blocks.get(i + 1).text();
                if (block.info().startsWith("releases ")) {
                    releases.removeIf(other -> other.info().equals(block.info()));
                    releases.add(block);
                } else if (block.info().equals("runbook") && said.startsWith("error")) {
                    String title = page.path().getFileName() + ", line " + block.line();
                    flawed.add(new Flawed(
                            title, List.copyOf(releases), block.text(), said.substring(0, said.indexOf("\n\n") + 1)));
                }
            }
        }
        return flawed;
    }
}
