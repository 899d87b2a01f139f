package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in declarations that are easily told twice, or told as something else. */
class OneMistakeTest {
    private static Stream<String> names(String text) {
        return Runbooks.check(new SourceFile("app.runbook", text)).diagnostics().stream()
                .map(Diagnostic::name);
    }

    private static String app(String inSystem, String inPhase) {
        return """
            runbook "App"

            system app {
              releases "app.releases"
              installed = version(json("http://localhost", "$.version"))
              healthy = true
              java = 17.0
              %s
            }

            phase "p" {
              %s
              require healthy
            }
            """.formatted(inSystem, inPhase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include \"team.runbook\"",
                "input home : path",
                "inputs staging { home = \"/srv\" }",
                "max-loss 5m",
                "phase \"Inner\" {\n    say \"x\"\n  }",
                "place web = container(\"web\")",
                "runbook \"App\"",
                "secret token = ask()",
                "window \"Sat 22:00\" to \"Sun 04:00\" in \"UTC\""
            })
    void aDeclarationInAClosedBlockIsAtAWrongPlace(String declaration) {
        assertThat(names(app(declaration, "say \"x\""))).containsExactly("misplaced-word");
        assertThat(names(app("", declaration))).containsExactly("misplaced-word");
    }

    @Test
    void theBraceOfABlockThatIsNotClosedIsStillMissing() {
        assertThat(names(app("", "").replace("  \n}\n\nphase", "\nphase"))).containsExactly("unclosed-brace");
        assertThat(names(app("", "when healthy {"))).containsExactly("unclosed-brace");
    }

    @ParameterizedTest
    @CsvSource({
        "runbook, runbok, unknown-word",
        "releases, relaeses, unknown-word",
        "installed, instaled, missing-member",
        "system app, system, missing-word"
    })
    void whatIsMisspeltIsNotMissingToo(String word, String misspelt, String finding) {
        String text = app("", "step-through app to newest { }");
        assertThat(names(text.replaceFirst(word, misspelt))).first().isEqualTo(finding);
        assertThat(names(text.replaceFirst(word, misspelt)).filter(name -> !name.equals("missing-fact")))
                .filteredOn(name -> !names(text).toList().contains(name))
                .containsExactly(finding);
    }

    @Test
    void anEntryWithABlockOfItsOwnIsNoFact() {
        assertThat(names(app("neutralize {\n  }", "say \"x\""))).containsExactly("unknown-word");
        assertThat(names(app("users {\n  }", "say \"x\""))).containsExactly("missing-word");
    }

    @Test
    void anIncludeWithoutItsFileIsNotLookedFor() {
        Toolchain toolchain = new Toolchain((path, from) -> Optional.empty());
        assertThat(toolchain
                        .check(new SourceFile("app.runbook", "runbook \"App\"\ninclude\nphase \"p\" {\n}\n"))
                        .diagnostics())
                .extracting(Diagnostic::name)
                .containsExactly("missing-word");
        assertThat(toolchain
                        .check(new SourceFile("app.runbook", "runbook \"App\"\ninclude \"\"\nphase \"p\" {\n}\n"))
                        .diagnostics())
                .extracting(Diagnostic::name)
                .containsExactly("unknown-include");
    }
}
