package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.language.check.CheckedRunbook;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A system that does not say which version is installed: what it was asked by, and what to do about it. */
final class Silence {
    private static final String FACT = "installed";

    private Silence() {}

    /** @param inputs as they were given @param why without a full stop */
    static Trouble of(CheckedRunbook runbook, Map<String, String> inputs, String system, String why) {
        List<CheckedRunbook.Input> by = runbook.inputsOf(system, FACT);
        String help = by.isEmpty()
                ? "see what its `" + FACT + "` asks"
                : "its `" + FACT + "` goes by "
                        + by.stream().map(input -> shown(input, inputs)).collect(Collectors.joining(", "))
                        + "; if that is wrong, say `-i " + by.getFirst().name() + "=…`, else see that `" + system
                        + "` is up";
        return new Trouble(
                "`" + system + "` does not say which version is installed: " + why, "nothing was changed; " + help);
    }

    private static String shown(CheckedRunbook.Input input, Map<String, String> given) {
        String value = given.getOrDefault(input.name(), input.defaultText().orElse(""));
        return "`" + input.name() + "` = " + value;
    }
}
