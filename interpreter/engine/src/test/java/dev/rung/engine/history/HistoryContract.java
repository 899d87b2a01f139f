package dev.rung.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.history.History.EffectLine;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Flaw;
import dev.rung.engine.journal.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for a history wherever it is kept. */
interface HistoryContract {
    Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

    SampleRuns runs();

    History open();

    History.Rebuilt rebuild();

    Map<String, Seen> seen();

    @Test
    default void listsRunsAndTakesInWhatIsNew() {
        runs().write("a", MIDNIGHT, true);
        try (History history = open()) {
            assertThat(history.list())
                    .containsExactly(new RunSummary(
                            "a",
                            "Ledger",
                            "ledger",
                            "1.8.2",
                            "2.4.0",
                            MIDNIGHT,
                            MIDNIGHT.plusSeconds(90),
                            Duration.ofSeconds(90),
                            "upgraded"));
        }
        runs().write("b", MIDNIGHT.plusSeconds(86_400), false);
        try (History history = open()) {
            assertThat(history.list()).extracting(RunSummary::run).containsExactly("b", "a");
            assertThat(history.list().getFirst().ended()).isEqualTo("interrupted");
        }
        runs().add("b", MIDNIGHT.plusSeconds(90_000), new Entry.Ended("rolled-back", 10, "rolled back", List.of()));
        try (History history = open()) {
            assertThat(history.list().getFirst().ended()).isEqualTo("rolled-back");
            assertThat(history.effects("b"))
                    .containsExactly(new EffectLine(
                            "upgrade/stop", "stop `server`", MIDNIGHT.plusSeconds(86_490), Duration.ofMillis(250)));
        }
    }

    private Map<RunSummary, List<EffectLine>> answers() {
        try (History history = open()) {
            Map<RunSummary, List<EffectLine>> all = new LinkedHashMap<>();
            history.list().forEach(run -> all.put(run, history.effects(run.run())));
            return all;
        }
    }

    @Test
    default void rebuiltItAnswersTheSame() {
        runs().write("a", MIDNIGHT, true);
        runs().write("b", MIDNIGHT.plusSeconds(5), false);
        Map<RunSummary, List<EffectLine>> before = answers();
        runs().add("b", MIDNIGHT.plusSeconds(100), new Entry.Resumed("resume", "host", 2, "me"));
        runs().add("b", MIDNIGHT.plusSeconds(101), SampleRuns.done("upgrade/start", 700));
        Map<RunSummary, List<EffectLine>> grown = answers();

        assertThat(rebuild().runs()).isEqualTo(2);

        assertThat(before).hasSize(2).isNotEqualTo(grown);
        assertThat(answers()).isEqualTo(grown);
        try (History history = History.open(HistoryPlace.memory(), runs().journals())) {
            assertThat(history.list()).containsExactlyElementsOf(grown.keySet());
            assertThat(history.effects("b")).isEqualTo(grown.values().iterator().next());
        }
    }

    /** Somebody had lunch before he answered, and the machine was down for a night. */
    @Test
    default void whatNobodyWorkedInIsNotCounted() {
        runs().write("a", MIDNIGHT, false);
        Instant end = MIDNIGHT.plusSeconds(90);
        runs().add("a", end.plusSeconds(3600), new Entry.Answered("upgrade/ask", "announced", "me"));
        runs().add("a", end.plusSeconds(3601), SampleRuns.done("upgrade/ask", 3_601_000));
        runs().add("a", end.plusSeconds(50_000), new Entry.Resumed("resume", "host", 2, "me"));
        runs().add("a", end.plusSeconds(50_010), SampleRuns.done("upgrade/start", 10_000));
        try (History history = open()) {
            RunSummary run = history.list().getFirst();
            assertThat(run.worked()).isEqualTo(Duration.ofSeconds(90 + 1 + 10));
            assertThat(run.waited()).isEqualTo(Duration.ofSeconds(3600 + 50_000 - 3601));
            assertThat(history.effects("a"))
                    .extracting(EffectLine::worked)
                    .containsExactly(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(10));
        }
    }

    @Test
    default void knowsWhatStatementsTookBefore() {
        runs().write("a", MIDNIGHT, false);
        runs().add("a", MIDNIGHT.plusSeconds(95), SampleRuns.done("upgrade/2.0/swap", 500));
        runs().add("a", MIDNIGHT.plusSeconds(96), SampleRuns.done("upgrade/2.0/swap", 1500));
        runs().write("b", MIDNIGHT.plusSeconds(86_400), false);
        runs().add("b", MIDNIGHT.plusSeconds(86_495), SampleRuns.done("upgrade/2.0/swap", 4000));
        runs().add("b", MIDNIGHT.plusSeconds(86_496), SampleRuns.done("way-back", 700));
        try (History history = open()) {
            Experience known = history.experience("Ledger");
            assertThat(known.ofStatement("upgrade/2.0/swap"))
                    .as("all effects of a run together")
                    .contains(new Experience.Expected(Duration.ofSeconds(4), Duration.ofSeconds(4), 2));
            assertThat(known.ofStatement("upgrade/3.0/swap", "upgrade/3.0"))
                    .as("of the same statement in another hop")
                    .isEqualTo(known.ofStatement("upgrade/2.0/swap"));
            assertThat(known.ofStatement("upgrade/3.0/start", "upgrade/3.0")).isEmpty();
            assertThat(known.ofWayBack("do it").map(Experience.Expected::usual)).contains(Duration.ofMillis(700));
            assertThat(history.experience("Another").isNone()).isTrue();
        }
    }

    @Test
    default void seesWhatTheJournalCannotTellOfItself() {
        runs().write("a", MIDNIGHT, true);
        assertThat(seen()).isEmpty();
        open().close();
        Verified whole = runs().journals().verify("a");
        Seen seen = seen().get("a");

        assertThat(seen).isEqualTo(new Seen(3, whole.head().orElseThrow()));
        assertThat(seen.missingIn(whole)).isEmpty();
        assertThat(seen.missingIn(new Verified(1, whole.hashes().subList(0, 1), List.of())))
                .contains(new Flaw.CutOff(2, 3));
        assertThat(seen.missingIn(new Verified(4, List.of("0", "1", "2", "3"), List.of())))
                .contains(new Flaw.Rewritten(3));
    }
}
