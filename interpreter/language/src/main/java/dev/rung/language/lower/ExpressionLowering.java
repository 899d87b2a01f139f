package dev.rung.language.lower;

import dev.rung.language.check.Meaning;
import dev.rung.language.check.RequiredFact;
import dev.rung.language.check.Scope;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.language.syntax.Name;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Closes expressions: inputs, abbreviations, facts, {@code current} and {@code next} are filled in, and what is constant
 * then is computed. Only calls, parts and {@code installed} remain.
 */
final class ExpressionLowering {
    private final Environment environment;
    private final Sides sides;
    /** What is said once and used often is lowered once. */
    private final Map<Said, Expression> lowered = new HashMap<>();

    private record Said(Object declaration, Type wanted) {}

    ExpressionLowering(Environment environment) {
        this.environment = environment;
        this.sides = new Sides(environment.names());
    }

    Environment environment() {
        return environment;
    }

    /**
     * An expression on which the form of what is lowered may hang.
     *
     * @param wanted what the place asks for; {@link Type#READING} if it asks nothing
     */
    Expression lower(ExpressionNode node, Scope scope, Type wanted) {
        Expression lowered = value(node, scope, wanted);
        environment
                .questions()
                .filter(hearer -> new HopWords(environment.names(), scope).mayDecide(node, wanted))
                .ifPresent(hearer -> hearer.asked(in -> form(in.value(node, scope, wanted)), form(lowered)));
        return lowered;
    }

    /** What is decided by it: a truth, that it is not known, and why, or no more than that it is a value. */
    private static Object form(Expression lowered) {
        return switch (lowered) {
            case Literal(Value.Truth(boolean holds)) -> holds;
            case Literal(Value.Unknown(String why)) -> why;
            case Literal literal -> Literal.class;
            case Expression.Range(Expression from, Expression to) -> List.of(form(from), form(to));
            default -> lowered.getClass();
        };
    }

    /** One that is only carried along. */
    Expression value(ExpressionNode node, Scope scope, Type wanted) {
        return switch (node) {
            case ExpressionNode.Text text -> as(wanted, Folding.joined(pieces(text, scope)));
            case ExpressionNode.Literal literal -> as(wanted, new Literal(literal.value()));
            case ExpressionNode.Use use ->
                environment
                        .names()
                        .of(use.name(), scope)
                        .map(meaning -> meaning(meaning, scope, wanted))
                        .orElseThrow(() -> new IllegalStateException("a bug: unchecked name " + use.name()));
            case ExpressionNode.Member member -> member(member, scope, wanted);
            case ExpressionNode.Call call -> new CallLowering(this).call(call, scope, wanted);
            case ExpressionNode.Not not -> Folding.not(value(not.operand(), scope, Type.BOOL));
            case ExpressionNode.Items items ->
                Folding.items(items.items().stream()
                        .map(item -> value(item, scope, Type.READING))
                        .toList());
            case ExpressionNode.Binary binary -> binary(binary, scope);
            case ExpressionNode.Range range ->
                new Expression.Range(value(range.from(), scope, Type.VERSION), value(range.to(), scope, Type.VERSION));
            case ExpressionNode.Unread unread ->
                throw new IllegalStateException("a bug: lowering what could not be read");
        };
    }

    private List<Expression> pieces(ExpressionNode.Text text, Scope scope) {
        return text.pieces().stream()
                .map(piece -> switch (piece) {
                    case Piece.Fixed(String fixed) -> new Literal(new Value.Text(fixed));
                    case Piece.Hole(ExpressionNode value) -> value(value, scope, Type.READING);
                })
                .toList();
    }

    private static Expression as(Type wanted, Expression expression) {
        return expression instanceof Literal(Value value) ? new Literal(Conversions.to(value, wanted)) : expression;
    }

    private Expression meaning(Meaning meaning, Scope scope, Type wanted) {
        Scope outside = Scope.outside(environment.names());
        return switch (meaning) {
            case Meaning.Input input -> as(wanted, input(input, scope));
            case Meaning.Let let -> once(let.declaration(), let.declaration().value(), outside, wanted);
            case Meaning.Local local -> as(wanted, local(local));
            case Meaning.Fact fact -> fact(fact, wanted);
            case Meaning.Installed installed -> new Expression.Installed(installed.system());
            case Meaning.Part part ->
                new Expression.Part(part.declaration().name().text());
            case Meaning.Secret secret ->
                new Literal(new Value.Secret(secret.declaration().name().text()));
            case Meaning.Place place ->
                new Literal(new Value.Text(place.declaration().name().text()));
            case Meaning.Sys system -> throw new IllegalStateException("a bug: a system has no value");
            case Meaning.Given(Meaning.Word word) -> as(wanted, new Literal(given(word, scope)));
        };
    }

    private Expression input(Meaning.Input input, Scope scope) {
        String name = input.declaration().name().text();
        ExpressionNode value = environment.inputs().get(name);
        return value == null
                ? new Literal(new Value.Unknown("the input `" + name + "` is not given"))
                : value(value, scope.outsideBodies(), input.type());
    }

