package dev.rung.repl;

import java.util.List;

/**
 * What the build runs once to learn which classes a start needs, in a folder with runbooks to look at. Each use of Rung has
 * a training of its own, because a cache costs by what it holds: {@code start} is what is answered without a library,
 * {@code look} a lint without options, {@code run} everything.
 */
final class Training {
    private Training() {}

    /** @param arguments the use */
    public static void main(String[] arguments) {
        lessons(arguments[0]).forEach(words -> Main.run(words, Main.desk()));
    }

    private static List<List<String>> lessons(String use) {
        List<String> version = List.of("--version");
        List<String> lint = List.of("lint", ".");
        return switch (use) {
            case "start" -> List.of(version, List.of("--help"));
            case "look" -> List.of(lint);
            default ->
                List.of(
                        version,
                        lint,
                        List.of("lint", "--help"),
                        List.of("lint", "--format=json", "."),
                        List.of("plan", "well.runbook"),
                        List.of("run", "--help"),
                        List.of("history"),
                        List.of("repl", "well.runbook"));
        };
    }
}
