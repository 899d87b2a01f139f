package dev.rung.repl.work;

import dev.rung.engine.run.Failure;
import dev.rung.engine.run.Failure.Remedy;
import dev.rung.engine.run.Prospect;
import dev.rung.model.wayback.Route;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the person at the terminal what is to be done about a failure, with what each answer costs. */
record AfterFailure(Talk talk, ZoneId zone) implements Function<Failure, Remedy> {
    private static final int ENOUGH = 3;

    /** Of what takes nothing back there is nothing to choose; whoever does not answer gets what the settings say. */
    @Override
    public Remedy apply(Failure failure) {
        Optional<Prospect> back =
                talk.questions().somebodyIsThere() ? failure.back().get() : Optional.empty();
        if (back.isEmpty() || !(back.get().route() instanceof Route.Back)) {
            return new Remedy.AsSet();
        }
        talk.say()
                .accept("b: back to " + back.get().to() + "; lost is "
                        + back.get().lost(zone));
        List<String> rollbacks = failure.rollbacks();
        for (int i = 0; i < rollbacks.size(); i++) {
            talk.say()
                    .accept(i + 1 + ": back to " + back.get().to() + " with `" + rollbacks.get(i)
                            + "` in place of the restore, if the state allows it");
        }
        talk.say().accept("s: stop here, as everything is; `rung resume` tries the statement again");
        return answer(rollbacks);
    }

    private Remedy answer(List<String> rollbacks) {
        String choices =
                rollbacks.isEmpty() ? "[b/s]" : rollbacks.size() == 1 ? "[b/1/s]" : "[b/1-" + rollbacks.size() + "/s]";
        for (int asked = 0; asked < ENOUGH; asked++) {
            char letter = talk.letter("What now? " + choices + " ");
            int number = letter - '0';
            if (letter == 'b') {
                return new Remedy.GoBack(Optional.empty());
            } else if (letter == 's') {
                return new Remedy.Stop();
            } else if (number >= 1 && number <= rollbacks.size()) {
                return new Remedy.GoBack(Optional.of(rollbacks.get(number - 1)));
            }
        }
        return new Remedy.AsSet();
    }
}