    private Expression local(Meaning.Local local) {
        Expression bound = environment.locals().get(local.name());
        if (bound == null) {
            throw new IllegalStateException("a bug: nothing is bound to " + local.name());
        }
        return bound;
    }

    private Expression fact(Meaning.Fact fact, Type wanted) {
        boolean healthy = fact.declaration().name().text().equals("healthy");
        Scope scope = Scope.inSystem(fact.system());
        return once(fact.declaration(), fact.declaration().value(), scope, healthy ? Type.BOOL : wanted);
    }

    private Expression once(Object declaration, ExpressionNode value, Scope scope, Type wanted) {
        Said said = new Said(declaration, wanted);
        Expression known = lowered.get(said);
        if (known == null) {
            known = value(value, scope, wanted);
            lowered.put(said, known);
        }
        return known;
    }

    private Value given(Meaning.Word word, Scope scope) {
        if (word == Meaning.Word.NEWEST) {
            Version newest = scope.system().map(environment.newest()::get).orElse(null);
            return newest == null
                    ? new Value.Unknown("the newest release is known only when it is known what is installed")
                    : new Value.Number(newest);
        }
        Environment.Hop hop = hop();
        return switch (word) {
            case CURRENT -> new Value.Number(hop.current());
            case NEXT -> new Value.Number(hop.next().version());
            case FIRST_HOP -> new Value.Truth(hop.first());
            case LAST_HOP -> new Value.Truth(hop.last());
            case NEWEST -> throw new IllegalStateException("answered above");
        };
    }

    Environment.Hop hop() {
        return environment.hop().orElseThrow(() -> new IllegalStateException("a bug: outside of a hop"));
    }

    private Expression member(ExpressionNode.Member member, Scope scope, Type wanted) {
        Optional<Name> required = RequiredFact.of(member, environment.names(), scope);
        if (required.isPresent()) {
            String fact = required.get().text();
            return Requirements.least(environment, fact)
                    .map(least -> as(wanted, new Literal(least)))
                    .orElseGet(() -> meaning(
                            environment.names().fact(hop().system(), fact).orElseThrow(), scope, Type.VERSION));
        }
        ExpressionNode.Use owner = (ExpressionNode.Use) member.owner();
        return switch (environment.names().of(owner.name(), scope).orElseThrow()) {
            case Meaning.Sys system ->
                environment
                        .names()
                        .fact(
                                system.declaration().name().text(),
                                member.member().text())
                        .map(meaning -> meaning(meaning, scope, wanted))
                        .orElseGet(() -> ofClimb(owner.name(), member.member(), wanted));
            case Meaning.Given(Meaning.Word word) -> {
                Version line = word == Meaning.Word.CURRENT
                        ? hop().currentLine()
                        : hop().next().line();
                yield as(wanted, new Literal(new Value.Number(line)));
            }
            default -> throw new IllegalStateException("a bug: unchecked member " + member.member());
        };
    }

    /** {@code app.next} within a ladder of {@code app}. */
    private Expression ofClimb(String system, Name member, Type wanted) {
        Environment.Hop hop = environment.hopOf(system);
        boolean current = member.text().equals(Meaning.Word.CURRENT.spelling());
        return as(
                wanted,
                new Literal(
                        new Value.Number(current ? hop.current() : hop.next().version())));
    }

    /** A list of words. A text is split at blanks before its values are filled in: a value never becomes two words. */
    Expression command(ExpressionNode node, Scope scope) {
        if (!(node instanceof ExpressionNode.Text text)) {
            return lower(node, scope, Type.READING);
        }
        List<Expression> words = new ArrayList<>();
        for (List<Piece> word : CommandWords.of(text)) {
            words.add(Folding.joined(pieces(new ExpressionNode.Text(word, text.span()), scope)));
        }
        return Folding.items(words);
    }

    private Expression binary(ExpressionNode.Binary binary, Scope scope) {
        Type common = sides.type(binary, scope);
        Optional<String> system = sides.system(binary, scope);
        Expression left = value(binary.left(), scope, common);
        Expression right = binary.right() instanceof ExpressionNode.Items items
                ? Folding.items(items.items().stream()
                        .map(item -> spelled(value(item, scope, common), system))
                        .toList())
                : value(binary.right(), scope, common);
        return Folding.binary(binary.operator(), spelled(left, system), spelled(right, system));
    }

    /** A number of a system as its release file spells it. */
    Expression spelled(Expression expression, Optional<String> system) {
        if (expression instanceof Expression.Range(Expression from, Expression to)) {
            return new Expression.Range(spelled(from, system), spelled(to, system));
        }
        Optional<ReleaseFile> file = system.flatMap(environment.runbook()::releaseFile);
        if (!(expression instanceof Literal(Value.Number(Version version))) || file.isEmpty()) {
            return expression;
        }
        return file.get()
                .spelled(version.written())
                .map(Spelling.Spelled::version)
                .<Expression>map(spelled -> new Literal(new Value.Number(spelled)))
                .orElse(expression);
    }
}
