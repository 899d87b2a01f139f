package dev.rung.repl.shell;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Ending;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Event;
import dev.rung.engine.run.Failure;
import dev.rung.engine.run.RunSettings;
import dev.rung.engine.run.Session;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.view.ProgressView;
import dev.rung.repl.work.Answers;
import dev.rung.repl.work.Departure;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Interrupts;
import dev.rung.repl.work.Questions;
import dev.rung.repl.work.Summary;
import dev.rung.repl.work.Talk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** One run as the REPL drives it: begun with the first statement that is carried out, left where the person leaves it. */
final class Climb implements AutoCloseable {
    private final Desk desk;
    private final Engine engine;
    private final Plan plan;
    private final RunSettings settings;
    private final Path folder;
    private final Questions questions;
    private final Set<String> confirmed;
    private final AtomicReference<Interrupts> interrupts = new AtomicReference<>();
    private final AtomicReference<ProgressView> progress = new AtomicReference<>();
    private final Map<String, String> versions = new TreeMap<>();
    private final List<Item.Step> all;
    private final Summary summary;
    private Optional<Session> session = Optional.empty();
    private boolean hasToldFailure;

    Climb(
            Desk desk,
            Engine engine,
            Plan plan,
            RunSettings settings,
            Path folder,
            Questions questions,
            Set<String> confirmed) {
        this.desk = desk;
        this.engine = engine;
        this.plan = plan;
        this.settings = settings;
        this.folder = folder;
        this.questions = questions;
        this.confirmed = confirmed;
        this.all = PlanView.steps(plan);
        this.summary = new Summary(desk.clock().getZone());
        plan.installed().forEach((system, version) -> versions.put(system, version.written()));
    }

    Plan plan() {
        return plan;
    }

    Optional<Session> session() {
        return session;
    }

    boolean isUnderWay() {
        return session.isPresent() && session.get().ending().isEmpty();
    }

    /**
     * Carries out statements, and begins the run if it has not begun. A person's Ctrl-C stops behind the one that is going
     * on; the run is not over then, and goes on with the next call.
     *
     * @return how the run ended, if it did
     */
    Optional<Ending> next(int count) throws Trouble {
        return working(() -> advance(done -> done < count));
    }

    /** At least one statement, also where the run has stayed at a failure: that is how it is tried again. */
    private Optional<Ending> advance(IntPredicate goesOn) {
        Optional<Ending> ending = begun().ending();
        for (int done = 0; ending.isEmpty() && goesOn.test(done) && !stops(done); done++) {
            ending = begun().next();
        }
        return ending.isEmpty() && interrupts.get().wantsToGoBack() ? Optional.of(begun().rollBack()) : ending;
    }

    private boolean stops(int done) {
        return done > 0 && begun().hasStayed() || interrupts.get().wantsToStop();
    }

    /** Where somebody sits at the prompt that one says what comes next. */
    private Failure.Remedy afterFailure(Failure failure) {
        if (!questions.somebodyIsThere()) {
            return new Failure.Remedy.AsSet();
        }
        if (!hasToldFailure) {
            progress.get().say(failure.words());
        }
        return new Failure.Remedy.Stay();
    }

    /** Whether the statement that was come to last has failed, and the run waits in front of it. */
    boolean hasStayed() {
        return session.filter(Session::hasStayed).isPresent();
    }

    /** Carries out all in front of a statement. */
    Optional<Ending> to(Item.Step step) throws Trouble {
        return working(() -> advance(done ->
                begun().ahead().filter(next -> !next.id().equals(step.id())).isPresent()));
    }

    /** Leaves the next statement out. */
    Optional<Ending> skip(String reason) throws Trouble {
        return working(() -> {
            begun().skip(reason, desk.user());
            return begun().ending();
        });
    }

    /** Takes the last statement back. */
    void takeBack() throws Trouble {
        working(() -> {
            begun().back();
            return Optional.empty();
        });
    }

    Optional<Ending> toTheEnd() throws Trouble {
        return next(Integer.MAX_VALUE);
    }

    Optional<Ending> back() throws Trouble {
        return working(() -> {
            interrupts.get().homeward();
            return Optional.of(begun().rollBack());
        });
    }

    private Session begun() {
        return session.orElseThrow();
    }

    /** Something that a session is told to do. */
    @FunctionalInterface
    private interface Work {
        Optional<Ending> done() throws Trouble;
    }

    private Optional<Ending> working(Work work) throws Trouble {
        try (ProgressView view =
                new ProgressView(desk.console().out(), desk.console().output(), desk.clock())) {
            progress.set(view);
            return listening(work);
        }
    }

    private Optional<Ending> listening(Work work) throws Trouble {
        Talk talk = new Talk(
                questions,
                words -> progress.get().say(words),
                () -> progress.get().pause(),
                this::goOn);
        try (Interrupts listening = Interrupts.listening(talk, new Departure(desk, engine))) {
            interrupts.set(listening);
            if (session.isEmpty()) {
                Answers answers = new Answers(confirmed, desk.user(), talk, interrupts::get, this::afterFailure, true);
                session = Optional.of(engine.begin(plan, settings, folder, answers, this::show));
            }
            return work.done();
        }
    }

    /** The terminal's editor takes Ctrl-C for itself while it asks. */
    private void goOn() {
        interrupts.get().listen();
        progress.get().goOn();
    }

    private void show(Event event) {
        hasToldFailure = event instanceof Event.StepFailed;
        interrupts.get().accept(event);
        if (event instanceof Event.HopLanded landed) {
            versions.put(landed.hop().system(), landed.hop().to().version().written());
        }
        if (event instanceof Event.WayBackEnded back && versions.size() == 1) {
            versions.replaceAll((system, version) -> back.to());
        }
        summary.accept(event);
        progress.get().accept(event);
    }

    /** What is worth saying at the end. */
    List<String> summary() {
        session.ifPresent(summary::take);
        return summary.lines();
    }

    /** The statements ahead; all of them before the run has begun. */
    List<Item.Step> ahead() {
        return session.map(Session::remaining).orElse(all);
    }

    boolean hasMore() {
        return session.isEmpty() ? !all.isEmpty() : session.get().ending().isEmpty();
    }

    boolean changesSomething() {
        return all.stream().flatMap(step -> step.effects().stream()).anyMatch(Effect::mutates);
    }

    /** {@code [3/29]}; empty when the run is over. */
    String progress() {
        boolean over = session.flatMap(Session::ending).isPresent();
        return over ? "" : " [" + (all.size() - ahead().size()) + "/" + all.size() + "]";
    }

    /** {@code ledger 1.8.2}: what is installed, as far as it has come. */
    String where() {
        return versions.entrySet().stream()
                .map(system -> system.getKey() + " " + system.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        session.ifPresent(Session::close);
    }

    /** Whoever leaves in the middle of a hop goes with the application off. */
    static String down(Session open) {
        List<String> down = open.state().services().entrySet().stream()
                .filter(service -> service.getValue().isHeld())
                .map(service -> "`" + service.getKey() + "`")
                .toList();
        return down.isEmpty()
                ? ""
                : "; until then " + String.join(", ", down) + (down.size() == 1 ? " stays" : " stay") + " down";
    }
}
