package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Plans from every release that the release files list and the runbook's bounds allow, and lays these runs over each other. */
final class PossibleRunsLowering {
    private final CheckedRunbook runbook;
    private final Installation installation;
    private final Function<Map<String, Version>, Environment> environments;
    private final LocalDate today;
    private final Map<Environment.Hop, Item.Hop> made = new HashMap<>();
    private final Courses courses;
    private final List<PossibleRuns.DeadEnd> deadEnds = new ArrayList<>();
    private final Set<Diagnostic> findings = new LinkedHashSet<>();
    private int starts;

    /** @param environments by the versions that are installed */
    PossibleRunsLowering(
            CheckedRunbook runbook,
            Installation installation,
            Function<Map<String, Version>, Environment> environments,
            LocalDate today) {
        this.runbook = runbook;
        this.installation = installation;
        this.environments = environments;
        this.today = today;
        this.courses = new Courses(Layouts.of(installation, Map.of()));
    }

    /** From each release of one system, while the others stand where they may. */
    PossibleRuns possibleRuns() {
        Map<String, Version> standing = standing();
        for (Installation.Sys system : installation.systems()) {
            releases(system.name()).forEach(version -> from(system.name(), version, standing));
        }
        return new PossibleRuns(starts, courses.courses(), deadEnds);
    }

    List<Diagnostic> findings() {
        return List.copyOf(findings);
    }

    private List<Version> releases(String system) {
        return runbook.releaseFile(system).stream()
                .flatMap(ReleaseFile::releases)
                .map(Release::version)
                .toList();
    }

    private record Planned(List<Item> items, List<Diagnostic> findings) {
        boolean refused() {
            return findings.stream().anyMatch(NoPath.class::isInstance);
        }
    }

    private Planned planned(Map<String, Version> installed) {
        List<Diagnostic> found = new ArrayList<>();
        PlanLowering lowering = new PlanLowering(
                environments.apply(installed), installation, installed, today, Set.of(), made, found::add);
        return new Planned(lowering.items(), found);
    }

    private void from(String system, Version version, Map<String, Version> standing) {
        Map<String, Version> installed = new HashMap<>(standing);
        installed.put(system, version);
        Planned planned = planned(installed);
        if (!allowed(planned.items(), system, version)) {
            return;
        }
        starts++;
        for (Diagnostic finding : planned.findings()) {
            if (finding instanceof NoPath noPath) {
                deadEnds.add(new PossibleRuns.DeadEnd(system, version, noPath.summary()));
            } else {
                findings.add(finding);
            }
        }
        if (!planned.refused()) {
            courses.add(planned.items());
        }
    }

    /** Each at the first of its releases from which there is a way, if there is one. */
    private Map<String, Version> standing() {
        Map<String, Version> standing = new HashMap<>();
        for (Installation.Sys system : installation.systems()) {
            releases(system.name()).stream().findFirst().ifPresent(first -> standing.put(system.name(), first));
        }
        for (String system : installation.systems().size() > 1 ? List.copyOf(standing.keySet()) : List.<String>of()) {
            releases(system).stream()
                    .filter(version -> mayStandAt(system, version, standing))
                    .findFirst()
                    .ifPresent(version -> standing.put(system, version));
        }
        return standing;
    }

    private boolean mayStandAt(String system, Version version, Map<String, Version> standing) {
        Map<String, Version> installed = new HashMap<>(standing);
        installed.put(system, version);
        Planned planned = planned(installed);
        boolean ladders = planned.items().stream()
                        .filter(item -> item instanceof Item.Ladder ladder
                                && ladder.system().equals(system))
                        .count()
                == laddersOf(system);
        return ladders && allowed(planned.items(), system, version);
    }

    private long laddersOf(String system) {
        return runbook.tree().phases().stream()
                .flatMap(phase -> phase.body().stream())
                .filter(statement -> statement instanceof Statement.StepThrough step
                        && step.system().text().equals(system))
                .count();
    }

    /** What the runbook asks of the installed version before its ladder. */
    private static boolean allowed(List<Item> items, String system, Version version) {
        for (Item item : items) {
            if (item instanceof Item.Ladder ladder && ladder.system().equals(system)) {
                return true;
            }
            boolean refused = item instanceof Item.Step step
                    && step.effects().stream().anyMatch(effect -> refuses(effect, system, version));
            if (refused) {
                return false;
            }
        }
        return true;
    }

    private static boolean refuses(Effect effect, String system, Version version) {
        return effect instanceof Check(Condition condition, String otherwise)
                && switch (condition) {
                    case Condition.InstalledIs is -> is.system().equals(system) && !is.holdsFor(version);
                    case Condition.InstalledIn in -> in.system().equals(system) && !in.holdsFor(version);
                    default -> false;
                };
    }
}
