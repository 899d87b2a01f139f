package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Window;
import dev.rung.model.plan.Window.Moment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run keeps to its window: it begins in it, and no hop begins that could not go back in time. */
class WindowRunTest {
    private static final Operator NOBODY = question -> Optional.empty();

    @TempDir
    Path folder;

    private final ToyWorld toy = new ToyWorld();
    private final MemoryJournals journals = new MemoryJournals();
    private Instant now = Instant.parse("2026-11-21T22:30:00Z");

    private Plan plan() {
        Plan plan = ToyPlan.of(folder.resolve("backups"));
        Window window = new Window(
                Moment.parse("Sat 22:00").orElseThrow(),
                Moment.parse("Sun 04:00").orElseThrow(),
                ZoneOffset.UTC);
        Installation kept = new Installation(plan.installation().systems(), Map.of(), Map.of(), Optional.of(window));
        return new Plan(plan.title(), kept, plan.installed(), plan.layout(), plan.staging(), plan.items());
    }

    private Engine engine() {
        InstantSource source = () -> now;
        return ToyEngine.of(toy, journals, folder, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        });
    }

    private static RunSettings taking(Duration second) {
        Forecast.Hop first = new Forecast.Hop(Duration.ofMinutes(10), Duration.ofMinutes(5), 0);
        Forecast.Hop next = new Forecast.Hop(second, Duration.ofMinutes(30), 0);
        return ToyEngine.SETTINGS.with(
                new Forecast(Map.of(), Map.of("upgrade/2", first, "upgrade/3", next), Duration.ZERO, 0, Duration.ZERO));
    }

    private Ending begin(RunSettings settings, Instant behindFirst) throws Exception {
        try (Session session = engine().begin(plan(), settings, folder, NOBODY, event -> {
            if (event instanceof Event.HopLanded) {
                now = behindFirst;
            }
        })) {
            return session.run();
        }
    }

    private Ending resume(RunSettings settings) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        try (Session session =
                engine().resume(journals.runs().getFirst(), plan(), settings, folder, NOBODY, event -> {})) {
            return session.run();
        }
    }

    @Test
    void beginsWhileItIsOpen() throws Exception {
        assertThat(begin(ToyEngine.SETTINGS, now)).isInstanceOf(Ending.Upgraded.class);
    }

    @Test
    void isRefusedWhileItIsClosed() throws Exception {
        now = Instant.parse("2026-11-21T21:59:59Z");

        assertThat(begin(ToyEngine.SETTINGS, now))
                .isInstanceOfSatisfying(
                        Ending.Refused.class,
                        refused -> assertThat(refused.reasons().getFirst().words())
                                .isEqualTo("the window is closed; it opens at 2026-11-21 22:00:00 Z, in 1.0 s"));
        assertThat(toy.touches).isZero();
    }

    @Test
    void aHopThatCouldNotGoBackInTimeWaitsForTheNextWindow() throws Exception {
        Ending paused = begin(taking(Duration.ofHours(1)), Instant.parse("2026-11-22T02:31:00Z"));

        assertThat(paused).isInstanceOf(Ending.StoppedSafe.class);
        assertThat(paused.words()).contains("take about 90 min", "the window closes at 2026-11-22 04:00:00 Z");
        assertThat(toy.runs).as("all parts are consistent").contains("2");
        assertThat(toy.marked).isFalse();
        now = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(resume(taking(Duration.ofHours(1)))).isInstanceOf(Ending.StoppedSafe.class);
        now = Instant.parse("2026-11-28T22:00:00Z");
        assertThat(resume(taking(Duration.ofHours(1)))).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.runs).contains("3");
    }

    @Test
    void whatIsJustInTimeBegins() throws Exception {
        assertThat(begin(taking(Duration.ofHours(1)), Instant.parse("2026-11-22T02:30:00Z")))
                .isInstanceOf(Ending.Upgraded.class);
    }

    @Test
    void aHopThatIsLongerThanAnyWindowIsSaidToBe() throws Exception {
        assertThat(begin(taking(Duration.ofHours(6)), now).words()).contains("and the window is only 6 h long");
    }

    @Test
    void withinAHopNoClockStopsIt() throws Exception {
        toy.failsMigrationTo = "2";
        try (Session session = engine().begin(plan(), ToyEngine.SETTINGS, folder, NOBODY, event -> {
            now = event instanceof Event.HopBegan ? Instant.parse("2026-11-22T09:00:00Z") : now;
        })) {
            assertThat(session.run()).isEqualTo(new Ending.RolledBack("1", "the migration to 2 failed"));
        }
    }
}
