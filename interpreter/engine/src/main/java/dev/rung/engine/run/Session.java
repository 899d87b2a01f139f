package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Failure.Remedy;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a plan, driven from outside: statement by statement, to one of them, or to its end; a statement may be left
 * out, the last one taken back, what is ahead changed. A batch run, a REPL, a resume and a drill all drive it through these
 * methods; what happens comes out as {@link Event}s, what only a person can know is asked of the {@link Operator}. Not for
 * several threads, but for an operator's wishes, which may come from any.
 */
public final class Session implements AutoCloseable {
    private static final String ASKED_FOR = "it was asked for";

    private final Instant began;
    private Equipment equipment;
    private Advance advance;
    private Optional<Ending> ending = Optional.empty();
    /** Whether what was come to last has failed, and the run is where it was before. */
    private boolean stayed;

    Session(Equipment equipment) {
        this.equipment = equipment;
        this.advance = new Advance(equipment);
        this.began = equipment.clock().instant();
    }

    public String runId() {
        return equipment.log().run();
    }

    /** How the run was left, if it is left now: also where its journal cannot be written or read any more. */
    public Interrupted interrupted() {
        return Interrupted.of(equipment.log());
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
        return ending.isEmpty() && advance.stretch().hop().isPresent()
                ? PartsInWords.of(state(), equipment.world())
                : PartsInWords.found(equipment.world());
    }

    public Optional<Ending> ending() {
        return ending;
    }

    /** Whether the statement that was come to last has failed, and the run is in front of it again. */
    public boolean hasStayed() {
        return stayed;
    }

    /** The statements ahead. */
    public List<Item.Step> remaining() {
        return ending.isPresent() ? List.of() : advance.ahead();
    }

    /** The next statement, if it is known which one that is: a choice in front of it is not decided here. */
    public Optional<Item.Step> ahead() {
        return remaining().stream().findFirst();
    }

    /** The way back that {@link #rollBack} would take now, as far as can be seen. @throws Trouble if it cannot be known */
    public Prospect prospect() throws Trouble {
        return Prospects.of(equipment, advance).of(equipment.settings());
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
        new Readiness(equipment).bring().ifPresent(this::end);
    }

    /** Carries on to the end; what fails is dealt with as the operator says, else as the settings do. */
    public Ending run() {
        while (ending.isEmpty()) {
            next();
        }
        return ending.get();
    }

    /**
     * Carries on until this statement is the next one, the run has ended, or it stays at a failure.
     *
     * @param step its id
     * @return how the run ended, if it did
     * @throws Trouble if it is not ahead
     */
    public Optional<Ending> runTo(String step) throws Trouble {
        if (remaining().stream().noneMatch(one -> one.id().equals(step))) {
            throw new Trouble("there is no statement `" + step + "` ahead");
        }
        stayed = false;
        while (ending.isEmpty()
                && !stayed
                && ahead().filter(one -> !one.id().equals(step)).isPresent()) {
            next();
        }
        return ending;
    }

    /** Carries out one statement. @return how the run ended, if it did with this one */
    public Optional<Ending> next() {
        stayed = false;
        if (ending.isPresent()) {
            return ending;
        }
        RunLog log = equipment.log();
        if (log.homeBound().isPresent()) {
            return Optional.of(goBack(log.homeBound().get().reason(), true));
        }
        Operator.Wish wish = equipment.operator().wish();
        if (wish != Operator.Wish.GO_ON) {
            boolean goesBack = wish == Operator.Wish.GO_BACK && log.hasChangedAnything();
            return Optional.of(
                    goesBack ? goBack(ASKED_FOR, true) : end(closing().asAsked()));
        }
        try {
            oneStep(log.goingBackBefore());
        } catch (Unanswered missing) {
            end(closing().unanswered(missing));
        } catch (OutsideWindow tooLate) {
            end(closing().outside(tooLate));
        } catch (Trouble trouble) {
            fail(trouble);
        }
        return ending;
    }

    /** @param goingBack the statement that was being taken back when the run was cut off: that comes to its end first */
    private void oneStep(Optional<String> goingBack) throws Trouble, Unanswered, OutsideWindow {
        if (goingBack.isPresent()) {
            takeBack(StepBack.begun(goingBack.get(), equipment, advance.stretch()));
            return;
        }
        Optional<Item.Step> step = advance.arrive();
        if (step.isPresent()) {
            advance.perform(step.get());
        }
        leave();
    }

