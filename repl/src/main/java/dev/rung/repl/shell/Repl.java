package dev.rung.repl.shell;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.run.Ending;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Session;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.language.syntax.Typed;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Premises;
import dev.rung.model.text.SourceFile;
import dev.rung.repl.view.EndingView;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Inputs;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;

/** The shell for the person who sits through the maintenance window. */
public final class Repl {
    private final Desk desk;
    private final Wanted wanted;
    private final Screen screen;
    private final Lines lines;
    private final Workbench bench;
    private Optional<Climb> climb = Optional.empty();
    private int exitCode;

    /** What the command line asks for. @param runbook to load; empty for none */
    public record Wanted(Optional<String> runbook, Inputs.Said inputs, Premises premises, Carrying.Choices choices) {}

    public Repl(Desk desk, Wanted wanted) {
        this.desk = desk;
        this.wanted = wanted;
        this.screen = new Screen(desk.console());
        Engine engine = Engines.at(desk);
        this.lines = lines();
        this.bench = new Workbench(desk, engine, wanted, lines);
    }

    private Lines lines() {
        boolean terminal = desk.console().input() && desk.console().output().terminal();
        return terminal
                ? new TerminalLines(
                        desk.console(),
                        typed -> bench().isIncomplete(typed),
                        line -> Completions.of(line, bench().words()),
                        desk.stateFolder().resolve("typed"))
                : new PipedLines(desk.console(), typed -> bench().isIncomplete(typed));
    }

    private Workbench bench() {
        return bench;
    }

    /** @return the exit code: that of the run's ending if there was one */
    public int run() throws UsageProblem, Trouble {
        try (lines) {
            if (wanted.runbook().isPresent() && !load(wanted.runbook().get())) {
                return ExitCode.INVALID;
            }
            Optional<String> typed = lines.next(prompt());
            while (typed.isPresent() && !isQuit(typed.get())) {
                handle(typed.get());
                typed = lines.next(prompt());
            }
            leave();
            return climb.flatMap(Climb::session)
                    .flatMap(Session::ending)
                    .map(Ending::exitCode)
                    .orElseGet(this::ofTheLines);
        } finally {
            climb.ifPresent(Climb::close);
        }
    }

    private int ofTheLines() {
        return exitCode == ExitCode.DONE && lines.leftUnanswered() ? ExitCode.REFUSED : exitCode;
    }

    /** Without a plan the REPL is still good for asking what is wrong. */
    private boolean load(String runbook) throws UsageProblem {
        try {
            climb = bench.load(runbook);
        } catch (Trouble trouble) {
            screen.trouble(trouble.words(), trouble.help());
            return true;
        } finally {
            screen.findings(bench.found());
        }
        climb.ifPresent(loaded -> {
            screen.title(PlanView.headline(loaded.plan()));
            screen.say(loaded.ahead().size()
                    + " statements ahead; Enter shows the next, :next carries it out, :help says more");
        });
        return climb.isPresent();
    }

    private String prompt() {
        String sign = desk.console().output().glyphs().prompt() + " ";
        return climb.map(loaded -> loaded.where() + loaded.progress()).orElse("rung") + " " + sign;
    }

    private static boolean isQuit(String typed) {
        return typed.strip().equals(":quit");
    }

    /** Whatever goes wrong with one line is told, and the next line is read. */
    private void handle(String typed) {
        try {
            exitCode = ExitCode.DONE;
            if (typed.isBlank()) {
                showNext();
            } else if (typed.startsWith(":")) {
                command(Commands.read(typed));
            } else {
                understand(new SourceFile("typed", typed));
            }
        } catch (UsageProblem misused) {
            exitCode = ExitCode.USAGE;
            screen.trouble(misused.getMessage(), misused.help());
        } catch (Trouble trouble) {
            exitCode = ExitCode.REFUSED;
            screen.trouble(trouble.words(), trouble.help());
        } catch (JournalException lost) {
            exitCode = ExitCode.REFUSED;
            screen.trouble(lost.getMessage(), lost.help());
        }
    }

    private void understand(SourceFile typed) throws Trouble {
        Diagnosed<Typed> read = RunbookReader.typed(typed);
        if (read.hasErrors()) {
            wrong(read.diagnostics());
            return;
        }
        switch (read.value()) {
            case Typed.Nothing nothing -> {}
            case Typed.Abbreviation abbreviation -> wrong(bench.abbreviate(typed.text()));
            case Typed.Asked asked -> answer(typed);
            case Typed.Statements statements -> carryOut(typed);
        }
    }

