package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.Verifier.Answer;
import dev.rung.engine.run.Verifier.Verdict;
import dev.rung.model.effect.Acknowledge;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Download;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.NoteInvariants;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.PutBack;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.effect.Remember;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Sql;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.effect.Undo;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out one effect through the drivers, and says what the state is after it. */
final class Performer {
    private static final Duration STOP = Duration.ofMinutes(5);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration REQUEST = Duration.ofMinutes(1);
    private static final Duration RUN = Duration.ofHours(24);

    private final World world;
    private final Verifier verifier;
    private final RunLog log;
    private final Consumer<Event> events;
    private final Progress progress;
    private final Patience patience;
    private final Deeds deeds;
    private final Memory memory;
    private final Safekeeping safekeeping;
    private final Keys keys;
    private final Sending sending;
    private final Bringing bringing;
    private final Reading reading;

    Performer(
            Memory memory,
            World world,
            Verifier verifier,
            Backups backups,
            RunLog log,
            Operator operator,
            Consumer<Event> events) {
        this.world = world;
        this.verifier = verifier;
        this.log = log;
        this.events = events;
        this.progress = (what, done, total) -> events.accept(new Event.Progressed(what, done, total));
        this.patience = new Patience(world, verifier, operator, events);
        this.deeds = new Deeds(world, verifier, log, operator);
        this.memory = memory;
        this.safekeeping = new Safekeeping(world, backups, log, progress, deeds);
        this.keys = new Keys(world, log);
        this.sending = new Sending(world, log, deeds, events);
        this.reading = new Reading(log, operator);
        this.bringing = new Bringing(world, log, deeds, progress);
    }

    Sending sending() {
        return sending;
    }

    /** @param note what was read or made, for a person */
    record Performed(State state, String note) {}

    /** @throws Unanswered if it asks a person, and nobody is there */
    void mustBeAnswered(String step, Effect effect) throws Unanswered {
        if (effect instanceof Send send) {
            deeds.mustBeAnswered(step, send);
        }
        if (effect instanceof Ask question) {
            deeds.mustBeAnswered(question);
        }
        if (effect instanceof Acknowledge acknowledge) {
            reading.mustBeAnswered(step, acknowledge);
        }
        if (effect instanceof Undo undo) {
            for (Item.Step back : undoing(undo)) {
                for (Effect inner : back.effects()) {
                    mustBeAnswered(back.id(), inner);
                }
            }
        }
    }

    /** @param within the limit over all tries, if the statement sets one */
    Performed perform(String step, Effect effect, State seen, Stretch stretch, Optional<Duration> within)
            throws Trouble, Unanswered {
        if (effect instanceof BackUp backUp) {
            return backUp(backUp, seen, stretch);
        }
        try {
            String note = deed(step, effect, seen, stretch, within);
            return new Performed(effect.does(seen, stretch.layout()), world.hide(note));
        } catch (Trouble trouble) {
            if (!mayLeaveWork(effect, seen, stretch)) {
                world.outstanding().giveUp();
            }
            throw world.hidden(trouble);
        }
    }

    private Performed backUp(BackUp backUp, State seen, Stretch stretch) throws Trouble {
        try {
            return safekeeping.backUp(backUp, seen, stretch);
        } catch (Trouble trouble) {
            throw world.hidden(trouble);
        }
    }

    /** Of a request that changes nothing, or that a person has to look after, nobody waits for a late answer. */
    private static boolean mayLeaveWork(Effect effect, State seen, Stretch stretch) {
        return effect.mayLeave(seen, stretch.layout()).stream()
                .anyMatch(state -> !state.inFlight().isEmpty());
    }

    /** What takes something back is none: only what a statement does by itself brings code of another release. */
    private String deed(String step, Effect effect, State seen, Stretch stretch, Optional<Duration> within)
            throws Trouble, Unanswered {
        Optional<Changes> changes = Changes.of(effect);
        if (changes.isPresent()) {
            deeds.keep(changes.get());
        }
        String note = carryOut(step, effect, seen, stretch, within);
        if (changes.isPresent()) {
            deeds.note(changes.get(), effect.words(), stretch);
        }
        return note;
    }

