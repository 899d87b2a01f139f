package dev.rung.driver.contract;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Performs operations when it is told to, each on a thread of its own and after a while of its own, and says when it began
 * and which have ended. The arguments are the name of an operation, its folder and how many nanoseconds it waits, in turn.
 */
final class CutMain {
    private CutMain() {}

    public static void main(String[] arguments) throws Exception {
        Thread[] threads = new Thread[arguments.length / 3];
        for (int i = 0; i < threads.length; i++) {
            Operation operation = Operations.named(arguments[3 * i]);
            Path folder = Path.of(arguments[3 * i + 1]);
            long delay = Long.parseLong(arguments[3 * i + 2]);
            threads[i] = new Thread(() -> perform(operation, folder, delay));
        }
        System.in.read();
        System.out.println("begun");
        for (Thread thread : threads) {
            thread.start();
        }
    }

    private static void perform(Operation operation, Path folder, long delay) {
        long wanted = System.nanoTime() + delay;
        while (System.nanoTime() < wanted) {
            LockSupport.parkNanos(wanted - System.nanoTime());
        }
        long began = System.nanoTime();
        try {
            operation.perform(folder);
            System.out.println(operation.name() + " took " + (System.nanoTime() - began));
        } catch (Exception failed) {
            throw new IllegalStateException(operation.name(), failed);
        }
    }
}
