package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Scope;
import dev.rung.language.lower.LowerFinding.NoSource;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Stage;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.version.Leg;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lowers a hop.
 *
 * @param environment in the hop
 * @param staging gets what has to be fetched for it
 */
record HopLowering(
        Environment environment,
        Installation installation,
        Duration maxLoss,
        Consumer<Stage> staging,
        Consumer<Diagnostic> findings) {
    /** @param nested lowers the ladders within it */
    Item.Hop hop(PlanLowering.Site site, Leg leg, NestedLadders nested) {
        Statement.StepThrough step = site.step();
        String system = site.system();
        ReleaseFile file = environment.runbook().releaseFile(system).orElseThrow();
        String phase = site.phase();
        String id = site.hopsId() + "/" + leg.to().version().written();
        Scope scope = site.scope().inHop(system);
        BodyLowering body = new BodyLowering(
                environment,
                installation,
                environment.runbook().sources(),
                new BodyLowering.Place(id, phase, scope),
                findings,
                nested);
        Requirements requirements = new Requirements(environment, step, id, phase);
        List<Item> items = LastSend.marked(requirements.with(leg.requires(), body.items(step.body())));
        List<String> swapped = artifacts(items, HopLowering::swapped);
        swapped.forEach(artifact -> body.staging()
                .of(artifact)
                .ifPresentOrElse(
                        source -> staging.accept(
                                new Stage(artifact, leg.to().version(), source.address(), source.sha256())),
                        () -> stage(artifact, leg.to(), file, step, system)));
        Layouts.Changing changing = changing(step, items, artifacts(items, HopLowering::changed));
        List<String> offered = file.rollbacks(leg.from(), leg.to().version());
        List<Item.Rollback> rollbacks = step.body().stream()
                .flatMap(each -> each instanceof Statement.Rollback rollback
                                && offered.contains(rollback.name().text())
                        ? Stream.of(rollback(rollback, id, scope))
                        : Stream.empty())
                .toList();
        return new Item.Hop(
                id,
                system,
                leg.from(),
                leg.to(),
                leg.reason(),
                Layouts.of(installation, changing).withMaxLoss(maxLoss),
                items,
                rollbacks);
    }

    private Item.Rollback rollback(Statement.Rollback rollback, String hopId, Scope scope) {
        String name = rollback.name().text();
        BodyLowering body = new BodyLowering(
                environment,
                installation,
                environment.runbook().sources(),
                BodyLowering.Place.aside(hopId + "/" + name, scope),
                findings);
        return new Item.Rollback(name, body.steps(rollback.body()));
    }

    /** With what goes back together with the hop, of a ladder within it. */
    private Layouts.Changing changing(Statement.StepThrough step, List<Item> items, List<String> artifacts) {
        Set<String> own = new LinkedHashSet<>(artifacts);
        Set<String> left = new LinkedHashSet<>();
        for (Ladders.Swap swap : Ladders.swaps(step)) {
            if (!artifacts.isEmpty() && !artifacts.contains(swap.artifact())) {
                (swap.byPlace() ? own : left).add(swap.artifact());
            }
        }
        left.removeAll(own);
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(step.system().text(), List.copyOf(own));
        for (Item item : items) {
            if (item instanceof Item.Ladder ladder && !ladder.stays()) {
                Set<String> brought = new LinkedHashSet<>();
                ladder.hops()
                        .forEach(hop -> brought.addAll(
                                hop.layout().group(ladder.system()).artifacts()));
                all.merge(ladder.system(), List.copyOf(brought), HopLowering::both);
            }
        }
        return new Layouts.Changing(
                all,
                Map.of(step.system().text(), List.copyOf(left)),
                Ladders.later(environment.runbook().tree(), step));
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    private static Stream<String> swapped(Effect effect) {
        return effect instanceof ChangeOver change ? Stream.of(change.artifact()) : Stream.empty();
    }

    /** What a deed changes needs no file that is staged: the deed brings it. */
    private static Stream<String> changed(Effect effect) {
        return effect instanceof SetKey set
                ? Stream.of(set.part())
                : Stream.concat(
                        swapped(effect),
                        Changes.of(effect).stream()
                                .flatMap(changes -> changes.code().stream().sorted()));
    }

    private static List<String> artifacts(List<Item> items, Function<Effect, Stream<String>> of) {
        List<String> artifacts = new ArrayList<>();
        for (Item item : items) {
            switch (item) {
                case Item.Step step -> step.effects().stream().flatMap(of).forEach(artifacts::add);
                case Item.Choice choice -> {
                    artifacts.addAll(artifacts(choice.then(), of));
                    artifacts.addAll(artifacts(choice.otherwise(), of));
                }
                case Item.Each each -> artifacts.addAll(artifacts(each.body(), of));
                case Item.Ladder ladder -> {
                    // what its hops change is theirs
                }
            }
        }
        return artifacts.stream().distinct().toList();
    }

    private void stage(String artifact, Release release, ReleaseFile file, Statement.StepThrough step, String system) {
        Optional<String> url = file.url(artifact, release);
        CheckedRunbook.Releases releases = environment.runbook().releases().get(system);
        if (Layouts.has(installation.part(artifact), Trait.TAGGED)) {
            staging.accept(new Stage(artifact, release.version(), url.orElse(""), Optional.empty()));
            return;
        }
        if (url.isEmpty()) {
            findings.accept(new NoSource(
                    environment.runbook().sources().at(step.system().span()),
                    artifact,
                    release.version().written()));
            return;
        }
        staging.accept(new Stage(
                artifact, release.version(), Sources.beside(releases.file(), url.get()), release.sha256(artifact)));
    }
}
