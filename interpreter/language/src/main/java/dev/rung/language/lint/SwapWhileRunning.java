package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Location;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An artifact is changed over while a service that starts from it was not stopped before. */
final class SwapWhileRunning implements Rule {
    /** @param started where it was started again, if it was */
    record Running(Location at, String artifact, List<String> services, Optional<Location> started)
            implements Diagnostic {
        public Running {
            services = List.copyOf(services);
        }

        @Override
        public String name() {
            return "swap-while-running";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            return "`" + artifact + "` is swapped while `" + String.join("`, `", services) + "` may be running";
        }

        @Override
        public List<Label> labels() {
            return started.map(where -> List.of(new Label(where, "started here")))
                    .orElse(List.of());
        }

        @Override
        public String help() {
            return "write `stop " + String.join(", ", services) + "` before it";
        }
    }

    @Override
    public String name() {
        return "swap-while-running";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return subject instanceof Subject.Runbook runbook ? new Walk(runbook.checked()).all() : List.of();
    }

    /** Goes through a runbook as a run would. */
    private static final class Walk {
        private final CheckedRunbook runbook;
        private final Map<String, Declaration.Sys> systemOf = new LinkedHashMap<>();
        /** By where they are, so that the second time through a ladder finds nothing twice. */
        private final Map<Location, Diagnostic> findings = new LinkedHashMap<>();

        private final Map<String, Location> started = new LinkedHashMap<>();

        Walk(CheckedRunbook runbook) {
            this.runbook = runbook;
            runbook.tree()
                    .systems()
                    .forEach(system -> system.parts()
                            .forEach(part -> systemOf.putIfAbsent(part.name().text(), system)));
        }

        List<Diagnostic> all() {
            Set<String> stopped = Set.of();
            for (Declaration.Phase phase : runbook.tree().phases()) {
                stopped = through(phase.body(), stopped);
            }
            return List.copyOf(findings.values());
        }

        /** The services that are stopped behind a body. */
        private Set<String> through(List<Statement> body, Set<String> before) {
            Set<String> stopped = new LinkedHashSet<>(before);
            for (Statement statement : body) {
                switch (statement) {
                    case Statement.Stop stop -> names(stop.services()).forEach(stopped::add);
                    case Statement.Start start -> {
                        names(start.services()).forEach(stopped::remove);
                        names(start.services())
                                .forEach(service ->
                                        started.put(service, runbook.sources().at(start.span())));
                    }
                    case Statement.SwapTo swap -> swap(swap, stopped);
                    case Statement.StepThrough ladder -> stopped.retainAll(ladder(ladder, stopped));
                    case Statement.When when -> {
                        Set<String> then = through(when.then(), stopped);
                        stopped = through(when.otherwise(), stopped);
                        stopped.retainAll(then);
                    }
                    default -> {
                        // neither stops nor starts nor swaps; a rollback begins with everything stopped
                    }
                }
            }
            return stopped;
        }

        /** A hop begins as the hop before it ends: what a body starts runs when the next one begins. */
        private Set<String> ladder(Statement.StepThrough ladder, Set<String> before) {
            Set<String> behind = through(ladder.body(), before);
            Set<String> again = new LinkedHashSet<>(before);
            again.retainAll(behind);
            return again.equals(before) ? behind : through(ladder.body(), again);
        }

        private void swap(Statement.SwapTo swap, Set<String> stopped) {
            String artifact = swap.artifact().text();
            Declaration.Sys system = systemOf.get(artifact);
            if (system == null || changesOverRunning(system, artifact)) {
                return;
            }
            List<String> running = system.parts().stream()
                    .filter(part -> part.kind() == Type.SERVICE)
                    .map(part -> part.name().text())
                    .filter(service -> !stopped.contains(service))
                    .toList();
            if (!running.isEmpty()) {
                Location at = runbook.sources().at(swap.span());
                Optional<Location> since = running.stream()
                        .map(started::get)
                        .filter(where -> where != null)
                        .findFirst();
                findings.putIfAbsent(at, new Running(at, artifact, running, since));
            }
        }

        private static boolean changesOverRunning(Declaration.Sys system, String artifact) {
            return system.parts().stream()
                    .filter(part -> part.name().text().equals(artifact))
                    .flatMap(part -> Signatures.driver(part.driver().text(), part.kind()).stream())
                    .anyMatch(driver -> driver.traits().contains(Trait.CHANGES_OVER_RUNNING));
        }

        private static List<String> names(List<Name> names) {
            return names.stream().map(Name::text).toList();
        }
    }
}
