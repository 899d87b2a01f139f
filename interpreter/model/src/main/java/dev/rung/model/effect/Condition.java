package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.stream.Collectors;

/** What a {@link Effect.Check} or {@link Effect.Wait} asks. What the model has to understand has a form of its own. */
public sealed interface Condition {
    /** What is asked, in the words of a plan. */
    String words();

    /** Any expression of the runbook. @param source as it stands in the file */
    record Holds(Expression expression, String source) implements Condition {
        @Override
        public String words() {
            return "`" + source + "`";
        }
    }

    /** The system's {@code healthy}. */
    record Healthy(String system) implements Condition {
        @Override
        public String words() {
            return "`" + system + "` is healthy";
        }
    }

    /** The system's {@code installed}, read anew, stands in a relation to a version. */
    record InstalledIs(String system, Operator relation, Version version) implements Condition {
        /** Whether it would hold of this one. */
        public boolean holdsFor(Version installed) {
            int order = installed.compareTo(version);
            return switch (relation) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
                default -> throw new IllegalStateException("no relation between versions: " + relation);
            };
        }

        @Override
        public String words() {
            return "`" + system + "` is " + (relation == Operator.EQUAL ? "" : relation.word() + " ") + version;
        }
    }

    /** The system's {@code installed} lies between two versions, whole lines at both ends. */
    record InstalledIn(String system, Version from, Version to) implements Condition {
        /** Whether it would hold of this one. */
        public boolean holdsFor(Version installed) {
            return installed.compareTo(from) >= 0 && (installed.compareTo(to) <= 0 || installed.startsWith(to));
        }

        @Override
        public String words() {
            return "`" + system + "` is in " + from + " .. " + to;
        }
    }

    /** What the system's invariants were when they were last noted still holds. */
    record InvariantsHold(String system) implements Condition {
        @Override
        public String words() {
            return "the invariants of `" + system + "` hold";
        }
    }

    /** It cannot be: a runbook says that its run ends here. @param why in its author's words */
    record Never(String why) implements Condition {
        @Override
        public String words() {
            return why;
        }
    }

    /** Several facts of the release file that the next release asks for. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String words() {
            return conditions.stream().map(Condition::words).collect(Collectors.joining(" and "));
        }
    }
}
