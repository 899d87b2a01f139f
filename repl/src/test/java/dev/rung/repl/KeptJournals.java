package dev.rung.repl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journals in {@code src/test/journals}: a folder for each format there was, with journals as a Rung of that time has
 * written them and, in {@code world}, what the run that was killed had left of its folder {@code /srv/diary}.
 */
final class KeptJournals {
    private static final Path TOP = Path.of("src/test/journals").toAbsolutePath();
    private static final String THERE = "/srv/diary";

    private KeptJournals() {}

    static List<Path> formats() throws IOException {
        try (Stream<Path> folders = Files.list(TOP)) {
            return folders.sorted().toList();
        }
    }

    /** As they were written. */
    static void copy(Path format, Path runs) throws IOException {
        Files.createDirectories(runs);
        try (Stream<Path> files = Files.list(format)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, runs.resolve(file.getFileName()));
            }
        }
    }

    /** Lays out what the killed run had left, as if it had been here. */
    static void layOutWorld(Path format, Path here) throws IOException {
        Path world = format.resolve("world");
        try (Stream<Path> all = Files.walk(world)) {
            for (Path each : all.toList()) {
                Path to = here.resolve(world.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(each, to);
                }
            }
        }
        Path journal = here.resolve("state/runs/interrupted.jsonl");
        Files.createDirectories(journal.getParent());
        List<String> lines = Files.readAllLines(format.resolve("interrupted.jsonl"));
        Files.write(
                journal,
                chained(lines.stream()
                        .map(line -> line.replace(THERE, here.toString()))
                        .toList()));
    }

    /** The lines with the hashes that they would have: each over all in front of it, the hash of the line before included. */
    static List<String> chained(List<String> lines) {
        List<String> chained = new ArrayList<>();
        String previous = "0".repeat(64);
        for (String line : lines) {
            String open = line.substring(0, line.lastIndexOf(",\"previous\":")) + ",\"previous\":\"" + previous + "\"";
            previous = sha256(open);
            chained.add(open + ",\"hash\":\"" + previous + "\"}");
        }
        return chained;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
