package dev.rung.repl.work;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers a runbook's inputs: from the command line, else from a named set, else from the environment, else from the
 * person at the terminal.
 */
public final class Inputs {
    private static final String TARGET = "target";

    private Inputs() {}

    /**
     * What a person says of inputs.
     *
     * @param given with {@code -i}
     * @param to with {@code --to}: the input {@code target}
     * @param set with {@code --inputs}: a named set of the runbook
     */
    public record Said(Map<String, String> given, Optional<String> to, Optional<String> set) {}

    /** @return what was found; what has a default and was given nowhere is not in it */
    public static Map<String, String> of(
            CheckedRunbook runbook, Said said, Preparation preparation, Desk desk, Questions questions)
            throws UsageProblem {
        List<String> names =
                runbook.inputs().stream().map(CheckedRunbook.Input::name).toList();
        Map<String, String> all = given(names, said);
        if (said.set().isPresent()) {
            String set = mustBe(said.set().get(), runbook.inputSets());
            preparation
                    .inputSet(runbook, set, all)
                    .orElseThrow(() -> new UsageProblem("the set of inputs `" + set + "` cannot be filled in", ""))
                    .forEach(all::putIfAbsent);
        }
        for (CheckedRunbook.Input input : runbook.inputs()) {
            if (!all.containsKey(input.name())) {
                fromElsewhere(input, desk, questions).ifPresent(value -> all.put(input.name(), value));
            }
        }
        return all;
    }

    private static String mustBe(String set, List<String> sets) throws UsageProblem {
        if (!sets.contains(set)) {
            throw new UsageProblem(
                    "this runbook has no set of inputs `" + set + "`",
                    Nearest.to(set, sets)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse(sets.isEmpty() ? "it has none" : "it has " + String.join(", ", sets)));
        }
        return set;
    }

    private static Map<String, String> given(List<String> names, Said said) throws UsageProblem {
        Map<String, String> all = new LinkedHashMap<>(said.given());
        if (said.to().isPresent()) {
            if (!names.contains(TARGET)) {
                throw new UsageProblem("`--to` sets the input `target`, and this runbook has none", has(names));
            }
            if (said.given().containsKey(TARGET)) {
                throw new UsageProblem("`--to` and `-i target=…` say the same thing twice", "leave one of them out");
            }
            all.put(TARGET, said.to().get());
        }
        for (String name : all.keySet()) {
            if (!names.contains(name)) {
                throw new UsageProblem(
                        "this runbook has no input `" + name + "`",
                        Nearest.to(name, names)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse(has(names)));
            }
        }
        return all;
    }

    private static String has(List<String> names) {
        return names.isEmpty() ? "it has no inputs" : "its inputs are " + String.join(", ", names);
    }

    private static Optional<String> fromElsewhere(CheckedRunbook.Input input, Desk desk, Questions questions) {
        Optional<String> fromEnvironment = desk.variable(variable(input.name()));
        if (fromEnvironment.isPresent() || input.defaultText().isPresent() || !questions.somebodyIsThere()) {
            return fromEnvironment;
        }
        String about = input.documentation().isEmpty() ? "" : " (" + input.documentation() + ")";
        return questions
                .ask(input.name() + " : " + input.type().word() + about + " = ")
                .filter(answer -> !answer.isBlank());
    }

    /** {@code RUNG_INPUT_TARGET}, {@code RUNG_INPUT_DB_URL} */
    static String variable(String input) {
        return "RUNG_INPUT_" + input.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
