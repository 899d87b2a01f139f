package dev.rung.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFolderTest implements JournalsContract {
    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Journals journals() {
        return new JournalFolder(folder, clock);
    }

    private Path file(String run) {
        return folder.resolve("runs").resolve(run + ".jsonl");
    }

    @Override
    public List<String> lines(String run) {
        try {
            return Files.readAllLines(file(run));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void replace(String run, List<String> lines) {
        try {
            Files.writeString(file(run), lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void written(String run) {
        try (Journal journal = journals().create(run)) {
            SampleEntries.ALL.forEach(journal::append);
        }
    }

    @Test
    void isReadableByNobodyElse() throws IOException {
        written("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aTornLastLineIsSaidAndCutOffAndTheRunGoesOn() throws IOException {
        written("a");
        Files.writeString(file("a"), "{\"n\":6,\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(journals().read("a").flaw()).contains(new Flaw.Torn(6));
        assertThat(journals().read("a").broken()).isEmpty();
        assertThat(journals().verify("a").flaws()).containsExactly(new Flaw.Torn(6));
        assertThat(journals().verify("a").isBroken()).isFalse();
        assertThat(journals().ends("a"))
                .get()
                .satisfies(ends -> assertThat(ends.lines()).isEqualTo(5));
        try (Journal journal = journals().open("a", Contents.NOTHING)) {
            assertThat(journal.entries()).hasSize(5);
            journal.append(new Entry.Decided("b", false));
        }
        assertThat(journals().read("a").flaw()).isEmpty();
        assertThat(journals().read("a").entries()).hasSize(6);
    }

    /** What was read before the file was cut is of no use. */
    @Test
    void aShorterFileIsReadAnew() {
        written("a");
        Contents before = journals().read("a");
        replace("a", lines("a").subList(0, 2));
        assertThat(journals().read("a", before).entries()).hasSize(2);
    }

    @Test
    void linesMayBeLongerThanABlock() {
        String words = "word ".repeat(50_000);
        try (Journal journal = journals().create("long")) {
            journal.append(SampleEntries.began(1));
            journal.append(new Entry.Waived("s", words));
            journal.append(new Entry.Waived("t", words + words));
        }
        assertThat(journals().read("long").entries().get(1).entry()).isEqualTo(new Entry.Waived("s", words));
        assertThat(journals().read("long").flaw()).isEmpty();
        assertThat(journals().ends("long").orElseThrow().last().entry())
                .isEqualTo(new Entry.Waived("t", words + words));
    }

    @Test
    void anEmptyFileIsNoRunYet() throws IOException {
        Files.createDirectories(folder.resolve("runs"));
        Files.createFile(file("a"));
        assertThat(journals().read("a").entries()).isEmpty();
        assertThat(journals().read("a").flaw()).isEmpty();
        assertThat(journals().verify("a")).isEqualTo(new Verified(0, List.of(), List.of()));
    }

    @Test
    void theOneThatWasWrittenLastIsTheNewest() throws IOException {
        written("b");
        written("a");
        Files.setLastModifiedTime(file("b"), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(journals().runs()).containsExactly("b", "a");
    }

    @Test
    void whereThereIsNothingThereAreNoRuns() {
        assertThat(journals().runs()).isEmpty();
    }

    @Test
    void aFullDiskIsSaidWithItsFileAndNothingOfTheLineCounts() throws Exception {
        try (SmallVolume small = SmallVolume.mount(folder.resolve("small"), 16)) {
            Journals onIt = new JournalFolder(small.folder(), clock);
            try (Journal journal = onIt.create("full")) {
                journal.append(SampleEntries.began(1));
                Entry tooLong = new Entry.Waived("s", "word ".repeat(4000));
                assertThatThrownBy(() -> journal.append(tooLong))
                        .isInstanceOfSatisfying(
                                JournalException.class,
                                failed -> assertThat(failed.help()).isEqualTo("make room there"))
                        .hasMessageContaining(onIt.location("full") + " cannot be written: No space left on device");
                journal.append(new Entry.Decided("a", true));
            }
            assertThat(onIt.read("full").entries()).hasSize(2);
            assertThat(onIt.read("full").broken()).isEmpty();
        }
    }
}
