package dev.rung.model.version;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a line of releases asks of the system: {@code requires java >= 11}, {@code requires java in [17, 21]}.
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

    /** As a release file writes it: {@code java in [17, 21]}. */
    @Override
    public String toString() {
        boolean bare = values.size() == 1
                && (values.getFirst() instanceof Operand.Range || relation.ordinal() < Relation.IN.ordinal());
        String shown = values.stream().map(Operand::shown).collect(Collectors.joining(", "));
        return fact + " " + relation.word() + " " + (bare ? shown : "[" + shown + "]");
    }
}
