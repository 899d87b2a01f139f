package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose journals are in a PostgreSQL. */
class SharedJournalTest {
    private static PostgresServer server;

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void sitDown() throws Exception {
        server.empty();
        typed = new Typed(folder).with("RUNG_JOURNAL", server.url()).with("RUNG_JOURNAL_PATIENCE", "1");
    }

    /** Somebody at another machine: nothing of the first one's state is there. */
    private Typed colleague() {
        return new Typed(folder).with("RUNG_STATE", folder.resolve("elsewhere").toString());
    }

    private int run(String... more) {
        Stream<String> words = Stream.of("run", "notes.runbook", "--to=2.0", "--yes", "--confirm=announced");
        return typed.rungInItsOwnProcess(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    private String newest(Typed who) {
        assertThat(who.rung("history", "--journal", server.url())).isZero();
        return who.out().substring(0, who.out().indexOf(' '));
    }

    @Test
    void aColleagueSeesTheSameRunsAndTakesOneBack() {
        Notes.layOut(typed, "");
        assertThat(run()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("journal jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres pad-");
        assertThat(folder.resolve("state/runs")).doesNotExist();
        Typed colleague = colleague();
        String run = newest(colleague);
        assertThat(colleague.out()).containsPattern("pad 1.0 → 2.0 +upgraded after ");
        String before = colleague.out();

        assertThat(colleague.rung("history", "--journal=" + server.url(), "--verify"))
                .isZero();
        assertThat(colleague.out()).startsWith(run + "  as it was written: ");
        assertThat(colleague.rung("history", "--journal=" + server.url(), "--rebuild"))
                .isZero();
        assertThat(newest(colleague)).isEqualTo(run);
        assertThat(colleague.out()).isEqualTo(before);
        assertThat(colleague.rung("rollback", run, "--yes", "--journal", server.url()))
                .as(colleague.out() + colleague.err())
                .isZero();
        assertThat(typed.text("app")).isEqualTo("1.0");
        assertThat(folder.resolve("elsewhere/history.mv.db")).doesNotExist();
    }

    @Test
    void aLineThatSomebodyChangedIsFound() throws Exception {
        Notes.layOut(typed, "");
        assertThat(run()).isZero();
        String run = newest(typed);
        server.sql("update rung.lines set line = replace(line, 'announced', 'concealed') where n = 3");

        assertThat(typed.rung("history", "--verify")).isEqualTo(1);

        assertThat(typed.out()).contains(run + "  jdbc:postgresql://", ": line 3 was changed after it was written");
        server.sql("delete from rung.lines where n > 5; update rung.lines set line = replace(line, 'concealed',"
                + " 'announced')");
        assertThat(typed.rung("history", "--verify", run)).isEqualTo(1);
        assertThat(typed.out()).contains("line 6 is the first of ");
    }

    @Test
    void aRunThatStoppedGoesOnWithTheSharedJournalAndWithNoOther() {
        Notes.layOut(typed, "    require exists(\"ready\")\n");
        assertThat(run("--on-failure", "stop")).isEqualTo(12);
        typed.file("ready", "");
        assertThat(typed.rung("status")).isZero();
        assertThat(typed.out()).contains("pad 1.0 → 2.0  Notes\n  stopped, safe and resumable: ");
        Typed colleague = colleague();

        assertThat(colleague.rung("run", "notes.runbook", "--yes", "--confirm=announced"))
                .isEqualTo(4);
        assertThat(colleague.err())
                .contains("may not have come to its end: its journal is kept in jdbc:postgresql://127.0.0.1:")
                .contains("name that place, with `--journal` if it is a PostgreSQL");
        assertThat(colleague.rung("resume", "--journal", server.url()))
                .as(colleague.out() + colleague.err())
                .isZero();
        assertThat(typed.text("app")).isEqualTo("2.0");
        assertThat(typed.rung("history", "--verify")).isZero();
        assertThat(typed.rung("status")).isZero();
        assertThat(typed.out())
                .startsWith("nothing runs, and nothing is interrupted, by the journals in jdbc:postgresql:");
    }

    /** A program that stops the journal's server, once. */
    private String stopper() throws IOException {
        Path script = folder.resolve("stop-it");
        Files.writeString(
                script, "#!/bin/sh\nrm once 2>/dev/null || exit 0\n" + String.join(" ", server.downCommand()) + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        typed.file("once", "");
        return script.toString();
    }

    @Test
    void lostBetweenTwoChangesTheRunStopsSafeAndNothingIsBegun() throws Exception {
        Notes.layOut(typed, "");
        String text = typed.text("notes.runbook");
        typed.file(
                "notes.runbook",
                text.replace(
                                "require-version == next",
                                "require succeeds(\"" + stopper() + "\")\n    unset settings \"a\"")
                        .replace("artifact app", "config settings = properties(\"settings\")\n  artifact app"));
        typed.file("settings", "a=1\n");

        assertThat(run()).as(typed.out() + typed.err()).isEqualTo(12);

        assertThat(typed.err()).contains("does not answer; nothing is begun until it does, for up to 1 s");
        assertThat(typed.out())
                .contains("stopped, safe and resumable: the journal jdbc:postgresql://", " cannot be written: ");
        assertThat(typed.text("settings")).isEqualTo("a=1\n");
        assertThat(typed.rung("resume")).isEqualTo(4);
        assertThat(typed.err()).contains("error: the journals jdbc:postgresql://", "no server answers there");
        server.up();
        assertThat(typed.rung("resume")).as(typed.out() + typed.err()).isZero();
        assertThat(typed.text("settings")).isEmpty();
        assertThat(typed.rung("history", "--verify")).isZero();
    }

    @Test
    void lostInTheMiddleOfAChangeAPersonHasToKnow() throws Exception {
        Notes.layOut(typed, "    run \"" + stopper() + "\" changes nothing idempotent\n");

        assertThat(run()).as(typed.out() + typed.err()).isEqualTo(13);

        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("stopped, needs a person: the journal jdbc:postgresql://")
                .contains("what was being done then has no outcome in it: run `");
        server.up();
        assertThat(typed.rung("resume")).as(typed.out() + typed.err()).isZero();
        assertThat(typed.text("app")).isEqualTo("2.0");
        assertThat(typed.rung("history", "--verify")).isZero();
    }

    @Test
    void thePasswordIsToldToNobody() throws Exception {
        server.sql("drop role if exists team; create role team login password 'v3ry-secret';"
                + " create schema rung authorization team");
        Notes.layOut(typed, "");
        String there = "127.0.0.1:" + server.port() + "/postgres";
        StringBuilder all = new StringBuilder();
        for (String url : List.of(
                "postgresql://team:v3ry-secret@" + there,
                "jdbc:postgresql://" + there + "?user=team&password=v3ry-secret",
                "postgresql://team:v3ry-secret@127.0.0.1:1/none",
                "postgresql://team:v3ry-secret@" + there + "x",
                "mysql://team:v3ry-secret@" + there)) {
            typed.with("RUNG_JOURNAL", url);
            run("--stack-trace");
            all.append(typed.out()).append(typed.err());
            typed.rung("history", "--stack-trace");
            all.append(typed.out()).append(typed.err());
        }
        typed.with("RUNG_JOURNAL", "postgresql://team@" + there).with("RUNG_JOURNAL_PASSWORD", "v3ry-secret");
        assertThat(typed.rung("history", "--verify")).as(typed.err()).isZero();

        assertThat(all.toString())
                .contains("upgraded to 2.0", "no server answers there", "there is no database `postgresx`")
                .contains("is no address of a PostgreSQL")
                .doesNotContain("v3ry");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("v3ry"));
        }
        server.sql("drop schema rung cascade; drop role team");
    }

    @Test
    void whatIsNoAddressIsWrongUsageOnlyWhereJournalsAreKept() {
        typed.with("RUNG_JOURNAL", "somewhere");
        assertThat(typed.rung("history")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: what `--journal`, or RUNG_JOURNAL, says is no address of a PostgreSQL
            help: it is written like jdbc:postgresql://db.example.org:5432/rung?user=rung
            """);
        Notes.layOut(typed, "");
        assertThat(typed.rung("lint", "notes.runbook")).isZero();
    }
}