    private void wrong(List<Diagnostic> diagnostics) {
        screen.findings(diagnostics);
        exitCode = diagnostics.isEmpty() ? exitCode : ExitCode.FINDINGS;
    }

    private void answer(SourceFile typed) throws Trouble {
        Diagnosed<String> answer = bench.answer(typed);
        wrong(answer.diagnostics());
        if (!answer.hasErrors()) {
            screen.say(answer.value());
        }
    }

    private void carryOut(SourceFile typed) throws Trouble {
        List<Diagnostic> found = bench.judge(typed);
        if (!found.isEmpty()) {
            wrong(found);
            return;
        }
        if (!bench.isLoaded()) {
            throw new Trouble("a statement needs a system to work on", "load a runbook: `rung repl FILE`");
        }
        if (climb.filter(Climb::isUnderWay).isPresent()) {
            throw new Trouble(
                    "a run is under way, and statements are carried out one after the other",
                    ":next and :run go on with it, :rollback takes it back");
        }
        Optional<Climb> own = bench.climbOf(typed.text());
        if (own.isEmpty()) {
            throw new Trouble(
                    "this statement cannot stand for itself", "it may need a hop of `step-through` around it");
        }
        try (Climb alone = own.get()) {
            alone.ahead().forEach(step -> screen.plan().show(alone.plan(), step));
            if (!alone.changesSomething() || lines.yes("Carry this out?")) {
                ended(alone, alone.toTheEnd());
            }
        }
    }

    private void command(Commands.Call call) throws Trouble, UsageProblem {
        switch (call.name()) {
            case ":back" -> ended(steering().back());
            case ":help" -> screen.help();
            case ":inputs" -> screen.inputs(bench.words(), bench.inputs());
            case ":next" ->
                ended(steering().next(call.number(Integer.MAX_VALUE, "it takes how many statements to carry out")));
            case ":plan" -> plan(call);
            case ":rollback" -> ended(steering().rollBack());
            case ":run" -> ended(steering().run(call.argument()));
            case ":skip" -> ended(steering().skip(call.argument()));
            case ":state" -> state();
            default -> throw new IllegalStateException("a bug: nobody carries out " + call.name());
        }
    }

    private void plan(Commands.Call call) throws Trouble, UsageProblem {
        Plan plan = loaded().plan();
        if (call.argument().isEmpty()) {
            screen.plan().showMarked(plan, loaded().ahead());
            return;
        }
        List<Item.Step> steps = PlanView.steps(plan);
        int number = call.number(steps.size(), "the plan has the statements 1 to " + steps.size());
        screen.plan().show(plan, steps.get(number - 1));
    }

    private void state() throws Trouble {
        Optional<Session> session = climb.flatMap(Climb::session);
        List<String> parts = session.isPresent() ? session.get().parts() : bench.parts();
        screen.state(climb.map(Climb::where), parts);
    }

    private Climb loaded() throws Trouble {
        String help = bench.isLoaded()
                ? "none could be made of the runbook; why not stands at the top"
                : "a plan comes with a runbook: `rung repl FILE`";
        return climb.orElseThrow(() -> new Trouble("there is no plan to go through", help));
    }

    private void showNext() throws Trouble {
        if (climb.isEmpty()) {
            return;
        }
        Optional<Item.Step> next = loaded().ahead().stream().findFirst();
        next.ifPresentOrElse(step -> screen.plan().show(climb.get().plan(), step), () -> screen.say(Steering.OVER));
    }

    private Steering steering() throws Trouble {
        return new Steering(loaded(), screen, lines, desk);
    }

    private void ended(Optional<Ending> ending) throws Trouble {
        ended(loaded(), ending);
    }

    private void ended(Climb which, Optional<Ending> ending) {
        if (ending.isEmpty()) {
            return;
        }
        exitCode = ending.get().exitCode();
        boolean typedAndDone =
                climb.filter(loaded -> loaded == which).isEmpty() && ending.get() instanceof Ending.Upgraded;
        if (!typedAndDone) {
            String run = which.session().map(Session::runId).orElse("");
            new EndingView(desk.console().out(), desk.console().output()).show(ending.get(), run, which.summary());
        }
    }

    private void leave() {
        climb.filter(Climb::isUnderWay).flatMap(Climb::session).ifPresent(open -> {
            screen.say("the run " + open.runId() + " is not over: `rung resume` goes on, `rung rollback " + open.runId()
                    + "` takes it back" + Climb.down(open));
            exitCode = new Ending.StoppedSafe("").exitCode();
        });
    }
}
