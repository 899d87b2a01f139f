package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Gap;
import dev.rung.model.prove.NeverLands;
import dev.rung.model.prove.NoWayBack;
import dev.rung.model.prove.Proof;
import dev.rung.model.text.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The quickstart's runbook is proved; the same with a statement left out, moved or weakened is not, and says where. */
class ProofTest {
    private static final String STOP = "    stop server within 1m\n";
    private static final String BACKUP = "    backup books to backups verified by restore\n";
    private static final String START = "    start server\n";
    private static final String CHECK = "    require-version == next\n";

    private static Proof proof(String text) {
        Toolchain toolchain = new Toolchain(Runbooks.quickstart());
        CheckedRunbook runbook =
                toolchain.check(new SourceFile("ledger.runbook", text)).value();
        Map<String, String> inputs = Map.of();
        Diagnosed<PossibleRuns> possibleRuns = toolchain.possibleRuns(
                runbook, toolchain.install(runbook, inputs).value(), inputs, LocalDate.of(2026, 11, 21));
        assertThat(possibleRuns.diagnostics()).isEmpty();
        return Proof.of(possibleRuns.value());
    }

    private static String ledger() {
        return Runbooks.ledger().text();
    }

    private static Gap gapWithout(String statement) {
        assertThat(ledger()).contains(statement);
        List<Gap> gaps = proof(ledger().replace(statement, "")).gaps();
        assertThat(gaps).hasSize(1);
        return gaps.getFirst();
    }

    @Test
    void everyHopThatTheReleaseFileAllowsIsProved() {
        Proof proof = proof(ledger());
        assertThat(proof.gaps()).isEmpty();
        assertThat(proof.deadEnds()).isEmpty();
        assertThat(proof.starts()).isEqualTo(5);
        List<String> hops = new ArrayList<>();
        proof.classes().forEach(each -> hops.addAll(each.hops()));
        assertThat(hops).contains("1.8.2 → 1.9.4", "1.9.4 → 1.10.3", "1.10.3 → 2.4.0", "2.0.1 → 2.4.0");
        assertThat(proof.classes()).as("they all look the same").hasSize(1);
    }

    @Test
    void boundsDecideWhereItMayBegin() {
        Proof proof = proof(ledger().replace("require-version >= 1.8", "require-version >= 2.0"));
        assertThat(proof.starts()).isEqualTo(2);
        assertThat(proof.hops()).isEqualTo(1);
    }

    @Test
    void withoutABackupTheStartOfNewCodeIsTooMuch() {
        Gap gap = gapWithout(BACKUP);
        assertThat(gap).isInstanceOf(NoWayBack.class);
        assertThat(gap.step().text()).isEqualTo("start server");
        assertThat(gap.summary()).isEqualTo("if this fails, nothing brings `books` back");
        assertThat(gap.hops()).hasSize(4);
    }

    @Test
    void withoutAStopTheSwapIsTooMuch() {
        Gap gap = gapWithout(STOP);
        assertThat(gap.step().text()).startsWith("swap jar");
        assertThat(gap).isInstanceOf(NoWayBack.SwapWhileRunning.class);
        assertThat(gap.help()).startsWith("add `stop server` before `swap jar to next` (line ");
    }

    @Test
    void aBackupThatWasTakenWhileItsWriterRanCoversNothing() {
        Proof proof = proof(ledger().replace(STOP + BACKUP, BACKUP + STOP));
        assertThat(proof.gaps()).singleElement().isInstanceOfSatisfying(NoWayBack.BackupWhileRunning.class, gap -> {
            assertThat(gap.step().text()).isEqualTo("start server");
            assertThat(gap.at().text()).startsWith("backup books");
        });
    }

    @Test
    void aHopWithoutAStartOrACheckNeverLands() {
        assertThat(gapWithout(CHECK))
                .isInstanceOfSatisfying(
                        NeverLands.class, gap -> assertThat(gap.summary()).contains("nobody asks in the end"));
        List<Gap> gaps = proof(ledger().replace(START, "")
                        .replace("within 10m unless log-has(server, 'Migration \\d+ failed')", "within 10m"))
                .gaps();
        assertThat(gaps).singleElement().isInstanceOfSatisfying(NeverLands.ServiceLeftDown.class, gap -> {
            assertThat(gap.service()).isEqualTo("server");
            assertThat(gap.at().text()).startsWith("stop server");
        });
    }

    @Test
    void whatABackupIsOnlyReadBackForIsCountedAsSomebodysWord() {
        Proof proof = proof(ledger().replace(" verified by restore", ""));
        assertThat(proof.holds()).isTrue();
        assertThat(proof.classes().getFirst().statements())
                .anySatisfy(exposure -> assertThat(exposure.onWord()).hasSize(1));
    }
}
