package dev.rung.repl.view;

import dev.rung.engine.run.Ending;
import dev.rung.engine.run.Interrupted;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.util.List;

/** Says how a run ended, what is where now, and what to try next. */
public final class EndingView {
    private final PrintStream to;
    private final Console.Drawing drawing;

    public EndingView(PrintStream to, Console.Drawing drawing) {
        this.to = to;
        this.drawing = drawing;
    }

    /**
     * @param run its name, for the commands that go on from here
     * @param where what is where now, a line each
     */
    public void show(Ending ending, String run, List<String> where) {
        to.println();
        Wrapped.lines(fit(ending.words()), drawing.columns().getAsInt())
                .forEach(line -> to.println(drawing.theme().paint(role(ending), line)));
        details(ending).forEach(line -> hanging("  ", line));
        where.forEach(line -> hanging("  ", line));
        List<String> next = next(ending, run);
        if (!next.isEmpty()) {
            to.println();
            next.forEach(line -> to.println("  " + fit(line)));
        }
        to.flush();
    }

    /** Of a run that a person has left before it came to an end. */
    public void show(Interrupted left) {
        to.println();
        String how = left.inHand()
                .map(words -> "left in the middle of this, which may still be working: " + words)
                .orElse("left between two changes, safe and resumable");
        Role role = left.inHand().isPresent() ? Role.ERROR : Role.WARNING;
        Wrapped.lines(fit(how), drawing.columns().getAsInt())
                .forEach(line -> to.println(drawing.theme().paint(role, line)));
        left.parts().forEach(line -> hanging("  ", line));
        to.println();
        to.println("  rung resume " + left.run() + "      looks what it has left, and goes on");
        to.println("  rung rollback " + left.run() + "    looks what it has left, and takes the run back");
        to.flush();
    }

    private static Role role(Ending ending) {
        return switch (ending) {
            case Ending.Upgraded upgraded -> Role.HELP;
            case Ending.Refused refused -> Role.WARNING;
            case Ending.RolledBack back -> Role.WARNING;
            case Ending.RolledBackWithLoss back -> Role.WARNING;
            case Ending.StoppedSafe stopped -> Role.WARNING;
            case Ending.Abandoned given -> Role.WARNING;
            case Ending.NeedsPerson stopped -> Role.ERROR;
        };
    }

    private static List<String> details(Ending ending) {
        return switch (ending) {
            case Ending.Upgraded upgraded -> List.of();
            case Ending.Refused refused ->
                refused.reasons().stream()
                        .map(reason -> reason.words() + (reason.help().isEmpty() ? "" : " (" + reason.help() + ")"))
                        .toList();
            case Ending.RolledBack back -> List.of("because " + back.reason());
            case Ending.RolledBackWithLoss back -> List.of("because " + back.reason());
            case Ending.StoppedSafe stopped -> List.of();
            case Ending.Abandoned given -> given.parts();
            case Ending.NeedsPerson stopped ->
                java.util.stream.Stream.of(
                                stopped.parts().stream(),
                                stopped.left().stream().map(line -> "left to do: " + line))
                        .flatMap(lines -> lines)
                        .toList();
        };
    }

    private static List<String> next(Ending ending, String run) {
        return switch (ending) {
            case Ending.Upgraded upgraded ->
                List.of(
                        "rung history " + run + "     what it did",
                        "rung rollback " + run + "    takes it back, also days later");
            case Ending.Refused refused -> List.of();
            case Ending.RolledBack back -> List.of("rung history " + run + "     what happened");
            case Ending.RolledBackWithLoss back -> List.of("rung history " + run + "     what happened");
            case Ending.StoppedSafe stopped ->
                List.of("rung resume " + run + "      goes on from here", "rung rollback " + run + "    takes it back");
            case Ending.Abandoned given -> List.of("rung history " + run + "     what happened");
            case Ending.NeedsPerson stopped ->
                List.of(
                        "rung resume " + run + "      looks again, once that is done",
                        "rung history " + run + "     what happened");
        };
    }

    private void hanging(String beginning, String line) {
        Wrapped.hanging(beginning, fit(line), drawing.columns().getAsInt()).forEach(to::println);
    }

    private String fit(String text) {
        return drawing.glyphs().fit(text);
    }
}
