package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.Meaning;
import dev.rung.language.signature.Signatures;
import dev.rung.model.expression.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The index of the reference is made of its pages, the grammars and the table of signatures. Stale, it is written anew. */
class ReferenceIndexTest {
    private static final Path REFERENCE = Path.of("../runbooks/reference");
    private static final Path INDEX = REFERENCE.resolve("index.md");

    /** Words that begin no statement and no declaration, with the pages of what they are part of. */
    private static final Map<String, List<String>> ON_PAGES = Map.ofEntries(
            Map.entry("and", List.of("calls/operators.md")),
            Map.entry("body", List.of("statements/http.md")),
            Map.entry("by", List.of("statements/backup.md")),
            Map.entry(
                    "changes",
                    List.of(
                            "statements/run.md",
                            "statements/http.md",
                            "statements/manual.md",
                            "declarations/phase.md")),
            Map.entry("every", List.of("statements/tails.md")),
            Map.entry("expect", List.of("statements/run.md", "statements/http.md")),
            Map.entry("false", List.of("calls/operators.md")),
            Map.entry("from", List.of("statements/run.md", "statements/restore.md")),
            Map.entry("idempotent", List.of("statements/run.md")),
            Map.entry("in", List.of("calls/operators.md", "statements/for.md", "declarations/window.md")),
            Map.entry("keep", List.of("statements/backup.md")),
            Map.entry("matches", List.of("calls/operators.md")),
            Map.entry("not", List.of("calls/operators.md")),
            Map.entry("nothing", List.of("statements/run.md", "statements/http.md", "declarations/phase.md")),
            Map.entry("on", List.of("declarations/place.md", "statements/run.md")),
            Map.entry("or", List.of("calls/operators.md")),
            Map.entry("sha256", List.of("statements/download.md", "statements/swap.md")),
            Map.entry("true", List.of("calls/operators.md")),
            Map.entry(
                    "undo",
                    List.of("statements/run.md", "statements/http.md", "statements/sql.md", "statements/manual.md")),
            Map.entry("verified", List.of("statements/backup.md")),
            Map.entry("verify", List.of("statements/manual.md")),
            Map.entry(
                    "with",
                    List.of("statements/run.md", "statements/http.md", "statements/sql.md", "statements/swap.md")));

    private static final Map<String, List<String>> ON_RELEASE_PAGES = Map.of(
            "in", List.of("releases/requires.md", "releases/never-back-in-time.md"),
            "not", List.of("releases/requires.md"),
            "until", List.of("releases/each-and-direct.md"));

    /** @param path below the reference @param title without its mark */
    private record Page(String path, String title) {
        boolean begins(String word) {
            return title.startsWith("`" + word + "`")
                    || title.startsWith("`" + word + " ")
                    || title.contains(" `" + word + "`");
        }

        /** Whether the word stands in a form of the title. */
        boolean has(String word) {
            return title.matches(".*[` \\[]" + word + "[` \\],].*");
        }
    }

    @Test
    void theIndexIsWhatThePagesSay() throws IOException {
        String index = index();
        String kept = Files.exists(INDEX) ? Files.readString(INDEX) : "";
        if (!kept.equals(index)) {
            Files.writeString(INDEX, index);
        }
        assertThat(kept)
                .as("%s is written anew; look whether it is right", INDEX)
                .isEqualTo(index);
    }

    @Test
    void whatAWordIsExplainedByNamesTheWord() throws IOException {
        for (Map<String, List<String>> words : List.of(ON_PAGES, ON_RELEASE_PAGES)) {
            for (String word : words.keySet()) {
                for (String page : words.get(word)) {
                    assertThat(Files.readString(REFERENCE.resolve(page)))
                            .as("%s on %s", word, page)
                            .containsPattern("`[^`]*\\b" + word + "\\b[^`]*`");
                }
            }
        }
    }

