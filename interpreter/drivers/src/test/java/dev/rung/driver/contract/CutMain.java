package dev.rung.driver.contract;

import dev.rung.engine.run.Workbench;
import dev.rung.model.effect.Effect;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries out effects when it is told to, each on a thread of its own and after a while of its own, and says when it began
 * and how long each took. The arguments are the name of a trial, its folder, the id of its run and how many nanoseconds it
 * waits, in turn.
 */
final class CutMain {
    private CutMain() {}

    public static void main(String[] arguments) throws Exception {
        Thread[] threads = new Thread[arguments.length / 4];
        for (int i = 0; i < threads.length; i++) {
            Path base = Path.of(arguments[4 * i + 1]);
            Trial trial = named(arguments[4 * i]);
            Workbench bench = Place.workbench(trial, base, arguments[4 * i + 2], arguments[4 * i + 2]);
            long delay = Long.parseLong(arguments[4 * i + 3]);
            threads[i] = new Thread(() -> perform(trial, bench, delay));
        }
        System.in.read();
        System.out.println("begun");
        for (Thread thread : threads) {
            thread.start();
        }
    }

    private static Trial named(String name) {
        return Trials.all().stream()
                .filter(trial -> trial.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void perform(Trial trial, Workbench bench, long delay) {
        long wanted = System.nanoTime() + delay;
        while (System.nanoTime() < wanted) {
            LockSupport.parkNanos(wanted - System.nanoTime());
        }
        long began = System.nanoTime();
        try (bench) {
            bench.takeUp();
            Effect effect = trial.effect().on(bench.believed());
            bench.carryOut(effect, trial.within());
            System.out.println(trial.name() + " took " + (System.nanoTime() - began));
        } catch (Exception failed) {
            throw new IllegalStateException(trial.name(), failed);
        }
    }
}
