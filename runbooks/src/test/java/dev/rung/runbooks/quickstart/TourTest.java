package dev.rung.runbooks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour of the reference, typed from its beginning to its end by a shell. Each {@code runbook} is written under the
 * name behind the word. In a {@code console} stands behind {@code $} what is typed, and below it what comes: {@code …} in
 * a line is anything, {@code …} alone any lines.
 */
class TourTest {
    private static final Path TOP = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = TOP.resolve("runbooks/reference/tour.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|runbook|releases)( [^\n]+)?\n(.*?)^```$");
    /** What ends the answer to one command. */
    private static final String END = "\u0001";

    @TempDir
    Path folder;

    /** @param typed the command @param answer what is to come, without the line break at its end */
    private record Exchange(String typed, String answer) {}

    @AfterEach
    void leaveNothingBehind() {
        ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(folder.toString()) || worksBelow(process))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void theTourCanBeTyped() throws Exception {
        String launcher = launcher();
        List<Exchange> exchanges = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        for (MatchResult block : BLOCK.matcher(Files.readString(PAGE)).results().toList()) {
            if (block.group(1).equals("runbook")) {
                script.append("cat >%s <<'RUNBOOK'\n%sRUNBOOK\n".formatted(block.group(2), block.group(3)));
            } else if (block.group(1).equals("console")) {
                for (Exchange exchange : exchanges(block.group(3))) {
                    exchanges.add(exchange);
                    script.append(exchange.typed().replace("./rung", launcher)).append("\nprintf '\\001'\n");
                    if (exchanges.size() == 1) {
                        script.append(pasted());
                    }
                }
            }
        }

        List<String> answers = List.of(typed(script.toString()).split(END, -1));

        assertThat(exchanges).hasSizeGreaterThan(15);
        assertThat(answers).as(String.join("\n", answers)).hasSize(exchanges.size() + 1);
        List<String> others = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            if (!pattern(exchanges.get(i).answer())
                    .matcher(answers.get(i).strip())
                    .matches()) {
                others.add(
                        "$ " + exchanges.get(i).typed() + "\n" + answers.get(i).strip());
            }
        }
        assertThat(others).as("what the page says otherwise").isEmpty();
    }

    /** The release file that the page shows is the one that lies there. */
    @Test
    void theReleaseFileIsTheOneOfTheQuickstart() throws Exception {
        assertThat(Files.readString(PAGE))
                .contains(
                        "```releases\n" + Files.readString(TOP.resolve("runbooks/quickstart/ledger.releases")) + "```");
    }

    private static List<Exchange> exchanges(String console) {
        List<Exchange> exchanges = new ArrayList<>();
        for (String part : console.split("(?m)^\\$ ")) {
            if (!part.isEmpty()) {
                String[] lines = part.split("\n", 2);
                exchanges.add(new Exchange(lines[0], lines[1].strip()));
            }
        }
        return exchanges;
    }

    private static Pattern pattern(String answer) {
        StringBuilder pattern = new StringBuilder();
        for (String line : answer.split("\n")) {
            if (line.equals("…")) {
                pattern.append("(?:[^\n]*\n)*?");
            } else {
                // what was done in no time has no time behind it
                boolean more = line.endsWith(" …");
                String fixed = more ? line.substring(0, line.length() - 2) : line;
                pattern.append(Pattern.quote(fixed).replace("…", "\\E[^\n]*\\Q"))
                        .append(more ? "(?: [^\n]*)?" : "")
                        .append("\n");
            }
        }
        String whole = pattern.toString();
        return Pattern.compile(
                whole.endsWith("*?") ? whole + "[^\n]*" : whole.substring(0, Math.max(0, whole.length() - 1)));
    }

    /** The lines that the set-up prints to be pasted, but for the alias: a program on the path is the same. */
    private String pasted() {
        return "eval \"$(grep -E '^  (cd|export) ' set-up.txt)\"\n";
    }

    private String typed(String script) throws Exception {
        String first = script.lines().findFirst().orElseThrow();
        Path file = folder.resolve("tour.sh");
        Files.writeString(file, script.replaceFirst(Pattern.quote(first), first + " | tee set-up.txt"));
        ProcessBuilder builder = new ProcessBuilder("sh", file.toString()).directory(folder.toFile());
        builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
        Path said = folder.resolve("said.txt");
        Process process = builder.redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(4, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        String output = Files.readString(said);
        assertThat(ended).as(output).isTrue();
        return output;
    }

    /** What starts the classes of this test. */
    private String launcher() throws IOException {
        Path launcher = folder.resolve("rung");
        Files.writeString(
                launcher,
                String.join(
                        " ",
                        "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                        "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir='" + folder + "' -Drung.home='" + TOP + "'",
                        "-cp '" + System.getProperty("java.class.path") + "' dev.rung.repl.Main \"$@\"\n"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher.toString();
    }

    /** The application is started with paths of its folder. */
    private boolean worksBelow(ProcessHandle process) {
        try {
            Path place = Path.of("/proc", Long.toString(process.pid()), "cwd");
            return Files.readSymbolicLink(place).startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
