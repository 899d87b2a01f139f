package dev.rung.language.check;

import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Durations;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Sizes;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Span;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which type an expression has, without judging it. Empty where it is wrong, or could not be read. */
public final class Types {
    private final Names names;
    /** Each expression is one object: to compare them, or to hash them, costs what they are long. */
    private final Set<ExpressionNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<ExpressionNode, Optional<Type>> known = new IdentityHashMap<>();

    public Types(Names names) {
        this.names = names;
    }

    public Optional<Type> of(ExpressionNode node, Scope scope) {
        return switch (node) {
            case ExpressionNode.Text text -> Optional.of(holdsSecret(text, scope) ? Type.SECRET : Type.TEXT);
            case ExpressionNode.Literal literal -> Optional.of(of(literal.value()));
            case ExpressionNode.Use use -> names.of(use.name(), scope).flatMap(this::of);
            case ExpressionNode.Member member -> member(member, scope);
            case ExpressionNode.Call call -> call(call, scope);
            case ExpressionNode.Not not -> Optional.of(Type.BOOL);
            case ExpressionNode.Items items -> Optional.of(Type.LIST);
            case ExpressionNode.Binary binary -> binary(binary, scope);
            case ExpressionNode.Range range -> Optional.empty();
            case ExpressionNode.Unread unread -> Optional.empty();
        };
    }

    /** Whatever is made with a secret is one. */
    private boolean holdsSecret(ExpressionNode.Text text, Scope scope) {
        return Readings.children(text).stream()
                .anyMatch(hole -> of(hole, scope).filter(Type.SECRET::equals).isPresent());
    }

    private Optional<Type> call(ExpressionNode.Call call, Scope scope) {
        return MustKeep.reads(call, names, scope)
                ? Optional.of(Type.SECRET)
                : Signatures.call(call.name().text()).map(Signature::gives);
    }

    private static Type of(Value value) {
        return switch (value) {
            case Value.Text text -> Type.TEXT;
            case Value.Whole whole -> Type.INT;
            case Value.Percentage percentage -> Type.PERCENTAGE;
            case Value.Truth truth -> Type.BOOL;
            case Value.Size size -> Type.SIZE;
            case Value.Span span -> Type.DURATION;
            case Value.Day day -> Type.DATE;
            case Value.Number number -> Type.VERSION;
            case Value.Listing listing -> Type.LIST;
            case Value.Secret secret -> Type.SECRET;
            case Value.Unknown unknown -> Type.READING;
        };
    }

