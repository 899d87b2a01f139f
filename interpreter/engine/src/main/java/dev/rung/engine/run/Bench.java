package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.Performer.Performed;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries out single effects the one way in which effects are carried out, forward and on the way back alike: look; hold
 * the needs against what is seen; write the intention, with the worst that a cut may leave; do it; write the outcome.
 */
final class Bench {
    private final Observer observer;
    private final Performer performer;
    private final RunLog log;
    private final Clock clock;
    private final Downtime downtime;
    private State believed;

    Bench(Observer observer, Performer performer, RunLog log, Clock clock, Downtime downtime) {
        this.observer = observer;
        this.performer = performer;
        this.log = log;
        this.clock = clock;
        this.downtime = downtime;
    }

    State believed() {
        return believed;
    }

    void believe(State state) {
        believed = state;
    }

    State look(Stretch stretch) throws Trouble {
        believed = observer.look(believed, stretch);
        return believed;
    }

    /**
     * @param number of the effect within its step
     * @param last whether the step is done with it
     * @return a note for a person
     */
    String carryOut(String step, int number, boolean last, Effect effect, Stretch stretch, Optional<Duration> within)
            throws Trouble, Unanswered {
        Instant start = clock.instant();
        boolean begun = false;
        try {
            State seen = look(stretch);
            List<Unmet> unmet = effect.unmet(seen, stretch.layout());
            if (!unmet.isEmpty()) {
                throw new NotReady(unmet.getFirst());
            }
            new LossLimit(log, clock).mustAllow(effect, seen, stretch.layout());
            performer.mustBeAnswered(step, effect);
            if (effect.mutates()) {
                log.append(new Entry.Intended(step, number, effect.words(), worst(effect, seen, stretch)));
                begun = true;
            }
            Performed performed = performer.perform(step, effect, seen, stretch, within);
            believed = performed.state();
            downtime.after(effect, stretch);
            long millis = Duration.between(start, clock.instant()).toMillis();
            log.append(new Entry.Done(step, number, last, effect.words(), performed.note(), millis, believed));
            tidy();
            return performed.note();
        } catch (Trouble trouble) {
            failed(step, number, trouble.words(), trouble.help(), begun ? worst(effect, believed, stretch) : believed);
            throw trouble;
        } catch (Unanswered missing) {
            if (begun) {
                failed(step, number, missing.getMessage(), "", worst(effect, believed, stretch));
            }
            throw missing;
        }
    }

    private void failed(String step, int number, String words, String help, State left) {
        believed = left;
        log.append(new Entry.Failed(step, number, words, help, left));
        tidy();
    }

    /** Takes away what was needed only in case of a cut. What is left of a cut statement that is gone on with stays. */
    void tidy() {
        if (log.open().isEmpty()) {
            performer.sending().tidy();
        }
    }

    /** @return in words what of ours is left in the world */
    List<String> tidyAtLast() {
        return performer.sending().remove();
    }

    private static State worst(Effect effect, State seen, Stretch stretch) {
        return effect.mayLeave(seen, stretch.layout()).stream()
                .reduce(State::worse)
                .orElse(seen);
    }
}
