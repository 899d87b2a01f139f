package dev.rung.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is found in whatever text, it can be shown to a terminal and to a program. */
class AnyFindingTest {
    private static final List<Path> TREES =
            List.of(Path.of("../runbooks"), Path.of("../interpreter/language/src/test/resources"));

    /** For how many seconds longer mutants are tried, as the fuzzer of the front end does. */
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);

    private static final int ALWAYS = 400;

    private static final String SIGNS = "{}[]()\"'`#,.=<>$%*+/:\\ \n\r"
            + "\tv1a-_\u00e9\uFEFF\uD83D\uDE80\uD83D\u0000\u001b\u0085\u200d\u202e\u2028\u4e00";

    private static final Pattern STEERS = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void isShown() throws IOException {
        List<SourceFile> texts = texts();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        for (int seed = 0; seed < ALWAYS || System.nanoTime() < end; seed++) {
            SourceFile mutant = mutant(texts, new Random(seed));
            List<Diagnostic> found = new Toolchain((path, from) -> texts.stream()
                            .filter(each -> each.name().endsWith(path))
                            .findFirst())
                    .lint(mutant);
            isShown(found, mutant);
            isWritten(found, mutant);
        }
    }

    /** Each under its name; and nothing of what a file holds steers the terminal. */
    private static void isShown(List<Diagnostic> found, SourceFile file) {
        for (Console.Drawing drawing : List.of(
                Shown.plain(Glyphs.UNICODE), Shown.plain(Glyphs.ASCII), Shown.terminal(20), Shown.terminal(80))) {
            Shown shown = new Shown();
            new DiagnosticView(shown.stream(), drawing).show(found);
            String text = shown.text();
            found.forEach(finding -> assertThat(text).as(file.text()).contains("[" + finding.name() + "]: "));
            assertThat(STEERS.matcher(text).find()).as(file.text()).isFalse();
        }
    }

    private static void isWritten(List<Diagnostic> found, SourceFile file) {
        Shown shown = new Shown();
        Json.document("findings/1")
                .with("findings", Json.each(found, DiagnosticView::json))
                .print(shown.stream());
        JsonNode read = JSON.readTree(shown.text()).get("findings");
        assertThat(read.size()).as(file.text()).isEqualTo(found.size());
        for (int i = 0; i < found.size(); i++) {
            assertThat(read.get(i).get("summary").asString())
                    .as(file.text())
                    .isEqualTo(found.get(i).summary());
            assertThat(read.get(i).get("at").get("end").asInt())
                    .isEqualTo(found.get(i).at().span().end());
        }
    }

    private static List<SourceFile> texts() throws IOException {
        List<SourceFile> texts = new ArrayList<>();
        for (Path root : TREES) {
            try (Stream<Path> tree = Files.walk(root)) {
                for (Path file : tree.filter(each -> each.toString().matches(".*\\.(runbook|releases)")
                                && !each.toString().contains("target"))
                        .sorted()
                        .toList()) {
                    texts.add(new SourceFile(file.toString(), Files.readString(file)));
                }
            }
        }
        return texts;
    }

    private static SourceFile mutant(List<SourceFile> texts, Random random) {
        SourceFile file = texts.get(random.nextInt(texts.size()));
        String other = texts.get(random.nextInt(texts.size())).text();
        StringBuilder text = new StringBuilder(file.text());
        for (int change = random.nextInt(5); change >= 0; change--) {
            int at = random.nextInt(text.length() + 1);
            int from = random.nextInt(other.length());
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 1 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                default -> text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(60)));
            }
        }
        return new SourceFile(file.name(), text.toString());
    }
}
