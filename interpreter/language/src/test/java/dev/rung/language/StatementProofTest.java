package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Proof;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the proof makes of repetitions, keys, statements for a database and ends that a runbook says itself. */
class StatementProofTest {
    private static final String END =
            "swap jar to next\nstart server, gate\nwait for healthy within 5m\nrequire-version == next";

    private static String found(String body) {
        Toolchain toolchain = Runbooks.toolchain();
        Diagnosed<CheckedRunbook> checked = toolchain.check(Runbooks.app(
                "config conf = properties(\"${home}/app.conf\")",
                "phase \"p\" { step-through app to 2.0.0 {\n" + body + "\n} }\n"));
        assertThat(checked.diagnostics()).isEmpty();
        Diagnosed<PossibleRuns> runs = toolchain.possibleRuns(
                checked.value(),
                toolchain.install(checked.value(), Map.of()).value(),
                Map.of(),
                LocalDate.of(2026, 1, 1));
        assertThat(runs.diagnostics()).isEmpty();
        return Proof.of(runs.value()).gaps().stream()
                .findFirst()
                .map(Diagnostic::name)
                .orElse("proved");
    }

    private static String backedUp(String statements) {
        return "stop gate, server\nbackup db, store, conf to \"/backups\"\n" + statements + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for view in rows(db, 'select 1') { sql db 'drop' } | proved",
                "for view in rows(db, 'select 1') { start server } | swap-while-running",
                "for name in [1, 2] { run 'clean' changes store named clean } | proved",
                "set conf 'a' = 1 | proved",
                "let rows = sql-value(db, 'select 1') when rows == 0 { fail 'it is empty' } | proved",
                "fail 'never' | hop-never-lands",
                "restore db, store | proved",
                "sql db 'x' undo { sql db 'y' } | proved",
                "shell 'x' changes store | proved"
            })
    void withABackup(String statements, String expected) {
        assertThat(found(backedUp(statements.replace("'", "\"")) + END)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop gate, server sql db 'x' | no-way-back",
                "stop gate, server for view in rows(db, 'select 1') { sql db 'x' } | no-way-back",
                "stop gate, server restore db from '/other' | no-way-back",
                "set conf 'a' = 1 stop gate, server | swap-while-running",
                "stop gate, server set conf 'a' = 1 start server, gate named up stop gate, server named down |"
                        + " mixed-code"
            })
    void withoutOne(String statements, String expected) {
        assertThat(found(statements.replace("'", "\"") + "\nbackup db, store, conf to \"/backups\"\n" + END))
                .isEqualTo(expected);
    }
}
