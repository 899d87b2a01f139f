package dev.rung.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page with runbooks and with what the proof says of them. */
record ProofPage(Path path, List<String> lines) {
    /** @param line the number of its first line, from 0 @param end the number of the line with its closing fence */
    record Block(String section, int line, String info, String text, int end) {}

    /** What {@code rung prove} says of a runbook. @param words the findings, whole, and the line that sums up */
    record Said(boolean proved, String words) {}

    static List<ProofPage> in(Path folder) throws IOException {
        List<ProofPage> pages = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path page : found.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(new ProofPage(page, Files.readAllLines(page)));
            }
        }
        return pages;
    }

    /** The findings, whole, and what is said in one line of all: without the table of all statements and cuts. */
    static Said prove(Typed typed, String runbook) {
        typed.file("upgrade.runbook", runbook);
        int exitCode = typed.rung("prove", "upgrade.runbook");
        String summary = typed.out()
                .lines()
                .filter(line -> line.matches("\\d+ releases? to begin from, .*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not a runbook that could be proved:\n" + typed.err() + runbook));
        return new Said(exitCode == 0, typed.err() + summary + "\n");
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("```")) {
                int start = i + 1;
                do {
                    i++;
                } while (!lines.get(i).equals("```"));
                String text = lines.subList(start, i).stream()
                        .map(each -> each + "\n")
                        .collect(Collectors.joining());
                blocks.add(new Block(section, start, line.substring(3), text, i));
            }
        }
        return blocks;
    }
}
