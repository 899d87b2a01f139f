package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Probes;
import dev.rung.language.syntax.Declaration;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import java.util.List;

/** A system whose {@code installed} reads files alone: it says what was put there, and not what the data have become. */
final class ArtifactOnlyProbe implements Rule {
    /** @param reads the calls that it is made of */
    record FilesAlone(Location at, String system, List<String> reads) implements Diagnostic {
        @Override
        public String name() {
            return "artifact-only-probe";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            return "the `installed` of `" + system + "` reads files alone (`" + String.join("`, `", reads)
                    + "`), so it proves no migration";
        }

        @Override
        public String label() {
            return "it says the new version as soon as the new code lies there";
        }

        @Override
        public String help() {
            return "ask the application, or the table in which it keeps its migrations";
        }
    }

    @Override
    public String name() {
        return "artifact-only-probe";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return subject instanceof Subject.Runbook runbook
                ? runbook.checked().tree().systems().stream()
                        .flatMap(system -> system.facts().stream()
                                .filter(fact -> fact.name().text().equals("installed"))
                                .limit(1)
                                .flatMap(fact -> look(runbook.checked(), system, fact).stream()))
                        .toList()
                : List.of();
    }

    private static List<Diagnostic> look(CheckedRunbook runbook, Declaration.Sys system, Declaration.Fact installed) {
        List<String> reads = Probes.ofFilesAlone(
                runbook.names(), installed.value(), system.name().text());
        return reads.isEmpty()
                ? List.of()
                : List.of(new FilesAlone(
                        runbook.sources().at(installed.name().span()),
                        system.name().text(),
                        reads));
    }
}