    private Optional<Type> of(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Input input -> Optional.of(input.type());
            case Meaning.Let let -> guarded(let.declaration().value(), Scope.outside(names));
            case Meaning.Local local -> local.isElement() ? element(local) : guarded(local.value(), local.at());
            case Meaning.Fact fact -> fact(fact);
            case Meaning.Installed installed -> Optional.of(Type.VERSION);
            case Meaning.Part part -> Optional.of(part.declaration().kind());
            case Meaning.Secret secret -> Optional.of(Type.SECRET);
            case Meaning.Place place -> Optional.of(Type.PLACE);
            case Meaning.Sys system -> Optional.empty();
            case Meaning.Given(Meaning.Word word) ->
                Optional.of(
                        switch (word) {
                            case CURRENT, NEXT -> Type.RELEASE;
                            case NEWEST -> Type.VERSION;
                            case FIRST_HOP, LAST_HOP -> Type.BOOL;
                        });
        };
    }

    /** Of what all have in common; what the world gives has no type of its own yet. */
    private Optional<Type> element(Meaning.Local local) {
        if (!(local.value() instanceof ExpressionNode.Items(List<ExpressionNode> items, Span span))) {
            return Optional.of(Type.READING);
        }
        Set<Optional<Type>> all = new HashSet<>();
        items.forEach(item -> all.add(of(item, local.at())));
        return all.size() == 1 ? all.iterator().next() : Optional.of(Type.READING);
    }

    private Optional<Type> fact(Meaning.Fact fact) {
        Declaration.Fact declaration = fact.declaration();
        return declaration.name().text().equals("healthy")
                ? Optional.of(Type.BOOL)
                : guarded(declaration.value(), Scope.inSystem(fact.system()));
    }

    /** What is said by way of itself has no type; the cycle is told elsewhere. */
    private Optional<Type> guarded(ExpressionNode value, Scope scope) {
        if (known.containsKey(value)) {
            return known.get(value);
        }
        if (!open.add(value)) {
            return Optional.empty();
        }
        Optional<Type> type = of(value, scope);
        open.remove(value);
        known.put(value, type);
        return type;
    }

    private Optional<Type> member(ExpressionNode.Member member, Scope scope) {
        if (member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys system) {
            return Climbed.system(member, names, scope).isPresent()
                    ? Optional.of(Type.RELEASE)
                    : names.fact(
                                    system.declaration().name().text(),
                                    member.member().text())
                            .flatMap(this::of);
        }
        if (RequiredFact.of(member, names, scope).isPresent()) {
            return Optional.of(Type.VERSION);
        }
        boolean release = of(member.owner(), scope).filter(Type.RELEASE::equals).isPresent();
        return release && member.member().text().equals("line") ? Optional.of(Type.VERSION) : Optional.empty();
    }

    private Optional<Type> binary(ExpressionNode.Binary binary, Scope scope) {
        Optional<Type> left = of(binary.left(), scope);
        Optional<Type> right = of(binary.right(), scope);
        return switch (binary.operator()) {
            case PLUS ->
                left.isEmpty() || right.isEmpty() ? Optional.empty() : Arithmetics.plus(left.get(), right.get());
            case TIMES ->
                left.isEmpty() || right.isEmpty() ? Optional.empty() : Arithmetics.times(left.get(), right.get());
            case DIVIDED ->
                left.isEmpty() || right.isEmpty() ? Optional.empty() : Arithmetics.divided(left.get(), right.get());
            default -> Optional.of(Type.BOOL);
        };
    }

    /** Whether a value of a type, written like this, can stand where another type is wanted. */
    boolean fits(Type type, ExpressionNode node, Type wanted, Scope scope) {
        if (type == wanted || type == Type.READING && !wanted.isPart()) {
            return true;
        }
        ExpressionNode written = written(node, scope);
        return switch (wanted) {
            case VERSION ->
                type == Type.RELEASE
                        || type == Type.INT && written instanceof ExpressionNode.Literal
                        || written instanceof ExpressionNode.Text text && isA(text, wanted);
            case TEXT -> type == Type.RELEASE;
            case READING -> !type.isPart();
            case COMMAND -> type == Type.LIST || fits(type, node, Type.TEXT, scope);
            default -> written instanceof ExpressionNode.Text text && isA(text, wanted);
        };
    }

    /** What an abbreviation stands for counts as if it were written in its place. */
    private ExpressionNode written(ExpressionNode node, Scope scope) {
        ExpressionNode written = node;
        for (int i = 0; i < 100; i++) {
            if (written instanceof ExpressionNode.Use use
                    && names.of(use.name(), scope).orElse(null) instanceof Meaning.Let let) {
                written = let.declaration().value();
            } else {
                return written;
            }
        }
        return written;
    }

    /** Whether a text in quotes can be a value of a type; one with holes shows only when they are filled in. */
    static boolean isA(ExpressionNode.Text text, Type type) {
        Optional<String> fixed = text.fixed();
        return switch (type) {
            case TEXT, PATH, URL -> true;
            case VERSION -> fixed.isEmpty() || Version.parse(fixed.get()).isPresent();
            case DATE -> fixed.isPresent() && isDate(fixed.get());
            case DURATION -> fixed.flatMap(Durations::parse).isPresent();
            case SIZE -> fixed.flatMap(Sizes::parse).isPresent();
            default -> false;
        };
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException noDate) {
            return false;
        }
    }

    static boolean isComparison(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
    }
}
