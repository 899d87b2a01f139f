package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever comes in, the front end ends with a tree and findings. What a fuzzer found is kept and tried each time. */
class FuzzTest {
    private static final Path FINDS = Path.of("src/test/resources/fuzz");
    private static final Path SHIPPED = Path.of("../../runbooks");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(runbook|releases)[^\n]*\n(.*?)^```");
    private static final Path EVERY = Path.of("src/test/resources/format");

    /** For how many seconds a fuzzer tries. To look for long: {@code -Dfuzz.seconds=3600}. */
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 3);

    private static final int PATIENT = 60;

    private static final String PIECES =
            "{}[]()\"'`#,.=<>$%*+/:\\ \n\r\tv1a-_\u00e9\uFEFF\uD83D\uDE80\uD83D\u0000\u2028";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> whatWasFoundStaysMended() throws IOException {
        return files(FINDS).stream()
                .map(find -> DynamicTest.dynamicTest(
                        find.getFileName().toString(), () -> FrontEnd.fuzzerTestOneInput(Files.readAllBytes(find))));
    }

    @Test
    void anyBytesAreRead() {
        for (int seed = 0; seed < 150; seed++) {
            byte[] bytes = new byte[new Random(seed).nextInt(200)];
            new Random(seed).nextBytes(bytes);
            assertThatCode(() -> FrontEnd.fuzzerTestOneInput(bytes))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void anyMutantIsRead() throws IOException {
        List<String> corpus = corpus();
        for (int seed = 0; seed < 100; seed++) {
            String mutant = mutant(corpus, new Random(seed));
            assertThatCode(() -> FrontEnd.fuzzerTestOneInput(mutant.getBytes(StandardCharsets.UTF_8)))
                    .as(mutant)
                    .doesNotThrowAnyException();
        }
    }

    /** Each text behind the byte that says what it is. */
    private static List<String> corpus() throws IOException {
        List<String> corpus = new ArrayList<>();
        corpus.add("0" + Runbooks.app(FrontEnd.UPGRADE).text());
        corpus.add("1" + Runbooks.RELEASES);
        corpus.add("2healthy and size(db) < 3 * free-space(home)");
        corpus.add("2swap jar to next within 5m");
        corpus.add("3" + Runbooks.RELEASES);
        for (Path every : files(EVERY)) {
            corpus.add((every.toString().endsWith(".releases") ? "1" : "0") + Files.readString(every));
        }
        return corpus;
    }

    /** All that the project ships and all that its pages show: for a fuzzer that has the time to look through it. */
    private static List<String> all() throws IOException {
        List<String> all = new ArrayList<>(corpus());
        try (Stream<Path> tree = Files.walk(SHIPPED)) {
            for (Path file : tree.filter(each -> each.toString().matches(".*\\.(runbook|releases|md)")
                            && !each.toString().contains("target"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                if (file.toString().endsWith(".md")) {
                    FENCED.matcher(text).results().forEach(block -> all.add(kind(block.group(1)) + block.group(2)));
                } else {
                    all.add(kind(file.toString()) + text);
                }
            }
        }
        return all;
    }

    private static String kind(String name) {
        return name.endsWith("releases") ? "1" : "0";
    }

    private static String mutant(List<String> corpus, Random random) {
        StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
        String other = corpus.get(random.nextInt(corpus.size()));
        for (int change = 0; change < 1 + random.nextInt(5); change++) {
            int at = 1 + random.nextInt(text.length() - 1);
            int from = random.nextInt(other.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 1 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                case 2 -> text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(60)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
            if (text.length() < 2) {
                text.append("  ");
            }
        }
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> whatIsHugeOrDeepIsRead() {
        return Stream.of(
                        "let a = " + "9".repeat(10_000),
                        "let a = " + "1.".repeat(10_000) + "1",
                        "let a = 1." + "1".repeat(10_000),
                        "let a = 1" + "h1".repeat(5_000) + "m",
                        "let a = '" + "x".repeat(100_000) + "'",
                        "let " + "a".repeat(100_000) + " = 1",
                        "let a = \"" + "${1}".repeat(10_000) + "\"",
                        "let a = " + "(".repeat(10_000),
                        "let a = " + "[".repeat(90) + "1" + "]".repeat(90),
                        "let a = [" + "1, ".repeat(10_000) + "1]",
                        "phase \"x\" {\n" + "say \"x\"\n".repeat(5_000) + "}",
                        "phase \"x\" { say \"x\"" + " within 1m".repeat(5_000) + " }",
                        "phase " + "{ when ".repeat(10_000),
                        "#".repeat(100_000),
                        "# a\n".repeat(20_000),
                        "\"\"\"" + "\n".repeat(20_000),
                        "}".repeat(10_000),
                        "? ".repeat(10_000),
                        lets(2_000, "let a-%d = a-%d + 1\n"),
                        lets(80, "let a-%d = a-%2$d + a-%2$d\n"),
                        lets(2_000, "let a-%d = a-%d + 1\n") + "let a-0 = a-2000")
                .map(text -> DynamicTest.dynamicTest(
                        text.substring(0, Math.min(24, text.length())).strip(), () -> {
                            FrontEnd.runbook("runbook \"x\"\n" + text);
                            FrontEnd.releases(text);
                        }));
    }

    private static String lets(int count, String form) {
        StringBuilder text = new StringBuilder("let a-0 = 1\n");
        for (int i = 1; i <= count; i++) {
            text.append(form.formatted(i, i - 1));
        }
        return text.toString();
    }

    /** Jazzer goes where the code has not been yet. It looks into this process' classes in one of its own. */
    @Test
    void aFuzzerFindsNothing() throws Exception {
        Path seeds = Files.createDirectory(folder.resolve("seeds"));
        List<String> corpus = SECONDS < PATIENT ? corpus() : all();
        for (int i = 0; i < corpus.size(); i++) {
            Files.writeString(seeds.resolve("seed-" + i), corpus.get(i));
        }
        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+EnableDynamicAgentLoading",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FrontEnd.class.getName(),
                        "--instrumentation_includes=dev.rung.language.**",
                        // a release file has patterns, and its author may write bad ones
                        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-seed=1",
                        "-max_total_time=" + SECONDS,
                        "-max_len=4000",
                        "-dict=" + dictionary(),
                        seeds.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        boolean ended = fuzzer.waitFor(SECONDS + 120L, TimeUnit.SECONDS);
        fuzzer.destroyForcibly();
        String said = Files.readString(folder.resolve("said"), StandardCharsets.ISO_8859_1);
        assertThat(ended).as(said).isTrue();
        assertThat(fuzzer.exitValue()).as(said + kept()).isZero();
        assertThat(said).containsPattern("Done \\d+ runs");
    }

    /** The words of both languages, so that they need not be guessed letter by letter. */
    private Path dictionary() throws IOException {
        Set<String> words = new TreeSet<>(RunbookReader.keywords());
        words.addAll(ReleasesSyntax.words());
        Stream.of(Signatures.calls(), Signatures.drivers(), Signatures.places())
                .flatMap(List::stream)
                .forEach(signature -> words.add(signature.name() + "("));
        words.addAll(List.of("==", "!=", "<=", ">=", "..", "${", "\\\"", "0.1", "5m", "2GB", "150%", "2025-01-30"));
        words.addAll(
                List.of("current", "next", "newest", "db", "jar", "server", "app", "healthy", "\\\"\\\"\\\"", "\\x0a"));
        return Files.write(
                folder.resolve("words"),
                words.stream().map(word -> '"' + word + '"').toList());
    }

    /** What the fuzzer found goes where it is tried again. */
    private String kept() throws IOException {
        for (Path find : files(folder)) {
            if (find.getFileName().toString().startsWith("crash-")) {
                Files.createDirectories(FINDS);
                Files.copy(find, FINDS.resolve(find.getFileName()));
            }
        }
        return "\nits finds are in " + FINDS;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
