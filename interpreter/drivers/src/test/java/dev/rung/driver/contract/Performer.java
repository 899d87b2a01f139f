package dev.rung.driver.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process that carries effects out when it is told to, in places that are laid out while it comes up. */
record Performer(Process process, BufferedReader said) implements AutoCloseable {
    /** @param after how much of its work is done when it is cut, in nanoseconds */
    record Cut(Place place, long after) {}

    static Performer prepared(List<Cut> cuts) throws Exception {
        Process process = start(cuts);
        Performer performer =
                new Performer(process, new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)));
        try {
            for (Cut cut : cuts) {
                cut.place().lay();
            }
            return performer;
        } catch (Exception | Error failed) {
            performer.close();
            throw failed;
        }
    }

    private static Process start(List<Cut> cuts) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(Companion.PORT))
                .forEach(name -> words.add("-D" + name + "=" + System.getProperty(name)));
        words.add(CutMain.class.getName());
        for (Cut cut : cuts) {
            words.add(cut.place().trial().name());
            words.add(cut.place().base().toString());
            words.add(cut.place().run());
            words.add(Long.toString(moment(cuts) - cut.after()));
        }
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** When all are cut, in nanoseconds since it began: as late as the longest needs it. */
    static long moment(List<Cut> cuts) {
        return cuts.stream().mapToLong(Cut::after).max().orElseThrow();
    }

    void begin() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        assertThat(says()).isEqualTo("begun");
    }

    String says() throws IOException {
        String line = said.readLine();
        assertThat(line).as("all are performed to their ends").isNotNull();
        return line;
    }

    /** Until all have come to an end. */
    List<String> comesToItsEnd() throws Exception {
        List<String> all = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.add(line);
        }
        process.waitFor();
        return all;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
}
