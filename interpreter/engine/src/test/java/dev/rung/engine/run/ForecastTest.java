package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.history.Experience;
import dev.rung.engine.history.History;
import dev.rung.engine.history.HistoryPlace;
import dev.rung.model.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier runs took is what the next one is expected to take. */
class ForecastTest {
    @TempDir
    Path folder;

    private final ToyWorld toy = new ToyWorld();
    private final MemoryJournals journals = new MemoryJournals();

    private Plan plan() {
        return ToyPlan.of(folder.resolve("backups"));
    }

    /** Each look at the clock takes a second. */
    private static Clock ticking() {
        return new Clock() {
            private Instant now = Instant.parse("2026-11-21T22:00:00Z");

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
        };
    }

    private void runOnce(Clock clock) throws Exception {
        try (Session session = ToyEngine.of(toy, journals, folder, clock)
                .begin(plan(), ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            session.run();
        }
    }

    private Forecast forecast() {
        try (History history = History.open(HistoryPlace.memory(), journals)) {
            return Forecast.of(plan(), history.experience("Toy"));
        }
    }

    @Test
    void ofWhatWasNeverRunNothingIsKnown() {
        assertThat(forecast()).isEqualTo(Forecast.NONE);
        assertThat(Forecast.of(plan(), Experience.none())).isEqualTo(Forecast.NONE);
    }

    @Test
    void aHopTakesWhatItTookAndItsWayBackWhatItsStatementsTake() throws Exception {
        runOnce(ticking());

        Forecast known = forecast();
        assertThat(known.untimed()).isZero();
        assertThat(known.statements().get("upgrade/2/backup-data").times()).isEqualTo(1);
        Forecast.Hop second = known.hops().get("upgrade/3");
        assertThat(second.forward()).isGreaterThan(Duration.ZERO);
        assertThat(second.back()).isGreaterThan(Duration.ZERO);
        assertThat(known.total())
                .isGreaterThanOrEqualTo(
                        second.forward().plus(known.hops().get("upgrade/2").forward()));
        assertThat(known.downtime()).isBetween(Duration.ofSeconds(1), known.total());
    }

    @Test
    void aHopThatWasNeverTakenTakesWhatOthersTook() throws Exception {
        toy.failsMigrationTo = "3";
        runOnce(ticking());

        Forecast known = forecast();
        assertThat(known.statements().get("upgrade/3/require-version"))
                .isEqualTo(known.statements().get("upgrade/2/require-version"));
        assertThat(known.untimed()).isZero();
    }

    @Test
    void whatIsAheadKnowsOfItsOwnWayBackOnceOneWasTaken() throws Exception {
        runOnce(ticking());
        Duration guessed = forecast().hops().get("upgrade/2").back();
        toy.code = "1";
        toy.form = 1;
        toy.rows = "a,b,c";
        toy.runs = Optional.of("1");
        toy.failsMigrationTo = "2";
        runOnce(Clock.systemUTC());

        assertThat(forecast().hops().get("upgrade/2").back())
                .as("the restore took no time then")
                .isLessThan(guessed);
    }
}
