package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Scope;
import dev.rung.language.check.StatementNames;
import dev.rung.language.lower.LowerFinding.InstalledUnknown;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.language.lower.LowerFinding.NoSource;
import dev.rung.language.lower.LowerFinding.NotKnown;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Stage;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import dev.rung.model.version.Leg;
import dev.rung.model.version.Line;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePaths;
import dev.rung.model.version.Version;
import dev.rung.model.version.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lowers phases, and ladders hop by hop. */
final class PlanLowering {
    private final Environment environment;
    private final Installation installation;
    private final Map<String, Version> reached;
    private final Selection selection;
    private final Consumer<Diagnostic> findings;
    private final ExpressionLowering expressions;
    private final Duration maxLoss;
    private final List<Stage> staging = new ArrayList<>();

    /** @param installed by system */
    PlanLowering(
            Environment environment,
            Installation installation,
            Map<String, Version> installed,
            Selection selection,
            Consumer<Diagnostic> findings) {
        this.environment = environment;
        this.installation = installation;
        this.reached = new LinkedHashMap<>(installed);
        this.selection = selection;
        this.findings = findings;
        this.expressions = new ExpressionLowering(environment);
        this.maxLoss = Layouts.maxLoss(environment, findings);
    }

    /** What is fetched before the first stop; complete once the items were made. */
    List<Stage> staging() {
        return staging;
    }

    /** All that is outside of hops. */
    Layout outside() {
        return Layouts.outside(installation, maxLoss);
    }

    List<Item> items() {
        List<Item> items = new ArrayList<>();
        walk(items::addAll, site -> ladder(site).ifPresent(items::add));
        return new ReleaseNotes(environment.runbook()).filledIn(LastSend.marked(items));
    }

    /**
     * Where a ladder stands.
     *
     * @param hopsId what the ids of the hops begin with: with the system in it where a phase has several ladders
     * @param phase the title of its phase
     * @param scope around it
     * @param locals what was named before it
     */
    record Site(
            Statement.StepThrough step,
            String id,
            String hopsId,
            String phase,
            Scope scope,
            Map<Name, Expression> locals) {
        String system() {
            return step.system().text();
        }
    }

    /** Goes through the phases in their order. @param outside gets what stands outside of ladders */
    void walk(Consumer<List<Item>> outside, Consumer<Site> ladders) {
        Optional<Statement> last = LastSend.place(environment.runbook().tree());
        for (Declaration.Phase phase : environment.runbook().tree().phases()) {
            String title = phase.title().fixed().orElse("");
            String id = StatementNames.kebab(title);
            Scope scope = Scope.outside(environment.names());
            BodyLowering body = new BodyLowering(
                    environment,
                    installation,
                    environment.runbook().sources(),
                    new BodyLowering.Place(id, title, scope),
                    findings);
            long several = phase.body().stream()
                    .filter(Statement.StepThrough.class::isInstance)
                    .count();
            for (Statement statement : phase.body()) {
                if (statement instanceof Statement.StepThrough step) {
                    String own = id + "/"
                            + StatementNames.of(step, environment.runbook().sources());
                    ladders.accept(new Site(
                            step,
                            own,
                            several > 1 ? id + "/" + step.system() : id,
                            title,
                            body.scope(),
                            body.locals()));
                } else {
                    List<Item> made = body.items(List.of(statement));
                    outside.accept(last.filter(statement::equals).isPresent() ? LastSend.marked(made) : made);
                    body = body.behind(statement);
                }
            }
        }
    }

    private Optional<Item> ladder(Site site) {
        Statement.StepThrough step = site.step();
        Version installed = reached.get(site.system());
        if (installed == null) {
            unknownInstalled(site);
            return Optional.empty();
        }
        return paths(site).flatMap(paths -> switch (paths.from(installed)) {
            case ReleasePaths.Beginning.Closed(PathFinding.Refused refused) -> {
                findings.accept(new NoPath(
                        environment.runbook().sources().at(step.target().span()), refused));
                yield Optional.empty();
            }
            case ReleasePaths.Beginning.Open(Optional<Way> way) ->
                Optional.of(ladder(
                        site,
                        installed,
                        hops(site, installed, way.map(Way::legs).orElse(List.of()))));
        });
    }

    void unknownInstalled(Site site) {
        Span system = site.step().system().span();
        findings.accept(new InstalledUnknown(environment.runbook().sources().at(system), site.system()));
    }

    /** The ways over a ladder; empty if its target is not known, which is a finding then. */
    Optional<ReleasePaths> paths(Site site) {
        String system = site.system();
        Optional<Version> target = version(site.step().target(), system, "the target");
        List<Version> via = site.step().via().stream()
                .flatMap(each -> version(each, system, "a release on the way").stream())
                .toList();
        return target.filter(known -> via.size() == site.step().via().size())
                .map(known -> new ReleasePaths(
                        file(system), known, selection.today(), via, selection.accepted(), selection.of(system)));
    }

