package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.version.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A ladder swaps an artifact to releases of which nothing says what has to come from their URL. */
final class UnpinnedArtifact implements Rule {
    /** @param releases that are not pinned, at least one */
    record Unpinned(Location at, String artifact, List<String> releases, String file) implements Diagnostic {
        private static final int SHOWN = 3;

        @Override
        public String name() {
            return "unpinned-artifact";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            String some = String.join("`, `", releases.subList(0, Math.min(SHOWN, releases.size())));
            int more = releases.size() - SHOWN;
            return "`" + artifact + "` may be swapped to what nobody has checked: `" + some + "`"
                    + (more > 0 ? " and " + more + " more have" : releases.size() > 1 ? " have" : " has")
                    + " no sha256";
        }

        @Override
        public String label() {
            return "whatever its `url` gives will be started";
        }

        @Override
        public String help() {
            return "`rung lint " + file
                    + "` shows each of them; add `sha256 \"…\"`, as `sha256sum` prints it for a file"
                    + " that you trust";
        }
    }

    @Override
    public String name() {
        return "unpinned-artifact";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        List<Diagnostic> findings = new ArrayList<>();
        if (subject instanceof Subject.Runbook runbook) {
            runbook.checked().tree().systems().forEach(system -> findings.addAll(find(runbook.checked(), system)));
        }
        return findings;
    }

    /** The artifacts of a system that some statement brings to a release. */
    private static List<Unpinned> find(CheckedRunbook runbook, Declaration.Sys system) {
        CheckedRunbook.Releases releases = runbook.releases().get(system.name().text());
        if (releases == null) {
            return List.of();
        }
        Pins pins = new Pins(releases.content());
        List<String> own =
                system.parts().stream().map(part -> part.name().text()).toList();
        return runbook.tree().phases().stream()
                .flatMap(phase -> Statements.within(phase.body()))
                .filter(Statement.SwapTo.class::isInstance)
                .map(Statement.SwapTo.class::cast)
                .filter(swap -> own.contains(swap.artifact().text()))
                .flatMap(swap -> {
                    Set<String> artifact = Set.of(swap.artifact().text());
                    List<String> missing = pins.all().stream()
                            .filter(release -> !pins.missing(release, artifact).isEmpty())
                            .map(Release::toString)
                            .toList();
                    Location at = runbook.sources().at(swap.artifact().span());
                    return missing.isEmpty()
                            ? Stream.empty()
                            : Stream.of(new Unpinned(
                                    at,
                                    swap.artifact().text(),
                                    missing,
                                    releases.file().name()));
                })
                .toList();
    }
}
