package dev.rung.repl.work;

import dev.rung.engine.run.Event;
import dev.rung.engine.run.Operator.Wish;
import dev.rung.model.effect.Effect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/**
 * What a person's Ctrl-C means while a run goes on. The first lets the statement come to its end; then the person is asked.
 * The second asks at once: wait, end the statement and go back, or leave. The third leaves, which the journal survives.
 * Where nobody can be asked, the run stops behind the statement, and the second only says what a third will do. A lost
 * terminal stops nothing.
 */
public final class Interrupts implements Consumer<Event>, AutoCloseable {
    private static final String BEFORE_ANY = "the preparations";

    private final Talk talk;
    private final Consumer<Moment> leave;
    private final Map<String, Object> before = new LinkedHashMap<>();
    /** Held while the person is asked, so that the run does not ask a second question meanwhile. */
    private final ReentrantLock question = new ReentrantLock();

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean leaving = new AtomicBoolean();

    private volatile boolean byPerson = true;
    private volatile Wish chosen = Wish.GO_ON;
    private volatile boolean ending;
    private volatile boolean homeward;
    private volatile boolean inHand;
    private volatile boolean changes;
    private volatile String statement = BEFORE_ANY;
    private volatile String run = "";

    /**
     * Where a run is.
     *
     * @param run its name; empty if it has none yet
     * @param changing what may change something at this moment
     */
    public record Moment(String run, Optional<String> changing) {}

    /** @param leave says how things are, and ends the process without further ado */
    Interrupts(Talk talk, Consumer<Moment> leave) {
        this.talk = talk;
        this.leave = leave;
    }

    /** Listens to the signals of this process until it is closed. */
    public static Interrupts listening(Talk talk, Consumer<Moment> leave) {
        Interrupts interrupts = new Interrupts(talk, leave);
        interrupts.listen();
        return interrupts;
    }

    /** Once more after somebody else had the terminal, who may have taken the signals along. */
    public void listen() {
        register("INT", () -> interrupt(true));
        register("TERM", () -> interrupt(false));
        register("HUP", () -> {});
    }

    private void register(String signal, Runnable handler) {
        Object former = Signals.register(signal, handler);
        if (!before.containsKey(signal)) {
            before.put(signal, former);
        }
    }

    /** @param person whether it was typed, so that somebody is there to be asked */
    void interrupt(boolean person) {
        byPerson = person && talk.questions().somebodyIsThere();
        int now = count.incrementAndGet();
        if (now >= 3 || !inHand && question.isLocked()) {
            leaveNow();
        } else if (now == 1) {
            String again = byPerson ? homeward ? "; Ctrl-C again leaves it" : "; Ctrl-C again ends it, or leaves" : "";
            say((homeward ? "the way back goes on" : "stopping after " + statement) + again);
        } else if (byPerson) {
            askInTheMiddle();
        } else {
            say(statement + " is still working; once more leaves it in its middle, and `rung resume " + run
                    + "` goes on from there");
        }
    }

    private void say(String words) {
        talk.say().accept(words);
    }

    private void askInTheMiddle() {
        question.lock();
        try {
            String choice =
                    homeward ? "[w]ait for it, or [l]eave now" : "[w]ait for it, [e]nd it and go back, or [l]eave now";
            switch (talk.letter(statement + " is still working: " + choice + "? ")) {
                case 'l' -> leaveNow();
                case 'e' -> endUnlessHomeward();
                default -> count.set(1);
            }
        } finally {
            question.unlock();
        }
    }

    private void endUnlessHomeward() {
        count.set(1);
        if (homeward) {
            return;
        }
        chosen = Wish.GO_BACK;
        ending = true;
        say("ending " + statement + ", then going back; what cannot be ended comes to its end first");
    }

    private void leaveNow() {
        if (!leaving.compareAndSet(false, true)) {
            return;
        }
        talk.pause().run();
        leave.accept(new Moment(run, inHand && changes ? Optional.of(statement) : Optional.empty()));
    }

    /** From the beginning it is the way back that is taken: it goes on to its end, and only leaving is left. */
    public void homeward() {
        homeward = true;
        statement = "the way back";
    }

    /** Before each statement of a run that nobody else drives. */
    Wish wish() {
        if (count.get() == 0 || chosen == Wish.GO_BACK) {
            return chosen;
        }
        if (!byPerson) {
            return Wish.STOP;
        }
        question.lock();
        try {
            return chosen == Wish.GO_BACK ? chosen : askBehind();
        } finally {
            question.unlock();
        }
    }

    private Wish askBehind() {
        String where = statement.equals(BEFORE_ANY) ? "Nothing has begun yet" : "Stopped after " + statement;
        switch (talk.letter(where + ": [g]o on, go [b]ack, or [l]eave it here? ")) {
            case 'g' -> count.set(0);
            case 'b' -> chosen = Wish.GO_BACK;
            default -> {
                return Wish.STOP;
            }
        }
        return chosen;
    }

    /** In a shell the prompt asks what comes next. */
    Wish wishInShell() {
        return chosen;
    }

    boolean wantsToEnd() {
        return ending;
    }

    public boolean wantsToStop() {
        return count.get() > 0;
    }

    public boolean wantsToGoBack() {
        return chosen == Wish.GO_BACK;
    }

    /** Keeps in mind what goes on. Who has left is not overtaken by what the run still does. */
    @Override
    public void accept(Event event) {
        while (leaving.get()) {
            LockSupport.park();
        }
        switch (event) {
            case Event.RunBegan began -> run = began.run();
            case Event.RunResumed resumed -> run = resumed.run();
            case Event.StepBegan step ->
                inHand(
                        "`" + step.step().text() + "`",
                        step.step().effects().stream().anyMatch(Effect::mutates));
            case Event.StepEnded over -> over();
            case Event.StepFailed over -> inHand = false;
            case Event.StepWaived over -> over();
            case Event.WayBackBegan back -> {
                over();
                homeward = true;
            }
            case Event.WayBackStep step -> inHand(step.words(), true);
            default -> {}
        }
    }

    private void inHand(String words, boolean mayChange) {
        statement = words;
        changes = mayChange;
        inHand = true;
    }

    private void over() {
        inHand = false;
        ending = false;
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
