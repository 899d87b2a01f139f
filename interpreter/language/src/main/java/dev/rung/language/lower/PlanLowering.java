package dev.rung.language.lower;

import dev.rung.language.check.RequiredFact;
import dev.rung.language.check.Scope;
import dev.rung.language.check.StatementNames;
import dev.rung.language.lower.LowerFinding.InstalledUnknown;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.language.lower.LowerFinding.NotKnown;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.Stage;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
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
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePaths;
import dev.rung.model.version.Version;
import dev.rung.model.version.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lowers phases, and ladders hop by hop. */
final class PlanLowering implements NestedLadders {
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
        this.maxLoss = selection.premises().maxLoss().orElseGet(() -> Layouts.maxLoss(environment, findings));
    }

    /** What is fetched before the first stop; complete once the items were made. */
    List<Stage> staging() {
        return staging;
    }

    /** What is installed once all that was lowered until now has been carried out, by system. */
    Map<String, Version> reached() {
        return Map.copyOf(reached);
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
     * @param around what the names of the place stand for if it is within a hop
     */
    record Site(
            Statement.StepThrough step,
            String id,
            String hopsId,
            String phase,
            Scope scope,
            Map<Name, Expression> locals,
            Optional<Environment> around) {
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
                            body.locals(),
                            Optional.empty()));
                } else {
                    List<Item> made = body.items(List.of(statement));
                    outside.accept(last.filter(statement::equals).isPresent() ? LastSend.marked(made) : made);
                    body = body.behind(statement);
                }
            }
        }
    }

    private Optional<Item> ladder(Site site) {
        Version installed = reached.get(site.system());
        if (installed == null) {
            unknownInstalled(site);
            return Optional.empty();
        }
        return paths(site).flatMap(paths -> switch (paths.from(installed)) {
            case ReleasePaths.Beginning.Closed(PathFinding.Refused refused) -> {
                findings.accept(new NoPath(environment.runbook().sources().at(asked(site, refused)), refused));
                yield Optional.empty();
            }
            case ReleasePaths.Beginning.Open(Optional<Way> way) ->
                Optional.of(ladder(
                        site,
                        installed,
                        hops(site, installed, way.map(Way::legs).orElse(List.of()))));
        });
    }

    /** What of a ladder asks for what is refused: one of those it goes by way of, or its target. */
    private Span asked(Site site, PathFinding.Refused refused) {
        Optional<String> via = switch (refused) {
            case PathFinding.UnknownVia unknown -> Optional.of(unknown.via());
            case PathFinding.ViaOutside outside -> Optional.of(outside.via().written());
            default -> Optional.empty();
        };
        return site.step().via().stream()
                .filter(each -> version(site, each, "a release on the way")
                        .map(Version::written)
                        .equals(via))
                .findFirst()
                .orElse(site.step().target())
                .span();
    }

    void unknownInstalled(Site site) {
        Span system = site.step().system().span();
        findings.accept(new InstalledUnknown(environment.runbook().sources().at(system), site.system()));
    }

    /** The ways over a ladder; empty if its target is not known, which is a finding then. */
    Optional<ReleasePaths> paths(Site site) {
        String system = site.system();
        Optional<Version> target = version(site, site.step().target(), "the target");
        List<Version> via = site.step().via().stream()
                .flatMap(each -> version(site, each, "a release on the way").stream())
                .toList();
        return target.filter(known -> via.size() == site.step().via().size())
                .map(known -> new ReleasePaths(
                        file(system), known, selection.today(), via, selection.accepted(), selection.of(system)));
    }

    private ReleaseFile file(String system) {
        return environment.runbook().releaseFile(system).orElseThrow();
    }

    private Optional<Version> version(Site site, ExpressionNode node, String what) {
        Expression lowered = lowered(site, node);
        if (lowered instanceof Literal(Value.Number(Version version))) {
            return Optional.of(version);
        }
        String why = lowered instanceof Literal(Value.Unknown(String reason)) ? reason : "it is read from the world";
        findings.accept(new NotKnown(environment.runbook().sources().at(node.span()), what, why));
        return Optional.empty();
    }

    private Expression lowered(Site site, ExpressionNode node) {
        ExpressionLowering here = site.around().map(ExpressionLowering::new).orElse(expressions);
        Scope scope = site.around().isPresent() ? site.scope().of(site.system()) : Scope.inSystem(site.system());
        return here.spelled(here.lower(node, scope, Type.VERSION), Optional.of(site.system()));
    }

    @Override
    public Optional<Item> ladder(Statement.StepThrough step, BodyLowering.Place place, Environment inHop) {
        String own =
                place.id() + "/" + StatementNames.of(step, environment.runbook().sources());
        String hops = place.id() + "/" + step.system();
        Site site = new Site(step, own, hops, place.phase(), place.scope(), Map.of(), Optional.of(inHop));
        boolean isAsked = step.target() instanceof ExpressionNode.Member member
                && RequiredFact.of(member, environment.names(), place.scope()).isPresent();
        boolean isNothing = isAsked && !(lowered(site, step.target()) instanceof Literal);
        return isNothing ? Optional.empty() : ladder(site);
    }

    /** Within a hop all that is installed is known but for what the hop itself is about. */
    @Override
    public Expression decided(Expression condition, Environment inHop) {
        Map<String, Version> known = new HashMap<>(reached);
        inHop.hops().forEach(hop -> known.remove(hop.system()));
        return new Known(known).in(condition);
    }

    private Item.Ladder ladder(Site site, Version installed, List<Item.Hop> hops) {
        Version to = hops.isEmpty() ? installed : hops.getLast().to().version();
        reached.put(site.system(), to);
        Location at = environment.runbook().sources().at(site.step().span());
        boolean stays = site.around()
                .filter(around -> new Landings(around, site).mustGoBack(hops))
                .isEmpty();
        return new Item.Ladder(site.id(), site.system(), installed, to, at, hops, stays);
    }

    private List<Item.Hop> hops(Site site, Version installed, List<Leg> legs) {
        List<Item.Hop> hops = new ArrayList<>();
        List<Version> before = new ArrayList<>();
        Version line = file(site.system()).line(installed).map(Line::number).orElse(installed);
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean last = i == legs.size() - 1;
            Environment.Hop hop = new Environment.Hop(site.system(), leg.from(), line, leg.to(), i == 0, last, before);
            hops.add(hop(site, hop, leg));
            before.add(line);
            line = leg.to().line();
        }
        return hops;
    }

    Item.Hop hop(Site site, Environment.Hop hop, Leg leg) {
        Environment inner =
                site.around().orElseGet(() -> environment.with(site.locals())).in(hop);
        return new HopLowering(inner, installation, maxLoss, staging::add, findings).hop(site, leg, this);
    }
}
