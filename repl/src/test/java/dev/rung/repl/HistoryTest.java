package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rung history}, where somebody has been at the journals or the history. */
class HistoryTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Path runs;

    @BeforeEach
    void sitDown() throws IOException {
        typed = new Typed(folder);
        runs = folder.resolve("state/runs");
        KeptJournals.copy(KeptJournals.formats().getLast(), runs);
    }

    private Path journal(String run) {
        return runs.resolve(run + ".jsonl");
    }

    private List<String> lines(String run) throws IOException {
        return new ArrayList<>(Files.readAllLines(journal(run)));
    }

    private int verify(String... run) {
        List<String> words = new ArrayList<>(List.of("history", "--verify"));
        words.addAll(List.of(run));
        return typed.rung(words.toArray(String[]::new));
    }

    @Test
    void saysOfEachHowFarItIsWhole() {
        assertThat(verify()).isZero();
        assertThat(typed.out())
                .containsPattern("(?m)^upgraded  as it was written: 34 lines, the last is [0-9a-f]{16}…$")
                .containsPattern(
                        "(?m)^interrupted  as it was written: 49 lines, .*; it is no ending: the run goes on, was"
                                + " interrupted there, or lines were taken off$");
    }

    @Test
    void namesFileLineAndWhatIsWrong() throws IOException {
        List<String> changed = lines("upgraded");
        changed.set(2, changed.get(2).replace("\"type\"", "\"typo\""));
        changed.set(3, changed.get(3).replaceFirst("\\d\\d\\dZ", "000Z"));
        changed.remove(6);
        Files.write(journal("upgraded"), changed);
        List<String> reordered = lines("interrupted");
        Collections.swap(reordered, 10, 11);
        Files.write(journal("interrupted"), reordered);

        assertThat(verify()).isEqualTo(1);

        assertThat(typed.out())
                .contains(
                        "upgraded  " + journal("upgraded") + ":3: line 3 is no line of a journal\n",
                        "upgraded  " + journal("upgraded") + ":4: line 4 was changed after it was written\n",
                        "upgraded  " + journal("upgraded")
                                + ":7: line 7 does not follow: line 7 is missing in front of it\n",
                        "interrupted  " + journal("interrupted")
                                + ":12: line 12 is out of order: it was written as line 11\n",
                        "rolled-back  as it was written: ");
        assertThat(verify("rolled-back")).isZero();
        assertThat(verify("upgraded")).isEqualTo(1);
        assertThat(verify("up")).isEqualTo(2);
    }

    @Test
    void aTornLineIsSaidAndIsNoFinding() throws IOException {
        Files.writeString(journal("interrupted"), "{\"n\":50,", StandardOpenOption.APPEND);

        assertThat(verify("interrupted")).isZero();

        assertThat(typed.out())
                .contains("interrupted  as it was written: 49 lines")
                .contains(
                        journal("interrupted") + ":50: line 50 is torn: the run was interrupted while it was written");
        assertThat(typed.rung("history", "interrupted")).isZero();
        assertThat(typed.err()).startsWith("note: ").contains(":50: line 50 is torn");
    }

    @Test
    void linesThatWereTakenOffTheEndAreFoundOnceTheHistoryHasSeenThem() throws IOException {
        List<String> whole = lines("upgraded");
        Files.write(journal("upgraded"), whole.subList(0, 30));
        assertThat(verify("upgraded")).isZero();
        Files.write(journal("upgraded"), whole);
        assertThat(typed.rung("history")).isZero();
        Files.write(journal("upgraded"), whole.subList(0, 30));
        Files.delete(journal("rolled-back"));
        assertThat(typed.rung("history")).isZero();

        assertThat(verify()).isEqualTo(1);

        assertThat(typed.out())
                .contains(
                        journal("upgraded")
                                + ":31: line 31 is the first of 4 at the end that are gone: the history has seen 34\n",
                        "rolled-back  " + journal("rolled-back")
                                + ": the journal is gone; the history has seen 50 lines of it\n");
        assertThat(typed.rung("history", "--rebuild")).isEqualTo(1);
        assertThat(typed.err()).contains("error: " + journal("upgraded") + ":31: ", "the journal is gone");
        assertThat(verify()).isZero();
    }

    @Test
    void aJournalThatWasWrittenAnewWithHashesThatFitIsFoundToo() throws IOException {
        assertThat(typed.rung("history")).isZero();
        List<String> other = lines("upgraded");
        other.set(0, other.get(0).replace("\"user\":\"root\"", "\"user\":\"noot\""));
        Files.write(journal("upgraded"), KeptJournals.chained(other));

        assertThat(verify("upgraded")).isEqualTo(1);

        assertThat(typed.out()).contains(":34: line 34 is not what the history has seen there");
    }

    @Test
    void whatCannotBeBelievedIsToldOnlyUpToThere() throws IOException {
        List<String> changed = lines("upgraded");
        changed.set(20, changed.get(20).replaceFirst("\\d\\d\\dZ", "000Z"));
        Files.write(journal("upgraded"), changed);

        assertThat(typed.rung("history", "upgraded")).isEqualTo(1);
        assertThat(typed.out().lines()).hasSizeBetween(5, 20);
        assertThat(typed.err())
                .contains("error: " + journal("upgraded") + ":21: line 21 was changed after it was written\n");
        assertThat(typed.rung("history")).isZero();
        assertThat(typed.out()).containsPattern("(?m)^upgraded .* journal broken after ");
        assertThat(typed.err()).contains("note: " + journal("upgraded") + ":21: line 21 was changed");
        assertThat(typed.rung("rollback", "upgraded", "--yes")).isEqualTo(4);
        assertThat(typed.err())
                .startsWith("error: the journal of `upgraded` is broken: line 21 was changed after it was written\n");
    }

    @Test
    void aHistoryThatIsOfNoUseIsInNobodysWay() throws Exception {
        assertThat(typed.rung("history")).isZero();
        String before = typed.out();
        Path history = folder.resolve("state/history.mv.db");
        Files.writeString(history, "this is no database ".repeat(500));

        assertThat(typed.rung("history")).isZero();
        assertThat(typed.out()).isEqualTo(before);
        assertThat(typed.err()).isEqualTo("""
            note: the history %s cannot be opened: its file is damaged; this is read from the journals
            help: `rung history --rebuild` sets it aside and makes it anew; nothing is lost by that
            """.formatted(history));
        assertThat(verify()).isZero();
        assertThat(typed.err()).contains("whether lines were taken off an end cannot be looked at without it");
        assertThat(typed.rung("history", "--rebuild")).isZero();
        assertThat(typed.out())
                .isEqualTo("the history was made anew: 3 runs from the journals in " + folder.resolve("state") + "\n");
        assertThat(typed.err()).startsWith("note: what could not be used is now " + history + ".set-aside-");
        assertThat(typed.rung("history")).isZero();
        assertThat(typed.out()).isEqualTo(before);
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void rebuildDoesNothingElse() {
        assertThat(typed.rung("history", "--rebuild", "--verify")).isEqualTo(2);
        assertThat(typed.rung("history", "--rebuild", "upgraded")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: `--rebuild` makes the whole history anew, and does nothing else
            help: give it alone
            """);
    }

    @Test
    void anEarlyRungsTablesAreLeftBehind() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("state/history");
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.createStatement().execute("create table runs (run varchar primary key)");
            connection.createStatement().execute("create table effects (run varchar primary key)");
        }
        assertThat(typed.rung("history")).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out().lines()).hasSize(3);
    }
}
