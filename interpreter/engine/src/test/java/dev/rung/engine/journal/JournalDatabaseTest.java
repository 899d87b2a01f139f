package dev.rung.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Journals in a PostgreSQL: all that holds for a file, and what a server and a connection can do to them. */
class JournalDatabaseTest implements JournalsContract {
    private static PostgresServer server;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private JournalDatabase journals;

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
    void begin() throws SQLException {
        server.empty();
        journals = at(server.url(), Duration.ofSeconds(20));
    }

    @AfterEach
    void end() {
        journals.close();
    }

    private JournalDatabase at(String url, Duration longest) {
        return new JournalDatabase(PostgresServer.address(url), Clock.systemUTC(), longest, told::add);
    }

    @Override
    public Journals journals() {
        return journals;
    }

    @Override
    public List<String> lines(String run) {
        List<String> lines = new ArrayList<>();
        try (Connection connection = server.address().connect();
                PreparedStatement query =
                        connection.prepareStatement("select line from rung.lines where run = ? order by n")) {
            query.setString(1, run);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void replace(String run, List<String> lines) {
        try (Connection connection = server.address().connect();
                PreparedStatement delete = connection.prepareStatement("delete from rung.lines where run = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into rung.lines (run, n, line, hash) values (?, ?, ?, '')")) {
            delete.setString(1, run);
            delete.executeUpdate();
            for (int n = 1; n <= lines.size(); n++) {
                insert.setString(1, run);
                insert.setInt(2, n);
                insert.setString(3, lines.get(n - 1));
                insert.executeUpdate();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void cutConnections() throws SQLException {
        server.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rung'"
                + " and pid <> pg_backend_pid()");
    }

    @Test
    void aConnectionThatIsCutIsMadeAgain() throws SQLException {
        try (Journal journal = journals.create("one")) {
            for (Entry entry : SampleEntries.ALL) {
                journal.append(entry);
                cutConnections();
            }
        }
        journals.close();
        assertThat(journals.read("one").entries()).hasSize(5);
        assertThat(journals.verify("one").flaws()).isEmpty();
        assertThat(told).contains("the journal " + journals.place() + " answers again");
    }

    @Test
    void aServerThatComesBackHasAllThatItAcknowledged() throws Exception {
        try (Journal journal = journals.create("one")) {
            journal.append(SampleEntries.began(1));
            server.down();
            Thread back = Thread.ofPlatform().start(() -> {
                try {
                    Thread.sleep(1500);
                    server.up();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            journal.append(new Entry.Decided("a", true));
            back.join();
        }
        journals.close();
        assertThat(journals.read("one").entries()).hasSize(2);
        assertThat(told.getFirst())
                .isEqualTo("the journal " + journals.place()
                        + " does not answer; nothing is begun until it does, for up to 20 s");
    }

    @Test
    void aServerThatStaysAwayEndsItAndThenNothingIsWaitedFor() throws Exception {
        journals.close();
        journals = at(server.url(), Duration.ofSeconds(1));
        try (Journal journal = journals.create("one")) {
            journal.append(SampleEntries.began(1));
            server.down();
            try {
                assertThatThrownBy(() -> journal.append(new Entry.Decided("a", true)))
                        .isInstanceOf(JournalException.class)
                        .hasMessageStartingWith("the journal " + journals.location("one") + " cannot be written: ")
                        .hasMessageMatching(".*, tried for [1-9] s");
                assertThat(journal.entries()).hasSize(1);
            } finally {
                server.up();
            }
            // The server is there again; but the run has been told that it is not.
            server.down();
            told.clear();
            assertThatThrownBy(() -> journal.append(new Entry.Decided("a", true)))
                    .isInstanceOf(JournalException.class);
            assertThat(told).isEmpty();
            server.up();
        }
    }

    /** Nobody knows whether the line is there when the answer does not come: it is looked for, and not written twice. */
    @Test
    void aLineWhoseAnswerIsLostIsWrittenOnce() throws Exception {
        try (CuttingProxy proxy = CuttingProxy.to(server.port());
                JournalDatabase through = at(server.url(proxy.port()), Duration.ofSeconds(20));
                Journal journal = through.create("one")) {
            journal.append(SampleEntries.began(1));
            for (int i = 0; i < 5; i++) {
                proxy.loseTheNextAnswer();
                journal.append(new Entry.Decided("choice " + i, true));
            }
            assertThat(proxy.lost()).isEqualTo(5);
        }
        assertThat(journals.verify("one").flaws()).isEmpty();
        assertThat(journals.read("one").entries()).hasSize(6);
    }

    @Test
    void whoWasOverrunWritesNothingMore() {
        try (Journal first = journals.create("one")) {
            first.append(SampleEntries.began(1));
            try (Journal second = journals.open("one", Contents.NOTHING)) {
                second.append(new Entry.Resumed("resume", "elsewhere", 2, "you"));
                assertThatThrownBy(() -> first.append(new Entry.Decided("a", true)))
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("another process has written its line 2");
                second.append(new Entry.Decided("a", false));
            }
        }
        assertThat(journals.verify("one").flaws()).isEmpty();
        assertThat(journals.read("one").entries()).hasSize(3);
    }

    @Test
    void twoRunsAtOnceDoNotMeet() throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (String run : List.of("one", "two", "three")) {
            writers.add(Thread.ofPlatform().start(() -> {
                try (JournalDatabase own = at(server.url(), Duration.ofSeconds(20));
                        Journal journal = own.create(run)) {
                    journal.append(SampleEntries.began(1));
                    for (int i = 1; i < 20; i++) {
                        journal.append(new Entry.Decided("choice " + i, true));
                    }
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(journals.runs()).containsExactlyInAnyOrder("one", "two", "three");
        for (String run : journals.runs()) {
            assertThat(journals.verify(run).lines()).isEqualTo(20);
            assertThat(journals.verify(run).flaws()).isEmpty();
        }
    }

    @Test
    void theTablesOfANewerRungAreRefused() throws SQLException {
        assertThat(journals.runs()).isEmpty();
        server.sql("update rung.journal_format set format = 7");
        try (JournalDatabase other = at(server.url(), Duration.ZERO)) {
            assertThatThrownBy(other::runs)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("were made by a newer Rung: they are of format 7");
        }
    }

    @Test
    void aServerThatForgetsIsRefused() throws Exception {
        server.down();
        server.up("fsync=off");
        try {
            assertThatThrownBy(journals::runs)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("acknowledges what is not on disk");
        } finally {
            server.down();
            server.up();
        }
    }

    @Test
    void whatIsWrongIsSaidWithoutThePassword() throws SQLException {
        server.sql("drop role if exists team; create role team login password 'right-word'");
        String there = "127.0.0.1:" + server.port() + "/";
        assertThatThrownBy(() -> at("postgresql://team:wr0ng-word@" + there + "postgres", Duration.ZERO)
                        .runs())
                .isInstanceOfSatisfying(
                        JournalException.class,
                        failed -> assertThat(failed.help()).contains("RUNG_JOURNAL_PASSWORD"))
                .hasMessageContaining("does not let the user `team` in");
        assertThatThrownBy(() -> at("postgresql://team:right-word@" + there + "postgres", Duration.ZERO)
                        .runs())
                .isInstanceOfSatisfying(
                        JournalException.class,
                        failed -> assertThat(failed.help()).contains("create schema rung authorization \"team\""))
                .hasMessageContaining("the user `team` has not the right");
        assertThatThrownBy(() -> at("postgresql://team:right-word@" + there + "right-word", Duration.ZERO)
                        .runs())
                .hasMessageContaining("there is no database");
        assertThatThrownBy(() -> at("postgresql://127.0.0.1:1/none?password=wr0ng-word", Duration.ZERO)
                        .runs())
                .hasMessageContaining("no server answers there")
                .hasMessageNotContaining("wr0ng");
        server.sql("create schema rung authorization team");
        try (JournalDatabase own =
                at("jdbc:postgresql://" + there + "postgres?user=team&password=right-word", Duration.ZERO)) {
            assertThat(own.runs()).isEmpty();
        }
        server.sql("drop schema rung cascade; drop role team");
    }
}
