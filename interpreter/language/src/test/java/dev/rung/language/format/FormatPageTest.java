package dev.rung.language.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Pages;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of the formatter is its test: what stands in a block becomes what stands in the {@code formatted} below. */
class FormatPageTest {
    private static final Pattern PAIR =
            Pattern.compile("(?ms)^```(runbook|releases)\n(.*?)^```\n\n```formatted\n(.*?)^```$");
    private static final Pattern FENCE = Pattern.compile("(?m)^```(runbook|releases)$");

    private static String page() throws IOException {
        return Files.readString(Pages.reference().resolve("format.md"));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() throws IOException {
        String page = page();
        return PAIR.matcher(page)
                .results()
                .map(pair -> DynamicTest.dynamicTest(heading(page, pair), () -> {
                    String ending = "." + pair.group(1);
                    assertThat(Examples.formatted(new SourceFile("before" + ending, pair.group(2))))
                            .isEqualTo(pair.group(3));
                    assertThat(Examples.formatted(new SourceFile("after" + ending, pair.group(3))))
                            .isEqualTo(pair.group(3));
                }));
    }

    private static String heading(String page, MatchResult pair) {
        int heading = page.lastIndexOf("\n## ", pair.start()) + "\n## ".length();
        return page.substring(heading, page.indexOf('\n', heading));
    }

    @Test
    void noExampleIsWithoutItsEnd() throws IOException {
        String page = page();
        assertThat(PAIR.matcher(page).results().count())
                .isEqualTo(FENCE.matcher(page).results().count())
                .isGreaterThan(8);
    }
}
