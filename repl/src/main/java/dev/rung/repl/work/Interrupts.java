package dev.rung.repl.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/**
 * What a person's Ctrl-C means while a run goes on. The first lets the statement come to its end and stops behind it; the
 * second leaves at once, which the journal survives. A lost terminal stops nothing.
 */
public final class Interrupts implements AutoCloseable {
    private final AtomicInteger count = new AtomicInteger();
    private final Consumer<String> say;
    private final Runnable leave;
    private final Map<String, Object> before = new LinkedHashMap<>();

    /** @param say tells the person what happens now @param leave ends the process without further ado */
    Interrupts(Consumer<String> say, Runnable leave) {
        this.say = say;
        this.leave = leave;
    }

    /** Listens to the signals of this process until it is closed. */
    public static Interrupts listening(Consumer<String> say) {
        Interrupts interrupts = new Interrupts(say, Interrupts::exit);
        interrupts.before.put("INT", Signals.register("INT", interrupts::interrupt));
        interrupts.before.put("TERM", Signals.register("TERM", interrupts::interrupt));
        interrupts.before.put("HUP", Signals.register("HUP", () -> {}));
        return interrupts;
    }

    /** By a thread of its own, because this one must come back for the terminal to be put in order. */
    private static void exit() {
        Thread.ofPlatform().start(() -> System.exit(ExitCode.INTERRUPTED));
    }

    void interrupt() {
        if (count.incrementAndGet() == 1) {
            say.accept("stopping behind this statement; Ctrl-C again leaves at once, and `rung resume` goes on");
        } else {
            say.accept("left in the middle of a statement; `rung resume` looks what it has left, and goes on");
            leave.run();
        }
    }

    public boolean wantsToStop() {
        return count.get() > 0;
    }

    @Override
    public void close() {
        before.forEach(Signals::unregister);
    }
}
