package dev.rung.driver.process;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.LogFile;
import dev.rung.driver.support.Mark;
import dev.rung.driver.support.Programs;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program with a pid file. Nothing but its driver brings it up, so a mark beside the pid file is all that a hold needs. */
final class ProcessService implements Service {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final long SETTLES_MILLIS = 300;
    /** After so many nanoseconds those that their leader has left behind are told once more. */
    private static final long AGAIN = 1_000_000_000;

    private static final Duration LAST_BREATH = Duration.ofSeconds(10);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    /** Writes its own number before it becomes the service: there is no moment at which only the caller knows it. */
    private static final String BECOME = "echo $$ > \"$1.new\" && mv -f \"$1.new\" \"$1\" && shift && exec \"$@\"";

    private final ServiceSetting setting;
    private final Surroundings surroundings;
    private final ProcessTable processes;
    private final Finder finder;
    private final LogFile log;

    ProcessService(ServiceSetting setting, Surroundings surroundings) {
        this.setting = setting;
        this.surroundings = surroundings;
        this.processes = surroundings.processes();
        this.finder = new Finder(setting, processes);
        this.log = new LogFile(setting.log(), setting.beginning());
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(setting.pidFile().getParent());
    }

    @Override
    public Look look() throws Trouble {
        seeProcesses();
        List<Long> found = finder.find();
        boolean held = Files.exists(setting.mark());
        return new Look(!found.isEmpty(), held, found.isEmpty() ? downDetail(held) : upDetail(found.getFirst()));
    }

    private String upDetail(long pid) {
        return "process " + pid
                + processes
                        .startedAt(pid)
                        .map(at -> " since " + CLOCK.format(at))
                        .orElse("");
    }

    private String downDetail(boolean held) throws Trouble {
        return held ? Mark.read(setting.mark()).map(Mark::words).orElse("down") : "down";
    }

    private void seeProcesses() throws Trouble {
        if (!processes.readable()) {
            throw new Trouble(
                    "this machine has no /proc, so nobody can tell whether `" + setting.name() + "` runs",
                    "mount /proc");
        }
    }

    @Override
    public void hold(Duration within) throws Trouble {
        seeProcesses();
        if (!Files.exists(setting.mark())) {
            Mark.write(setting.mark(), new Mark(surroundings.clock().instant(), Optional.empty()));
        }
        Duration patience =
                setting.killAfter().filter(limit -> limit.compareTo(within) < 0).orElse(within);
        if (!goesDown(false, patience)) {
            if (setting.killAfter().isEmpty()) {
                throw stillUp(within);
            }
            Mark.write(setting.mark(), new Mark(surroundings.clock().instant(), Optional.of(patience)));
            if (!goesDown(true, LAST_BREATH)) {
                throw stillUp(patience.plus(LAST_BREATH));
            }
        }
        forgetPidFile();
    }

    private boolean goesDown(boolean kill, Duration patience) throws Trouble {
        Map<Long, Long> told = new HashMap<>();
        long began = System.nanoTime();
        List<Long> left = finder.find();
        long leader = left.isEmpty() ? -1 : left.getFirst();
        while (!left.isEmpty()) {
            // the leading one gives its children their word; those that it leaves behind get it from us
            boolean leaderGone = !left.contains(leader);
            for (long pid : kill || leaderGone ? left : left.subList(0, 1)) {
                long now = System.nanoTime();
                // what a shell has just forked loses a word that comes before it has become its program
                if (!told.containsKey(pid) || leaderGone && now - told.get(pid) > AGAIN) {
                    told.put(pid, now);
                    surroundings.commands().end(pid, kill);
                }
            }
            if (System.nanoTime() - began > nanos(patience)) {
                return false;
            }
            pause(LOOK_EVERY_MILLIS);
            left = finder.find();
            if (left.isEmpty()) {
                // a process loses its words and marks before it has closed its files
                left = told.keySet().stream().filter(processes::alive).toList();
            }
        }
        return true;
    }

    private Trouble stillUp(Duration within) throws Trouble {
        List<Long> left = finder.find();
        String who = left.isEmpty()
                ? "a process"
                : "process " + left.getFirst() + " (" + processes.command(left.getFirst()) + ")";
        return new Trouble(
                "`" + setting.name() + "` did not stop within " + Durations.shown(within) + ": " + who + " still runs",
                "look at " + setting.log() + ", end it by hand, or give `" + setting.name() + "` a `kill-after`");
    }

    private void forgetPidFile() throws Trouble {
        try {
            Files.deleteIfExists(setting.pidFile());
        } catch (IOException failed) {
            throw Troubles.of("remove the pid file of `" + setting.name() + "`", failed);
        }
    }

    @Override
    public void start(Duration within) throws Trouble {
        seeProcesses();
        release();
        if (!finder.find().isEmpty()) {
            return;
        }
        forgetPidFile();
        log.noteBeginning();
        programExists();
        List<String> words = new ArrayList<>(
                List.of("sh", "-c", BECOME, "sh", setting.pidFile().toString()));
        words.addAll(setting.command());
        long pid = surroundings
                .commands()
                .spawn(
                        new Line(
                                words,
                                Optional.of(setting.from()),
                                Map.of(Finder.MARK, setting.pidFile().toString())),
                        setting.log());
        settles(pid, within);
    }

    private void settles(long pid, Duration within) throws Trouble {
        long began = System.nanoTime();
        while (System.nanoTime() - began < Math.min(SETTLES_MILLIS * 1_000_000, Math.max(nanos(within), 0))) {
            if (!processes.alive(pid)) {
                String said = log.lastLines(5);
                throw new Trouble(
                        "`" + setting.name() + "` (" + setting.commandLine() + ") ended at once"
                                + (said.isEmpty()
                                        ? " and wrote nothing to " + setting.log()
                                        : "; the end of its log: " + said),
                        "start it by hand from " + setting.from() + " and see what it says");
            }
            pause(LOOK_EVERY_MILLIS);
        }
    }

    private void programExists() throws Trouble {
        String program = setting.command().getFirst();
        if (Programs.missing(program, setting.from())) {
            throw new Trouble(
                    "the program `" + program + "` of `" + setting.name() + "` is not there",
                    "install it, or write its whole path");
        }
    }

    @Override
    public void release() throws Trouble {
        try {
            if (Files.deleteIfExists(setting.mark())) {
                Disk.sync(setting.mark().getParent());
            }
        } catch (IOException failed) {
            throw Troubles.of("take the mark off `" + setting.name() + "`", failed);
        }
    }

    @Override
    public String log() throws Trouble {
        return log.sinceStart();
    }

    @Override
    public List<Trouble> preflight() {
        return new Preflight(setting, finder, processes).troubles();
    }

    private void pause(long millis) throws Trouble {
        try {
            surroundings.sleep().millis(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("waiting for `" + setting.name() + "` was interrupted", "", interrupted);
        }
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofDays(365)) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
