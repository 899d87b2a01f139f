package dev.rung.language.lower;

import dev.rung.language.check.Arguments;
import dev.rung.language.check.Bystanders;
import dev.rung.language.check.Scope;
import dev.rung.language.check.Types;
import dev.rung.language.lower.LowerFinding.NotKnown;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Signature.Trait;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Window;
import dev.rung.model.version.ReleaseFile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Fills the inputs into what the runbook says of its systems. */
final class InstallationLowering {
    private final Environment environment;
    private final ExpressionLowering expressions;
    private final Consumer<Diagnostic> findings;

    InstallationLowering(Environment environment, Consumer<Diagnostic> findings) {
        this.environment = environment;
        this.expressions = new ExpressionLowering(environment);
        this.findings = findings;
    }

    Installation installation() {
        SyntaxTree tree = environment.runbook().tree();
        Map<String, Installation.Place> places = new LinkedHashMap<>();
        tree.places().forEach(place -> places.putIfAbsent(place.name().text(), place(place)));
        Map<String, Expression> secrets = new LinkedHashMap<>();
        Scope outside = Scope.outside(environment.names());
        tree.secrets()
                .forEach(secret -> secrets.putIfAbsent(
                        secret.name().text(), expressions.lower(secret.value(), outside, Type.TEXT)));
        return new Installation(
                tree.systems().stream().map(this::system).toList(),
                places,
                secrets,
                tree.windows().stream().findFirst().flatMap(InstallationLowering::window));
    }

    private static Optional<Window> window(Declaration.Window window) {
        Optional<Window.Moment> opens = window.opens().fixed().flatMap(Window.Moment::parse);
        Optional<Window.Moment> closes = window.closes().fixed().flatMap(Window.Moment::parse);
        Optional<ZoneId> zone = window.zone().fixed().flatMap(Window::zone);
        return opens.isPresent() && closes.isPresent() && zone.isPresent()
                ? Optional.of(new Window(opens.get(), closes.get(), zone.get()))
                : Optional.empty();
    }

    private Installation.Place place(Declaration.Place place) {
        Signature driver = Signatures.place(place.driver().text()).orElseThrow();
        Scope outside = Scope.outside(environment.names());
        Map<String, Value> arguments = new LinkedHashMap<>();
        Arguments.of(place.driver(), driver, List.of(), place.arguments())
                .byParameter()
                .forEach((parameter, node) -> value(
                                expressions.lower(node, outside, wanted(parameter)), place.name(), parameter, node)
                        .ifPresent(value -> arguments.put(parameter.name(), value)));
        return new Installation.Place(place.name().text(), place.driver().text(), arguments);
    }

    private Installation.Sys system(Declaration.Sys system) {
        String name = system.name().text();
        Scope scope = Scope.inSystem(name);
        Map<String, Expression> facts = new LinkedHashMap<>();
        for (Declaration.Fact fact : system.facts()) {
            Type wanted = switch (fact.name().text()) {
                case "installed" -> Type.VERSION;
                case "healthy", "settled" -> Type.BOOL;
                default -> Type.READING;
            };
            facts.putIfAbsent(fact.name().text(), expressions.lower(fact.value(), scope, wanted));
        }
        if (Bystanders.of(environment.runbook().tree()).contains(name)) {
            facts.putIfAbsent("installed", new Literal(new Value.Number(Installation.Sys.STAYS)));
            facts.putIfAbsent("healthy", allRun(system));
        }
        Expression unknown = new Literal(new Value.Unknown("the runbook does not say it"));
        Expression installed = Optional.ofNullable(facts.remove("installed")).orElse(unknown);
        Expression healthy = Optional.ofNullable(facts.remove("healthy")).orElse(unknown);
        return new Installation.Sys(
                name,
                environment
                        .runbook()
                        .releaseFile(name)
                        .map(ReleaseFile::spellings)
                        .orElse(List.of()),
                system.parts().stream().map(part -> part(part, system, scope)).toList(),
                installed,
                healthy,
                facts,
                system.invariants().stream().map(each -> invariant(each, scope)).toList());
    }

    /** Whoever says no more of it has its services: they run. */
    private static Expression allRun(Declaration.Sys system) {
        return system.parts().stream()
                .filter(part -> part.kind() == Type.SERVICE)
                .map(part -> part.name().text())
                .<Expression>map(service ->
                        new Expression.Call("running", List.of(new Expression.Part(service)), Map.of(), Type.BOOL))
                .reduce((one, other) -> new Expression.Binary(Operator.AND, one, other))
                .orElse(new Literal(new Value.Truth(true)));
    }

