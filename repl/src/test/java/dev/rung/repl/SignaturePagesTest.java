package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.signature.Signatures;
import dev.rung.model.expression.Signature;
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

/** The pages of calls, drivers and places are their tests: {@link ReferencePage}. Their signatures are the language's. */
class SignaturePagesTest {
    private static final Path REFERENCE = Path.of("../runbooks/reference");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyPageHolds() throws IOException {
        SampleRunbook sample = SampleRunbook.of(StatementPagesTest.PAGES.resolve("README.md"));
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.path().getFileName().toString(), () -> {
                    Held held = ReferencePage.hold(page, sample, new Typed(Files.createTempDirectory(folder, "page")));
                    assertThat(held.examples()).as("examples").isPositive();
                    assertThat(held.mistakes()).as("mistakes").isPositive();
                }));
    }

    @Test
    void everyCallDriverAndPlaceHasItsSignature() throws IOException {
        Stream<String> calls = Signatures.calls().stream().map(call -> "call " + call.name());
        Stream<String> places = Signatures.places().stream().map(place -> "place " + place.name());
        Stream<String> drivers = Signatures.drivers().stream().map(SignaturePagesTest::ofDriver);
        List<String> shown = pages().stream()
                .flatMap(page -> page.blocks().stream())
                .map(ProofPage.Block::info)
                .filter(info -> info.startsWith("signature "))
                .map(info -> info.substring("signature ".length()))
                .toList();

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(calls, places, drivers).flatMap(each -> each).toList());
    }

    private static String ofDriver(Signature driver) {
        return driver.gives().word() + " " + driver.name();
    }

    private static List<ProofPage> pages() throws IOException {
        return Stream.concat(
                        ProofPage.in(REFERENCE.resolve("calls")).stream(),
                        ProofPage.in(REFERENCE.resolve("drivers")).stream())
                .toList();
    }
}
