package dev.rung.repl;

import dev.rung.repl.view.StandardConsole;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.LocalClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the build runs once to learn which classes a start needs. Each use of Rung has a training of its own, because a
 * cache costs by what it holds: {@code start} is what is answered without a library, {@code look} the front end,
 * {@code run} everything.
 */
final class Training {
    private Training() {}

    /** @param arguments the use, the folder whose runbooks it looks at, and one that it may fill */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(
                "RUNG_STATE", Files.createDirectories(Path.of(arguments[2])).toString());
        for (List<String> words : lessons(arguments[0])) {
            Main.run(
                    words,
                    new Desk(
                            StandardConsole.of(environment),
                            environment,
                            new LocalClock(),
                            folder,
                            folder,
                            "nobody",
                            journals -> journals));
        }
    }

    private static List<List<String>> lessons(String use) {
        List<String> version = List.of("--version");
        List<String> lint = List.of("lint", ".");
        return switch (use) {
            case "start" -> List.of(version, List.of("--help"));
            case "look" -> List.of(version, lint, List.of("lint", "--help"), List.of("lint", "--format=json", "."));
            default ->
                List.of(
                        version,
                        lint,
                        List.of("plan", "well.runbook"),
                        List.of("run", "--help"),
                        List.of("history"),
                        List.of("repl", "well.runbook"));
        };
    }
}
