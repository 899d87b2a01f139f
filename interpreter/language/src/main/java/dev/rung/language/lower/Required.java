package dev.rung.language.lower;

import dev.rung.language.check.HopReleases;
import dev.rung.language.check.Meaning.Word;
import dev.rung.model.version.Line;
import dev.rung.model.version.Relation;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Requirement.Operand;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What releases ask of facts, as numbers. */
record Required(Environment environment) {
    /** The least that a release asks for, where it asks for a number at all. */
    Optional<Version> least(HopReleases.Required asked) {
        return requirements(asked.release()).stream()
                .filter(requirement -> requirement.fact().equals(asked.fact()))
                .flatMap(requirement -> least(requirement).stream())
                .findFirst();
    }

    /** Of a release of a hop around the place. */
    List<Requirement> requirements(HopReleases.Release release) {
        Environment.Hop hop = environment.hopOf(release.system());
        return ofLine(release.system(), release.word() == Word.NEXT ? hop.next().line() : hop.currentLine());
    }

    List<Requirement> ofLine(String system, Version line) {
        return environment.runbook().releaseFile(system).map(ReleaseFile::lines).stream()
                .flatMap(List::stream)
                .filter(each -> each.number().equals(line))
                .map(Line::requires)
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<Version> least(Requirement requirement) {
        Relation relation = requirement.relation();
        boolean asksForOne =
                relation == Relation.GREATER_OR_EQUAL || relation == Relation.EQUAL || relation == Relation.IN;
        return !asksForOne
                ? Optional.empty()
                : requirement.values().stream().flatMap(Required::number).min(Version::compareTo);
    }

    private static Stream<Version> number(Operand operand) {
        return switch (operand) {
            case Operand.Number(Version version) -> Stream.of(version);
            case Operand.Range(Version from, Version to) -> Stream.of(from);
            case Operand.Text text -> Stream.of();
        };
    }

    /** Whether a fact of this value is what a requirement asks for. */
    static boolean allows(Requirement requirement, Version value) {
        return switch (requirement.relation()) {
            case IN -> requirement.values().stream().anyMatch(operand -> isIn(value, operand));
            case NOT_IN -> requirement.values().stream().noneMatch(operand -> isIn(value, operand));
            default ->
                requirement.values().stream().flatMap(Required::number).allMatch(other -> {
                    int order = value.compareTo(other);
                    return switch (requirement.relation()) {
                        case EQUAL -> order == 0;
                        case NOT_EQUAL -> order != 0;
                        case LESS -> order < 0;
                        case LESS_OR_EQUAL -> order <= 0;
                        case GREATER -> order > 0;
                        case GREATER_OR_EQUAL -> order >= 0;
                        case IN, NOT_IN -> throw new IllegalStateException("answered above");
                    };
                });
        };
    }

    private static boolean isIn(Version value, Operand operand) {
        return switch (operand) {
            case Operand.Number(Version version) -> value.startsWith(version);
            case Operand.Range(Version from, Version to) ->
                value.compareTo(from) >= 0 && (value.compareTo(to) <= 0 || value.startsWith(to));
            case Operand.Text text -> false;
        };
    }
}