    private static String index() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Index");
        lines.add("");
        lines.add("Every word of the two languages, every name, driver, place and call, with the page that explains it."
                + " Who has never seen the");
        lines.add("language begins with the [tour](tour.md).");
        words(lines, "Words of runbooks", "Runbook", pages("declarations", "statements"), ON_PAGES);
        words(lines, "Words of release files", "Releases", pages("releases"), ON_RELEASE_PAGES);
        givenNames(lines);
        signatures(
                lines,
                "Drivers",
                Signatures.drivers().stream().sorted(byName()).toList(),
                driver -> driver.gives().word() + " " + driver.name(),
                pages("drivers"));
        signatures(lines, "Places", Signatures.places(), place -> "place " + place.name(), pages("places"));
        signatures(lines, "Calls", Signatures.calls(), call -> "call " + call.name(), pages("calls"));
        return String.join("\n", lines) + "\n";
    }

    /** What a runbook may name without having declared it. */
    private static void givenNames(List<String> lines) throws IOException {
        String page = "calls/names.md";
        List<String> rows = Files.readAllLines(REFERENCE.resolve(page)).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        lines.addAll(List.of("", "## Names that are there", "", "| name | what it is |", "| --- | --- |"));
        rows.stream()
                .sorted()
                .map(row -> row.replaceFirst("`([^`]+)`", "[`$1`](" + page + ")"))
                .forEach(lines::add);
        for (Meaning.Word word : Meaning.Word.values()) {
            assertThat(rows).anyMatch(row -> row.startsWith("| `" + word.spelling() + "` |"));
        }
    }

    private static Comparator<Signature> byName() {
        return Comparator.comparing(Signature::name)
                .thenComparing(driver -> driver.gives().word());
    }

    private static void words(
            List<String> lines, String heading, String grammar, List<Page> pages, Map<String, List<String>> others)
            throws IOException {
        lines.addAll(List.of("", "## " + heading, "", "| word | explained by |", "| --- | --- |"));
        for (String word : GrammarWords.keywords(grammar).stream().sorted().toList()) {
            lines.add("| `%s` | %s |".formatted(word, explained(word, pages, others)));
        }
    }

    private static String explained(String word, List<Page> pages, Map<String, List<String>> others)
            throws IOException {
        List<Page> found =
                new ArrayList<>(pages.stream().filter(page -> page.begins(word)).toList());
        if (found.isEmpty()) {
            for (String other : others.getOrDefault(word, List.of())) {
                found.add(new Page(other, title(REFERENCE.resolve(other))));
            }
        }
        if (found.isEmpty()) {
            pages.stream().filter(page -> page.has(word)).forEach(found::add);
        }
        assertThat(found).as("pages that explain `%s`", word).isNotEmpty();
        return found.stream().map(ReferenceIndexTest::link).collect(Collectors.joining(", "));
    }

    private static String link(Page page) {
        return "[%s](%s)".formatted(page.title().replace("|", "\\|"), page.path());
    }

    private static void signatures(
            List<String> lines,
            String heading,
            List<Signature> signatures,
            Function<Signature, String> info,
            List<Page> pages)
            throws IOException {
        lines.addAll(List.of("", "## " + heading, "", "| form | what it is |", "| --- | --- |"));
        for (Signature signature : signatures) {
            String fence = "```signature " + info.apply(signature);
            List<Page> found = new ArrayList<>();
            for (Page page : pages) {
                if (Files.readAllLines(REFERENCE.resolve(page.path())).contains(fence)) {
                    found.add(page);
                }
            }
            assertThat(found).as(fence).hasSize(1);
            String kind = heading.equals("Drivers") ? signature.gives().word() + ": " : "";
            lines.add("| [`%s`](%s) | %s%s |"
                    .formatted(SignatureText.head(signature), found.getFirst().path(), kind, signature.summary()));
        }
    }

    private static List<Page> pages(String... folders) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String folder : folders) {
            for (ProofPage page : ProofPage.in(REFERENCE.resolve(folder))) {
                String name = page.path().getFileName().toString();
                if (!name.equals("README.md")) {
                    pages.add(new Page(folder + "/" + name, title(page.path())));
                }
            }
        }
        return pages;
    }

    private static String title(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .limit(1)
                .collect(Collectors.joining())
                .substring("# ".length());
    }
}
