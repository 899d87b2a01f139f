package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three traps an upgrade of Ledger has, as of most applications like it, with real processes. */
class TrapsIT {

    @TempDir
    private Path folder;

    /** Trap 1, the quiet way: every number is a hundredfold of what it was, and what is posted now a hundredth. */
    @Test
    void healthOfOldCodeOverNewDataSaysOkWhileTheNumbersAreWrong() throws Exception {
        fill("1.8.2");
        String before = totals("1.8.2");
        assertThat(totals("1.9.4")).isEqualTo(before);

        try (LedgerProcess old = LedgerProcess.serve("1.8.2", folder).awaitHealthy()) {
            assertThat(old.get("/version").body()).isEqualTo("{\"version\":\"1.8.2\",\"schema\":2}\n");
            assertThat(old.get("/").status()).isEqualTo(200);
            assertThat(old.get("/totals").body())
                    .isEqualTo(before.replaceAll("(\"turnover\":\\d+)\\.(\\d\\d)", "$1$2.00"))
                    .isNotEqualTo(before);
            assertThat(old.post("application/json", "{\"debit\":1000,\"credit\":1010,\"amount\":1.50,\"text\":\"x\"}")
                            .status())
                    .isEqualTo(201);
            old.stop();
        }
        try (LedgerProcess current = LedgerProcess.serve("1.9.4", folder).awaitHealthy()) {
            assertThat(current.get("/postings?limit=1").body()).contains("\"amount\":0.02");
        }
    }

    /** Trap 1, the loud way: health is all there is. */
    @ParameterizedTest
    @CsvSource({"1.9.4, 1.10.3, PATH", "1.10.3, 2.0.1, POSTINGS", "1.8.2, 2.4.0, POSTINGS"})
    void healthOfOldCodeOverNewDataSaysOkWhileThePagesFail(String old, String current, String missing)
            throws Exception {
        fill(current);

        try (LedgerProcess process = LedgerProcess.serve(old, folder).awaitHealthy()) {
            assertThat(process.get("/accounts").status()).isEqualTo(500);
            assertThat(process.get("/accounts").body()).contains(missing + "\\\" not found");
            assertThat(process.get("/").status()).isEqualTo(500);
            assertThat(process.get("/").body())
                    .contains("could not read its books")
                    .contains("Ledger " + old);
            assertThat(process.get("/health")).isEqualTo(new LedgerProcess.Answer(200, "{\"status\":\"ok\"}\n"));
            assertThat(process.output()).contains("GET /accounts failed: ");
        }
    }

