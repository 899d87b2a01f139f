package dev.rung.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.model.plan.Premises;
import dev.rung.model.state.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    Path folder;

    private static final State NOTHING = new State(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            Set.of(),
            List.of(),
            List.of(),
            Optional.empty());

    private JournalFolder journals(Instant at) {
        return new JournalFolder(folder, Clock.fixed(at, ZoneOffset.UTC));
    }

    private void run(String name, Instant at, boolean ends) {
        try (Journal journal = journals(at).create(name)) {
            journal.append(new Entry.RunBegan(
                    1,
                    "rung",
                    "Ledger",
                    "ledger",
                    "1.8.2",
                    "2.4.0",
                    "x",
                    Map.of(),
                    Map.of(),
                    "/",
                    "2026-01-01",
                    Map.of(),
                    "host",
                    1,
                    "me",
                    NOTHING,
                    Premises.NONE));
        }
        try (Journal journal = journals(at.plusSeconds(90)).open(name)) {
            journal.append(new Entry.Done("upgrade/stop", 0, true, "stop `server`", "", 250, NOTHING));
            if (ends) {
                journal.append(new Entry.Ended("upgraded", 0, "upgraded to 2.4.0", List.of()));
            }
        }
    }

    @Test
    void listsRunsAndTakesInWhatIsNew() {
        run("a", Instant.parse("2026-01-01T00:00:00Z"), true);
        JournalFolder journals = journals(Instant.now());
        try (History history = History.open(folder, journals)) {
            assertThat(history.list())
                    .containsExactly(new RunSummary(
                            "a",
                            "Ledger",
                            "ledger",
                            "1.8.2",
                            "2.4.0",
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Duration.ofSeconds(90),
                            "upgraded"));
        }
        run("b", Instant.parse("2026-01-02T00:00:00Z"), false);
        try (History history = History.open(folder, journals)) {
            assertThat(history.list()).extracting(RunSummary::run).containsExactly("b", "a");
            assertThat(history.list().getFirst().ended()).isEqualTo("interrupted");
            assertThat(history.effects("b")).singleElement().satisfies(effect -> {
                assertThat(effect.words()).isEqualTo("stop `server`");
                assertThat(effect.took()).isEqualTo(Duration.ofMillis(250));
            });
        }
    }

    @Test
    void rebuiltItAnswersTheSame() throws IOException {
        run("a", Instant.parse("2026-01-01T00:00:00Z"), true);
        run("b", Instant.parse("2026-01-02T00:00:00Z"), false);
        JournalFolder journals = journals(Instant.now());
        List<RunSummary> before;
        try (History history = History.open(folder, journals)) {
            before = history.list();
        }
        Files.delete(folder.resolve("history.mv.db"));
        try (History history = History.open(folder, journals)) {
            assertThat(history.rebuild()).isEqualTo(2);
            assertThat(history.list()).isEqualTo(before);
            assertThat(history.effects("a")).hasSize(1);
        }
    }
}
