package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ledger as its operator sees it: the built jars, as processes. */
class ServiceIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1.8.2, 2", "1.9.4, 3", "1.10.3, 4", "2.0.1, 5", "2.4.0, 7"})
    void eachJarFillsAndServesItsOwnSchema(String version, int schema) throws Exception {
        assertThat(LedgerProcess.run(version, folder, "--fill", "50").output())
                .contains("Filled schema " + schema + " with 36 accounts and 50 postings, turnover ");

        try (LedgerProcess process = LedgerProcess.serve(version, folder).awaitHealthy()) {
            assertThat(process.get("/version").body())
                    .isEqualTo("{\"version\":\"" + version + "\",\"schema\":" + schema + "}\n");
            assertThat(process.get("/").body())
                    .contains("Ledger " + version + " · schema " + schema)
                    .contains("Girokonto Müller &amp; Söhne");
            assertThat(process.get("/accounts").body()).contains("\"path\":\"Assets/Bank/Deposits\"");
            assertThat(process.get("/postings?limit=3").body().lines()).hasSize(5);
            assertThat(process.get("/totals").body()).startsWith("{\"accounts\":36,\"postings\":50,");
            assertThat(process.get("/postings?limit=x").status()).isEqualTo(400);
            assertThat(process.get("/nothing").status()).isEqualTo(404);
            assertThat(process.output()).contains("Ledger " + version + " ready on port " + process.port() + " after ");
        }
    }

    @Test
    void whileItMigratesItSaysSo() throws Exception {
        LedgerProcess.run("1.8.2", folder, "--fill", "50");
        faults("slow-migration-to=1.9.4:2s");

        try (LedgerProcess process = LedgerProcess.serve("1.9.4", folder).awaitInitializing()) {
            assertThat(process.get("/version").status()).isEqualTo(503);
            assertThat(process.get("/").status()).isEqualTo(503);
            process.awaitHealthy();
            assertThat(process.output())
                    .contains("Ledger 1.9.4 starting")
                    .contains("Migrating schema 2 -> 3: amounts in cents");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.2", "2.4.0"})
    void acknowledgedPostingsSurviveAKill(String version) throws Exception {
        LedgerProcess.run(version, folder, "--fill", "10");
        try (LedgerProcess process = LedgerProcess.serve(version, folder).awaitHealthy()) {
            for (int number = 1; number <= 20; number++) {
                assertThat(process.post(
                                "application/x-www-form-urlencoded",
                                "debit=1000&credit=4000&amount=0.07&text=number+" + number))
                        .isEqualTo(new LedgerProcess.Answer(201, "{\"id\":" + (10 + number) + "}\n"));
            }
            process.kill();
        }

        try (LedgerProcess process = LedgerProcess.serve(version, folder).awaitHealthy()) {
            assertThat(process.get("/postings?limit=1").body()).contains("\"id\":30,", "\"text\":\"number 20\"");
            assertThat(process.get("/totals").body()).contains("\"postings\":30,");
        }
    }

    @Test
    void postingMistakesAreTheClients() throws Exception {
        LedgerProcess.run("2.4.0", folder, "--fill", "0");

        try (LedgerProcess process = LedgerProcess.serve("2.4.0", folder).awaitHealthy()) {
            assertThat(process.post("application/json", "{\"debit\":1,\"credit\":4000,\"amount\":1,\"text\":\"x\"}"))
                    .isEqualTo(new LedgerProcess.Answer(400, "{\"error\":\"There is no account 1\"}\n"));
            assertThat(process.post("application/json", "nonsense").status()).isEqualTo(400);
            assertThat(process.get("/totals").body()).isEqualTo("{\"accounts\":36,\"postings\":0,\"turnover\":0.00}\n");
        }
    }

    @Test
    void stopsAtOnceAndClosesTheDatabaseProperly() throws Exception {
        LedgerProcess.run("2.0.1", folder, "--fill", "100");
        assertThat(fileHeader()).contains("clean:1");
        try (LedgerProcess process = LedgerProcess.serve("2.0.1", folder).awaitHealthy()) {
            assertThat(fileHeader()).doesNotContain("clean:1");
            long start = System.nanoTime();

            assertThat(process.stop()).isEqualTo(143);

            // 15 to 160 ms as measured; the rest is for a busy machine.
            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1500);
            assertThat(process.output()).endsWith("Ledger 2.0.1 stopped\n");
            assertThat(fileHeader()).contains("clean:1");
        }
    }

    @Test
    void stoppedInItsMigrationItEndsQuietlyAndLeavesTheLock() throws Exception {
        LedgerProcess.run("1.8.2", folder, "--fill", "10");
        faults("slow-migration-to=1.9.4:1m:before");
        try (LedgerProcess process = LedgerProcess.serve("1.9.4", folder).awaitLine("sleeping")) {
            assertThat(process.stop()).isEqualTo(143);
            assertThat(process.output())
                    .endsWith("Ledger 1.9.4 stopped before it was ready\n")
                    .doesNotContain("failed");
        }

        assertThat(LedgerProcess.run("1.9.4", folder, "--release-lock").output())
                .contains("Released the migration lock");
        assertThat(LedgerProcess.run("1.9.4", folder, "--release-lock").output())
                .contains("The migration lock was free already");
    }

    @Test
    void failsAfterItsMigrationWhenTold() throws Exception {
        LedgerProcess.run("2.0.1", folder, "--fill", "10");
        faults("fail-start-of=2.4.0");
        try (LedgerProcess process = LedgerProcess.serve("2.4.0", folder)) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output()).contains("Start failed: ledger.faults says fail-start-of=2.4.0");
        }

        try (LedgerProcess old = LedgerProcess.serve("2.0.1", folder)) {
            assertThat(old.exitCode()).isEqualTo(1);
            assertThat(old.output()).contains("schema 7 is newer than this Ledger knows (5)");
        }
    }

    @Test
    void diesOnceHealthyWhenTold() throws Exception {
        LedgerProcess.run("2.0.1", folder, "--fill", "10");
        faults("die-after-healthy=2.0.1:1500ms");
        try (LedgerProcess process = LedgerProcess.serve("2.0.1", folder).awaitHealthy()) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .endsWith("Ledger 2.0.1 died: ledger.faults says die-after-healthy=2.0.1\n")
                    .contains("Ledger 2.0.1 ready on port");
        }
    }

    @Test
    void migratesDownWhenTold() throws Exception {
        LedgerProcess.run("2.4.0", folder, "--fill", "10");

        LedgerProcess.Finished finished = LedgerProcess.run("2.4.0", folder, "--down", "2.0.1");

        assertThat(finished.exitCode()).isZero();
        assertThat(finished.output()).contains("Migrated down to schema 5 of Ledger 2.0.1");
        try (LedgerProcess old = LedgerProcess.serve("2.0.1", folder).awaitHealthy()) {
            assertThat(old.get("/totals").body()).contains("\"postings\":10,");
        }
        assertThat(LedgerProcess.run("2.0.1", folder, "--down", "1.10.3"))
                .extracting(LedgerProcess.Finished::exitCode)
                .isEqualTo(1);
    }

    @Test
    void saysWhyItCannotStart() throws Exception {
        LedgerProcess.run("1.8.2", folder, "--fill", "10");
        Path other = Files.createDirectory(folder.resolve("other"));
        try (LedgerProcess first = LedgerProcess.serve("1.8.2", folder).awaitHealthy();
                LedgerProcess samePort = LedgerProcess.serveOn(first.port(), "1.8.2", other);
                LedgerProcess sameData = LedgerProcess.serve("1.8.2", folder)) {
            assertThat(samePort.exitCode()).isEqualTo(1);
            assertThat(samePort.output())
                    .contains("Cannot listen on port " + first.port() + ": Address already in use");
            assertThat(other.resolve("ledger.mv.db")).doesNotExist();
            assertThat(sameData.exitCode()).isEqualTo(1);
            assertThat(sameData.output()).contains("ledger.mv.db: it is in use by another process");
        }
        assertThat(LedgerProcess.run("1.8.2", folder, "--fill", "10"))
                .extracting(LedgerProcess.Finished::exitCode)
                .isEqualTo(1);
        assertThat(LedgerProcess.run("1.8.2", folder, "--nonsense"))
                .extracting(LedgerProcess.Finished::exitCode)
                .isEqualTo(2);
    }

    @Test
    void logsToAFileToo() throws Exception {
        Path log = folder.resolve("service.log");
        try (LedgerProcess process =
                LedgerProcess.serve("2.4.0", folder, "--log", log.toString()).awaitHealthy()) {
            process.stop();
            assertThat(Files.readString(log)).isEqualTo(process.output());
        }
        assertThat(Files.readAllLines(log))
                .allSatisfy(line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z .+"));
    }

    @Test
    void jarsHoldTheToolsOfH2() throws Exception {
        LedgerProcess.run("1.9.4", folder, "--fill", "10");
        Path script = folder.resolve("script.sql");
        String jar = LedgerProcess.jar("1.9.4").toString();

        LedgerProcess.Finished finished = LedgerProcess.java(
                List.of(
                        "-cp",
                        jar,
                        "org.h2.tools.Script",
                        "-url",
                        "jdbc:h2:" + LedgerProcess.data(folder),
                        "-user",
                        "sa",
                        "-script",
                        script.toString()),
                folder);

        assertThat(finished).isEqualTo(new LedgerProcess.Finished(0, ""));
        assertThat(Files.readString(script)).contains("CREATE CACHED TABLE \"PUBLIC\".\"POSTINGS\"");
        assertThat(LedgerProcess.java(List.of("-jar", jar, "--version"), folder))
                .isEqualTo(new LedgerProcess.Finished(0, "1.9.4\n"));
    }

    private void faults(String content) throws IOException {
        Files.writeString(folder.resolve("ledger.faults"), content);
    }

    private String fileHeader() throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("ledger.mv.db"));
        return new String(file, 0, 4096, StandardCharsets.ISO_8859_1);
    }
}