    private String carryOut(String step, Effect effect, State seen, Stretch stretch, Optional<Duration> within)
            throws Trouble, Unanswered {
        return switch (effect) {
            case Stage stage -> throw new IllegalStateException("staged before the first statement: " + stage);
            case BackUp backUp -> throw new IllegalStateException("makes a set of its own: " + backUp);
            case Check check -> check(check);
            case Tell(String text) -> say(text);
            case Ask ask -> deeds.ask(step, ask);
            case Notify notify -> deeds.notify(notify, within.orElse(REQUEST));
            case Remember remember -> memory.keep(step, remember);
            case Sql sql -> sending.send(step, sql, within.orElse(RUN));
            case Download download -> bringing.bring(download, within.orElse(RUN));
            case Acknowledge acknowledge -> reading.read(step, acknowledge);
            case NoteInvariants(String system) -> noteInvariants(system, seen);
            case Stop(String service) -> stop(stretch.layout().service(service), within.orElse(STOP));
            case ChangeOver change -> changeOver(change);
            case SetKey set -> keys.set(set, stretch);
            case PutBack(String artifact) -> putBack(artifact, stretch);
            case Start(String service) -> start(service, within.orElse(START));
            case Restore restore -> safekeeping.restore(restore);
            case Call call -> deeds.send(call.request(), call.title(), within.orElse(REQUEST));
            case Run run -> deeds.run(run, within.orElse(RUN));
            case Import in -> safekeeping.fill(in, seen);
            case NoReturn(String why) -> why;
            case Undo undo -> undo(undo, seen, stretch);
            case Wait wait -> patience.await(wait, within, stretch);
            case Send send -> deeds.sendOnce(step, send, within.orElse(REQUEST));
            case Settle ignored -> patience.settle();
            case Revert revert -> revert(revert, seen, stretch);
            case ReleaseHold(String service) -> release(service);
        };
    }

    private String check(Check check) throws Trouble {
        Verdict verdict = verifier.ask(check.condition());
        if (verdict.answer() == Answer.YES) {
            return verdict.words();
        }
        String words = verdict.answer() == Answer.UNKNOWN
                ? "it is not known whether it holds: " + verdict.words()
                : notHolding(check.condition(), verdict.words());
        throw new Trouble(words, check.otherwise());
    }

    private static String notHolding(Condition condition, String words) {
        return condition instanceof Condition.Holds ? words + " does not hold" : words;
    }

    private String say(String text) {
        events.accept(new Event.Said(text));
        return "";
    }

    /** A system that is held already answers no more: then what was noted before it was held still stands. */
    private String noteInvariants(String system, State seen) throws Trouble {
        Optional<Map<String, String>> before =
                isHeld(system, seen) ? log.notes().latest(system) : Optional.empty();
        Map<String, String> answers = before.isPresent() ? before.get() : verifier.note(system);
        log.append(new Entry.Noted(system, answers));
        verifier.remember(log.notes().latest());
        List<String> words = new ArrayList<>();
        answers.forEach((name, answer) -> words.add(name + " = " + answer));
        return String.join(", ", words);
    }

    private boolean isHeld(String system, State seen) {
        return world.installation().system(system).parts(Type.SERVICE).stream()
                .map(service -> seen.services().get(service.name()))
                .anyMatch(state -> state != null && state.isHeld());
    }

    private String stop(Layout.Service service, Duration within) throws Trouble {
        world.service(service.name()).hold(within);
        Service.Look look = world.service(service.name()).look();
        if (look.up() || service.holds() && !look.held()) {
            throw new Trouble(
                    "`" + service.name() + "` was stopped, but " + (look.up() ? "is still up" : "is not held"));
        }
        return "";
    }

    private String start(String service, Duration within) throws Trouble {
        world.service(service).start(within);
        return world.service(service).look().detail();
    }

    private String release(String service) throws Trouble {
        world.service(service).release();
        return "";
    }

    private String changeOver(ChangeOver change) throws Trouble {
        Staged staged = log.staged(change.artifact(), change.version())
                .orElseThrow(() -> new IllegalStateException("not staged: " + change));
        world.artifact(change.artifact()).changeOver(staged);
        return "";
    }

    private String putBack(String artifact, Stretch stretch) throws Trouble {
        String digest = stretch.old().get(artifact);
        if (digest == null) {
            throw new Trouble("there was no `" + artifact + "` at the start of the hop that could be put back");
        }
        new CodeParts(world).putBack(artifact, digest);
        return "";
    }

    private String revert(Revert revert, State seen, Stretch stretch) throws Trouble, Unanswered {
        Item.Rollback rollback = stretch.hop().stream()
                .flatMap(hop -> hop.rollbacks().stream())
                .filter(offered -> offered.name().equals(revert.rollback()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not offered here: " + revert));
        return steps(rollback.steps(), seen, stretch);
    }

    private String undo(Undo undo, State seen, Stretch stretch) throws Trouble, Unanswered {
        String note = log.download(undo.deed()).isPresent() ? bringing.takeBack(undo.deed()) : "";
        return note + steps(undoing(undo), seen, stretch);
    }

    private List<Item.Step> undoing(Undo undo) {
        return memory.step(undo.deed())
                .orElseThrow(() -> new IllegalStateException("the plan has no statement " + undo.deed()))
                .undo();
    }

    /** What stands in a block of its own; their states are those of the effect that the block is for. */
    private String steps(List<Item.Step> steps, State seen, Stretch stretch) throws Trouble, Unanswered {
        for (Item.Step step : steps) {
            for (Effect effect : step.effects()) {
                carryOut(step.id(), effect, seen, stretch, step.within());
            }
        }
        return "";
    }
}
