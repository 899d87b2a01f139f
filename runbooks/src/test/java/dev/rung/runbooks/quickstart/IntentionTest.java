package dev.rung.runbooks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * That an intention is on disk before its effect's first system call is seen, not assumed: a tracer writes down the
 * system calls of a run that goes up and comes back.
 */
class IntentionTest {
    private static final Pattern INTENDED =
            Pattern.compile("\\\\\"type\\\\\":\\\\\"intended\\\\\".*?\\\\\"words\\\\\":\\\\\"(.*?)\\\\\",");

    /** The first thing that an effect does to the world, and the words of the intention that has to be on disk by then. */
    private static final Map<Pattern, String> TOUCHES = touches();

    private static Map<Pattern, String> touches() {
        Map<Pattern, String> touches = new LinkedHashMap<>();
        touches.put(Pattern.compile("^\\S+ kill\\(\\d+, SIGTERM\\)"), "stop and hold `server`");
        touches.put(Pattern.compile("openat\\(.*ledger\\.pid\\.held.*O_CREAT"), "stop and hold `server`");
        touches.put(Pattern.compile("unlink\\(.*ledger\\.pid\\.held\""), "start `server`");
        touches.put(Pattern.compile("mkdir\\(.*/backups/[^\"]*\\.partial\""), "back up `books`");
        touches.put(Pattern.compile("rename\\([^,]*, \"[^\"]*/home/ledger\\.jar\""), "`jar`");
        touches.put(Pattern.compile("rename\\([^,]*, \"[^\"]*/home/ledger\\.mv\\.db\""), "restore `books`");
        return touches;
    }

    @TempDir
    Path folder;

    @Test
    void isOnDiskBeforeTheFirstSystemCallOfItsEffect() throws IOException {
        assumeTrue(hasTracer(), "needs strace and the right to trace");
        Path trace = folder.resolve("trace");
        try (LedgerSite site =
                LedgerSite.lay(folder.resolve("site"), LedgerLadder.shared().oldest())) {
            site.start();
            site.faults("fail-migration-to=1.10.3\n");
            List<String> words = new ArrayList<>(List.of("run", site.runbook.toString(), "--yes"));
            words.addAll(List.of("--confirm", "announced", "--confirm", "reload"));
            words.addAll(site.inputs());
            List<String> tracer = List.of(
                    "strace",
                    "-f",
                    "-qq",
                    "-s",
                    "600",
                    "-o",
                    trace.toString(),
                    "-e",
                    "trace=openat,unlink,mkdir,rename,kill,pwrite64,fdatasync,fsync");
            RungProcess.start(site, "dev.rung.repl.Main", Map.of(), tracer, words);
            // The tracer follows Ledger too, and so outlives the run: its end is looked for in the journal.
            assertThat(ended(site)).contains("\"kind\":\"rolled-back\"");
        }
        Map<String, Integer> seen = held(Files.readAllLines(trace));
        assertThat(seen.keySet())
                .as("every kind of effect was seen in the trace: " + seen)
                .containsExactlyInAnyOrderElementsOf(
                        TOUCHES.values().stream().distinct().toList());
    }

    private static String ended(LedgerSite site) throws IOException {
        for (int i = 0; i < 1_200; i++) {
            Path runs = site.state.resolve("runs");
            if (Files.isDirectory(runs)) {
                try (Stream<Path> journals = Files.list(runs)) {
                    List<String> lines = Files.readAllLines(journals.findFirst().orElseThrow());
                    if (!lines.isEmpty() && lines.getLast().contains("\"type\":\"ended\"")) {
                        return lines.getLast();
                    }
                }
            }
            LedgerSite.sleep(100);
        }
        return "not within two minutes";
    }

    private static boolean hasTracer() {
        try {
            return new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Walks through the trace and holds each touch against the intention that was synced last. @return touches by words */
    private static Map<String, Integer> held(List<String> trace) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        String written = "";
        String onDisk = "";
        for (String line : trace) {
            Matcher intended = INTENDED.matcher(line);
            if (line.contains("pwrite64(") && intended.find()) {
                written = intended.group(1);
            } else if (line.contains("fdatasync(") && !line.contains("unfinished")
                    || line.contains("<... fdatasync resumed>")) {
                onDisk = written;
            }
            for (Map.Entry<Pattern, String> touch : TOUCHES.entrySet()) {
                if (touch.getKey().matcher(line).find()) {
                    assertThat(onDisk).as("before " + line).contains(touch.getValue());
                    seen.merge(touch.getValue(), 1, Integer::sum);
                }
            }
        }
        return seen;
    }
}
