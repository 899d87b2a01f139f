package dev.rung.language.lower;

import dev.rung.language.check.HopReleases;
import dev.rung.language.check.Meaning;
import dev.rung.language.check.Names;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.plan.Item;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a ladder within a hop has brought, and whether each release around it to which a way back may lead runs with that. */
record Landings(Environment around, PlanLowering.Site site) {
    boolean mustGoBack(List<Item.Hop> hops) {
        return around.hops().stream().anyMatch(outer -> {
            Set<String> facts = facts(outer.system());
            Required required = new Required(around);
            return Stream.concat(Stream.of(outer.currentLine()), outer.before().stream())
                    .flatMap(line -> required.ofLine(outer.system(), line).stream())
                    .filter(requirement -> facts.contains(requirement.fact()))
                    .anyMatch(requirement -> hops.stream()
                            .anyMatch(hop ->
                                    !Required.allows(requirement, hop.to().version())));
        });
    }

    /** The facts of an outer system that say what is installed of this one. */
    private Set<String> facts(String outer) {
        Names names = around.names();
        Set<String> facts = new TreeSet<>();
        for (String fact : names.facts(outer)) {
            boolean isInstalled = names.fact(outer, fact).orElse(null) instanceof Meaning.Fact said
                    && isInstalled(said.declaration().value());
            if (isInstalled) {
                facts.add(fact);
            }
        }
        new HopReleases(names, site.scope())
                .required(site.step().target())
                .filter(required -> required.release().system().equals(outer))
                .ifPresent(required -> facts.add(required.fact()));
        return facts;
    }

    private boolean isInstalled(ExpressionNode value) {
        return value instanceof ExpressionNode.Member member
                && member.owner() instanceof ExpressionNode.Use use
                && use.name().equals(site.system())
                && member.member().text().equals("installed");
    }
}
