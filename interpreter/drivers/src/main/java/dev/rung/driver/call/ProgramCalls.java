package dev.rung.driver.call;

import dev.rung.engine.driver.Commands.Finished;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What programs say. */
final class ProgramCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern JAVA = Pattern.compile("version \"(?:1\\.)?(\\d+(?:\\.\\d+)*)(?:_(\\d+))?[^\"]*\"");

    private ProgramCalls() {}

    private static Finished run(Asked asked, List<String> words) throws Trouble {
        return asked.surroundings().commands().run(new Line(words, Optional.empty(), Map.of()), PATIENCE, true);
    }

    static Value output(Asked asked) throws Trouble {
        Finished finished = run(asked, asked.words("command"));
        return finished.exitCode() == 0
                ? new Value.Text(finished.output().strip())
                : asked.unknown("ended with " + finished.exitCode() + said(finished));
    }

    static Value succeeds(Asked asked) throws Trouble {
        return new Value.Truth(run(asked, asked.words("command")).exitCode() == 0);
    }

    /** {@code 1.8.0_392} is 8.0.392: so all versions of Java compare. */
    static Value javaVersion(Asked asked) throws Trouble {
        String java = program(asked);
        Finished finished = run(asked, List.of(java, "-version"));
        Matcher matcher = JAVA.matcher(finished.output());
        if (finished.exitCode() != 0 || !matcher.find()) {
            return asked.unknown(
                    "has no answer: `" + java + " -version` ended with " + finished.exitCode() + said(finished));
        }
        String number = matcher.group(1) + (matcher.group(2) == null ? "" : "." + matcher.group(2));
        return new Value.Number(Version.of(number));
    }

    /** Of a place it is whichever is found there. */
    private static String program(Asked asked) throws Trouble {
        if (asked.optional("java").isEmpty()) {
            return "java";
        }
        if (asked.text("java").indexOf('/') < 0) {
            return asked.text("java");
        }
        Path path = asked.path("java");
        return (Files.isDirectory(path) ? path.resolve("bin/java") : path).toString();
    }

    private static String said(Finished finished) {
        return finished.output()
                .strip()
                .lines()
                .reduce((first, last) -> last)
                .map(line -> " and said: " + line.strip())
                .orElse("");
    }
}
