package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleHops;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Plans from every release that the release files list and the runbook's bounds allow, and gathers the hops. */
final class PossibleHopsLowering {
    private final CheckedRunbook runbook;
    private final Installation installation;
    private final Function<Map<String, Version>, Environment> environments;
    private final LocalDate today;
    private final Map<Environment.Hop, Item.Hop> made = new HashMap<>();
    private final Set<Item.Hop> hops = new LinkedHashSet<>();
    private final List<PossibleHops.DeadEnd> deadEnds = new ArrayList<>();
    private final Set<Diagnostic> findings = new LinkedHashSet<>();
    private int starts;

    /** @param environments by the versions that are installed */
    PossibleHopsLowering(
            CheckedRunbook runbook,
            Installation installation,
            Function<Map<String, Version>, Environment> environments,
            LocalDate today) {
        this.runbook = runbook;
        this.installation = installation;
        this.environments = environments;
        this.today = today;
    }

    PossibleHops possibleHops() {
        for (Installation.Sys system : installation.systems()) {
            runbook.releaseFile(system.name())
                    .ifPresent(file -> file.releases().forEach(release -> from(system.name(), release.version())));
        }
        return new PossibleHops(starts, List.copyOf(hops), deadEnds);
    }

    List<Diagnostic> findings() {
        return List.copyOf(findings);
    }

    private void from(String system, Version version) {
        Map<String, Version> installed = installed(system, version);
        List<Diagnostic> found = new ArrayList<>();
        PlanLowering lowering = new PlanLowering(
                environments.apply(installed), installation, installed, today, Set.of(), made, found::add);
        List<Item> items = lowering.items();
        if (!allowed(items, system, version)) {
            return;
        }
        starts++;
        for (Item item : items) {
            if (item instanceof Item.Ladder ladder && ladder.system().equals(system)) {
                hops.addAll(ladder.hops());
            }
        }
        for (Diagnostic finding : found) {
            if (finding instanceof NoPath noPath) {
                deadEnds.add(new PossibleHops.DeadEnd(system, version, noPath.summary()));
            } else {
                findings.add(finding);
            }
        }
    }

    /** The others stand where they may: at the first of their releases. */
    private Map<String, Version> installed(String system, Version version) {
        Map<String, Version> installed = new HashMap<>();
        for (Installation.Sys other : installation.systems()) {
            Optional<Version> first = runbook.releaseFile(other.name()).stream()
                    .flatMap(ReleaseFile::releases)
                    .map(Release::version)
                    .findFirst();
            first.ifPresent(is -> installed.put(other.name(), is));
        }
        installed.put(system, version);
        return installed;
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
