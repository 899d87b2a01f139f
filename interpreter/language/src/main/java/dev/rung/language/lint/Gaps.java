package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.lower.Lowering;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Gap;
import dev.rung.model.prove.Proof;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the proof finds in a runbook on the way on which nothing fails, looked for once and only when somebody asks. Nobody
 * gives inputs to a linter: one without a default stands for itself. A runbook that cannot be planned so is left alone.
 */
final class Gaps {
    /** Whatever a release file lists is old enough some day. */
    private static final LocalDate SOME_DAY = LocalDate.of(9999, 12, 31);

    /** For what is no text: of these types a name is no value. */
    private static final Map<Type, String> STAND_INS = Map.of(
            Type.BOOL, "true",
            Type.DATE, "2000-01-01",
            Type.DURATION, "1h",
            Type.INT, "1",
            Type.SIZE, "1GB",
            Type.VERSION, "newest");

    private final Diagnosed<CheckedRunbook> checked;
    private Optional<List<Gap>> found = Optional.empty();

    Gaps(Diagnosed<CheckedRunbook> checked) {
        this.checked = checked;
    }

    /** Those of one name. */
    static List<Diagnostic> named(String name, Subject subject) {
        return switch (subject) {
            case Subject.Runbook runbook ->
                runbook.gaps().all().stream()
                        .filter(gap -> gap.name().equals(name))
                        .<Diagnostic>map(gap -> gap)
                        .toList();
            case Subject.Releases releases -> List.of();
        };
    }

    private List<Gap> all() {
        if (found.isEmpty()) {
            found = Optional.of(checked.hasErrors() ? List.of() : proved(checked.value()));
        }
        return found.get();
    }

    private static List<Gap> proved(CheckedRunbook runbook) {
        Map<String, String> inputs = new LinkedHashMap<>();
        runbook.inputs().stream()
                .filter(input -> input.defaultText().isEmpty())
                .forEach(input -> inputs.put(input.name(), STAND_INS.getOrDefault(input.type(), input.name())));
        Diagnosed<Installation> installation = Lowering.installation(runbook, inputs);
        if (installation.hasErrors()) {
            return List.of();
        }
        Diagnosed<PossibleRuns> runs = Lowering.possibleRuns(runbook, installation.value(), inputs, SOME_DAY);
        return runs.hasErrors() ? List.of() : Proof.gapsOfSmoothRuns(runs.value());
    }
}
