package dev.rung.engine.run;

import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.run.Course.Task;
import dev.rung.engine.run.Verifier.Answer;
import dev.rung.engine.run.Verifier.Verdict;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a plan, driven from outside: statement by statement, or to its end. A batch run, a REPL and a resume all
 * drive it through these methods. Not for several threads.
 */
public final class Session implements AutoCloseable {
    private static final String ASKED_FOR = "it was asked for";

    private final Equipment equipment;
    private final Course course;
    private final Stretches stretches;
    private final Steps steps;
    private final Instant began;
    private Stretch stretch;
    private Instant hopBegan;
    private Optional<Ending> ending = Optional.empty();

    Session(Equipment equipment) {
        this.equipment = equipment;
        this.course = new Course(equipment.plan(), equipment.log());
        this.stretches = new Stretches(equipment.plan(), equipment.log(), equipment.world(), equipment.observer());
        this.began = equipment.clock().instant();
        this.hopBegan = began;
        this.stretch = stretches.current();
        this.steps = new Steps(equipment);
    }

    public String runId() {
        return equipment.log().run();
    }

    /** How the run was left, if it is left now: also where its journal cannot be written or read any more. */
    public Interrupted interrupted() {
        RunLog log = equipment.log();
        return new Interrupted(log.run(), log.open().map(Entry.Intended::words), PartsInWords.of(log.believed()));
    }

    public Plan plan() {
        return equipment.plan();
    }

    /** What is believed of every part, seen from the present hop. */
    public State state() {
        return equipment.bench().believed();
    }

    /** How every part is found now, and within a hop also what it is to that hop, a line each. */
    public List<String> parts() {
        boolean inHop = ending.isEmpty() && stretch.hop().isPresent();
        return inHop ? PartsInWords.of(state(), equipment.world()) : PartsInWords.found(equipment.world());
    }

    public Optional<Ending> ending() {
        return ending;
    }

    /** The statements ahead. */
    public List<Item.Step> remaining() {
        return ending.isPresent() ? List.of() : course.steps();
    }

    /** The next statement, if it is known which one that is: a choice in front of it is not decided here. */
    public Optional<Item.Step> ahead() {
        return remaining().stream().findFirst();
    }

    /**
     * The way back that {@link #rollBack} would take now. Nothing is changed by asking.
     *
     * @throws Trouble if a part cannot be looked at, or a backup that the way back rests on is not there any more
     */
    public Prospect prospect() throws Trouble {
        return new Prospects(stretches, equipment.observer(), equipment.log(), equipment.backups())
                .of(equipment.settings());
    }

    /** The folders of all backups that the run has taken, also before it was interrupted. */
    public List<String> backups() {
        return equipment.log().retrospect().backups();
    }

    /** What has come back from backups on the way home. */
    public List<Restoration> restored() {
        return equipment.log().retrospect().restored();
    }

    /** Before the first statement: whatever can be found wrong now is, and all artifacts of all hops lie ready. */
    void prepare() {
        List<Trouble> found = new Readiness(equipment).bring();
        if (!found.isEmpty()) {
            end(new Ending.Refused(found.stream()
                    .map(trouble -> new Ending.Reason(trouble.words(), trouble.help()))
                    .toList()));
        }
    }

    /** Carries on to the end, and goes back on a failure as the settings say. */
    public Ending run() {
        while (ending.isEmpty()) {
            next();
        }
        return ending.get();
    }

    /** Carries out one statement. @return how the run ended, if it did with this one */
    public Optional<Ending> next() {
        if (ending.isPresent()) {
            return ending;
        }
        if (equipment.log().homeBound().isPresent()) {
            return Optional.of(goBack(equipment.log().homeBound().get().reason(), true));
        }
        switch (equipment.operator().wish()) {
            case STOP -> {
                return Optional.of(stop());
            }
            case GO_BACK -> {
                return Optional.of(equipment.log().hasChangedAnything() ? goBack(ASKED_FOR, true) : stop());
            }
            case GO_ON -> {}
        }
        try {
            steps.settle(stretch);
            arriveAtStatement();
            if (course.peek().orElse(null) instanceof Task.Do(Item.Step step)) {
                course.take();
                perform(step);
            }
            leaveStatement();
        } catch (Unanswered missing) {
            unanswered(missing);
        } catch (Trouble trouble) {
            fail(trouble.words(), trouble.help());
        }
        return ending;
    }

    /** The way back, asked for by a person: to the start of the hop that is under way, else to that of the run. */
    public Ending rollBack() {
        if (ending.isPresent()) {
            return ending.get();
        }
        return goBack(ASKED_FOR, true);
    }

    private void arriveAtStatement() throws Trouble {
        while (course.peek().isPresent()) {
            switch (course.peek().get()) {
                case Task.Do ignored -> {
                    return;
                }
                case Task.Land ignored -> {
                    return;
                }
                case Task.Enter(Item.Hop hop, int number, int of) -> {
                    course.take();
                    enter(hop, number, of);
                }
                case Task.Repeat(Item.Each each) -> {
                    List<Value> values = equipment.memory().list(each);
                    course.take();
                    course.repeat(each, values, equipment.log());
                }
                case Task.Decide(Item.Choice choice) -> {
                    boolean yes = decide(choice);
                    course.take();
                    course.choose(choice, yes, equipment.log());
                }
            }
        }
    }

