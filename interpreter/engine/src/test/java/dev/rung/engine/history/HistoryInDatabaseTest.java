package dev.rung.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.history.HistoryException.Kind;
import dev.rung.engine.journal.JournalAddress;
import dev.rung.engine.journal.JournalDatabase;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.PostgresServer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history in a PostgreSQL: it answers as the one in a file does. */
class HistoryInDatabaseTest implements HistoryContract {
    private static PostgresServer server;

    private final List<JournalDatabase> opened = new ArrayList<>();
    private SampleRuns runs;
    private HistoryPlace place;

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
    void begin() throws Exception {
        server.empty();
        JournalAddress address = JournalAddress.of(server.url(), Optional.empty(), "nobody");
        runs = new SampleRuns(clock -> journals(address, clock));
        place = HistoryPlace.database(address);
    }

    private Journals journals(JournalAddress address, Clock clock) {
        JournalDatabase made = new JournalDatabase(address, clock, Duration.ofSeconds(5), words -> {});
        opened.add(made);
        return made;
    }

    @AfterEach
    void end() {
        opened.forEach(JournalDatabase::close);
    }

    @Override
    public SampleRuns runs() {
        return runs;
    }

    @Override
    public History open() {
        return History.open(place, runs.journals());
    }

    @Override
    public History.Rebuilt rebuild() {
        return History.rebuild(place, runs.journals(), Clock.systemUTC());
    }

    @Override
    public Map<String, Seen> seen() {
        return History.seen(place);
    }

    @Test
    void severalMayAskAtOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            runs.write("run-" + i, MIDNIGHT.plusSeconds(i), true);
        }
        List<Integer> counted = new ArrayList<>();
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Journals own = runs.journals();
            asking.add(Thread.ofPlatform().start(() -> {
                try (History history = History.open(place, own)) {
                    synchronized (counted) {
                        counted.add(history.list().size());
                    }
                }
            }));
        }
        for (Thread one : asking) {
            one.join();
        }
        assertThat(counted).containsExactly(10, 10, 10);
    }

    @Test
    void whoMayNotWriteTheHistoryHasTheJournalsAnswer() throws SQLException, JournalAddress.NoAddress {
        runs.write("a", MIDNIGHT, true);
        server.sql("drop role if exists reader; create role reader login;"
                + " grant usage on schema rung to reader; grant select on all tables in schema rung to reader");
        JournalAddress address =
                JournalAddress.of(server.url().replace("user=postgres", "user=reader"), Optional.empty(), "nobody");
        Journals readable = journals(address, Clock.systemUTC());
        assertThatThrownBy(() -> History.open(HistoryPlace.database(address), readable))
                .isInstanceOfSatisfying(
                        HistoryException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.OUT_OF_REACH))
                .hasMessageContaining("the user `reader` has not the right");
        try (History history = History.open(HistoryPlace.memory(), readable)) {
            assertThat(history.list()).hasSize(1);
        }
        server.empty();
        server.sql("drop role reader");
    }
}
