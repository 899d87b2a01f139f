package dev.rung.repl;

import dev.rung.engine.journal.Journals;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.Console.Drawing;
import dev.rung.repl.view.Glyphs;
import dev.rung.repl.view.Theme;
import dev.rung.repl.work.Desk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A person, or a job, that types commands in a folder of its own and reads what comes. */
public final class Typed {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";
    private boolean terminal;
    private UnaryOperator<Journals> journaling = UnaryOperator.identity();

    /** A job without a terminal. */
    public Typed(Path folder) {
        this.folder = folder;
        environment.put("RUNG_STATE", folder.resolve("state").toString());
    }

    /** The next run gives way at one write of its journal, as if its process were killed right there. */
    Typed cutAt(CutJournals.Moment moment) {
        journaling = journals -> new CutJournals(journals, moment);
        return this;
    }

    Typed uncut() {
        journaling = UnaryOperator.identity();
        return this;
    }

    /** From now on a person at a terminal, who answers with these lines. */
    Typed answering(String... lines) {
        terminal = true;
        input = String.join("\n", lines) + "\n";
        return this;
    }

    public Typed piping(String text) {
        input = text;
        return this;
    }

    Typed with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Typed without(String variable) {
        environment.remove(variable);
        return this;
    }

    public Typed file(String name, String text) {
        try {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command in this process. @return its exit code */
    public int rung(String... words) {
        out.reset();
        err.reset();
        PrintStream to = new PrintStream(out, false, StandardCharsets.UTF_8);
        return Main.run(List.of(words), desk(to));
    }

    /** Runs a command in a process that ends with it, as a run that is to be resumed must have. @return its exit code */
    public int rungInItsOwnProcess(String... words) {
        return inItsOwnProcess(List.of(), words);
    }

    int inItsOwnProcess(List<String> options, String... words) {
        out.reset();
        err.reset();
        try {
            Path errors = Files.createTempFile("rung", ".err");
            Process process =
                    process(options, words).redirectError(errors.toFile()).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            process.getInputStream().transferTo(out);
            int exitCode = process.waitFor();
            err.write(Files.readAllBytes(errors));
            Files.delete(errors);
            return exitCode;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A command in a process of its own that goes on; what it says is lost. */
    Process begun(String... words) {
        try {
            return process(List.of(), words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ProcessBuilder process(List<String> options, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.rung.repl.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    public Desk desk(PrintStream to) {
        Drawing drawing = new Drawing(terminal, new Theme(false), Glyphs.UNICODE, () -> terminal ? 80 : 0);
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                to,
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                drawing,
                drawing);
        return new Desk(console, environment, Clock.system(ZoneOffset.UTC), folder, folder, "somebody", journaling);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
