package dev.rung.engine.driver;

import dev.rung.model.expression.Durations;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * Programs on this machine. Each gets a session of its own through util-linux' {@code setsid}, which becomes the program
 * and so keeps the process id.
 */
public final class LocalCommands implements Commands {
    /** In the environment of whatever a run starts and waits for. */
    public static final String MARK = "RUNG_RUN";

    private static final File NOTHING = new File("/dev/null");
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final long LOOK_EVERY_MILLIS = 200;

    private final String run;
    private final Path folder;
    private final ProcessTable processes = ProcessTable.ofThisMachine();
    private final Set<Process> talking = ConcurrentHashMap.newKeySet();
    private final BooleanSupplier wantsToEnd;

    /**
     * @param run the id of the run, which marks what is started
     * @param folder where programs start that say nothing else
     */
    public LocalCommands(String run, Path folder) {
        this(run, folder, () -> false);
    }

    /** @param wantsToEnd whether somebody wants what runs, and may be ended, to be ended now */
    public LocalCommands(String run, Path folder, BooleanSupplier wantsToEnd) {
        this.run = run;
        this.folder = folder;
        this.wantsToEnd = wantsToEnd;
    }

    /**
     * {@inheritDoc} The output goes to a file without a name, not to a pipe: a program that outlives the interpreter can
     * go on writing.
     */
    @Override
    public Finished run(Line line, Duration within, boolean endable, LongConsumer started) throws Trouble {
        ProcessBuilder builder = prepare(line, true).redirectErrorStream(true).redirectInput(Redirect.from(NOTHING));
        long began = System.nanoTime();
        try (Capture capture = Capture.open()) {
            builder.redirectOutput(Redirect.appendTo(capture.file().toFile()));
            Process process = launch(builder, line);
            started.accept(process.pid());
            capture.hide();
            switch (outcome(process, within, endable, capture)) {
                case FINISHED -> {}
                case LATE -> throw late(line, process, within, endable, capture);
                case UNWANTED -> throw ended(line, process, "was ended by a person", capture);
            }
            return new Finished(process.exitValue(), capture.tail(), Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException failed) {
            throw new Trouble(
                    "the output of `" + shown(line) + "` cannot be kept in " + System.getProperty("java.io.tmpdir")
                            + ": " + failed.getMessage(),
                    "make room there, or set TMPDIR",
                    failed);
        }
    }

    private enum Outcome {
        FINISHED,
        LATE,
        UNWANTED
    }

    private Outcome outcome(Process process, Duration within, boolean endable, Capture capture)
            throws IOException, Trouble {
        long limit = nanos(within);
        long began = System.nanoTime();
        try {
            while (true) {
                long left = limit - (System.nanoTime() - began);
                if (process.waitFor(
                        Math.clamp(left, 0, TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS)), TimeUnit.NANOSECONDS)) {
                    return Outcome.FINISHED;
                }
                if (left <= 0) {
                    return Outcome.LATE;
                }
                if (endable && wantsToEnd.getAsBoolean()) {
                    return Outcome.UNWANTED;
                }
                capture.trim();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble(
                    "waiting for process " + process.pid() + " was interrupted; it still works", "", interrupted);
        }
    }

    private Trouble late(Line line, Process process, Duration within, boolean endable, Capture capture)
            throws IOException {
        String limit = Durations.shown(within);
        if (!endable) {
            return new Trouble(
                    "`" + shown(line) + "` did not end within " + limit + " and still works as process " + process.pid()
                            + said(capture),
                    "let it end, or end it by hand, before going on");
        }
        return ended(line, process, "did not end within " + limit + " and was ended", capture);
    }

    private Trouble ended(Line line, Process process, String why, Capture capture) throws IOException {
        end(process.pid());
        return new Trouble("`" + shown(line) + "` " + why + said(capture));
    }

    private static String said(Capture capture) throws IOException {
        return capture.tail().isBlank() ? "" : "; it said: " + lastLine(capture.tail());
    }

    /** Ends everything in the session of a program: asks first, then makes sure. */
    private void end(long leader) {
        sessionOf(leader).forEach(ProcessHandle::destroy);
        long began = System.nanoTime();
        while (!sessionOf(leader).isEmpty() && System.nanoTime() - began < GRACE.toNanos()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        sessionOf(leader).forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> sessionOf(long leader) {
        return processes.ofSession(leader).stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Process talk(Line line) throws Trouble {
        Process process = launch(prepare(line, true), line);
        talking.add(process);
        process.onExit().thenAccept(talking::remove);
        return process;
    }

    @Override
    public long spawn(Line line, Path output) throws Trouble {
        Path parent = output.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw new Trouble(
                    "the folder " + parent + " for the output of `" + shown(line) + "` is not there", "make it");
        }
        if (!Files.isWritable(Files.exists(output) ? output : parent)) {
            throw new Trouble(
                    "the output of `" + shown(line) + "` cannot be written to " + output, "check its owner and mode");
        }
        ProcessBuilder builder = prepare(line, false)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(NOTHING))
                .redirectOutput(Redirect.appendTo(output.toFile()));
        return launch(builder, line).pid();
    }

    @Override
    public void end(long process, boolean force) {
        ProcessHandle.of(process).ifPresent(force ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
    }

    @Override
    public List<Working> stillWorking() {
        long self = ProcessHandle.current().pid();
        Set<Long> ours = new HashSet<>();
        talking.forEach(process -> ours.add(process.pid()));
        return processes.marked(MARK, run).stream()
                .filter(pid -> pid != self && !ours.contains(pid))
                .map(pid -> new Working(pid, processes.command(pid)))
                .toList();
    }

    /**
     * Why {@link #stillWorking} may overlook something on this machine; empty if it sees what it has to.
     */
    public Optional<String> blindness() {
        return processes.readable()
                ? Optional.empty()
                : Optional.of(
                        "this machine has no /proc, so programs that an interrupted run left working cannot be found");
    }

    private ProcessBuilder prepare(Line line, boolean marked) throws Trouble {
        if (line.words().isEmpty() || line.words().getFirst().isEmpty()) {
            throw new Trouble("there is no program to start: the command is empty");
        }
        if (line.words().stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new Trouble("`" + shown(line) + "` cannot be started: a word of it has a zero byte in it");
        }
        Path directory = line.directory().map(folder::resolve).orElse(folder).toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            throw new Trouble("the folder " + directory + ", in which `" + shown(line) + "` starts, is not there");
        }
        String path = line.environment().getOrDefault("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        check(line, directory, path);
        List<String> words = new ArrayList<>();
        words.add(session());
        words.addAll(line.through());
        words.addAll(line.words());
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().remove(MARK);
        builder.environment().putAll(line.environment());
        if (marked && !line.environment().containsKey(SERVICE)) {
            builder.environment().put(MARK, run);
        }
        return builder;
    }

    private static String session() throws Trouble {
        return find("setsid", System.getenv().getOrDefault("PATH", "") + ":/usr/bin:/bin", Files::isExecutable)
                .orElseThrow(() -> new Trouble(
                        "the program `setsid` is missing, without which a Ctrl-C would end a dump halfway",
                        "install util-linux"))
                .toString();
    }

    private static void check(Line line, Path directory, String path) throws Trouble {
        String program = line.words().getFirst();
        boolean named = program.indexOf('/') < 0;
        Optional<Path> found = named
                ? find(program, path, Files::isRegularFile)
                : Optional.of(directory.resolve(program)).filter(Files::isRegularFile);
        if (found.isEmpty()) {
            throw new Trouble(
                    "the program `" + program + "` is not there" + (named ? ": no folder of PATH has it" : ""),
                    named ? "install it, or write its whole path" : "check the path");
        }
        if (named ? find(program, path, Files::isExecutable).isEmpty() : !Files.isExecutable(found.get())) {
            throw new Trouble("the program " + found.get() + " may not be executed", "check its mode: `chmod +x`");
        }
    }

    /** A program by its name in the folders of a search path. */
    static Optional<Path> find(String program, String path, Predicate<Path> wanted) {
        for (String place : path.split(":")) {
            if (!place.isEmpty()
                    && wanted.test(Path.of(place, program))
                    && Files.isRegularFile(Path.of(place, program))) {
                return Optional.of(Path.of(place, program));
            }
        }
        return Optional.empty();
    }

    private static Process launch(ProcessBuilder builder, Line line) throws Trouble {
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new Trouble("`" + shown(line) + "` cannot be started: " + failed.getMessage(), "", failed);
        }
    }

    private static long nanos(Duration within) {
        try {
            return within.toNanos();
        } catch (ArithmeticException endless) {
            return Long.MAX_VALUE;
        }
    }

    private static String lastLine(String output) {
        String[] lines = output.strip().split("\n");
        return lines[lines.length - 1].strip();
    }

    private static String shown(Line line) {
        return String.join(" ", line.words());
    }
}
