package dev.rung.repl.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rung.engine.run.Event;
import dev.rung.model.plan.Item;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressViewTest {
    private static final Item.Step STOP = PlanView.steps(SamplePlan.plan(true)).get(1);
    private static final Item.Step WAIT = PlanView.steps(SamplePlan.plan(true)).get(5);

    private final SteppedClock clock = new SteppedClock();
    private final Shown shown = new Shown();

    @Test
    void tellsBeginningAndEndWhereNoLineCanBeDrawnAnew() {
        try (ProgressView view = new ProgressView(shown.stream(), Shown.plain(Glyphs.ASCII), clock)) {
            view.accept(new Event.RunBegan("ledger-1", "runs/ledger-1.jsonl"));
            view.accept(new Event.StepBegan(STOP));
            clock.goOn(Duration.ofSeconds(29));
            view.tick();
            clock.goOn(Duration.ofSeconds(2));
            view.tick();
            view.tick();
            view.accept(new Event.StepEnded(STOP, Duration.ofSeconds(31), "process 4711"));
        }

        assertThat(shown.text()).isEqualTo("""
            run ledger-1, journal runs/ledger-1.jsonl
              > stop server
                31 s
              ok stop server  31 s  process 4711
            """);
    }

    @Test
    void drawsOneLineAnewOnATerminal() {
        try (ProgressView view = new ProgressView(shown.stream(), Shown.terminal(50), clock)) {
            view.accept(new Event.StepBegan(WAIT));
            view.accept(new Event.Waiting("starting", Duration.ofSeconds(90)));
            clock.goOn(Duration.ofSeconds(30));
            view.tick();
            view.accept(new Event.StepEnded(WAIT, Duration.ofSeconds(30), ""));
        }

        assertThat(shown.text())
                .startsWith("\r\u001b[K  ▸ wait for healthy")
                .contains("\r\u001b[K  ▸ wait for healthy  30 s · starting, at most 9…")
                .endsWith("\r\u001b[K  ✔ wait for healthy  30 s\n")
                .containsOnlyOnce("\n");
    }

    @Test
    void showsBytesAsPeopleCountThem() {
        try (ProgressView view = new ProgressView(shown.stream(), Shown.terminal(80), clock)) {
            view.accept(new Event.StepBegan(STOP));
            view.accept(new Event.Progressed("app", 3 << 20, 9 << 20));
            view.tick();
        }

        assertThat(shown.text()).contains("stop server  app 3.0 MiB of 9.0 MiB");
    }

    @Test
    void drawsNothingWhileAPersonIsAsked() {
        try (ProgressView view = new ProgressView(shown.stream(), Shown.terminal(80), clock)) {
            view.accept(new Event.StepBegan(STOP));
            view.pause();
            int before = shown.text().length();
            view.tick();
            assertThat(shown.text()).hasSize(before);
            view.goOn();
            view.tick();
            assertThat(shown.text().length()).isGreaterThan(before);
        }
    }

    @Test
    void tellsWhyItGoesBackAndHow() {
        try (ProgressView view = new ProgressView(shown.stream(), Shown.plain(Glyphs.UNICODE), clock)) {
            view.accept(new Event.StepFailed(WAIT, "it never answered", "see its log"));
            view.accept(
                    new Event.WayBackBegan("1.9.4", "it never answered", List.of("stop `server`", "restore `app`")));
            view.accept(new Event.WayBackStep("stop `server`"));
            view.accept(new Event.WayBackEnded("1.9.4", Duration.ofMillis(2_345)));
        }

        assertThat(shown.text()).isEqualTo("""
              ✘ wait for healthy
                  it never answered
                  ledger.runbook:1:1
                  help: see its log
            going back to 1.9.4: it never answered
              the way back: stop `server`, restore `app`
              back: stop `server`
            back at 1.9.4 after 2.3 s
            """);
    }

    @Test
    void letsARunGoOnThatNobodyWatchesAnyMore() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int single) throws java.io.IOException {
                throw new java.io.IOException("Broken pipe");
            }
        };
        PrintStream stream = new PrintStream(new PipeStream(closed), true, java.nio.charset.StandardCharsets.UTF_8);
        try (ProgressView view = new ProgressView(stream, Shown.plain(Glyphs.UNICODE), clock)) {
            assertThatCode(() -> view.accept(new Event.StepBegan(STOP))).doesNotThrowAnyException();
            assertThatCode(() -> view.say("still here")).doesNotThrowAnyException();
            assertThatCode(view::tick).doesNotThrowAnyException();
        }
    }

    /** Stands still until it is told to go on. */
    private static final class SteppedClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T22:00:00Z");

        void goOn(Duration by) {
            now = now.plus(by);
        }

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
            return now;
        }
    }
}
