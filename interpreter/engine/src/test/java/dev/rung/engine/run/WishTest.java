package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.run.Operator.Wish;
import dev.rung.model.effect.Ask;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody wants of a run is done behind the statement that is going on. */
class WishTest {
    @TempDir
    Path folder;

    private final ToyWorld toy = new ToyWorld();
    private final MemoryJournals journals = new MemoryJournals();
    private final AtomicInteger asked = new AtomicInteger();

    private Ending run(Wish wish, int behind) throws Exception {
        Operator operator = new Operator() {
            @Override
            public Optional<String> answer(Ask question) {
                return Optional.empty();
            }

            @Override
            public Wish wish() {
                return asked.getAndIncrement() < behind ? Wish.GO_ON : wish;
            }
        };
        RunSettings settings =
                new RunSettings(Map.of(), "toy.runbook", Map.of(), false, new Destination.Nearest(), Optional.empty());
        Engine engine = new Engine(toy.drivers("toy"), journals, folder, Clock.systemUTC(), millis -> {}, "test");
        try (Session session =
                engine.begin(ToyPlan.of(folder.resolve("backups")), settings, folder, operator, event -> {})) {
            return session.run();
        }
    }

    @Test
    void stopsBehindTheStatementAndCanBeResumed() throws Exception {
        assertThat(run(Wish.STOP, 2)).isEqualTo(new Ending.StoppedSafe("it was asked to stop"));
        assertThat(toy.marked).as("the first stop is done").isTrue();
    }

    @Test
    void whatHasChangedNothingIsOver() throws Exception {
        assertThat(run(Wish.STOP, 1)).isInstanceOf(Ending.Refused.class);
        assertThat(run(Wish.GO_BACK, 0)).isInstanceOf(Ending.Refused.class);
        assertThat(toy.runs).contains("1");
    }

    @Test
    void goesBackWhenToldTo() throws Exception {
        assertThat(run(Wish.GO_BACK, 5)).isEqualTo(new Ending.RolledBack("1", "it was asked for"));
        assertThat(toy.rows).isEqualTo("a,b,c");
        assertThat(toy.runs).contains("1");
    }
}
