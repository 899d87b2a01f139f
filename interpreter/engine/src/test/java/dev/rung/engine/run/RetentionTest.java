package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.BackUp;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that are too many are removed behind a run, and never one that somebody may go back to. */
class RetentionTest {
    @TempDir
    Path folder;

    private ToyWorld toy = new ToyWorld();
    private final MemoryJournals journals = new MemoryJournals();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    private Engine engine() {
        return ToyEngine.of(toy, journals, folder, new Ticking());
    }

    /** Whoever looks at it finds it a second later. */
    private final class Ticking extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }
    }

    private Plan keeping(int many) {
        Path backups = folder.resolve("backups");
        return ToyPlan.of(
                backups,
                body -> body.stream().map(item -> kept(item, backups, many)).toList());
    }

    private static Item kept(Item item, Path backups, int many) {
        return item.id().endsWith("/backup-data")
                ? ToyPlan.step(
                        item.id(),
                        new BackUp(
                                Set.of("data"),
                                backups.toString(),
                                Level.RESTORED,
                                Optional.empty(),
                                Optional.of(many)))
                : item;
    }

    /** One of two hops, each with a backup. */
    private Ending run(int many) throws Exception {
        toy = new ToyWorld();
        return resumedOrNot(many, true);
    }

    private Ending resumedOrNot(int many, boolean begins) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        Engine engine = engine();
        try (Session session = begins
                ? engine.begin(keeping(many), ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})
                : engine.resume(
                        journals.runs().getLast(),
                        keeping(many),
                        ToyEngine.SETTINGS,
                        folder,
                        question -> Optional.empty(),
                        event -> {})) {
            return session.run();
        }
    }

    private List<String> backups() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("backups"))) {
            return all.map(backup -> backup.getFileName().toString()).sorted().toList();
        }
    }

    private long pruned() {
        return journals.runs.values().stream()
                .flatMap(List::stream)
                .filter(stamped -> stamped.entry() instanceof Entry.Pruned)
                .count();
    }

    @Test
    void theNewestStay() throws Exception {
        run(5);
        run(5);
        assertThat(backups()).hasSize(4);
        List<String> before = backups();
        assertThat(run(5)).isInstanceOf(Ending.Upgraded.class);
        assertThat(backups()).hasSize(5).doesNotContain(before.getFirst());
        assertThat(pruned()).isEqualTo(1);
    }

    @Test
    void thoseOfTheRunItselfStay() throws Exception {
        run(1);
        List<String> first = backups();
        run(1);
        assertThat(backups()).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    void whatARunThatCanBeResumedRestsOnStays() throws Exception {
        run(9);
        List<String> first = backups();
        toy = new ToyWorld();
        toy.cutAt = 14;
        try {
            resumedOrNot(9, true);
        } catch (ToyWorld.Killed died) {
            toy.cutAt = -1;
        }
        List<String> open =
                backups().stream().filter(backup -> !first.contains(backup)).toList();
        assertThat(open).isNotEmpty();
        run(1);
        assertThat(backups())
                .containsAll(open)
                .doesNotContainAnyElementsOf(first)
                .hasSize(open.size() + 2);
    }

    @Test
    void whatNobodyHereKnowsStays() throws Exception {
        run(9);
        List<String> foreign = backups();
        journals.runs.clear();
        run(1);
        assertThat(backups()).containsAll(foreign).hasSize(4);
    }

    @Test
    void aFailedRunRemovesNone() throws Exception {
        run(9);
        List<String> before = backups();
        toy = new ToyWorld();
        toy.failsMigrationTo = "2";
        assertThat(resumedOrNot(1, true)).isInstanceOf(Ending.RolledBack.class);
        assertThat(backups()).containsAll(before);
    }

    @Test
    void whereverItIsCutTheNextOneGoesOn() throws Exception {
        run(9);
        int begun = journals.writes;
        run(9);
        int perRun = journals.writes - begun;
        for (int write = perRun - 3; write <= perRun + 1; write++) {
            journals.dieAfter = journals.writes + write;
            try {
                run(2);
            } catch (ToyWorld.Killed died) {
                journals.dieAfter = -1;
                assertThat(resumedOrNot(2, false)).isInstanceOf(Ending.Upgraded.class);
            }
            journals.dieAfter = -1;
            assertThat(backups()).as("cut after write %d", write).hasSize(2);
        }
    }
}
