package dev.rung.driver.local;

import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Programs on this machine that somebody else runs. They have his home, and are found again among all of this machine. */
record UserCommands(Commands here, User user, Becoming becoming) implements Commands {
    @Override
    public Finished run(Line line, Duration within, boolean endable, LongConsumer started) throws Trouble {
        return here.run(his(line), within, endable, started);
    }

    @Override
    public Process talk(Line line) throws Trouble {
        return here.talk(his(line));
    }

    /** The file is his before the program writes there. */
    @Override
    public long spawn(Line line, Path output) throws Trouble {
        if (Files.isDirectory(output.toAbsolutePath().getParent())) {
            try {
                Files.newByteChannel(output, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                        .close();
            } catch (IOException failed) {
                throw new Trouble(
                        "`" + user.name() + "` cannot write to " + output + ", where the output of `"
                                + String.join(" ", line.words()) + "` goes",
                        "check owner and mode",
                        failed);
            }
        }
        return here.spawn(his(line), Path.of(output.toString()));
    }

    @Override
    public void end(long process, boolean force) {
        here.end(process, force);
    }

    /** Whoever sees all processes of this machine names them already. */
    @Override
    public List<Working> stillWorking() {
        return List.of();
    }

    private Line his(Line line) {
        Map<String, String> environment =
                new HashMap<>(Map.of("HOME", user.home(), "LOGNAME", user.name(), "USER", user.name()));
        environment.putAll(line.environment());
        Optional<Path> directory = line.directory().map(folder -> Path.of(folder.toString()));
        return new Line(line.words(), directory, environment, becoming.words());
    }
}
