package dev.rung.language.lower;

import dev.rung.language.lower.Courses.Stretch;
import dev.rung.language.lower.Courses.Ways;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.version.Line;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePaths;
import dev.rung.model.version.ReleasePaths.Beginning;
import dev.rung.model.version.Version;
import dev.rung.model.version.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The runs that begin from the releases of one edition of one system, while the other systems stand still. They differ in
 * their ways only: what stands outside of hops is lowered once, and so is where the ladders lead.
 */
final class EditionRuns {
    private final String system;
    private final Environment environment;
    private final PossibleRunsLowering.Lowerings lowerings;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Stretch> course = new ArrayList<>();
    private final List<Ladder> ladders = new ArrayList<>();
    private final List<Condition> bounds = new ArrayList<>();
    private List<Item> level = new ArrayList<>();

    /** @param paths empty if nobody knows where it leads */
    private record Ladder(PlanLowering.Site site, ReleaseFile file, Optional<ReleasePaths> paths, HopForms forms) {}

    /** @param environment in which no hop is lowered yet */
    EditionRuns(String system, Environment environment, PossibleRunsLowering.Lowerings lowerings) {
        this.system = system;
        this.environment = environment;
        this.lowerings = lowerings;
        PlanLowering lowering = lowerings.in(environment, Map.of(), found::add);
        lowering.walk(this::outside, site -> ladder(site, lowering));
        level = new ArrayList<>(LastSend.marked(level));
        endLevel();
    }

    private void outside(List<Item> items) {
        level.addAll(items);
        boolean isBounded =
                ladders.stream().noneMatch(ladder -> ladder.site().system().equals(system));
        for (Item item : items) {
            if (isBounded && item instanceof Item.Step step) {
                step.effects().forEach(this::bound);
            }
        }
    }

    private void bound(Effect effect) {
        if (effect instanceof Check(Condition condition, String otherwise)) {
            bounds.add(condition);
        }
    }

    private void ladder(PlanLowering.Site site, PlanLowering lowering) {
        endLevel();
        course.add(new Ways(site.system()));
        ladders.add(new Ladder(
                site,
                environment.runbook().releaseFile(site.system()).orElseThrow(),
                lowering.paths(site),
                new HopForms(site, environment, lowerings, found::add)));
    }

    private void endLevel() {
        if (!level.isEmpty()) {
            course.add(new Stretch.Level(level));
            level = new ArrayList<>();
        }
    }

    /** The systems whose ladders stand within its hops. */
    Set<String> within() {
        Set<String> systems = new LinkedHashSet<>();
        ladders.forEach(ladder -> systems.addAll(ladder.forms().within()));
        return systems;
    }

    /** With nothing in its ladders yet. */
    List<Stretch> course() {
        return List.copyOf(course);
    }

    /** What was found since this was asked last. */
    List<Diagnostic> found() {
        List<Diagnostic> all = List.copyOf(found);
        found.clear();
        return all;
    }

    /** Whether the runbook lets one begin from here: what it asks of the version before the system's ladder. */
    boolean mayBeginFrom(Version version) {
        return bounds.stream().allMatch(condition -> switch (condition) {
            case Condition.InstalledIs is -> !is.system().equals(system) || is.holdsFor(version);
            case Condition.InstalledIn in -> !in.system().equals(system) || in.holdsFor(version);
            default -> true;
        });
    }

    /**
     * One run.
     *
     * @param ways over each ladder, as far as there are any
     * @param from what is installed before each ladder
     */
    record Run(List<Optional<Way>> ways, List<Version> from, List<Refusal> refused) {
        /** Whether there is a way over each ladder. */
        boolean isComplete() {
            return ways.size() == from.size();
        }
    }

    /** Why there is no way over a ladder of a system. */
    record Refusal(String system, PathFinding.Refused why) {}

    /** @param installed by system */
    Run run(Map<String, Version> installed) {
        Map<String, Version> reached = new HashMap<>(installed);
        Run run = new Run(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Ladder ladder : ladders) {
            Version from = reached.get(ladder.site().system());
            run.from().add(from);
            switch (ladder.paths().map(paths -> paths.from(from)).orElse(null)) {
                case Beginning.Closed(PathFinding.Refused why) ->
                    run.refused().add(new Refusal(ladder.site().system(), why));
                case Beginning.Open(Optional<Way> way) -> {
                    run.ways().add(way);
                    way.ifPresent(there -> reached.put(ladder.site().system(), there.end()));
                }
                case null -> {
                    // what its target is was found not to be known
                }
            }
        }
        return run;
    }

    /** Whether one may begin from what is installed, and finds a way over each ladder of the system. */
    boolean isOpenFrom(Map<String, Version> installed) {
        return mayBeginFrom(installed.get(system))
                && run(installed).refused().stream()
                        .noneMatch(closed -> closed.system().equals(system));
    }

    /**
     * @param within what is installed of the systems whose ladders stand within hops
     * @param laid a course that looks like this one's
     * @return which of these has no way from there, if one has not
     */
    Optional<NoPath> lay(Run run, Map<String, Version> within, List<Stretch> laid) {
        int at = 0;
        Optional<NoPath> closed = Optional.empty();
        for (Stretch stretch : laid) {
            if (stretch instanceof Ways ways) {
                Ladder ladder = ladders.get(at);
                Version from = run.from().get(at);
                Version line = ladder.file().line(from).map(Line::number).orElse(from);
                Optional<NoPath> none = ways.lay(run.ways().get(at), line, within, ladder.forms());
                closed = closed.or(() -> none);
                at++;
            }
        }
        return closed;
    }
}