    private ReleaseFile file(String system) {
        return environment.runbook().releaseFile(system).orElseThrow();
    }

    private Optional<Version> version(ExpressionNode node, String system, String what) {
        Expression lowered = expressions.spelled(
                expressions.lower(node, new Scope(Optional.of(system), false), Type.VERSION), Optional.of(system));
        if (lowered instanceof Literal(Value.Number(Version version))) {
            return Optional.of(version);
        }
        String why = lowered instanceof Literal(Value.Unknown(String reason)) ? reason : "it is read from the world";
        findings.accept(new NotKnown(environment.runbook().sources().at(node.span()), what, why));
        return Optional.empty();
    }

    private Item.Ladder ladder(Site site, Version installed, List<Item.Hop> hops) {
        Version to = hops.isEmpty() ? installed : hops.getLast().to().version();
        reached.put(site.system(), to);
        Location at = environment.runbook().sources().at(site.step().span());
        return new Item.Ladder(site.id(), site.system(), installed, to, at, hops);
    }

    private List<Item.Hop> hops(Site site, Version installed, List<Leg> legs) {
        List<Item.Hop> hops = new ArrayList<>();
        Version line = file(site.system()).line(installed).map(Line::number).orElse(installed);
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean last = i == legs.size() - 1;
            hops.add(hop(site, new Environment.Hop(site.system(), leg.from(), line, leg.to(), i == 0, last), leg));
            line = leg.to().line();
        }
        return hops;
    }

    Item.Hop hop(Site site, Environment.Hop hop, Leg leg) {
        Statement.StepThrough step = site.step();
        ReleaseFile file = file(hop.system());
        String phase = site.phase();
        String id = site.hopsId() + "/" + leg.to().version().written();
        Environment inner = environment.with(site.locals()).in(hop);
        Scope scope = site.scope().inHop(hop.system());
        BodyLowering body = new BodyLowering(
                inner,
                installation,
                environment.runbook().sources(),
                new BodyLowering.Place(id, phase, scope),
                findings);
        Requirements requirements = new Requirements(inner, step, id, phase);
        List<Item> items = LastSend.marked(requirements.with(leg.requires(), body.items(step.body())));
        List<String> swapped = artifacts(items, PlanLowering::swapped);
        swapped.forEach(artifact -> body.staging()
                .of(artifact)
                .ifPresentOrElse(
                        source ->
                                staging.add(new Stage(artifact, leg.to().version(), source.address(), source.sha256())),
                        () -> stage(artifact, leg.to(), file, step, hop.system())));
        List<String> artifacts = artifacts(items, PlanLowering::changed);
        List<String> offered = file.rollbacks(leg.from(), leg.to().version());
        List<Item.Rollback> rollbacks = step.body().stream()
                .flatMap(each -> each instanceof Statement.Rollback rollback
                                && offered.contains(rollback.name().text())
                        ? Stream.of(rollback(rollback, inner, id, scope))
                        : Stream.empty())
                .toList();
        return new Item.Hop(
                id,
                hop.system(),
                leg.from(),
                leg.to(),
                leg.reason(),
                Layouts.of(installation, Map.of(hop.system(), artifacts)).withMaxLoss(maxLoss),
                items,
                rollbacks);
    }

    private Item.Rollback rollback(Statement.Rollback rollback, Environment inner, String hopId, Scope scope) {
        String name = rollback.name().text();
        BodyLowering body = new BodyLowering(
                inner,
                installation,
                environment.runbook().sources(),
                BodyLowering.Place.aside(hopId + "/" + name, scope),
                findings);
        return new Item.Rollback(name, rollback.body().stream().map(body::step).toList());
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
                case Item.Ladder ladder -> throw new IllegalStateException("a bug: a ladder within a hop");
            }
        }
        return artifacts.stream().distinct().toList();
    }

    private void stage(String artifact, Release release, ReleaseFile file, Statement.StepThrough step, String system) {
        Optional<String> url = file.url(artifact, release);
        CheckedRunbook.Releases releases = environment.runbook().releases().get(system);
        if (Layouts.has(installation.part(artifact), Trait.TAGGED)) {
            staging.add(new Stage(artifact, release.version(), url.orElse(""), Optional.empty()));
            return;
        }
        if (url.isEmpty()) {
            findings.accept(new NoSource(
                    environment.runbook().sources().at(step.system().span()),
                    artifact,
                    release.version().written()));
            return;
        }
        staging.add(new Stage(
                artifact, release.version(), Sources.beside(releases.file(), url.get()), release.sha256(artifact)));
    }
}
