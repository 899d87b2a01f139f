package dev.rung.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.model.state.BackupSet;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Deed.Moment;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();

    private static State state() {
        return new State(
                new TreeMap<>(Map.of("jar", CodeForm.MIXED)),
                new TreeMap<>(Map.of("books", DataForm.TOUCHED)),
                new TreeMap<>(Map.of("server", new ServiceState(Running.DOWN, true))),
                new TreeMap<>(Map.of("ledger", Trust.HEALTHY)),
                List.of(new BackupSet(
                        "/b/ledger-1", Set.of("books"), Level.RESTORED, true, true, Set.of(), false, List.of())),
                Set.of("books"),
                List.of(new Deed("s", "run `x`", Set.of("books"), Set.of(), Moment.HELD, false)),
                List.of("restore `books`"),
                Optional.of("mail was sent"));
    }

    private Path written() {
        Path path = folder.resolve("runs/one.jsonl");
        try (JournalFile journal = JournalFile.create(path, clock)) {
            journal.append(new Entry.Decided("a", true));
            journal.append(new Entry.Intended("s", 0, "stop \"server\"\n", state()));
            journal.append(new Entry.HopLanded("h", state(), state()));
            journal.append(new Entry.Ended("upgraded", 0, "ü — done", List.of("x")));
        }
        return path;
    }

    @Test
    void readsWhatItWrote() {
        JournalFile.Contents contents = JournalFile.read(written());
        assertThat(contents.broken()).isEmpty();
        assertThat(contents.entries())
                .extracting(Journal.Stamped::entry)
                .containsExactly(
                        new Entry.Decided("a", true),
                        new Entry.Intended("s", 0, "stop \"server\"\n", state()),
                        new Entry.HopLanded("h", state(), state()),
                        new Entry.Ended("upgraded", 0, "ü — done", List.of("x")));
    }

    @Test
    void isReadableByNobodyElse() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written())))
                .isEqualTo("rw-------");
    }

    @Test
    void aLineIsJsonWithNumberTypeAndHashes() throws IOException {
        assertThat(Files.readAllLines(written()).getFirst())
                .startsWith("{\"n\":1,\"at\":\"")
                .contains("\"type\":\"decided\",\"choice\":\"a\",\"yes\":true,\"previous\":\"0000")
                .matches(".*,\"hash\":\"[0-9a-f]{64}\"}");
    }

    @Test
    void goesOnWhereItWas() {
        Path path = written();
        try (JournalFile journal = JournalFile.open(path, clock)) {
            journal.append(new Entry.Decided("b", false));
        }
        JournalFile.Contents contents = JournalFile.read(path);
        assertThat(contents.broken()).isEmpty();
        assertThat(contents.entries()).hasSize(5);
    }

    @Test
    void aTornLastLineIsCutOffAndTheRunGoesOn() throws IOException {
        Path path = written();
        Files.writeString(path, "{\"n\":5,\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(JournalFile.read(path).torn()).isTrue();
        try (JournalFile journal = JournalFile.open(path, clock)) {
            assertThat(journal.entries()).hasSize(4);
            journal.append(new Entry.Decided("b", false));
        }
        assertThat(JournalFile.read(path).broken()).isEmpty();
    }

    @Test
    void aChangedLineIsFound() throws IOException {
        Path path = written();
        Files.writeString(path, Files.readString(path).replace("\"yes\":true", "\"yes\":false"));
        assertThat(JournalFile.read(path).broken())
                .hasValueSatisfying(words -> assertThat(words).contains("line 1 was changed"));
        assertThatThrownBy(() -> JournalFile.open(path, clock))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("is broken");
    }

    @Test
    void aMissingLineIsFound() throws IOException {
        Path path = written();
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        lines.remove(1);
        Files.write(path, lines);
        assertThat(JournalFile.read(path).broken())
                .hasValueSatisfying(words -> assertThat(words).contains("line 2 does not follow"));
    }

    @Test
    void reorderedLinesAreFound() throws IOException {
        Path path = written();
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        Collections.swap(lines, 1, 2);
        Files.write(path, lines);
        assertThat(JournalFile.read(path).broken()).isPresent();
        assertThat(JournalFile.read(path).torn()).isFalse();
    }

    @Test
    void isNotMadeTwice() {
        Path path = written();
        assertThatThrownBy(() -> JournalFile.create(path, clock)).isInstanceOf(JournalException.class);
    }
}
