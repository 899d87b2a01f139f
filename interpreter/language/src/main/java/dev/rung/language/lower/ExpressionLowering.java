package dev.rung.language.lower;

import dev.rung.language.check.Arguments;
import dev.rung.language.check.HopCalls;
import dev.rung.language.check.HopReleases;
import dev.rung.language.check.Meaning;
import dev.rung.language.check.Scope;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
            case ExpressionNode.Call call -> call(call, scope, wanted);
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
            case Meaning.Fact fact -> fact(fact, wanted);
            case Meaning.Installed installed -> new Expression.Installed(installed.system());
            case Meaning.Part part ->
                new Expression.Part(part.declaration().name().text());
            case Meaning.Sys system -> throw new IllegalStateException("a bug: a system has no value");
            case Meaning.Given(Meaning.Word word) -> as(wanted, new Literal(given(word, scope)));
        };
    }

    private Expression input(Meaning.Input input, Scope scope) {
        String name = input.declaration().name().text();
        ExpressionNode value = environment.inputs().get(name);
        return value == null
                ? new Literal(new Value.Unknown("the input `" + name + "` is not given"))
                : value(value, new Scope(scope.system(), List.of()), input.type());
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
            case CURRENT, NEXT -> new Value.Number(number(hop, word));
            case FIRST_HOP -> new Value.Truth(hop.first());
            case LAST_HOP -> new Value.Truth(hop.last());
            case NEWEST -> throw new IllegalStateException("answered above");
        };
    }

    private static Version number(Environment.Hop hop, Meaning.Word word) {
        return word == Meaning.Word.CURRENT ? hop.current() : hop.next().version();
    }

    private Environment.Hop hop() {
        return environment.hop().orElseThrow(() -> new IllegalStateException("a bug: outside of a hop"));
    }

    private Expression member(ExpressionNode.Member member, Scope scope, Type wanted) {
        HopReleases releases = new HopReleases(environment.names(), scope);
        Optional<HopReleases.Required> required = releases.required(member);
        if (required.isPresent()) {
            return required(required.get(), scope, wanted);
        }
        Optional<HopReleases.Release> release = releases.release(member);
        if (release.isPresent()) {
            Environment.Hop hop = environment.hopOf(release.get().system());
            return as(wanted, number(number(hop, release.get().word())));
        }
        Optional<HopReleases.Release> ofLine = releases.release(member.owner());
        if (ofLine.isPresent()) {
            Environment.Hop hop = environment.hopOf(ofLine.get().system());
            boolean isCurrent = ofLine.get().word() == Meaning.Word.CURRENT;
            return as(wanted, number(isCurrent ? hop.currentLine() : hop.next().line()));
        }
        String system = ((ExpressionNode.Use) member.owner()).name();
        return meaning(environment.names().fact(system, member.member().text()).orElseThrow(), scope, wanted);
    }

    private static Literal number(Version version) {
        return new Literal(new Value.Number(version));
    }

    /** Where a release asks for no number of a fact, what it is at present will do. */
    private Expression required(HopReleases.Required asked, Scope scope, Type wanted) {
        String system = asked.release().system();
        return new Required(environment)
                .least(asked)
                .map(least -> as(wanted, number(least)))
                .orElseGet(() ->
                        meaning(environment.names().fact(system, asked.fact()).orElseThrow(), scope, wanted));
    }

    private Expression call(ExpressionNode.Call call, Scope scope, Type wanted) {
        if (call.name().text().equals(HopCalls.CROSSES)) {
            return crosses(call, scope);
        }
        Signature signature = Signatures.call(call.name().text()).orElseThrow();
        Arguments arguments = Arguments.of(call.name(), signature, List.of(), call.arguments());
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        boolean inOrder = true;
        for (Parameter parameter : signature.parameters()) {
            ExpressionNode value = arguments.byParameter().get(parameter);
            inOrder &= value != null;
            if (value != null && inOrder) {
                positional.add(argument(parameter, value, scope));
            } else if (value != null) {
                named.put(parameter.name(), argument(parameter, value, scope));
            }
        }
        arguments.surplus().forEach(value -> positional.add(value(value, scope, Type.READING)));
        if (signature.name().equals("version") && positional.getFirst() instanceof Literal(Value constant)) {
            return new Literal(Conversions.to(constant, Type.VERSION));
        }
        Type type = signature.gives() == Type.READING ? wanted : signature.gives();
        return new Expression.Call(signature.name(), positional, named, type);
    }

    private Expression argument(Parameter parameter, ExpressionNode value, Scope scope) {
        return parameter.name().equals("command") ? command(value, scope) : value(value, scope, asked(parameter));
    }

    /** What a parameter asks a text or a reading to become. */
    private static Type asked(Parameter parameter) {
        return parameter.types().contains(Type.READING)
                ? Type.READING
                : parameter.types().contains(Type.TEXT)
                        ? Type.TEXT
                        : parameter.types().iterator().next();
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

    private Expression crosses(ExpressionNode.Call call, Scope scope) {
        ExpressionNode argument = call.arguments().getFirst().value();
        Expression border = spelled(value(argument, scope, Type.VERSION), scope.system());
        if (!(border instanceof Literal(Value.Number(Version version)))) {
            return border;
        }
        boolean crosses = hop().current().compareTo(version) < 0
                && version.compareTo(hop().next().version()) <= 0;
        return new Literal(new Value.Truth(crosses));
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
