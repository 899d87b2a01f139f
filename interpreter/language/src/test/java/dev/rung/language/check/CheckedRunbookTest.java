package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.Toolchain;
import dev.rung.model.text.SourceFile;
import org.junit.jupiter.api.Test;

class CheckedRunbookTest {
    @Test
    void aFactGoesByTheInputsThatItIsMadeOf() {
        CheckedRunbook ledger =
                new Toolchain(Runbooks.quickstart()).check(Runbooks.ledger()).value();
        assertThat(ledger.inputsOf("ledger", "installed"))
                .extracting(CheckedRunbook.Input::name)
                .containsExactly("url", "port");
        assertThat(ledger.inputsOf("ledger", "nothing")).isEmpty();
        SourceFile byPart = Runbooks.app("data = size(store)\nmore = app.data", "");
        assertThat(Runbooks.check(byPart).value().inputsOf("app", "more"))
                .extracting(CheckedRunbook.Input::name)
                .containsExactly("home");
    }

    @Test
    void inputsAreShownWithTheirDefaultsAndDocumentation() {
        CheckedRunbook ledger =
                new Toolchain(Runbooks.quickstart()).check(Runbooks.ledger()).value();
        assertThat(ledger.title()).isEqualTo("Ledger, the sample application");
        assertThat(ledger.systems()).containsExactly("ledger");
        assertThat(ledger.inputs())
                .extracting(CheckedRunbook.Input::name)
                .containsExactly("target", "home", "port", "url", "backups", "java");
        assertThat(ledger.inputs().get(1).defaultText()).contains("\"/opt/ledger\"");
        assertThat(ledger.inputs().get(1).documentation()).isEqualTo("the folder that Ledger is installed in");
    }
}
