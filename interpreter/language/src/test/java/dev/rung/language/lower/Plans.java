package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.Situation;
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes plans for tests, and looks into them. */
final class Plans {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private Plans() {}

    static Plan ledger(String installed, Map<String, String> inputs) {
        return sound(diagnosed(new Toolchain(Runbooks.quickstart()), Runbooks.ledger(), installed, inputs));
    }

    static Plan app(String rest, String installed, Map<String, String> inputs) {
        return sound(diagnosed(Runbooks.toolchain(), Runbooks.app(rest), installed, inputs));
    }

    private static Plan sound(Diagnosed<Plan> plan) {
        assertThat(plan.diagnostics()).isEmpty();
        return plan.value();
    }

    /** All systems have the same version. */
    static Diagnosed<Plan> diagnosed(
            Toolchain toolchain, SourceFile file, String installed, Map<String, String> inputs) {
        Diagnosed<CheckedRunbook> runbook = toolchain.check(file);
        assertThat(runbook.diagnostics()).isEmpty();
        Map<String, Version> versions = new LinkedHashMap<>();
        runbook.value().systems().forEach(system -> versions.put(system, Version.of(installed)));
        Diagnosed<Installation> installation = toolchain.install(runbook.value(), inputs);
        Situation situation = new Situation(versions, TODAY, Set.of());
        return toolchain.plan(runbook.value(), installation.value(), inputs, situation);
    }

    static List<Item.Hop> hops(Plan plan) {
        return plan.ladders().flatMap(ladder -> ladder.hops().stream()).toList();
    }

    /** All steps in their order, those of hops and choices too. */
    static List<Item.Step> steps(Plan plan) {
        return steps(plan.items()).toList();
    }

    private static Stream<Item.Step> steps(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Step step -> Stream.of(step);
            case Item.Choice choice -> Stream.concat(steps(choice.then()), steps(choice.otherwise()));
            case Item.Each each -> steps(each.body());
            case Item.Ladder ladder -> ladder.hops().stream().flatMap(hop -> steps(hop.body()));
        });
    }

    static Item.Step step(Plan plan, String id) {
        return steps(plan).stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no step " + id + " among "
                        + steps(plan).stream().map(Item.Step::id).toList()));
    }

    static Effect effect(Plan plan, String id) {
        return step(plan, id).effects().getFirst();
    }
}
