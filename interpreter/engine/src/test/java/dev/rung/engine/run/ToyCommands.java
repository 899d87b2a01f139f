package dev.rung.engine.run;

import dev.rung.engine.driver.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.ToIntFunction;

/** Programs of a toy. @param program does what one of these words does, and gives its exit code */
record ToyCommands(ToIntFunction<List<String>> program) implements Commands {
    @Override
    public Finished run(Line line, Duration within, boolean endable, LongConsumer started) {
        return new Finished(program.applyAsInt(line.words()), "", Duration.ZERO);
    }

    @Override
    public Process talk(Line line) {
        throw new AssertionError("nobody talks to the toy");
    }

    @Override
    public long spawn(Line line, Path output) {
        throw new AssertionError("the toy has no processes");
    }

    @Override
    public void end(long process, boolean force) {
        throw new AssertionError("the toy has no processes");
    }

    @Override
    public List<Working> stillWorking() {
        return List.of();
    }
}
