package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.lower.Courses.Stretch;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Goes from every release that the release files list and the runbook's bounds allow, and lays these runs over each other. */
final class PossibleRunsLowering {
    private final CheckedRunbook runbook;
    private final Installation installation;
    private final Function<Map<String, Version>, Environment> environments;
    private final LocalDate today;
    private final Map<Edition, EditionRuns> editions = new HashMap<>();
    private final Map<EditionRuns, List<Stretch>> laid = new HashMap<>();
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
        this.courses = new Courses(
                Layouts.outside(installation, Layouts.maxLoss(environments.apply(Map.of()), findings::add)));
    }

    /** Makes what lowers. */
    @FunctionalInterface
    interface Lowerings {
        /**
         * @param within what is installed by then of the systems whose ladders stand within hops
         * @param findings gets what is found
         */
        PlanLowering in(Environment environment, Map<String, Version> within, Consumer<Diagnostic> findings);
    }

    /** @param kept what of a number stays the same on every hop */
    private record Edition(String system, Map<String, String> kept) {}

    /** From each release of one system, while the others stand where they may. */
    PossibleRuns possibleRuns() {
        Map<String, Version> standing = standing();
        Set<String> withinOnly = withinOnly();
        for (Installation.Sys system : installation.systems()) {
            if (!withinOnly.contains(system.name())) {
                releases(system.name()).forEach(version -> from(system.name(), version, standing));
            }
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

    private EditionRuns runs(String system, Map<String, Version> installed) {
        Environment environment = environments.apply(installed);
        return new EditionRuns(
                system,
                environment,
                (inner, within, found) ->
                        new PlanLowering(inner, installation, with(installed, within), Selection.on(today), found));
    }

    private Edition edition(String system, Version version) {
        return new Edition(
                system,
                runbook.releaseFile(system)
                        .flatMap(file -> file.spelled(version.written()))
                        .map(Spelling.Spelled::kept)
                        .orElse(Map.of()));
    }

    private void from(String system, Version version, Map<String, Version> standing) {
        Map<String, Version> installed = with(standing, system, version);
        EditionRuns runs = editions.computeIfAbsent(edition(system, version), edition -> runs(system, installed));
        if (!runs.mayBeginFrom(version)) {
            return;
        }
        starts++;
        EditionRuns.Run run = runs.run(installed);
        run.refused()
                .forEach(closed -> deadEnds.add(
                        new PossibleRuns.DeadEnd(system, version, closed.why().summary())));
        if (run.isComplete()) {
            List<Stretch> course = laid.computeIfAbsent(runs, is -> courses.like(is.course()));
            List<Optional<NoPath>> closed = standingWithin(runs.within()).stream()
                    .map(within -> runs.lay(run, within, course))
                    .toList();
            if (closed.stream().allMatch(Optional::isPresent)) {
                closed.getFirst()
                        .ifPresent(path -> deadEnds.add(new PossibleRuns.DeadEnd(system, version, path.summary())));
            }
        }
        findings.addAll(runs.found());
    }

    /** The systems that are upgraded within hops of others, and nowhere else. */
    private Set<String> withinOnly() {
        Set<String> within = new LinkedHashSet<>();
        List<Statement> all = runbook.tree().phases().stream()
                .flatMap(phase -> phase.body().stream())
                .toList();
        Ladders.in(all).forEach(step -> within.addAll(Ladders.within(step)));
        all.forEach(statement -> {
            if (statement instanceof Statement.StepThrough step) {
                within.remove(step.system().text());
            }
        });
        return within;
    }

    /** All that may be installed of these, each beside each. */
    private List<Map<String, Version>> standingWithin(Set<String> systems) {
        List<Map<String, Version>> all = List.of(Map.of());
        for (String system : systems) {
            List<Map<String, Version>> more = new ArrayList<>();
            for (Map<String, Version> others : all) {
                releases(system).forEach(version -> more.add(with(others, system, version)));
            }
            all = more;
        }
        return all;
    }

    private static Map<String, Version> with(Map<String, Version> installed, Map<String, Version> others) {
        Map<String, Version> both = new HashMap<>(installed);
        both.putAll(others);
        return both;
    }

    /** Each at the first of its releases from which there is a way, if there is one. */
    private Map<String, Version> standing() {
        Map<String, Version> standing = new HashMap<>();
        for (Installation.Sys system : installation.systems()) {
            if (runbook.releaseFile(system.name()).isEmpty()) {
                standing.put(system.name(), Installation.Sys.STAYS);
            }
            releases(system.name()).stream().findFirst().ifPresent(first -> standing.put(system.name(), first));
        }
        for (String system : installation.systems().size() > 1 ? List.copyOf(standing.keySet()) : List.<String>of()) {
            Map<Edition, EditionRuns> supposed = new HashMap<>();
            releases(system).stream()
                    .filter(version -> supposed.computeIfAbsent(
                                    edition(system, version), edition -> runs(system, with(standing, system, version)))
                            .isOpenFrom(with(standing, system, version)))
                    .findFirst()
                    .ifPresent(version -> standing.put(system, version));
        }
        return standing;
    }

    private static Map<String, Version> with(Map<String, Version> standing, String system, Version version) {
        Map<String, Version> installed = new HashMap<>(standing);
        installed.put(system, version);
        return installed;
    }
}
