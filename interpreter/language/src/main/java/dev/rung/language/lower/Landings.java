package dev.rung.language.lower;

import dev.rung.language.check.Meaning;
import dev.rung.language.check.Names;
import dev.rung.language.check.RequiredFact;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.plan.Item;
import dev.rung.model.version.Relation;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Requirement.Operand;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a ladder within a hop has brought, and whether each release around it to which a way back may lead runs with that. */
record Landings(Environment around, PlanLowering.Site site) {
    boolean mustGoBack(List<Item.Hop> hops) {
        return around.hops().stream().anyMatch(outer -> {
            Set<String> facts = facts(outer.system());
            ReleaseFile file = around.runbook().releaseFile(outer.system()).orElseThrow();
            return Stream.concat(Stream.of(outer.currentLine()), outer.before().stream())
                    .flatMap(line -> requirements(file, line))
                    .filter(requirement -> facts.contains(requirement.fact()))
                    .anyMatch(requirement -> hops.stream()
                            .anyMatch(hop -> !allows(requirement, hop.to().version())));
        });
    }

    private static Stream<Requirement> requirements(ReleaseFile file, Version number) {
        return file.lines().stream()
                .filter(line -> line.number().equals(number))
                .flatMap(line -> Stream.concat(
                        line.requires().stream(),
                        line.releases().stream().flatMap(release -> release.requires().stream())));
    }

    private static boolean allows(Requirement requirement, Version value) {
        return switch (requirement.relation()) {
            case IN -> requirement.values().stream().anyMatch(operand -> isIn(value, operand));
            case NOT_IN -> requirement.values().stream().noneMatch(operand -> isIn(value, operand));
            default ->
                requirement.values().getFirst() instanceof Operand.Number(Version other)
                        && isSo(requirement.relation(), value.compareTo(other));
        };
    }

    private static boolean isSo(Relation relation, int order) {
        return switch (relation) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case IN, NOT_IN -> throw new IllegalArgumentException("asks for no order: " + relation);
        };
    }

    private static boolean isIn(Version value, Operand operand) {
        return switch (operand) {
            case Operand.Number(Version version) -> value.startsWith(version);
            case Operand.Range(Version from, Version to) ->
                value.compareTo(from) >= 0 && (value.compareTo(to) <= 0 || value.startsWith(to));
            case Operand.Text text -> false;
            case Operand.Truth truth -> false;
        };
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
        if (site.step().target() instanceof ExpressionNode.Member target
                && site.scope().hops().getLast().equals(outer)) {
            RequiredFact.of(target, names, site.scope()).ifPresent(fact -> facts.add(fact.text()));
        }
        return facts;
    }

    private boolean isInstalled(ExpressionNode value) {
        return value instanceof ExpressionNode.Member member
                && member.owner() instanceof ExpressionNode.Use use
                && use.name().equals(site.system())
                && member.member().text().equals("installed");
    }
}
