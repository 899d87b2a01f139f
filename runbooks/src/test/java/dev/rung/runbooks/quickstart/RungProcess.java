package dev.rung.runbooks.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Rung in a process of its own, as somebody would start it; it can be killed. */
final class RungProcess {
    private static final String MAIN = "dev.rung.repl.Main";

    private RungProcess() {}

    record Finished(int exitCode, String output) {}

    static Finished run(LedgerSite site, List<String> words) {
        return finish(start(site, MAIN, Map.of(), List.of(), words));
    }

    /** @param before words in front of the JVM's, such as a tracer's */
    static Process start(
            LedgerSite site, String main, Map<String, String> environment, List<String> before, List<String> words) {
        Path temporary = site.folder.resolve("tmp");
        List<String> line = new ArrayList<>(before);
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                // what one that is killed leaves goes with the site
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(site.folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("RUNG_STATE", site.state.toString());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(temporary);
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Finished finish(Process process) {
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + output);
            }
            return new Finished(process.exitValue(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
