package dev.rung.repl.work;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.Statement;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.Nearest;
import dev.rung.model.version.BackBy;
import dev.rung.model.version.Version;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the names that a person chose on the command line are there to be chosen, and why one is not. */
public final class ChosenNames {
    private ChosenNames() {}

    /** @throws UsageProblem if the plan asks nobody for one of these */
    static void mustBeAskedFor(Collection<String> confirmed, Plan plan) throws UsageProblem {
        List<String> questions = Carrying.confirmations(plan);
        List<String> doubts = Carrying.doubts(plan);
        for (String name : confirmed) {
            if (!questions.contains(name) && !doubts.contains(name)) {
                throw new UsageProblem(
                        "this plan asks nobody for `" + name + "`",
                        didYouMean(name, questions, "it asks for nothing", "it asks for "));
            }
        }
    }

    /**
     * @param refused the names of all that may be refused
     * @throws UsageProblem if nothing is refused by one of these names
     */
    static void mustBeRefused(Collection<String> accepted, List<String> refused) throws UsageProblem {
        for (String name : accepted) {
            if (!refused.contains(name)) {
                throw new UsageProblem(
                        "nothing is refused by the name `" + name + "`",
                        Nearest.to(name, refused)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("whatever is refused says its name, such as `broken-1.0.2`"));
            }
        }
    }

    /**
     * A person's deed that changes something is done when the run has come to it.
     *
     * @throws UsageProblem if one is said to be done before the run begins, and nothing leads to it without a change
     */
    static void mustNotBeAhead(Collection<String> confirmed, Plan plan) throws UsageProblem {
        for (String name : Carrying.deedsAhead(plan)) {
            if (confirmed.contains(name)) {
                throw new UsageProblem(
                        "`" + name + "` is done when the run has come to it, and nobody can have done it yet",
                        "the run stops there, and `rung resume --confirm " + name + "` goes on once it is done");
            }
        }
    }

    /**
     * @param hops over any of which the rollback may be offered
     * @throws UsageProblem if the runbook has no such rollback, or its release file offers it over none of these hops
     */
    public static void mustBeOffered(String rollback, CheckedRunbook runbook, List<Item.Hop> hops) throws UsageProblem {
        boolean offered = hops.stream()
                .flatMap(hop -> hop.rollbacks().stream())
                .anyMatch(each -> each.name().equals(rollback));
        if (offered) {
            return;
        }
        List<String> written = rollbacks(runbook);
        if (!written.contains(rollback)) {
            throw new UsageProblem(
                    "this runbook has no rollback `" + rollback + "`",
                    didYouMean(rollback, written, "it has none", "it has "));
        }
        throw new UsageProblem(
                "the rollback `" + rollback + "` is not offered " + over(hops), why(rollback, runbook, hops));
    }

    private static String over(List<Item.Hop> hops) {
        return hops.isEmpty()
                ? "here: there is no hop to take back"
                : "for the way back from "
                        + hops.stream()
                                .map(hop -> hop.to().version() + " to " + hop.from())
                                .collect(Collectors.joining(", from "));
    }

    private static String why(String rollback, CheckedRunbook runbook, List<Item.Hop> hops) {
        String system =
                hops.isEmpty() ? runbook.systems().getFirst() : hops.getFirst().system();
        List<String> rules = runbook.releaseFile(system).stream()
                .flatMap(file -> file.backBy().stream())
                .filter(rule -> rule.rollback().equals(rollback))
                .map(ChosenNames::written)
                .toList();
        String file = Path.of(runbook.releases().get(system).file().name())
                .getFileName()
                .toString();
        String otherwise = "; without `--rollback` the backup is restored";
        return rules.isEmpty()
                ? file + " has no `back by " + rollback + " since …`, so it is offered nowhere" + otherwise
                : file + " says `" + String.join("`, `", rules) + "`, and both ends of a hop have to fit" + otherwise;
    }

    private static String written(BackBy rule) {
        String except = rule.except().stream().map(Version::written).collect(Collectors.joining(", "));
        return "back by " + rule.rollback() + " since " + rule.since() + (except.isEmpty() ? "" : " except " + except);
    }

    /** The language lets them stand directly in a ladder and nowhere else. */
    private static List<String> rollbacks(CheckedRunbook runbook) {
        return runbook.tree().phases().stream()
                .flatMap(phase -> phase.body().stream())
                .filter(Statement.StepThrough.class::isInstance)
                .flatMap(ladder -> ((Statement.StepThrough) ladder).body().stream())
                .filter(Statement.Rollback.class::isInstance)
                .map(rollback -> ((Statement.Rollback) rollback).name().text())
                .toList();
    }

    /** One mistyped letter has its answer; for anything else all there are. */
    static String didYouMean(String name, Collection<String> names, String none, String all) {
        return Nearest.to(name, names)
                .map(near -> "did you mean `" + near + "`?")
                .orElse(names.isEmpty() ? none : all + String.join(", ", names));
    }
}
