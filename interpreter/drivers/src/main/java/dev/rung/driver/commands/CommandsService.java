package dev.rung.driver.commands;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.LogFile;
import dev.rung.driver.support.Mark;
import dev.rung.driver.support.Programs;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Whatever commands switch on and off. That it is held is remembered, since no command says so: the mark comes once it is
 * down, and goes before it is started. {@code stop} is run only while it is up and {@code start} only while it is down, so
 * neither has to bear a second time.
 */
final class CommandsService implements Service {
    private final String name;
    private final Words words;
    private final Optional<LogFile> log;
    private final Remembered remembered;
    private final Errands errands;
    private final Surroundings surroundings;

    /** The commands, each with its arguments. */
    record Words(List<String> start, List<String> stop, List<String> status) {
        Words {
            start = List.copyOf(start);
            stop = List.copyOf(stop);
            status = List.copyOf(status);
        }
    }

    CommandsService(String name, Words words, Optional<Path> log, Remembered remembered, Surroundings surroundings) {
        this.name = name;
        this.words = words;
        this.log = log.map(file -> new LogFile(file, remembered.beginning()));
        this.remembered = remembered;
        this.errands = new Errands(name, remembered, surroundings, surroundings.processes());
        this.surroundings = surroundings;
    }

    @Override
    public Look look() throws Trouble {
        boolean up = errands.isUp(words.status());
        boolean held = Files.exists(remembered.mark());
        Optional<Mark> mark = held && !up ? Mark.read(remembered.mark()) : Optional.empty();
        return new Look(up, held, mark.map(Mark::words).orElse(up ? "up" : "down"));
    }

    @Override
    public void hold(Duration within) throws Trouble {
        long began = System.nanoTime();
        errands.settle(within);
        if (errands.isUp(words.status())) {
            errands.carryOut("stop", words.stop(), left(within, began));
            if (!errands.comesTo(false, words.status(), left(within, began))) {
                throw notSo("stop", words.stop(), "still runs", within);
            }
        }
        if (!Files.exists(remembered.mark())) {
            remembered.makeFolder();
            Mark.write(remembered.mark(), new Mark(surroundings.clock().instant(), Optional.empty()));
        }
    }

    @Override
    public void start(Duration within) throws Trouble {
        long began = System.nanoTime();
        errands.settle(within);
        release();
        if (errands.isUp(words.status())) {
            return;
        }
        if (log.isPresent()) {
            remembered.makeFolder();
            log.get().noteBeginning();
        }
        errands.carryOut("start", words.start(), left(within, began));
        if (!errands.comesTo(true, words.status(), left(within, began))) {
            throw notSo("start", words.start(), "does not run", within);
        }
    }

    private Trouble notSo(String what, List<String> command, String is, Duration within) {
        return new Trouble(
                "the `" + what + "` of `" + name + "`, `" + String.join(" ", command)
                        + "`, ended well, but by its `status` it " + is + " after " + Durations.shown(within),
                "run both by hand and see; where it takes longer, say `within`");
    }

    private static Duration left(Duration within, long began) {
        Duration left = within.minusNanos(System.nanoTime() - began);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public void release() throws Trouble {
        try {
            if (Files.deleteIfExists(remembered.mark())) {
                Disk.sync(remembered.folder());
            }
        } catch (IOException failed) {
            throw Troubles.of("take the mark off `" + name + "`", failed);
        }
    }

    @Override
    public String log() throws Trouble {
        if (log.isEmpty()) {
            throw new Trouble("`" + name + "` says no log", "say in `log:` of `" + name + "` which file it writes to");
        }
        return log.get().sinceStart();
    }

    @Override
    public List<Trouble> preflight() {
        List<Trouble> troubles = new ArrayList<>();
        Path folder = surroundings.folder().toAbsolutePath();
        for (String program : new LinkedHashSet<>(List.of(
                words.start().getFirst(),
                words.stop().getFirst(),
                words.status().getFirst()))) {
            if (Programs.missing(program, folder)) {
                troubles.add(new Trouble(
                        "the program `" + program + "` of `" + name + "` is not there",
                        "install it, or write its whole path"));
            }
        }
        try {
            remembered.makeFolder();
            if (!Files.isWritable(remembered.folder())) {
                troubles.add(new Trouble(
                        "the folder " + remembered.folder() + ", in which is remembered that `" + name
                                + "` is held, cannot be written",
                        "check owner and mode, or say another state folder by RUNG_STATE"));
            }
            if (troubles.isEmpty()) {
                errands.isUp(words.status());
            }
        } catch (Trouble trouble) {
            troubles.add(trouble);
        }
        return troubles;
    }
}
