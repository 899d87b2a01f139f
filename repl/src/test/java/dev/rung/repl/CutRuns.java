package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs of a site that come to nothing more at one write of their journal after the other, and are resumed or taken back
 * then, in turns.
 *
 * @param usual every how many such moments are tried; {@code -Drung.cut.every=1} tries all
 */
record CutRuns(Path folder, int usual, Making making) {
    /** Lays a site out in a folder, at its first release. */
    @FunctionalInterface
    interface Making {
        Site in(Path folder) throws Exception;
    }

    /** Something that a run upgrades. */
    interface Site extends AutoCloseable {
        Path folder();

        Typed typed();

        /** @return the exit code */
        int run();

        /** Of one release, whichever that is, and well. */
        void isWhole() throws Exception;

        default String said() {
            return typed().out() + typed().err();
        }

        default Optional<String> newestRun() throws IOException {
            Path runs = folder().resolve("state/runs");
            if (!Files.isDirectory(runs)) {
                return Optional.empty();
            }
            try (Stream<Path> files = Files.list(runs)) {
                return files.filter(file -> file.toFile().length() > 0)
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".jsonl"))
                        .map(name -> name.replace(".jsonl", ""))
                        .findFirst();
            }
        }

        /** The lines of its newest run. */
        default List<String> journal() throws IOException {
            return Files.readAllLines(
                    folder().resolve("state/runs").resolve(newestRun().orElseThrow() + ".jsonl"));
        }
    }

    Stream<DynamicTest> all() throws Exception {
        int writes;
        try (Site site = making.in(Files.createDirectory(folder.resolve("whole")))) {
            assertThat(site.run()).as(site.said()).isZero();
            writes = site.journal().size();
        }
        assertThat(writes).isPositive();
        int every = Integer.getInteger("rung.cut.every", usual);
        List<CutJournals.Moment> moments = CutJournals.Moment.each(writes);
        return IntStream.range(0, moments.size())
                .filter(number -> number % every == 0)
                .mapToObj(number -> DynamicTest.dynamicTest(
                        moments.get(number).toString(), () -> cut(moments.get(number), number / every % 2 == 0)));
    }

    private void cut(CutJournals.Moment moment, boolean resumed) throws Exception {
        try (Site site = making.in(Files.createTempDirectory(folder, "cut"))) {
            site.typed().cutAt(moment);
            site.run();
            site.typed().uncut();
            Optional<String> run = site.newestRun();
            if (run.isPresent()) {
                int ended = resumed
                        ? site.typed().rung("resume", run.get())
                        : site.typed().rung("rollback", run.get(), "--yes");
                assertThat(ended).as(site.said()).isIn(0, 2, 10, 11);
            }
            site.isWhole();
        }
    }
}
