package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rung.language.IncludeFinding.IncludeCycle;
import dev.rung.language.IncludeFinding.UnknownInclude;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncludesTest {
    private static Diagnosed<CheckedRunbook> check(String rest, Map<String, String> files) {
        Map<String, String> all = new HashMap<>(files);
        all.put("app.releases", Runbooks.RELEASES);
        return new Toolchain(files(all)).check(Runbooks.app(rest));
    }

    /** Finds a file as the disk would, whatever way is written to it. */
    private static SourceReader files(Map<String, String> files) {
        return (path, from) ->
                Optional.ofNullable(files.get(path.replace("./", ""))).map(text -> new SourceFile(path, text));
    }

    private static List<Diagnostic> find(String rest, Map<String, String> files) {
        return check(rest, files).diagnostics();
    }

    @Test
    void whatIsIncludedCountsAsIfItStoodThere() {
        Diagnosed<CheckedRunbook> checked = check(
                "include \"shared.runbook\"\nphase \"p\" { require exists(folder) }",
                Map.of("shared.runbook", "## where it is\ninput folder : path = \"/srv\"\n"));
        assertThat(checked.diagnostics()).isEmpty();
        assertThat(checked.value().inputs())
                .extracting(CheckedRunbook.Input::name, CheckedRunbook.Input::defaultText)
                .contains(tuple("folder", Optional.of("\"/srv\"")));
    }

    @Test
    void aFindingLiesInTheFileThatIsWrong() {
        List<Diagnostic> found = find(
                "include \"shared.runbook\"",
                Map.of("shared.runbook", "\nlet wrong = hom\nphase \"q\" { stop servr }\n"));
        assertThat(found).hasSize(2).hasOnlyElementsOfType(UnknownName.class);
        assertThat(found)
                .extracting(
                        finding -> finding.at().toString() + " " + finding.at().text())
                .containsExactly("shared.runbook:2:13 hom", "shared.runbook:3:18 servr");
    }

    @Test
    void aMistakeOfFormLiesThereToo() {
        List<Diagnostic> found = find("include \"shared.runbook\"", Map.of("shared.runbook", "\n\nlet = 3\n"));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().at().toString()).startsWith("shared.runbook:3:");
    }

    @Test
    void aNameIsDeclaredOnceInAllFiles() {
        List<Diagnostic> found =
                find("include \"shared.runbook\"", Map.of("shared.runbook", "input home : path = \"/srv\"\n"));
        assertThat(found).hasSize(1).hasOnlyElementsOfType(NameTwice.class);
        assertThat(found.getFirst().at().file().name()).isEqualTo("shared.runbook");
        assertThat(found.getFirst().labels())
                .allSatisfy(label -> assertThat(label.at().file().name()).isEqualTo("app.runbook"));
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(find("include \"shred.runbook\"", Map.of())).hasSize(1).hasOnlyElementsOfType(UnknownInclude.class);
    }

    @Test
    void aCycleIsToldOnceWithItsWholePath() {
        List<Diagnostic> found = find(
                "include \"a.runbook\"\ninclude \"b.runbook\"",
                Map.of("a.runbook", "include \"b.runbook\"", "b.runbook", "include \"./a.runbook\""));
        assertThat(found).hasSize(1).hasOnlyElementsOfType(IncludeCycle.class);
        assertThat(found.getFirst().at().file().name()).isEqualTo("b.runbook");
        assertThat(found.getFirst().notes()).containsExactly("trace: a.runbook → b.runbook → a.runbook");
    }

    @Test
    void aFileThatIncludesItselfIsACycle() {
        SourceFile self = new SourceFile("self.runbook", "runbook \"x\"\ninclude \"self.runbook\"\nphase \"p\" { }");
        List<Diagnostic> found =
                new Toolchain((path, from) -> Optional.of(self)).check(self).diagnostics();
        assertThat(found).hasSize(1).hasOnlyElementsOfType(IncludeCycle.class);
    }

    @Test
    void whatIsIncludedByTwoWaysIsTakenOnce() {
        assertThat(find(
                        "include \"a.runbook\"\ninclude \"b.runbook\"",
                        Map.of(
                                "a.runbook", "include \"c.runbook\"",
                                "b.runbook", "include \"c.runbook\"",
                                "c.runbook", "let shared = 1")))
                .isEmpty();
    }

    @Test
    void aFileThatOthersIncludeNeedsNoTitle() {
        SourceFile shared = new SourceFile("shared.runbook", "input folder : path = \"/srv\"\n");
        assertThat(Runbooks.toolchain().check(shared).diagnostics()).isEmpty();
    }
}
