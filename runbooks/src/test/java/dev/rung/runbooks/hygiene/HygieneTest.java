package dev.rung.runbooks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.lint.Rule;
import dev.rung.language.lint.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the project expects of its own tree. */
class HygieneTest {
    private static final Set<String> TOP =
            Set.of("LICENSE", "README.md", "grammar", "interpreter", "pom.xml", "repl", "rung", "runbooks", "target");
    private static final String GRAMMARS = "grammar/src/main/antlr4/dev/rung/grammar/";
    private static final int LINES = 300;
    private static final int LINES_OF_A_TEST = 400;

    /** Longer for a reason; no more than this. */
    private static final Map<String, Integer> LONGER = Map.of(
            // A sealed family is in one file: many records, none of them long.
            "Effect.java", 600,
            "Statement.java", 400,
            // What a run does from its first word to its last, told in one piece.
            "Engine.java", 320,
            "Session.java", 380);

    // Put together, so that this file is not its own finding.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled");
    private static final Pattern LEFTOVER =
            Pattern.compile("System\\.(out|err)\\.print|\\.printStack" + "Trace\\(\\)|Thread\\.dump" + "Stack");
    private static final Pattern OF_A_MACHINE = Pattern.compile("(?<![\\w.])/(wo" + "rk|ro" + "ot|home/[a-z]+/\\.m2)/");
    private static final Pattern OTHER_REGISTRY = Pattern.compile("<(pluginRepositories|repositories|mirrors?)>");
    private static final Pattern GENERATED = Pattern.compile(
            ".*\\.(class|jar|interp|tokens|aot|log|orig|rej|swp)|.*/Runbook(Lexer|Parser)\\.java|.*/Releases(Lexer|Parser)\\.java");

    private final Project project = Project.here();

    @Test
    void theTopFolderHoldsTheHouseAndNothingElse() throws IOException {
        try (Stream<Path> listed = Files.list(project.top())) {
            assertThat(listed.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .isSubsetOf(TOP);
        }
    }

    @Test
    void noSourceIsTooLongToRead() {
        assertThat(project.files(".java").stream()
                        .filter(file -> project.text(file).lines().count() > longest(file)))
                .isEmpty();
    }

    private static int longest(Path file) {
        int usual = file.toString().contains("/src/test/") ? LINES_OF_A_TEST : LINES;
        return LONGER.getOrDefault(file.getFileName().toString(), usual);
    }

    @Test
    void nothingUnfinishedIsLeft() {
        assertThat(findings(sources(), UNFINISHED)).isEmpty();
    }

    @Test
    void nothingIsPrintedForDebugging() {
        assertThat(findings(
                        project.files(".java").stream()
                                .filter(file -> file.toString().contains("/src/main/"))
                                .filter(file -> !file.toString().contains("/ledger/"))
                                .toList(),
                        LEFTOVER))
                .isEmpty();
    }

    @Test
    void noMachineShowsThrough() {
        assertThat(findings(project.files(), OF_A_MACHINE)).isEmpty();
    }

    @Test
    void whatIsBuiltComesFromMavensOwnRegistry() {
        assertThat(findings(project.files(".xml"), OTHER_REGISTRY)).isEmpty();
    }

    @Test
    void nothingGeneratedIsKept() {
        assertThat(project.files().stream()
                        .map(project::name)
                        .filter(name -> GENERATED.matcher("/" + name).matches()))
                .isEmpty();
    }

    @Test
    void everyModuleIsOnTheMap() {
        String map = project.text("interpreter/ARCHITECTURE.md");
        assertThat(project.modules()).allSatisfy(module -> assertThat(map).contains("`" + module + "/`"));
    }

    @Test
    void everyDecisionIsOnTheMapAndSaysWhatWasDecided() {
        String map = project.text("interpreter/ARCHITECTURE.md");
        assertThat(project.files(".md").stream()
                        .filter(file -> project.name(file).startsWith("interpreter/decisions/")))
                .isNotEmpty()
                .allSatisfy(file -> {
                    assertThat(map).contains("(decisions/" + file.getFileName() + ")");
                    assertThat(project.text(file)).contains("\n## Decision\n");
                });
    }

    @Test
    void keywordsStandInTheOrderOfTheAlphabet() {
        String lexer = project.text(GRAMMARS + "RunbookLexer.g4");
        String block = lexer.substring(lexer.indexOf("// keywords begin"), lexer.indexOf("// keywords end"));
        List<String> keywords = Pattern.compile("(?m)^\\w+\\s*: '(.+)';")
                .matcher(block)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(keywords).hasSizeGreaterThan(30).isSorted();
    }

    @Test
    void everyStatementOfTheGrammarHasItsRecord() {
        String parser = project.text(GRAMMARS + "RunbookParser.g4");
        MatchResult rule = Pattern.compile("(?sm)^statement$(.*?)^    ;")
                .matcher(parser)
                .results()
                .findFirst()
                .orElseThrow();
        List<String> labels = Pattern.compile("# (\\w+)")
                .matcher(rule.group(1))
                .results()
                .map(match -> match.group(1))
                .toList();
        String records = project.text("interpreter/language/src/main/java/dev/rung/language/syntax/Statement.java");
        assertThat(labels)
                .hasSizeGreaterThan(10)
                .allSatisfy(label -> assertThat(records).containsPattern("record " + label + "(To|With)?\\("));
    }

    /** A rule of the linter is a class, a page and a line in the list of rules, all of one name. */
    @Test
    void everyRuleHasItsClassItsPageAndItsLine() {
        List<String> lines = Rules.all().stream().map(Rule::name).toList();
        List<String> classes = project.classes("interpreter/language").stream()
                .filter(one -> one.interfaces().stream()
                        .anyMatch(seen -> seen.asInternalName().equals("dev/rung/language/lint/Rule")))
                .map(one -> one.thisClass().asInternalName())
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
        List<String> pages = project.files(".md").stream()
                .map(project::name)
                .filter(name -> name.startsWith("runbooks/reference/lint/"))
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(classes.stream().map(HygieneTest::hyphenated)).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(pages)
                .containsExactlyInAnyOrderElementsOf(lines.stream()
                        .map(name -> "runbooks/reference/lint/" + name + ".md")
                        .toList());
        assertThat(Rules.all()).allSatisfy(rule -> assertThat(pages).contains("runbooks/reference/" + rule.page()));
    }

    private static String hyphenated(String type) {
        return type.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private List<Path> sources() {
        return Stream.of(".java", ".g4", ".xml", ".sh")
                .flatMap(ending -> project.files(ending).stream())
                .toList();
    }

    private List<String> findings(List<Path> files, Pattern pattern) {
        return files.stream()
                .flatMap(file -> project.lines(file)
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> project.name(file) + ": " + line.strip()))
                .toList();
    }
}