    /** Trap 2: to put the old jar back is not enough. */
    @ParameterizedTest
    @CsvSource({
        "1.8.2,  1.9.4,  3, AMOUNT,   Duplicate column name \"AMOUNT_CENTS\"",
        "1.9.4,  1.10.3, 4, PATH,     Table \"ACCOUNT_GROUPS\" already exists",
        "1.10.3, 2.0.1,  5, POSTINGS, Table \"JOURNAL_ENTRIES\" already exists",
    })
    void failedStartHasRewrittenTheFile(String old, String current, int schema, String missing, String twice)
            throws Exception {
        fill(old);
        faults("fail-migration-to=" + current);

        try (LedgerProcess failing = LedgerProcess.serve(current, folder)) {
            assertThat(failing.exitCode()).isEqualTo(1);
            assertThat(failing.output())
                    .contains("Migration " + schema + " failed: ledger.faults says fail-migration-to=" + current)
                    .doesNotContain(" ready ");
        }
        try (LedgerProcess back = LedgerProcess.serve(old, folder).awaitHealthy()) {
            assertThat(back.get("/accounts").status()).isEqualTo(500);
            assertThat(back.get("/accounts").body()).contains(missing + "\\\" not found");
            back.stop();
        }
        faults("");
        try (LedgerProcess again = LedgerProcess.serve(current, folder)) {
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.output()).contains("Migration " + schema + " failed: " + twice);
        }
    }

    /** Trap 2 for the version that looks: it cannot even start. */
    @Test
    void failedStartHasRewrittenTheFileSoThatOldCodeRefusesIt() throws Exception {
        fill("2.0.1");
        faults("fail-migration-to=2.4.0");

        try (LedgerProcess failing = LedgerProcess.serve("2.4.0", folder)) {
            assertThat(failing.exitCode()).isEqualTo(1);
        }
        try (LedgerProcess back = LedgerProcess.serve("2.0.1", folder)) {
            assertThat(back.exitCode()).isEqualTo(1);
            assertThat(back.output()).contains("schema 6 is newer than this Ledger knows (5)");
        }
    }

    /** Trap 3, and its way out where the migration had not begun to write. */
    @Test
    void killedInItsMigrationItLeavesItsLockAndTheNextStartWaits() throws Exception {
        fill("1.9.4");
        faults("slow-migration-to=1.10.3:1m:before");
        try (LedgerProcess slow = LedgerProcess.serve("1.10.3", folder)) {
            slow.awaitInitializing().awaitLine("sleeping 1m");
            slow.kill();
        }
        faults("");

        try (LedgerProcess next = LedgerProcess.serve("1.10.3", folder)) {
            next.awaitLine("Waiting for the migration lock held by Ledger 1.10.3 (pid ")
                    .awaitInitializing();
            assertThat(next.get("/accounts").status()).isEqualTo(503);
            next.kill();
        }
        try (LedgerProcess impatient = LedgerProcess.serve("1.10.3", folder, "--lock-timeout", "500ms")) {
            assertThat(impatient.exitCode()).isEqualTo(1);
            assertThat(impatient.output())
                    .contains("Gave up waiting for the migration lock after 500ms: it is held by Ledger 1.10.3 (pid ");
        }
        assertThat(LedgerProcess.run("1.10.3", folder, "--release-lock"))
                .extracting(
                        LedgerProcess.Finished::exitCode,
                        finished ->
                                finished.output().contains("Released the migration lock held by Ledger 1.10.3 (pid "))
                .containsExactly(0, true);
        try (LedgerProcess freed = LedgerProcess.serve("1.10.3", folder).awaitHealthy()) {
            assertThat(freed.get("/accounts").status()).isEqualTo(200);
        }
    }

    /** Traps 2 and 3 together: after a kill in the middle, freeing the lock does not help. */
    @Test
    void killedInTheMiddleOfItsMigrationItLeavesTheLockAndHalfAMigration() throws Exception {
        fill("1.10.3");
        faults("slow-migration-to=2.0.1:1m");
        try (LedgerProcess slow = LedgerProcess.serve("2.0.1", folder)) {
            slow.awaitLine("sleeping 1m").awaitInitializing();
            slow.kill();
        }
        faults("");

        try (LedgerProcess old = LedgerProcess.serve("1.10.3", folder)) {
            old.awaitLine("Waiting for the migration lock held by Ledger 2.0.1 (pid ");
            old.stop();
        }
        LedgerProcess.run("2.0.1", folder, "--release-lock");
        try (LedgerProcess freed = LedgerProcess.serve("2.0.1", folder)) {
            assertThat(freed.exitCode()).isEqualTo(1);
            assertThat(freed.output()).contains("Migration 5 failed: Table \"JOURNAL_ENTRIES\" already exists");
        }
    }

    private void fill(String version) throws IOException, InterruptedException {
        assertThat(LedgerProcess.run(version, folder, "--fill", "100").exitCode())
                .isZero();
    }

    private void faults(String content) throws IOException {
        Files.writeString(folder.resolve("ledger.faults"), content);
    }

    private String totals(String version) throws IOException, InterruptedException {
        try (LedgerProcess process = LedgerProcess.serve(version, folder).awaitHealthy()) {
            String totals = process.get("/totals").body();
            process.stop();
            return totals;
        }
    }
}
