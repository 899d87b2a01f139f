package dev.rung.engine.run;

import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.state.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long users could not work: from the first stop of a service that ran to the health of its system, all times together. */
final class Downtime {
    private final Clock clock;
    private final State atBeginning;
    private Optional<Instant> since = Optional.empty();
    private Duration total = Duration.ZERO;

    Downtime(Clock clock, State atBeginning) {
        this.clock = clock;
        this.atBeginning = atBeginning;
    }

    void after(Effect effect, Stretch stretch) {
        switch (effect) {
            case Stop(String service)
            when atBeginning.service(service).up() -> {
                if (since.isEmpty()) {
                    since = Optional.of(clock.instant());
                }
            }
            case Wait wait when wait.condition() instanceof Condition.Healthy -> over();
            default -> {}
        }
    }

    private void over() {
        since.ifPresent(start -> total = total.plus(Duration.between(start, clock.instant())));
        since = Optional.empty();
    }

    Duration total() {
        return since.map(start -> total.plus(Duration.between(start, clock.instant())))
                .orElse(total);
    }
}
