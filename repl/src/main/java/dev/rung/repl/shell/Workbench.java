package dev.rung.repl.shell;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.RunSettings;
import dev.rung.engine.run.World;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Scope;
import dev.rung.language.check.Types;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.SourceFile;
import dev.rung.repl.view.ValueView;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Forecasts;
import dev.rung.repl.work.Inputs;
import dev.rung.repl.work.Preparation;
import dev.rung.repl.work.Questions;
import dev.rung.repl.work.UsageProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies before the person at the REPL: a runbook with its inputs, or none, and what can be made of typed text in its words. */
final class Workbench {
    private static final String NOTHING_LOADED = "runbook \"Nothing is loaded\"\n";
    private static final String TYPED = "typed";

    private final Desk desk;
    private final Engine engine;
    private final Repl.Wanted wanted;
    private final Questions questions;
    private Preparation preparation;
    private Optional<Preparation.Loaded> loaded = Optional.empty();
    private CheckedRunbook words;
    private Map<String, String> inputs = Map.of();

    Workbench(Desk desk, Engine engine, Repl.Wanted wanted, Questions questions) {
        this.desk = desk;
        this.engine = engine;
        this.wanted = wanted;
        this.questions = questions;
        this.preparation = Preparation.onDisk(desk);
        this.words = preparation
                .toolchain()
                .check(new SourceFile(TYPED, NOTHING_LOADED))
                .value();
    }

    /** Made of the loaded runbook; empty if it is not valid, see {@link #found}. */
    Optional<Climb> load(String runbook) throws UsageProblem, Trouble {
        Optional<CheckedRunbook> checked = preparation.check(runbook);
        if (checked.isEmpty()) {
            return Optional.empty();
        }
        words = checked.get();
        inputs = Inputs.of(words, wanted.inputs(), preparation, desk, questions);
        loaded = preparation.install(words, inputs);
        if (loaded.isEmpty()) {
            return Optional.empty();
        }
        Preparation.mustBeRefused(wanted.premises().accepted(), loaded.get());
        Optional<Plan> plan = preparation.plan(loaded.get(), engine, wanted.premises());
        if (plan.isPresent()) {
            wanted.choices().mustFitAtTheStart(plan.get(), words);
        }
        return plan.map(made -> climb(made, loaded.get(), preparation));
    }

    private Climb climb(Plan plan, Preparation.Loaded of, Preparation by) {
        RunSettings settings = wanted.choices()
                .settings(by.sources(), of.runbook().file().name(), of.inputs())
                .with(Forecasts.of(plan, desk));
        return new Climb(
                desk,
                engine,
                plan,
                settings,
                of.folder(),
                questions,
                wanted.choices().given());
    }

    /** What was found wrong with the loaded runbook. */
    List<Diagnostic> found() {
        return preparation.found();
    }

    CheckedRunbook words() {
        return words;
    }

    Map<String, String> inputs() {
        return inputs;
    }

    boolean isLoaded() {
        return loaded.isPresent();
    }

    boolean isIncomplete(String typed) {
        return !typed.isBlank()
                && !typed.startsWith(":")
                && switch (preparation.toolchain().completeness(typed)) {
                    case INCOMPLETE -> true;
                    case COMPLETE, WRONG -> false;
                };
    }

    /** @return what the world answers, with its type, as a person reads it; with what is wrong about the question */
    Diagnosed<String> answer(SourceFile typed) throws Trouble {
        Diagnosed<Expression> expression = preparation.toolchain().expression(words, inputs, typed);
        if (expression.hasErrors()) {
            return new Diagnosed<>("", expression.diagnostics());
        }
        Optional<Type> type =
                new Types(words.names()).of(RunbookReader.expression(typed).value(), Scope.outside(words.names()));
        Installation installation = loaded.map(Preparation.Loaded::installation).orElse(new Installation(List.of()));
        try (World world = engine.open(installation, folder())) {
            String answer = expression.value() instanceof Expression.Part(String name)
                    ? ValueView.ofPart(
                            name, world.found(name), installation.part(name).kind())
                    : ValueView.of(world.evaluate(expression.value()), type);
            return new Diagnosed<>(answer, expression.diagnostics());
        }
    }

    private Path folder() {
        return loaded.map(Preparation.Loaded::folder).orElse(desk.folder());
    }

    /** How every part of the loaded runbook's systems is found now. */
    List<String> parts() throws Trouble {
        Preparation.Loaded all = loaded.orElseThrow(
                () -> new Trouble("there are no parts to look at", "parts come with a runbook: `rung repl FILE`"));
        return engine.look(all.installation(), all.folder());
    }

    /** Adds an abbreviation to the words there are. @return what is wrong with it */
    List<Diagnostic> abbreviate(String typed) {
        SourceFile longer = new SourceFile(words.file().name(), words.file().text() + "\n" + typed + "\n");
        Diagnosed<CheckedRunbook> checked = Preparation.onDisk(desk).toolchain().check(longer);
        if (!checked.hasErrors()) {
            words = checked.value();
        }
        return checked.hasErrors() ? checked.diagnostics() : List.of();
    }

    /** What is wrong with a typed statement, as it stands there. */
    List<Diagnostic> judge(SourceFile typed) {
        return preparation.toolchain().statement(words, inputs, typed).diagnostics();
    }

    /**
     * A run of typed statements alone. Its source is the loaded runbook with them in the place of its phases, so that the
     * journal of the run says all that happened, and a resume does nothing else.
     */
    Optional<Climb> climbOf(String typed) throws Trouble {
        Preparation ownPreparation = Preparation.onDisk(desk);
        SourceFile source = new SourceFile(
                words.file().name().equals(TYPED)
                        ? TYPED + ".runbook"
                        : words.file().name(),
                withoutPhases() + phase(typed));
        Optional<Preparation.Loaded> own =
                ownPreparation.check(source).flatMap(checked -> ownPreparation.install(checked, inputs));
        if (own.isEmpty()) {
            return Optional.empty();
        }
        for (Diagnostic missing : Preparation.notBuilt(own.get())) {
            throw new Trouble(missing.summary(), missing.help());
        }
        return ownPreparation
                .plan(own.get(), engine, wanted.premises())
                .map(plan -> climb(plan, own.get(), ownPreparation));
    }

    private static String phase(String typed) {
        return "\nphase \"Typed at the prompt\" {\n" + typed + "\n}\n";
    }

    private String withoutPhases() {
        StringBuilder text = new StringBuilder(words.file().text());
        for (Declaration.Phase phase : words.tree().phases().reversed()) {
            text.delete(phase.span().start(), phase.span().end());
        }
        return text.toString();
    }
}