    private void leaveStatement() throws Trouble, Unanswered {
        while (ending.isEmpty() && course.peek().orElse(null) instanceof Task.Land(Item.Hop hop)) {
            course.take();
            land(hop);
        }
        if (ending.isEmpty() && course.peek().isEmpty()) {
            landing().pass(stretch);
            end(new Ending.Upgraded(stretches.reached(), equipment.log().waivers()));
        }
    }

    private void enter(Item.Hop hop, int number, int of) throws Trouble {
        stretch = stretches.begin(hop, stretch);
        equipment.bench().believe(stretch.origin().state());
        hopBegan = equipment.clock().instant();
        equipment.events().accept(new Event.HopBegan(hop, number, of));
    }

    private void land(Item.Hop hop) throws Trouble, Unanswered {
        State seen = landing().pass(stretch);
        State before = equipment.log().hops().begun(hop.id()).orElseThrow().around();
        State around = stretches.behind(hop, before, seen);
        equipment.log().append(new Entry.HopLanded(hop.id(), seen, around));
        equipment.world().knows(hop.system(), hop.to().version());
        stretch = stretches.current();
        equipment.bench().believe(around);
        Duration took = Duration.between(hopBegan, equipment.clock().instant());
        equipment.events().accept(new Event.HopLanded(hop, took));
    }

    private LandingCheck landing() {
        return new LandingCheck(equipment, stretches.mustKeep());
    }

    private boolean decide(Item.Choice choice) throws Trouble {
        Optional<Boolean> before = equipment.log().decision(choice.id());
        if (before.isPresent()) {
            return before.get();
        }
        Verdict verdict = equipment.verifier().ask(choice.condition());
        if (verdict.answer() == Answer.UNKNOWN) {
            throw new Trouble("`" + choice.text() + "` cannot be decided: " + verdict.words());
        }
        boolean yes = verdict.answer() == Answer.YES;
        equipment.log().append(new Entry.Decided(choice.id(), yes));
        return yes;
    }

    private void perform(Item.Step step) throws Trouble, Unanswered {
        try {
            steps.perform(step, stretch);
            stretch = stretch.hop().isPresent() ? stretches.current() : stretch;
        } catch (Unanswered missing) {
            course.putBack(new Task.Do(step));
            throw missing;
        }
    }

    /** What has changed nothing has nothing to be resumed for. */
    private Ending stop() {
        String words = "it was asked to stop";
        return end(
                equipment.log().hasChangedAnything()
                        ? new Ending.StoppedSafe(words)
                        : new Ending.Refused(List.of(new Ending.Reason(words, ""))));
    }

    private void unanswered(Unanswered missing) {
        String words = missing.getMessage();
        String give = "--confirm " + missing.name();
        if (equipment.log().hasChangedAnything()) {
            end(new Ending.StoppedSafe(words + "; it is given with `rung resume " + give + "`, or at a terminal"));
        } else {
            end(new Ending.Refused(
                    List.of(new Ending.Reason(words, "give it with `" + give + "`, or run this at a terminal"))));
        }
    }

    private void fail(String words, String help) {
        boolean allLanded = equipment.log().hops().underWay().isEmpty() && !course.hopsAhead();
        if (!equipment.log().hasChangedAnything()) {
            end(new Ending.Refused(List.of(new Ending.Reason(words, help))));
        } else if (allLanded
                || equipment.settings().stopOnFailure() && !equipment.operator().wantsToEnd()) {
            end(new Ending.StoppedSafe(words));
        } else {
            goBack(words, false);
        }
    }

    private Ending goBack(String reason, boolean isAsked) {
        return end(new Returning(equipment, equipment.goals(stretches), isAsked).take(reason));
    }

    private Ending end(Ending how) {
        equipment.log().append(Endings.entry(how));
        if (Endings.isFinal(how)) {
            discardKept();
            equipment.lock().release();
        }
        Instant now = equipment.clock().instant();
        equipment
                .events()
                .accept(new Event.RunEnded(
                        runId(),
                        how,
                        Duration.between(began, now),
                        equipment.downtime().total()));
        ending = Optional.of(how);
        return how;
    }

    private void endUnlessJournalIsLost() {
        try {
            end(new Ending.Refused(List.of(new Ending.Reason("it was left before anything was changed", ""))));
        } catch (JournalException lost) {
            // Then it can be resumed like any other that was cut off.
        }
    }

    /** The run is over, and nothing leads back to the former states of data that restores and imports have kept. */
    private void discardKept() {
        for (Part part : equipment.world().parts().values()) {
            try {
                if (part instanceof Data data) {
                    data.discardKept();
                }
            } catch (Trouble left) {
                equipment.events().accept(new Event.Said(left.words()));
            }
        }
    }

    /** Leaves a run that has not ended as it is: it can be resumed. One that has changed nothing is over. */
    @Override
    public void close() {
        RunLog log = equipment.log();
        if (ending.isEmpty() && !log.hasChangedAnything() && log.homeBound().isEmpty()) {
            endUnlessJournalIsLost();
        }
        equipment.world().close();
        equipment.lock().close();
        equipment.log().close();
    }
}
