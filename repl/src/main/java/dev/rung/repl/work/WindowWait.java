package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Moments;
import dev.rung.model.expression.Durations;
import java.time.Duration;
import java.time.Instant;

/** Waits until a window opens. A clock that is put forward or back meanwhile is the one that counts. */
public record WindowWait(Desk desk) {
    /** Somebody may put the clock right while it waits. */
    private static final Duration LOOKS = Duration.ofSeconds(20);

    /** @throws Trouble if it is interrupted */
    public void until(Instant opens) throws Trouble {
        desk.console()
                .out()
                .println("waits until the window opens at "
                        + Moments.shown(opens, desk.clock().getZone()) + ", in "
                        + Durations.shown(Duration.between(desk.clock().instant(), opens))
                        + "; nothing has begun, and Ctrl-C leaves it at that");
        desk.console().out().flush();
        Duration left = Duration.between(desk.clock().instant(), opens);
        while (left.isPositive()) {
            try {
                Thread.sleep(left.compareTo(LOOKS) < 0 ? left : LOOKS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new Trouble("it was interrupted while it waited for the window; nothing was changed", "", ended);
            }
            left = Duration.between(desk.clock().instant(), opens);
        }
    }
}
