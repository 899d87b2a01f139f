package dev.rung.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Pages;
import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages of the rules are their tests: each fenced {@code runbook} or {@code releases} that {@code diagnostics}
 * follow is linted, and has to give just these. A {@code releases} with a file name behind the word is what the runbooks
 * below it find under that name. An expectation that is missing is written, and fails once.
 */
class LintPagesTest {
    private static final List<String> HEADINGS =
            List.of("What it finds", "Why it matters", "Example", "Write instead", "When to allow it");

    /**
     * @param heading the heading it stands under
     * @param line the number of its first line, from 0
     * @param info what stands behind the fence
     * @param end the number of the line with its closing fence, from 0
     */
    private record Block(String heading, int line, String info, String text, int end) {}

    @Test
    void theListOfRulesIsAlphabeticalAndNamesAreUsedOnce() {
        List<String> names = Rules.all().stream().map(Rule::name).toList();
        assertThat(names).isSorted().doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @TestFactory
    Stream<DynamicTest> everyPageHolds() {
        return Rules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(), () -> holds(rule, Pages.reference().resolve(rule.page()))));
    }

    private static void holds(Rule rule, Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        assertThat(lines.getFirst()).isEqualTo("# " + rule.name());
        assertThat(lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .containsExactlyElementsOf(HEADINGS);
        List<Block> blocks = blocks(lines);
        Map<String, SourceFile> files = new HashMap<>();
        Map<String, List<Diagnostic>> found = new HashMap<>();
        Map<Integer, List<String>> missing = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Optional<Block> expected = Optional.of(i + 1)
                    .filter(next -> next < blocks.size())
                    .map(blocks::get)
                    .filter(next -> next.info().equals("diagnostics"));
            if (block.info().startsWith("releases ")) {
                String name = block.info().substring("releases ".length());
                files.put(name, new SourceFile(name, block.text()));
            } else if (!block.info().equals("diagnostics")) {
                List<Diagnostic> diagnostics = lint(block, files);
                found.computeIfAbsent(block.heading(), heading -> new ArrayList<>())
                        .addAll(diagnostics);
                String shown = shown(diagnostics, "page." + block.info());
                if (expected.isEmpty()) {
                    missing.put(block.end(), List.of("```", "", "```diagnostics", shown + "```"));
                } else {
                    assertThat(shown)
                            .as("%s, line %d", page, block.line())
                            .isEqualTo(expected.get().text());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw Pages.completed(page, missing);
        }
        assertThat(found.get("Example")).extracting(Diagnostic::name).contains(rule.name());
        assertThat(found.get("Write instead")).isEmpty();
        assertThat(found.get("When to allow it")).isEmpty();
    }

    private static List<Diagnostic> lint(Block block, Map<String, SourceFile> files) {
        Toolchain toolchain = new Toolchain((path, from) -> Optional.ofNullable(files.get(path)));
        return toolchain.lint(new SourceFile("page." + block.info(), block.text()));
    }

    private static String shown(List<Diagnostic> diagnostics, String page) {
        return diagnostics.stream()
                .map(finding -> {
                    String file = finding.at().file().name();
                    return finding.severity().name().toLowerCase(Locale.ROOT) + "[" + finding.name() + "] "
                            + (file.equals(page) ? "" : file + ":")
                            + finding.at().start() + " " + finding.summary()
                            + "\n";
                })
                .collect(Collectors.joining());
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        String heading = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                heading = line.substring(3);
            } else if (line.startsWith("```")) {
                int start = i + 1;
                do {
                    i++;
                } while (!lines.get(i).equals("```"));
                String text = lines.subList(start, i).stream()
                        .map(each -> each + "\n")
                        .collect(Collectors.joining());
                blocks.add(new Block(heading, start, line.substring(3), text, i));
            }
        }
        return blocks;
    }
}