    private Installation.Invariant invariant(Declaration.Invariant invariant, Scope scope) {
        Type type = new Types(environment.names()).of(invariant.value(), scope).orElse(Type.READING);
        Type wanted = invariant.atLeast() && type == Type.READING ? Type.INT : Type.READING;
        Expression expression = expressions.lower(invariant.value(), scope, wanted);
        return new Installation.Invariant(
                invariant.name().text(), expression, invariant.atLeast(), asksApplication(expression));
    }

    private Installation.Part part(Declaration.Part part, Declaration.Sys system, Scope scope) {
        Signature driver = Signatures.driver(part.driver().text(), part.kind()).orElseThrow();
        List<Parameter> ofEvery = Signatures.ofEvery(part.kind());
        Map<String, Value> arguments = new LinkedHashMap<>();
        Arguments.of(part.driver(), driver, ofEvery, part.arguments())
                .byParameter()
                .forEach((parameter, node) -> {
                    Expression expression = parameter.types().contains(Type.COMMAND)
                            ? expressions.command(node, scope)
                            : part.kind() == Type.SERVICE && ofEvery.contains(parameter)
                                    ? parts(node)
                                    : expressions.lower(node, scope, wanted(parameter));
                    value(expression, part.name(), parameter, node)
                            .ifPresent(value -> arguments.put(parameter.name(), value));
                });
        return new Installation.Part(
                part.name().text(),
                system.name().text(),
                part.kind(),
                part.driver().text(),
                arguments,
                part.place().or(system::place).map(Name::text));
    }

    private static Type wanted(Parameter parameter) {
        return parameter.types().contains(Type.TEXT)
                ? Type.TEXT
                : parameter.types().iterator().next();
    }

    /** A list of parts stands as the texts of their names. */
    private static Expression parts(ExpressionNode list) {
        List<Value> names = new ArrayList<>();
        ((ExpressionNode.Items) list)
                .items()
                .forEach(item -> names.add(new Value.Text(((ExpressionNode.Use) item).name())));
        return new Literal(new Value.Listing(names));
    }

    private Optional<Value> value(Expression expression, Name owner, Parameter parameter, ExpressionNode node) {
        return switch (expression) {
            case Expression.Part(String name) -> Optional.of(new Value.Text(name));
            case Literal(Value value) when !(value instanceof Value.Unknown) -> Optional.of(value);
            default -> {
                String why = expression instanceof Literal(Value.Unknown(String reason))
                        ? reason
                        : "it is read from the world";
                findings.accept(new NotKnown(
                        environment.runbook().sources().at(node.span()),
                        "the `" + parameter.name() + "` of `" + owner + "`",
                        why));
                yield Optional.empty();
            }
        };
    }

    /** Whether the services have to be up for an expression to be read. */
    private boolean asksApplication(Expression expression) {
        return switch (expression) {
            case Expression.Call call -> {
                boolean asks = Signatures.call(call.name())
                        .filter(signature -> signature.traits().contains(Trait.ASKS_APPLICATION))
                        .isPresent();
                boolean ofReading =
                        !call.positional().isEmpty() && call.positional().getFirst() instanceof Expression.Call;
                boolean inner = call.positional().stream().anyMatch(this::asksApplication)
                        || call.named().values().stream().anyMatch(this::asksApplication);
                yield inner || asks && !ofReading;
            }
            case Expression.Part(String name) -> served(name);
            case Expression.Binary binary -> asksApplication(binary.left()) || asksApplication(binary.right());
            case Expression.Not(Expression operand) -> asksApplication(operand);
            case Expression.Joined(List<Expression> pieces) -> pieces.stream().anyMatch(this::asksApplication);
            case Expression.Items(List<Expression> items) -> items.stream().anyMatch(this::asksApplication);
            case Expression.Range(Expression from, Expression to) -> asksApplication(from) || asksApplication(to);
            case Expression.Installed installed -> true;
            case Expression.Kept kept -> false;
            case Literal literal -> false;
        };
    }

    /** A database that a service serves is read through it. */
    private boolean served(String part) {
        return environment
                .names()
                .part(part)
                .filter(each -> each.declaration().arguments().stream()
                        .anyMatch(argument -> argument.name()
                                .filter(name -> name.text().equals("server"))
                                .isPresent()))
                .isPresent();
    }
}
