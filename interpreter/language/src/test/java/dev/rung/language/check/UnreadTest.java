package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told together with what could not be read, and what is not. */
class UnreadTest {
    private static List<Diagnostic> find(SourceFile file) {
        return Runbooks.check(file).diagnostics();
    }

    @Test
    void whatCouldNotBeReadIsNotMissedOnceMore() {
        SourceFile unread =
                Runbooks.app("service extra = process(\"x\", pid-file \"p\")", "phase \"p\" { stop extra }");
        assertThat(find(unread)).extracting(Diagnostic::name).containsExactly("left-out");
        SourceFile namedOnly = new SourceFile("app.runbook", """
            runbook "App"
            system app {
              releases "app.releases"
              installed = version(json("http://localhost", "$.version" "x"))
              healthy = true
            }
            phase "p" { require installed >= 1.0 }
            """);
        assertThat(find(namedOnly)).extracting(Diagnostic::name).containsExactly("missing-fact", "left-out");
    }

    @Test
    void whatIsMissingIsToldTogetherWithWhatCannotBeRead() {
        SourceFile file = new SourceFile("app.runbook", """
            runbook "App"
            let home = "/opt" "/srv"
            system app {
              releases "app.releases"
              service server = process("app" pid-file: "app.pid")
              java = 17.0
            }
            phase "p" {
              stop server within 1 minute
              stop gate
              require elsewhere == home
              require nowhere
            }
            """);
        assertThat(find(file))
                .extracting(finding -> finding.at().start().line() + " " + finding.summary())
                .containsExactly(
                        "2 a text does not fit here",
                        "3 the system `app` does not say its `installed`",
                        "3 the system `app` does not say its `healthy`",
                        "5 `,` is missing",
                        "9 `1 minute` is written `1m` here",
                        "10 there is no service `gate`",
                        "11 there is no name `elsewhere`",
                        "12 there is no name `nowhere`");
    }
}
