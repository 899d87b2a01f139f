package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Cut;
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

    /** While the service is held its writes are of no moment, and what says how it is taken back needs no backup. */
    @Test
    void anUndoIsAWayBackOfItsOwn() {
        String deed = "    run \"reindex\" changes books\n";
        assertThat(proof(ledger().replace(BACKUP, deed + BACKUP)).gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.step().text()).startsWith("run \"reindex\"");
                    assertThat(gap.summary()).isEqualTo("if this fails, nothing brings `books` back");
                });
        Proof proof = proof(ledger().replace(BACKUP, deed.replace("\n", " undo { run \"unindex\" }\n") + BACKUP));
        assertThat(proof.gaps()).isEmpty();
        assertThat(proof.classes().getFirst().statements())
                .anySatisfy(exposure -> assertThat(exposure.onWord())
                        .containsExactly(
                                "`reindex` changes nothing but what it says",
                                "its undo takes `reindex` back, however far it has come"));
    }

    @Test
    void throughTheRunningServiceNothingButAnUndoBringsADeedBack() {
        String deed = "    run \"close-books\" changes books\n";
        assertThat(proof(ledger().replace(STOP, deed + STOP)).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.help()).contains("`undo {"));
        assertThat(proof(ledger().replace(STOP, deed.replace("\n", " undo { run \"open-books\" }\n") + STOP))
                        .gaps())
                .isEmpty();
    }

    @Test
    void whatNobodyCanTakeBackComesLast() {
        String report = "    http POST \"http://authority.example/reports\" body \"${next}\"\n";
        assertThat(proof(ledger().replace(START, report + START)).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.step().text()).startsWith("http POST"));
        Proof last = proof(ledger().replace(CHECK, CHECK + report + "    say \"reported\"\n"));
        assertThat(last.gaps()).isEmpty();
        String said = report.replace("\n", " undo { http DELETE \"http://authority.example/reports\" }\n");
        assertThat(proof(ledger().replace(STOP, said + STOP)).gaps()).isEmpty();
    }

    @Test
    void codeThatADeedChangesHasToLandAsWell() {
        String deed = "    run \"unpack\" changes jar\n";
        assertThat(proof(ledger().replace("    swap jar to next\n", deed)).gaps())
                .isEmpty();
        assertThat(proof(ledger().replace("    swap jar to next\n", "").replace(STOP, deed + STOP))
                        .gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.label()).isEqualTo("`server` is running here"));
    }

    @Test
    void whatABackupIsOnlyReadBackForIsCountedAsSomebodysWord() {
        Proof proof = proof(ledger().replace(" verified by restore", ""));
        assertThat(proof.holds()).isTrue();
        assertThat(proof.classes().getFirst().statements())
                .anySatisfy(exposure -> assertThat(exposure.onWord()).hasSize(1));
    }

    @Test
    void aBackupOfTheFirstHopLeadsFromAllFurtherOnesBackToItsStart() {
        Proof proof = proof(ledger().replace(BACKUP, "    when first-hop {\n  " + BACKUP + "    }\n"));
        assertThat(proof.gaps()).isEmpty();
        assertThat(proof.classes()).hasSize(2);
        assertThat(cuts(proof.classes().getFirst())).noneMatch(Cut::toEarlierStart);
        assertThat(cuts(proof.classes().getLast())).anyMatch(Cut::toEarlierStart);
    }

    @Test
    void aBackupFromBeforeTheLadderLeadsBackToTheStartOfTheRun() {
        String before = "phase \"Prepare\" {\n" + STOP + BACKUP + "}\n\n";
        Proof proof = proof(ledger().replace(BACKUP, "").replace("phase \"Upgrade\"", before + "phase \"Upgrade\""));
        assertThat(proof.gaps()).isEmpty();
        assertThat(proof.outside()).hasSizeGreaterThan(2);
    }

    @Test
    void aBackupFromBeforeTheLadderDoesNotCountIfTheServiceRanMeanwhile() {
        String before = "phase \"Prepare\" {\n" + BACKUP + "}\n\n";
        Proof proof = proof(ledger().replace(BACKUP, "").replace("phase \"Upgrade\"", before + "phase \"Upgrade\""));
        assertThat(proof.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.step().text()).isEqualTo("start server"));
    }

    @Test
    void whatStandsOutsideOfHopsHasToHaveAWayBackToo() {
        String tidy = "phase \"Tidy up\" {\n  run \"true\" changes books\n}\n\n";
        Proof proof = proof(ledger().replace("phase \"Upgrade\"", tidy + "phase \"Upgrade\""));
        assertThat(proof.gapOutside()).isPresent();
        assertThat(proof.gapOutside().get().step().text()).startsWith("run");
        assertThat(proof.classes()).allSatisfy(hops -> assertThat(hops.gap()).isEmpty());
    }

    @Test
    void aServiceThatRanBeforeTheRunHasToRunBehindIt() {
        Proof proof = proof(ledger() + "\nphase \"Night\" {\n" + STOP + "}\n");
        assertThat(proof.gaps())
                .singleElement()
                .isInstanceOfSatisfying(
                        NeverLands.ServiceLeftDown.class,
                        gap -> assertThat(gap.summary())
                                .isEqualTo("`server` is up before this run, and stays down after it"));
    }

    private static List<Cut> cuts(Proof.HopClass hops) {
        return hops.statements().stream()
                .flatMap(exposure -> exposure.cuts().stream())
                .toList();
    }
}
