package dev.rung.model.version;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a release, or a line of them, asks of the system: {@code requires java >= 11}, {@code requires java in [17, 21]}.
 *
 * @param fact the name under which the system has the fact
 * @param values one, but for {@link Relation#IN} and {@link Relation#NOT_IN}: there any number, ranges among them
 */
public record Requirement(String fact, Relation relation, List<Operand> values) {
    /** What a fact is held against. */
    public sealed interface Operand {
        /** As a release file writes it. */
        String shown();

        /** A number; a bare integer is one too. Facts are not spelled as the product's own releases are. */
        record Number(Version version) implements Operand {
            @Override
            public String shown() {
                return version.written();
            }
        }

        record Text(String text) implements Operand {
            @Override
            public String shown() {
                return '"' + text + '"';
            }
        }

        /** What a fact that is true or false is held against: {@code when clustered}. */
        record Truth() implements Operand {
            @Override
            public String shown() {
                return "true";
            }
        }

        /** Both ends inclusive; an end means its whole line. */
        record Range(Version from, Version to) implements Operand {
            @Override
            public String shown() {
                return from + " .. " + to;
            }
        }
    }

    public Requirement {
        values = List.copyOf(values);
        boolean membership = relation == Relation.IN || relation == Relation.NOT_IN;
        boolean alone = values.size() == 1 && !(values.getFirst() instanceof Operand.Range);
        if (!membership && !alone) {
            throw new IllegalArgumentException("not one value: " + relation + " " + values);
        }
    }

    /** That a fact which is true or false is true. */
    public static Requirement holds(String fact) {
        return new Requirement(fact, Relation.EQUAL, List.of(new Operand.Truth()));
    }

    /** The least version that meets it; empty if none is the least. {@code java in [17, 21]} is met by 17 first. */
    public Optional<Version> least() {
        return switch (relation) {
            case EQUAL, GREATER_OR_EQUAL, IN ->
                values.stream()
                        .flatMap(value -> switch (value) {
                            case Operand.Number(Version version) -> Stream.of(version);
                            case Operand.Range(Version from, Version to) -> Stream.of(from);
                            case Operand.Text text -> Stream.<Version>empty();
                            case Operand.Truth truth -> Stream.<Version>empty();
                        })
                        .min(Comparator.naturalOrder());
            case NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, NOT_IN -> Optional.empty();
        };
    }

    /** As a release file writes it: {@code java in [17, 21]}. */
    @Override
    public String toString() {
        if (values.equals(List.of(new Operand.Truth()))) {
            return fact;
        }
        boolean bare = values.size() == 1
                && (values.getFirst() instanceof Operand.Range || relation.ordinal() < Relation.IN.ordinal());
        String shown = values.stream().map(Operand::shown).collect(Collectors.joining(", "));
        return fact + " " + relation.word() + " " + (bare ? shown : "[" + shown + "]");
    }
}
