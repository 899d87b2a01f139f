package dev.rung.repl.view;

import dev.rung.engine.run.Event;
import dev.rung.model.expression.Durations;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Shows a run while it goes on. On a terminal the statement that works has one line that is drawn anew; elsewhere it has a
 * line at its beginning, one at its end, and at most one in thirty seconds between. That nobody reads any more does not
 * disturb the run.
 */
public final class ProgressView implements Consumer<Event>, AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final long REDRAWN_MILLIS = 200;

    private final PrintStream to;
    private final Console.Drawing drawing;
    private final Clock clock;
    private final Ticker ticker;

    private Optional<Item.Step> working = Optional.empty();
    private Instant since = Instant.EPOCH;
    private Instant lastTold = Instant.EPOCH;
    private String detail = "";
    private boolean lineIsOpen;
    private boolean paused;
    private boolean muted;

    public ProgressView(PrintStream to, Console.Drawing drawing, Clock clock) {
        this.to = to;
        this.drawing = drawing;
        this.clock = clock;
        this.ticker = new Ticker(drawing.terminal() ? REDRAWN_MILLIS : 1_000, this::tick);
    }

    @Override
    public synchronized void accept(Event event) {
        try {
            told(event);
            to.flush();
        } catch (ClosedPipe nobodyReads) {
            muted = true;
        }
    }

    private void told(Event event) {
        switch (event) {
            case Event.RunBegan began -> line(paint(Role.QUIET, "run " + began.run() + ", journal " + began.journal()));
            case Event.RunResumed resumed ->
                line(paint(
                        Role.QUIET,
                        "run " + resumed.run() + " goes on after " + Words.plural(resumed.stepsBehind(), "statement")
                                + ", journal " + resumed.journal()));
            case Event.Staging staging -> line("fetching and checking " + Words.plural(staging.artifacts(), "file"));
            case Event.HopBegan hop ->
                line(paint(
                        Role.TITLE,
                        "hop " + hop.number() + "/" + hop.of() + "  "
                                + hop.hop().from() + " → " + hop.hop().to()));
            case Event.HopLanded hop ->
                line(paint(Role.GOOD, "at " + hop.hop().to() + " after " + Durations.shown(hop.took())));
            case Event.StepBegan step -> began(step.step());
            case Event.Progressed progress -> progressed(progress);
            case Event.Waiting waiting -> detail = waiting(waiting);
            case Event.StepEnded step -> ended(step);
            case Event.StepFailed step -> failed(step);
            case Event.StepWaived step -> {
                working = Optional.empty();
                line(paint(Role.WARNING, "  passed over: " + step.step().text() + ": " + step.words()));
            }
            case Event.StepSkipped step ->
                line(paint(Role.WARNING, "  skipped: " + fit(step.step().text()) + ": " + step.reason()));
            case Event.StepBackBegan step -> {
                working = Optional.empty();
                line(paint(Role.WARNING, "  taking back: " + fit(step.step().text())));
            }
            case Event.StepTakenBack step ->
                line(paint(Role.GOOD, "  as it was before " + fit(step.step().text())));
            case Event.Said said -> line("  " + paint(Role.TITLE, said.text()));
            case Event.WayBackBegan back -> wayBack(back);
            case Event.WayBackStep step -> line("  back: " + fit(step.words()));
            case Event.WayBackEnded back ->
                line(paint(Role.GOOD, "back at " + back.to() + " after " + Durations.shown(back.took())));
            case Event.RunEnded ended -> {
                working = Optional.empty();
                clear();
            }
        }
    }

    private void began(Item.Step step) {
        working = Optional.of(step);
        since = clock.instant();
        lastTold = since;
        detail = "";
        boolean changes = step.effects().stream().anyMatch(effect -> effect.mutates());
        if (!drawing.terminal() && changes) {
            line("  " + drawing.glyphs().next() + " " + fit(step.text()));
        }
        draw();
    }

    private void progressed(Event.Progressed progress) {
        String done = new Value.Size(progress.done()).shown();
        String of = progress.total() < 0 ? "" : " of " + new Value.Size(progress.total()).shown();
        detail = progress.what() + " " + done + of;
    }

    private static String waiting(Event.Waiting waiting) {
        String answer = waiting.answer().isEmpty() ? "" : waiting.answer() + ", ";
        return answer + "at most " + Durations.shown(waiting.left()) + " more";
    }

    private void ended(Event.StepEnded step) {
        working = Optional.empty();
        String sign = paint(Role.GOOD, drawing.glyphs().done());
        String took = step.took().toMillis() < 100 ? "" : "  " + Durations.shown(step.took());
        String words = "  " + sign + " " + fit(step.step().text()) + paint(Role.QUIET, took);
        String note = fit(step.note());
        int cells = Cells.of("    " + fit(step.step().text()) + took + "  " + note);
        if (note.isEmpty() || columns() == 0 || cells <= columns()) {
            line(words + (note.isEmpty() ? "" : paint(Role.QUIET, "  " + note)));
        } else {
            line(words);
            Wrapped.hanging("      ", note, columns()).forEach(rest -> line(paint(Role.QUIET, rest)));
        }
    }

    private void failed(Event.StepFailed step) {
        working = Optional.empty();
        line("  "
                + paint(
                        Role.ERROR,
                        drawing.glyphs().failed() + " " + step.step().text()));
        Wrapped.hanging("      ", step.words(), columns()).forEach(words -> line(paint(Role.BAD, words)));
        line(paint(Role.QUIET, "      " + step.step().at()));
        if (!step.help().isEmpty()) {
            Wrapped.hanging("      help: ", fit(step.help()), columns()).forEach(this::line);
        }
    }

    private void wayBack(Event.WayBackBegan back) {
        working = Optional.empty();
        Wrapped.lines(fit("going back to " + back.to() + ": " + back.reason()), columns())
                .forEach(words -> line(paint(Role.WARNING, words)));
        if (!back.ahead().isEmpty()) {
            Wrapped.hanging("  the way back: ", fit(String.join(", ", back.ahead())), columns())
                    .forEach(this::line);
        }
    }

    /** Gives the terminal to somebody who asks a person, until {@link #goOn}. */
    public synchronized void pause() {
        paused = true;
        clear();
        to.flush();
    }

    public synchronized void goOn() {
        paused = false;
    }

    /** Says something between the lines of the run. */
    public synchronized void say(String words) {
        try {
            Wrapped.lines(fit(words), columns()).forEach(line -> line(paint(Role.WARNING, line)));
            to.flush();
        } catch (ClosedPipe nobodyReads) {
            muted = true;
        }
    }

    /** Once in a while, by a thread of its own. */
    synchronized void tick() {
        try {
            if (drawing.terminal()) {
                draw();
            } else if (working.isPresent()
                    && Duration.between(lastTold, clock.instant()).compareTo(HEARTBEAT) >= 0) {
                lastTold = clock.instant();
                line("    " + fit(elapsedAndDetail()));
            }
            to.flush();
        } catch (ClosedPipe nobodyReads) {
            muted = true;
        }
    }

    private void draw() {
        if (!drawing.terminal() || working.isEmpty() || paused || muted) {
            return;
        }
        String words = "  " + drawing.glyphs().next() + " " + working.get().text() + "  " + elapsedAndDetail();
        String cut = Cells.cut(
                drawing.glyphs().fit(words), columns() - 1, drawing.glyphs().ellipsis());
        to.print("\r\u001b[K" + cut);
        lineIsOpen = true;
    }

    private String elapsedAndDetail() {
        long seconds = Duration.between(since, clock.instant()).toSeconds();
        String elapsed = seconds < 1 ? "" : Durations.shown(Duration.ofSeconds(seconds));
        return Stream.of(elapsed, detail).filter(words -> !words.isEmpty()).collect(Collectors.joining(" · "));
    }

    private void line(String words) {
        if (muted) {
            return;
        }
        clear();
        to.println(words);
    }

    private void clear() {
        if (lineIsOpen && !muted) {
            to.print("\r\u001b[K");
            lineIsOpen = false;
        }
    }

    private String fit(String text) {
        return drawing.glyphs().fit(text);
    }

    private int columns() {
        return drawing.columns().getAsInt();
    }

    /** Paints last, so that what steers the terminal is only ours. */
    private String paint(Role role, String text) {
        return drawing.theme().paint(role, fit(text));
    }

    @Override
    public void close() {
        ticker.close();
        synchronized (this) {
            clear();
            to.flush();
        }
    }

    /** The thread that lets time be seen. */
    private static final class Ticker implements AutoCloseable {
        private final Thread thread;

        Ticker(long millis, Runnable tick) {
            thread = Thread.ofPlatform().daemon().name("progress").start(() -> {
                try {
                    while (true) {
                        Thread.sleep(millis);
                        tick.run();
                    }
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }
}
