package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.signature.Signatures;
import dev.rung.model.expression.Signature;
import dev.rung.repl.ProofPage.Block;
import dev.rung.repl.ReferencePage.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages of calls, drivers and places are their tests: {@link ReferencePage}. Their signatures are the language's. */
class SignaturePagesTest {
    private static final Path REFERENCE = Path.of("../runbooks/reference");
    private static final List<String> HEADINGS = List.of("What it means", "Example", "Mistakes");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageHolds() throws IOException {
        SampleRunbook sample = SampleRunbook.of(StatementPagesTest.PAGES.resolve("README.md"));
        List<DynamicTest> tests = new ArrayList<>();
        for (String each : List.of("calls", "drivers", "places")) {
            for (ProofPage page : pages(each)) {
                tests.add(DynamicTest.dynamicTest(each + "/" + name(page), () -> holds(page, sample)));
            }
        }
        return tests.stream();
    }

    @Test
    void everyCallHasItsPage() throws IOException {
        eachHasItsPage("calls", Signatures.calls(), call -> "call " + call.name(), "names", "operators");
    }

    @Test
    void everyPlaceHasItsPage() throws IOException {
        eachHasItsPage("places", Signatures.places(), place -> "place " + place.name());
    }

    /** A name that several kinds of parts share has one page. */
    @Test
    void everyDriverHasItsPage() throws IOException {
        eachHasItsPage("drivers", Signatures.drivers(), driver -> driver.gives().word() + " " + driver.name());
    }

    @Test
    void theLeafOfTheCallsNamesEachOnce() throws IOException {
        List<String> linked = Pattern.compile("^\\| \\[`[^`]+`]\\((.+)\\.md\\) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(REFERENCE.resolve("calls/README.md")))
                .results()
                .map(link -> link.group(1))
                .toList();

        assertThat(linked)
                .containsExactlyInAnyOrderElementsOf(
                        Signatures.calls().stream().map(Signature::name).toList());
    }

    private static void eachHasItsPage(
            String folder, List<Signature> signatures, Function<Signature, String> info, String... others)
            throws IOException {
        List<String> names = new ArrayList<>(List.of(others));
        signatures.stream().map(Signature::name).distinct().forEach(names::add);
        assertThat(pages(folder).stream().map(SignaturePagesTest::name)).containsExactlyInAnyOrderElementsOf(names);
        for (ProofPage page : pages(folder)) {
            assertThat(signatures(page))
                    .as(page.path().normalize().toString())
                    .containsExactlyInAnyOrderElementsOf(signatures.stream()
                            .filter(signature -> signature.name().equals(name(page)))
                            .map(info)
                            .toList());
        }
    }

    private void holds(ProofPage page, SampleRunbook sample) throws IOException {
        List<String> signatures = signatures(page);
        boolean ofCall = !signatures.isEmpty() && signatures.getFirst().startsWith("call ");
        Held held = ReferencePage.hold(page, sample, new Typed(Files.createTempDirectory(folder, "page")));
        assertThat(held.examples()).as("examples").isPositive();
        assertThat(held.mistakes()).as("mistakes").isGreaterThanOrEqualTo(ofCall ? 4 : 3);
        if (ofCall) {
            Signature call = Signatures.call(name(page)).orElseThrow();
            assertThat(page.lines().getFirst()).isEqualTo("# `" + SignatureText.head(call) + "`");
        }
        if (!signatures.isEmpty()) {
            assertThat(page.lines().stream()
                            .filter(line -> line.startsWith("## "))
                            .map(line -> line.substring(3)))
                    .containsExactlyElementsOf(HEADINGS);
        }
    }

    /** What stands behind {@code signature} in the fences of a page. */
    private static List<String> signatures(ProofPage page) {
        return page.blocks().stream()
                .map(Block::info)
                .filter(info -> info.startsWith("signature "))
                .map(info -> info.substring("signature ".length()))
                .toList();
    }

    private static String name(ProofPage page) {
        return page.path().getFileName().toString().replace(".md", "");
    }

    private static List<ProofPage> pages(String folder) throws IOException {
        return ProofPage.in(REFERENCE.resolve(folder)).stream()
                .filter(page -> !page.path().endsWith("README.md"))
                .toList();
    }
}
