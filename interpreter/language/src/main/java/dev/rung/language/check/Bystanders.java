package dev.rung.language.check;

import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The systems that no hop leads anywhere: they have no releases, no code and no version, and are there for others. A database
 * server that stays up while an application is upgraded is one.
 */
public final class Bystanders {
    private Bystanders() {}

    /** By name. */
    public static Set<String> of(SyntaxTree tree) {
        Set<String> climbed = new HashSet<>();
        tree.phases().forEach(phase -> climbed(phase.body(), climbed));
        return tree.systems().stream()
                .filter(system -> system.releases().isEmpty() && !hasCode(system) && !saysVersion(system))
                .map(system -> system.name().text())
                .filter(name -> !climbed.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasCode(Declaration.Sys system) {
        return system.parts().isEmpty() || system.parts().stream().anyMatch(part -> part.kind() == Type.ARTIFACT);
    }

    private static boolean saysVersion(Declaration.Sys system) {
        return system.facts().stream().anyMatch(fact -> fact.name().text().equals("installed"));
    }

    private static void climbed(List<Statement> statements, Set<String> systems) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.StepThrough step) {
                systems.add(step.system().text());
            }
            statement.bodies().forEach(block -> climbed(block, systems));
        }
    }
}
