package dev.rung.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.history.HistoryException.Kind;
import dev.rung.engine.journal.SmallVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history in its embedded database: what becomes of it where that is of no use. */
class HistoryTest implements HistoryContract {
    @TempDir
    Path folder;

    private SampleRuns runs;

    @BeforeEach
    void begin() {
        runs = SampleRuns.in(folder);
    }

    @Override
    public SampleRuns runs() {
        return runs;
    }

    @Override
    public History open() {
        return History.open(HistoryPlace.folder(folder), runs.journals());
    }

    @Override
    public History.Rebuilt rebuild() {
        return History.rebuild(HistoryPlace.folder(folder), runs.journals(), Clock.systemUTC());
    }

    @Override
    public java.util.Map<String, Seen> seen() {
        return History.seen(HistoryPlace.folder(folder));
    }

    private List<RunSummary> twoRuns() {
        runs.write("a", Instant.parse("2026-01-01T00:00:00Z"), true);
        runs.write("b", Instant.parse("2026-01-02T00:00:00Z"), false);
        try (History history = open()) {
            return history.list();
        }
    }

    private void cannotBeUsedUntilItIsRebuilt(List<RunSummary> before) throws IOException {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        HistoryException.class,
                        failed -> assertThat(failed.kind()).isEqualTo(Kind.UNUSABLE));
        try (History history = History.open(HistoryPlace.memory(), runs.journals())) {
            assertThat(history.list()).isEqualTo(before);
        }
        History.Rebuilt rebuilt = rebuild();
        assertThat(rebuilt.runs()).isEqualTo(2);
        assertThat(rebuilt.setAside().orElseThrow()).exists();
        try (History history = open()) {
            assertThat(history.list()).isEqualTo(before);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "runs",
                            "history.mv.db",
                            rebuilt.setAside().get().getFileName().toString());
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAside() throws IOException {
        List<RunSummary> before = twoRuns();
        Files.writeString(folder.resolve("history.mv.db"), "nothing of ours ".repeat(1000));
        cannotBeUsedUntilItIsRebuilt(before);
    }

    @Test
    void aFileThatWasCutOffIsSetAside() throws IOException {
        List<RunSummary> before = twoRuns();
        byte[] whole = Files.readAllBytes(folder.resolve("history.mv.db"));
        Files.write(folder.resolve("history.mv.db"), java.util.Arrays.copyOf(whole, 5000));
        cannotBeUsedUntilItIsRebuilt(before);
    }

    @Test
    void somebodyElsesDatabaseIsSetAsideAsItIs() throws Exception {
        List<RunSummary> before = twoRuns();
        Files.delete(folder.resolve("history.mv.db"));
        sql("sa", "create table customers (id int)");
        cannotBeUsedUntilItIsRebuilt(before);
    }

    @Test
    void aDatabaseWithAPasswordIsSetAside() throws Exception {
        List<RunSummary> before = twoRuns();
        Files.delete(folder.resolve("history.mv.db"));
        sql("somebody", "create table customers (id int)");
        cannotBeUsedUntilItIsRebuilt(before);
    }

    @Test
    void theTablesOfANewerRungAreNotTouched() throws Exception {
        List<RunSummary> before = twoRuns();
        sql("sa", "update rung.history_format set format = 999");
        cannotBeUsedUntilItIsRebuilt(before);
    }

    @Test
    void theTablesOfAnOlderRungAreMadeAnew() throws Exception {
        List<RunSummary> before = twoRuns();
        sql("sa", "update rung.history_format set format = 1; alter table rung.runs drop column worked_millis");
        try (History history = open()) {
            assertThat(history.list()).isEqualTo(before);
        }
    }

    @Test
    void whileAnotherProcessHasItTheJournalsAnswer() throws Exception {
        List<RunSummary> before = twoRuns();
        try (OtherProcess other = OtherProcess.opening(folder.resolve("history"))) {
            assertThatThrownBy(this::open).isInstanceOfSatisfying(HistoryException.class, failed -> {
                assertThat(failed.kind()).isEqualTo(Kind.IN_USE);
                assertThat(failed).hasMessageContaining("another process has it open");
            });
            assertThatThrownBy(this::rebuild)
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.IN_USE));
            try (History history = History.open(HistoryPlace.memory(), runs.journals())) {
                assertThat(history.list()).isEqualTo(before);
            }
            assertThat(other.isAlive()).isTrue();
        }
        try (History history = open()) {
            assertThat(history.list()).isEqualTo(before);
        }
    }

    @Test
    void onAFullDiskTheJournalsAnswer() throws Exception {
        try (SmallVolume small = SmallVolume.mount(folder.resolve("small"), 20)) {
            SampleRuns onIt = SampleRuns.in(small.folder());
            onIt.write("a", MIDNIGHT, true);
            assertThatThrownBy(() -> History.open(HistoryPlace.folder(small.folder()), onIt.journals()))
                    .isInstanceOfSatisfying(
                            HistoryException.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.OUT_OF_REACH))
                    .hasMessageContaining("no space left on the disk");
            try (History history = History.open(HistoryPlace.memory(), onIt.journals())) {
                assertThat(history.list()).hasSize(1);
            }
        }
    }

    private void sql(String user, String words) throws Exception {
        String password = user.equals("sa") ? "" : "secret";
        String url = "jdbc:h2:file:" + folder.resolve("history");
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(words);
        }
    }
}
