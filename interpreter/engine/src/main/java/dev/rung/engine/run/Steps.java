package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Sql;
import dev.rung.model.expression.Durations;
import dev.rung.model.plan.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out statements, effect by effect, from wherever an interruption has left them. */
final class Steps {
    private final Equipment equipment;
    private boolean settled;

    Steps(Equipment equipment) {
        this.equipment = equipment;
        this.settled = !equipment.log().hasChangedAnything();
    }

    /** What an interruption has left working is waited for: nothing may begin beside it. */
    void settle(Stretch stretch) throws Trouble, Unanswered {
        if (settled) {
            return;
        }
        settled = true;
        equipment.bench().tidy();
        if (!equipment.bench().look(stretch).inFlight().isEmpty()) {
            equipment.events().accept(new Event.Said("what the interruption has left working is waited for"));
            equipment.bench().carryOut(RunLog.SETTLING, 0, true, new Settle(), stretch, Optional.empty());
        }
    }

    /** Carries out what of a statement is not done yet. */
    void perform(Item.Step step, Stretch stretch) throws Trouble, Unanswered {
        Instant start = equipment.clock().instant();
        equipment.events().accept(new Event.StepBegan(step));
        List<String> notes = new ArrayList<>();
        try {
            for (int i = equipment.log().effectsBehind(step.id());
                    i < step.effects().size();
                    i++) {
                mayBeginAgain(step, i, stretch);
                notes.add(carryOut(step, i, stretch));
            }
        } catch (Trouble trouble) {
            if (!step.waivable()) {
                equipment.events().accept(new Event.StepFailed(step, trouble.words(), trouble.help()));
                throw trouble;
            }
            equipment.log().append(new Entry.Waived(step.id(), trouble.words()));
            equipment.events().accept(new Event.StepWaived(step, trouble.words()));
            return;
        }
        notes.removeIf(String::isBlank);
        Duration took = Duration.between(start, equipment.clock().instant());
        equipment.events().accept(new Event.StepEnded(step, took, String.join("; ", notes)));
    }

    /** Once, and once more as often as the statement says; its time limit is over all of that. */
    private String carryOut(Item.Step step, int effect, Stretch stretch) throws Trouble, Unanswered {
        boolean last = effect == step.effects().size() - 1;
        Instant start = equipment.clock().instant();
        int left = step.retry().map(Item.Retry::times).orElse(0);
        Optional<Duration> within = step.within();
        while (true) {
            try {
                return equipment
                        .bench()
                        .carryOut(step.id(), effect, last, step.effects().get(effect), stretch, within);
            } catch (Trouble trouble) {
                Duration pause = step.retry().map(Item.Retry::pause).orElse(Duration.ZERO);
                Duration gone =
                        Duration.between(start, equipment.clock().instant()).plus(pause);
                within = step.within().map(limit -> limit.minus(gone));
                boolean inTime = within.filter(rest -> !rest.isPositive()).isEmpty();
                if (left-- == 0 || !inTime || equipment.operator().wantsToEnd()) {
                    throw trouble;
                }
                equipment
                        .events()
                        .accept(new Event.Said(trouble.words() + "; tried once more in " + Durations.shown(pause)));
                pause(pause);
            }
        }
    }

    private void pause(Duration pause) throws Trouble {
        try {
            equipment.world().surroundings().sleep().millis(pause.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Trouble("it was interrupted while it waited to try once more");
        }
    }

    /** What was cut in its middle and must not be done twice is for the way back, or a person, and not for a guess. */
    private void mayBeginAgain(Item.Step step, int effect, Stretch stretch) throws Trouble {
        boolean wasCut = equipment
                .log()
                .open()
                .filter(intended -> intended.step().equals(step.id()) && intended.effect() == effect)
                .isPresent();
        if (wasCut && !mayBeginAgain(step.effects().get(effect), stretch)) {
            throw new Trouble("`" + step.text()
                    + "` was interrupted in its middle, and it is not known that once more does no harm");
        }
    }

    /** Of SQL its mark says whether it was carried out; where none is left with it, nobody does. */
    private boolean mayBeginAgain(Effect effect, Stretch stretch) throws Trouble {
        return effect instanceof Sql && !equipment.log().errands().sqlSent().isInDoubt()
                || effect.again(equipment.bench().look(stretch), stretch.layout());
    }
}
