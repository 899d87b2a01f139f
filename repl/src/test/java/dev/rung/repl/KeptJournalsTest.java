package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What former Rungs have written is read, told, verified and taken up; what a newer one has written is refused. */
class KeptJournalsTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @AfterEach
    void tidyUp() throws Exception {
        Diary.endClerk(folder);
    }

    static List<Path> formats() throws IOException {
        return KeptJournals.formats();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void areListedVerifiedAndTold(Path format) throws IOException {
        KeptJournals.copy(format, folder.resolve("state/runs"));

        assertThat(typed.rung("history")).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out())
                .containsPattern("(?m)^upgraded .* diary 1.0 → 2.0 +upgraded after [12]")
                .containsPattern("(?m)^rolled-back .* diary 1.0 → 2.0 +rolled back with loss after ")
                .containsPattern("(?m)^interrupted .* diary 1.0 → 3.0 +interrupted after ");
        assertThat(typed.rung("history", "--verify")).isZero();
        assertThat(typed.out().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("  as it was written: "));
        assertThat(typed.rung("status")).isZero();
        assertThat(typed.out())
                .startsWith("interrupted  diary 1.0 → 3.0  Diary\n")
                .contains("  in hand: run `sleep 20`\n  app: ");
        assertThat(typed.rung("history", "rolled-back")).isZero();
        assertThat(typed.out())
                .contains("announced: yes, said root", "passed over: ", "landed upgrade/2.0", "back at 1.0");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aRunThatWasKilledIsTakenUp(Path format) throws IOException {
        KeptJournals.layOutWorld(format, folder);

        int exitCode = typed.rung("resume", "interrupted");

        assertThat(exitCode).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).contains("goes on after ", "\nupgraded to 3.0 with waivers: ");
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(typed.rung("history", "--verify", "interrupted")).isZero();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aRunThatWasKilledIsTakenBack(Path format) throws IOException {
        KeptJournals.layOutWorld(format, folder);

        int exitCode = typed.rung("rollback", "interrupted", "--yes");

        assertThat(exitCode).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).contains("\nrolled back to 2.0\n");
        assertThat(typed.text("app")).isEqualTo("2.0");
    }

    @Test
    void aNewerFormatIsRefusedWithWhatToDo() throws IOException {
        Path newest = KeptJournals.formats().getLast();
        KeptJournals.layOutWorld(newest, folder);
        Path journal = folder.resolve("state/runs/interrupted.jsonl");
        List<String> lines = Files.readAllLines(journal).stream()
                .map(line -> line.replaceFirst(
                                "\"format\":\\d+,\"tool\":\"[^\"]*\"", "\"format\":99,\"tool\":\"rung 7\"")
                        .replace("\"type\":\"decided\"", "\"type\":\"pondered\""))
                .toList();
        Files.write(journal, KeptJournals.chained(lines));

        assertThat(typed.rung("resume", "interrupted")).isEqualTo(4);
        assertThat(typed.err()).isEqualTo("""
            error: the journal of `interrupted` was written by a newer Rung (rung 7) in format 99; this Rung reads up to \
            format 1
            help: take the run up with that Rung, or a newer one
            """);
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(typed.rung("history", "--verify")).isZero();
        assertThat(typed.out())
                .contains("interrupted  as it was written: 49 lines", "written by a newer Rung (rung 7) in format 99");
        assertThat(typed.rung("history")).isZero();
        assertThat(typed.err()).contains("written by a newer Rung (rung 7) in format 99");
        assertThat(Files.readAllLines(journal)).isEqualTo(KeptJournals.chained(lines));
    }
}
