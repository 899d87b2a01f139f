package dev.rung.driver.contract;

import java.nio.file.Path;

/** Performs one operation when it is told to, and says when it began and ended. */
final class CutMain {
    private CutMain() {}

    public static void main(String[] arguments) throws Exception {
        Operation operation = Operations.named(arguments[0]);
        Path folder = Path.of(arguments[1]);
        System.in.read();
        System.out.println("begun");
        operation.perform(folder);
        System.out.println("ended");
    }
}
