package dev.rung.repl.view;

import dev.rung.repl.view.Console.Drawing;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;

/** Finds out what the process' own three streams are, at the cost of three readings of {@code /proc} and no library. */
public final class StandardConsole {
    private static final String ALL_SIGNS = "→✔✘▸·…›—";

    private final Map<String, String> environment;

    private StandardConsole(Map<String, String> environment) {
        this.environment = environment;
    }

    public static Console of(Map<String, String> environment) {
        StandardConsole found = new StandardConsole(environment);
        return new Console(
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out, "stdout.encoding"),
                stream(FileDescriptor.err, "stderr.encoding"),
                isTerminal(0),
                found.drawing(1, "stdout.encoding"),
                found.drawing(2, "stderr.encoding"));
    }

    private static PrintStream stream(FileDescriptor descriptor, String encoding) {
        PipeStream pipe = new PipeStream(new FileOutputStream(descriptor));
        return new PrintStream(new BufferedOutputStream(pipe, 8192), false, charset(encoding));
    }

    private static Charset charset(String property) {
        String name = System.getProperty(property, "UTF-8");
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    private Drawing drawing(int descriptor, String encoding) {
        boolean canAll = charset(encoding).newEncoder().canEncode(ALL_SIGNS);
        Glyphs glyphs = canAll ? Glyphs.UNICODE : Glyphs.ASCII;
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean terminal = isTerminal(descriptor) && !dumb;
        return new Drawing(
                terminal, new Theme(colour(environment, terminal)), glyphs, terminal ? new TerminalWidth() : () -> 0);
    }

    /** {@code NO_COLOR} before {@code CLICOLOR_FORCE} and {@code FORCE_COLOR} before what the stream is. */
    public static boolean colour(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        if (isOn(environment, "CLICOLOR_FORCE") || isOn(environment, "FORCE_COLOR")) {
            return true;
        }
        return terminal && !"0".equals(environment.get("CLICOLOR"));
    }

    private static boolean isOn(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return !value.isEmpty() && !value.equals("0");
    }

    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noProc) {
            java.io.Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    /** Asks the terminal of standard input, at most once in two seconds: that starts a program. */
    private static final class TerminalWidth implements IntSupplier {
        private static final int USUAL = 80;
        private static final long KEPT_NANOS = 2_000_000_000L;

        private int columns;
        private long asked;

        @Override
        public synchronized int getAsInt() {
            if (columns == 0 || System.nanoTime() - asked > KEPT_NANOS) {
                columns = ask();
                asked = System.nanoTime();
            }
            return columns;
        }

        private static int ask() {
            try {
                Process process = new ProcessBuilder("stty", "size")
                        .redirectInput(Path.of("/dev/tty").toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                String answer =
                        new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
                String[] size = answer.strip().split(" ");
                int found = size.length == 2 ? Integer.parseInt(size[1]) : 0;
                return found > 0 ? found : USUAL;
            } catch (IOException | NumberFormatException unknown) {
                return USUAL;
            }
        }
    }
}
