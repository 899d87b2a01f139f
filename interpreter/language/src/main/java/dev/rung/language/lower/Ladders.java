package dev.rung.language.lower;

import dev.rung.language.check.Meaning.Word;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the ladders of a runbook have to do with each other, and their hops. */
final class Ladders {
    private Ladders() {}

    /** The ladders in these statements, each before those within it, as they stand in the file. */
    static Stream<Statement.StepThrough> in(List<Statement> statements) {
        return statements.stream().flatMap(statement -> switch (statement) {
            case Statement.StepThrough step -> Stream.concat(Stream.of(step), in(step.body()));
            case Statement.When when -> Stream.concat(in(when.then()), in(when.otherwise()));
            default -> Stream.of();
        });
    }

    /** The systems of the ladders within the hops of this one. */
    static List<String> within(Statement.StepThrough step) {
        return in(step.body()).map(inner -> inner.system().text()).distinct().toList();
    }

    /** The systems that are upgraded only once a hop of this ladder has landed: by what stands behind it, or around it. */
    static Set<String> later(SyntaxTree tree, Statement.StepThrough step) {
        Set<String> systems = new LinkedHashSet<>();
        tree.phases().stream().flatMap(phase -> in(phase.body())).forEach(other -> {
            boolean isBehind = other.span().start() > step.span().start();
            boolean isAround = in(other.body()).anyMatch(step::equals);
            if (isBehind || isAround) {
                systems.add(other.system().text());
            }
        });
        systems.remove(step.system().text());
        return systems;
    }

    /**
     * An artifact that some hops of a ladder swap.
     *
     * @param byPlace whether which of them do depends on where in the ladder they stand: no release says then that it stays
     *     as it is in the others
     */
    record Swap(String artifact, boolean byPlace) {}

    static List<Swap> swaps(Statement.StepThrough step) {
        List<Swap> swaps = new ArrayList<>();
        swaps(step.body(), false, swaps);
        return swaps;
    }

    private static void swaps(List<Statement> statements, boolean byPlace, List<Swap> swaps) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.SwapTo swap) {
                swaps.add(new Swap(swap.artifact().text(), byPlace));
            } else if (statement instanceof Statement.When when) {
                boolean inner = byPlace || asksForThePlace(when.condition());
                swaps(when.then(), inner, swaps);
                swaps(when.otherwise(), inner, swaps);
            }
        }
    }

    private static boolean asksForThePlace(ExpressionNode node) {
        return switch (node) {
            case ExpressionNode.Use use ->
                use.name().equals(Word.FIRST_HOP.spelling()) || use.name().equals(Word.LAST_HOP.spelling());
            case ExpressionNode.Binary binary -> asksForThePlace(binary.left()) || asksForThePlace(binary.right());
            case ExpressionNode.Not not -> asksForThePlace(not.operand());
            default -> false;
        };
    }

    /** The innermost of the ladders that a `when` decides about, if there are any. */
    static Optional<Statement.StepThrough> decidedBy(Statement.When when) {
        return Stream.concat(in(when.then()), in(when.otherwise())).findFirst();
    }
}
