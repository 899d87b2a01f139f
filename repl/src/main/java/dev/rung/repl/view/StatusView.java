package dev.rung.repl.view;

import dev.rung.engine.run.UnderWay;
import dev.rung.model.expression.Durations;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Shows the runs that have not come to their end. */
public final class StatusView {
    private final PrintStream to;
    private final Console.Drawing drawing;
    private final Clock clock;

    public StatusView(PrintStream to, Console.Drawing drawing, Clock clock) {
        this.to = to;
        this.drawing = drawing;
        this.clock = clock;
    }

    /** @param place where the journals are kept */
    public void showNothing(String place) {
        to.println(fit("nothing runs, and nothing is interrupted, by the journals in " + place));
        to.flush();
    }

    public void show(List<UnderWay> runs) {
        boolean first = true;
        for (UnderWay run : runs) {
            if (!first) {
                to.println();
            }
            first = false;
            show(run);
        }
        to.flush();
    }

    private void show(UnderWay run) {
        to.println(drawing.theme().paint(Role.TITLE, run.run()) + "  "
                + fit(run.system() + " " + run.from() + " → " + run.to() + "  " + run.title()));
        boolean goesOn = run.process().presence() == UnderWay.Presence.RUNS
                && run.stopped().isEmpty();
        row(goesOn ? Role.GOOD : Role.WARNING, how(run));
        run.flaw()
                .ifPresent(flaw -> row(
                        Role.BAD,
                        "its journal cannot be believed: line " + flaw.line() + " " + flaw.words()
                                + "; what follows is how things were before that"));
        run.left().inHand().ifPresent(words -> plain("in hand: " + words));
        run.left().parts().forEach(part -> row(Role.QUIET, part));
        if (!goesOn && run.flaw().isEmpty()) {
            plain("rung resume " + run.run() + "      looks what it has left, and goes on");
            plain("rung rollback " + run.run() + "    looks what it has left, and takes the run back");
        }
    }

    private String how(UnderWay run) {
        UnderWay.Process process = run.process();
        String who = "process " + process.pid() + " of " + process.user() + " on " + process.host();
        String newest = "its newest line is of " + time(run.newest()) + ", " + since(run.newest()) + " ago";
        if (run.stopped().isPresent()) {
            return run.stopped().get() + "; that was at " + time(run.newest()) + ", " + since(run.newest()) + " ago";
        }
        return switch (process.presence()) {
            case RUNS -> "runs now, since " + time(run.began()) + ": " + who + "; " + newest;
            case GONE -> "interrupted: " + who + " is gone; " + newest;
            case ELSEWHERE -> "goes on or was interrupted, in " + who + "; " + newest;
        };
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(clock.getZone())
                .format(at);
    }

    private String since(Instant at) {
        Duration since = Duration.between(at, clock.instant());
        return Durations.shown(since.isNegative() ? Duration.ZERO : since);
    }

    private void row(Role role, String words) {
        Wrapped.hanging("  ", fit(words), drawing.columns().getAsInt())
                .forEach(line -> to.println(drawing.theme().paint(role, line)));
    }

    private void plain(String words) {
        Wrapped.hanging("  ", fit(words), drawing.columns().getAsInt()).forEach(to::println);
    }

    private String fit(String text) {
        return drawing.glyphs().fit(text);
    }
}