    private void leave() throws Trouble, Unanswered {
        if (advance.leave()) {
            end(new Ending.Upgraded(
                    advance.stretches().reached(), equipment.log().waivers().words()));
        }
    }

    /**
     * Leaves the next statement out, which makes the run one with waivers.
     *
     * @param reason goes into the journal and the report
     * @throws NotProved if what is left would not be proved; then nothing has happened
     * @throws Trouble if there is none, or it was begun
     */
    public Item.Step skip(String reason, String by) throws Trouble {
        mustBeOpen();
        try {
            Item.Step step = advance.arrive()
                    .orElseThrow(() -> new Trouble("there is no statement ahead that could be skipped"));
            new Detour(equipment).skip(step, reason, by);
            advance.pass();
            leave();
            return step;
        } catch (Unanswered | OutsideWindow notNow) {
            throw new Trouble(notNow.getMessage(), "", notNow);
        }
    }

    /** The statement that {@link #back} would take back, if there is one. */
    public Optional<Item.Step> last() {
        return equipment.log().trail().last().flatMap(last -> equipment.memory().step(last.step()));
    }

    /** What {@link #back} would do, as things are now: effects in the words of a plan. @throws Trouble if it cannot be done */
    public List<String> backProspect() throws Trouble {
        mustBeOpen();
        return StepBack.ofLast(equipment, advance.stretch()).ahead().words();
    }

    /**
     * Takes back the last statement: everything is as it was before it, and it is ahead again.
     *
     * @throws Trouble if there is none, or it cannot be done, or not to its end: then it goes on with the next call of this
     *     or of {@link #next}
     */
    public Item.Step back() throws Trouble {
        mustBeOpen();
        return takeBack(StepBack.ofLast(equipment, advance.stretch()));
    }

    private Item.Step takeBack(StepBack back) throws Trouble {
        back.take();
        advance.lookAgain();
        return back.step();
    }

    /**
     * Goes on with another plan for the same systems, in which only what is still ahead is another.
     *
     * @param sources the texts that it was made of, for whoever takes the run up
     * @throws NotProved if it is not proved; then nothing has happened
     * @throws Trouble if it differs elsewhere, or what it needs cannot be brought
     */
    public void change(Plan edited, Map<String, String> sources, String by) throws Trouble {
        mustBeOpen();
        equipment = new Detour(equipment).change(edited, sources, by);
        advance = new Advance(equipment);
    }

    private void mustBeOpen() throws Trouble {
        if (ending.isPresent()) {
            throw new Trouble("this run has ended: " + ending.get().words());
        }
        if (equipment.log().homeBound().isPresent()) {
            throw new Trouble("this run is on its way back, and goes on with that");
        }
    }

    /** The way back, asked for by a person: to the start of the hop that is under way, else to that of the run. */
    public Ending rollBack() {
        return ending.isPresent() ? ending.get() : goBack(ASKED_FOR, true);
    }

    /** Gives the run up where it is: what it holds is let go, and nothing leads it on or back any more. */
    public Ending abandon(String by) {
        return ending.isPresent() ? ending.get() : end(new Abandonment(equipment, advance.stretch()).take(by));
    }

    private void fail(Trouble trouble) {
        Failures failures = new Failures(equipment, advance);
        Remedy remedy = failures.remedy(trouble);
        switch (remedy) {
            case Remedy.Stay ignored -> {
                stayed = true;
                advance.lookAgain();
            }
            case Remedy.Stop ignored -> end(failures.stop(trouble));
            case Remedy.AsSet ignored -> goBack(trouble.words(), false);
            case Remedy.GoBack(Optional<String> rollback) -> {
                if (rollback.isPresent()) {
                    equipment = equipment.with(equipment.settings().with(rollback));
                }
                goBack(trouble.words(), false);
            }
        }
    }

    private Ending goBack(String reason, boolean isAsked) {
        return end(new Returning(equipment, equipment.goals(advance.stretches()), isAsked).take(reason));
    }

    private Closing closing() {
        return new Closing(equipment, began);
    }

    private Ending end(Ending how) {
        ending = Optional.of(closing().with(how));
        return how;
    }

    /** Leaves a run that has not ended as it is: it can be resumed. One that has changed nothing is over. */
    @Override
    public void close() {
        if (ending.isEmpty()) {
            closing().leave();
        }
        equipment.world().close();
        equipment.lock().close();
        equipment.log().close();
    }
}
