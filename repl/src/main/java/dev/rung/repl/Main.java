package dev.rung.repl;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.journal.Journals;
import dev.rung.repl.command.CommandLineShell;
import dev.rung.repl.command.Overview;
import dev.rung.repl.view.ClosedPipe;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.StandardConsole;
import dev.rung.repl.view.Theme.Role;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.LocalClock;
import dev.rung.repl.work.ThisRung;
import dev.rung.repl.work.UsageProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the process begins. What can be answered without a library is answered here; everything else only loads what the
 * wanted command needs.
 */
public final class Main {
    /** As shells count a process that a closed pipe ended. */
    private static final int PIPE_CLOSED = 141;

    private Main() {}

    public static void main(String[] words) {
        end(run(List.of(words), desk()));
    }

    /** @param journaling stands in front of the journals */
    public static void main(String[] words, UnaryOperator<Journals> journaling) {
        end(run(List.of(words), desk(journaling)));
    }

    /** System.exit would ask the JDK's logging whether that is worth a line, which looks into every jar: 40 ms. */
    private static void end(int exitCode) {
        Runtime.getRuntime().halt(exitCode);
    }

    /** The desk of this process. */
    static Desk desk() {
        return desk(journals -> journals);
    }

    private static Desk desk(UnaryOperator<Journals> journaling) {
        return new Desk(
                StandardConsole.of(System.getenv()),
                System.getenv(),
                new LocalClock(),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                journaling);
    }

    /** Does what the words ask for. @return the exit code */
    public static int run(List<String> words, Desk desk) {
        GlobalFlags flags = new GlobalFlags();
        try {
            List<String> rest = flags.takenFrom(words);
            int exitCode = dispatch(
                    rest,
                    desk.with(flags.colour().map(desk.console()::withColour).orElse(desk.console())));
            desk.console().out().flush();
            desk.console().err().flush();
            return exitCode;
        } catch (ClosedPipe nobodyReads) {
            return PIPE_CLOSED;
        } catch (UsageProblem problem) {
            return quietly(ExitCode.USAGE, () -> tell(desk, problem.getMessage(), problem.help(), problem, flags));
        } catch (Trouble trouble) {
            return quietly(ExitCode.REFUSED, () -> tell(desk, trouble.words(), trouble.help(), trouble, flags));
        } catch (JournalException lost) {
            return quietly(ExitCode.REFUSED, () -> tell(desk, lost.getMessage(), lost.help(), lost, flags));
        } catch (RuntimeException | Error bug) {
            return quietly(ExitCode.BUG, () -> bug(desk, bug, flags));
        }
    }

    private static int dispatch(List<String> words, Desk desk) throws UsageProblem, Trouble {
        switch (words.isEmpty() ? "--help" : words.getFirst()) {
            case "--version", "-V" -> {
                desk.console()
                        .out()
                        .println("rung " + ThisRung.version() + " on Java " + System.getProperty("java.version"));
                desk.console().out().flush();
                return ExitCode.DONE;
            }
            case "--help", "-h" -> {
                new Overview(desk.console()).show();
                return ExitCode.DONE;
            }
            default -> {
                return new CommandLineShell(desk).run(words);
            }
        }
    }

    private static void tell(Desk desk, String words, String help, Throwable cause, GlobalFlags flags) {
        Console console = desk.console();
        console.out().flush();
        var theme = console.errors().theme();
        var glyphs = console.errors().glyphs();
        console.err().println(theme.paint(Role.ERROR, "error:") + " " + glyphs.fit(words));
        if (!help.isEmpty()) {
            console.err().println(theme.paint(Role.HELP, "help:") + " " + glyphs.fit(help));
        }
        if (flags.stackTrace()) {
            cause.printStackTrace(console.err());
        }
        console.err().flush();
    }

    private static void bug(Desk desk, Throwable bug, GlobalFlags flags) {
        String help = flags.stackTrace()
                ? "please report it with the lines below"
                : "please report it with what `--stack-trace` shows; an interrupted run can be resumed";
        tell(desk, "this is a bug in Rung " + ThisRung.version() + ": " + bug, help, bug, flags);
    }

    private static int quietly(int exitCode, Runnable telling) {
        try {
            telling.run();
        } catch (ClosedPipe nobodyReads) {
            // The exit code still says it.
        }
        return exitCode;
    }
}
