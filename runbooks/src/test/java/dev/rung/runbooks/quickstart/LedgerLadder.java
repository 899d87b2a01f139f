package dev.rung.runbooks.quickstart;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the data are at every version of the path, made without Rung: each version's jar is started over what the one
 * before has left. Against this every upgrade and every way back is held.
 */
record LedgerLadder(Path oldest, Map<String, LedgerTruth> truths) {
    /** The path that {@code ledger.releases} asks for. */
    static final List<String> PATH = List.of("1.8.2", "1.9.4", "1.10.3", "2.4.0");

    /** Made once for all tests of a JVM. */
    private static final class Shared {
        private static final LedgerLadder LADDER = climb();

        private static LedgerLadder climb() {
            try {
                Path folder = Files.createTempDirectory("ledger-ladder");
                // what is named last is deleted first
                folder.toFile().deleteOnExit();
                LedgerLadder ladder = LedgerLadder.climb(folder, 500);
                ladder.oldest().toFile().deleteOnExit();
                return ladder;
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }

    static LedgerLadder shared() {
        return Shared.LADDER;
    }

    private static LedgerLadder climb(Path folder, int postings) throws IOException {
        Path oldest = folder.resolve("ledger-1.8.2.mv.db");
        fill(folder.resolve("ledger-1.8.2"), postings);
        Map<String, LedgerTruth> truths = new LinkedHashMap<>();
        try (LedgerSite site = LedgerSite.lay(folder.resolve("by-hand"), oldest)) {
            for (String version : PATH) {
                Files.copy(
                        LedgerSite.jar(version), site.home.resolve("ledger.jar"), StandardCopyOption.REPLACE_EXISTING);
                site.start();
                site.stop();
                truths.put(version, site.truth());
            }
        }
        try (Stream<Path> climbed = Files.walk(folder)) {
            for (Path path : climbed.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(oldest) && !path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
        return new LedgerLadder(oldest, truths);
    }

    private static void fill(Path data, int postings) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        LedgerSite.jar("1.8.2").toString(),
                        "--data",
                        data.toString(),
                        "--fill",
                        Integer.toString(postings))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("Ledger cannot be filled: " + said);
        }
    }

    LedgerTruth at(String version) {
        return truths.get(version);
    }

    /** The version whose data these are; empty words if it is none: something in between. */
    String versionOf(LedgerTruth truth) {
        return truths.entrySet().stream()
                .filter(entry -> entry.getValue().equals(truth))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("no version");
    }
}
