package dev.rung.repl.view;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Run;
import dev.rung.model.plan.Item;
import dev.rung.model.state.BackupSet;
import dev.rung.model.wayback.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person wants to know of the whole of a plan before saying yes. */
final class PlanSummary {
    private PlanSummary() {}

    /** A line each. */
    static List<String> of(List<PlanLine.Statement> statements) {
        long changing = statements.stream()
                .filter(line -> line.step().effects().stream().anyMatch(Effect::mutates))
                .count();
        long gaps = statements.stream().filter(line -> !line.gaps().isEmpty()).count();
        long beyond = statements.stream()
                .filter(line -> line.done()
                        .filter(done -> done.back() instanceof Route.Forward)
                        .isPresent())
                .count();
        String each = beyond == 0
                ? "there is a way back from each"
                : "there is a way back from each but " + beyond + ": from the point of no return on the way is forward";
        String ways = gaps == 0 ? each : "not proved, for " + Words.plural(gaps, "reason");
        String first =
                Words.plural(statements.size(), "statement") + ", " + changing + " of them change something; " + ways;
        return Stream.of(Optional.of(first), confirmations(statements), undoing(statements), onWord(statements))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> confirmations(List<PlanLine.Statement> statements) {
        String asked = asked(statements.stream().map(PlanLine.Statement::step));
        return asked.isEmpty() ? Optional.empty() : Optional.of("A person is asked for: " + asked);
    }

    private static Optional<String> undoing(List<PlanLine.Statement> statements) {
        String asked = asked(statements.stream().flatMap(line -> line.step().undo().stream()));
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of("A way back stops for a person, who is asked for: " + asked);
    }

    private static String asked(Stream<Item.Step> steps) {
        return steps.flatMap(step -> step.effects().stream())
                .filter(Ask.class::isInstance)
                .map(effect -> ((Ask) effect).name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What nobody can check is said by somebody: a program's `changes`, a backup that was never restored. */
    private static Optional<String> onWord(List<PlanLine.Statement> statements) {
        String numbers = statements.stream()
                .filter(line -> line.step().effects().stream().anyMatch(PlanSummary::restsOnWord))
                .map(line -> Integer.toString(line.number()))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of("Rests on the author's word (what a program changes, a backup that is only read back): "
                        + numbers);
    }

    private static boolean restsOnWord(Effect effect) {
        return switch (effect) {
            case Call call -> true;
            case Run run -> true;
            case Ask ask -> !ask.changes().isNothing();
            case BackUp backUp -> backUp.level() != BackupSet.Level.RESTORED;
            default -> false;
        };
    }
}
