package dev.rung.language.check;

import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what an expression asks: files alone, or something that knows what the data have become. */
public final class Probes {
    /** A program may ask anybody. */
    private static final Set<String> ASK_ANYBODY = Set.of("output", "succeeds");

    private final Names names;
    private final List<String> reads = new ArrayList<>();
    private final Set<Object> followed = new HashSet<>();
    private boolean asksMore;

    private Probes(Names names) {
        this.names = names;
    }

    /** The calls by which an expression reads files; none if it asks anything else too, or nothing at all. */
    public static List<String> ofFilesAlone(Names names, ExpressionNode expression, String system) {
        Probes probes = new Probes(names);
        probes.follow(expression, Scope.inSystem(system));
        return probes.asksMore ? List.of() : probes.reads.stream().distinct().toList();
    }

    private void follow(ExpressionNode node, Scope scope) {
        switch (node) {
            case ExpressionNode.Call call -> call(call, scope);
            case ExpressionNode.Use use -> names.of(use.name(), scope).ifPresent(this::follow);
            case ExpressionNode.Member member -> asksMore = true;
            default -> {
                // is as good as what it is made of
            }
        }
        Readings.children(node).forEach(child -> follow(child, scope));
    }

    private void call(ExpressionNode.Call call, Scope scope) {
        Signatures.call(call.name().text()).ifPresent(signature -> {
            boolean ofText = call.name().text().equals("json")
                    && !call.arguments().isEmpty()
                    && call.arguments().getFirst().value() instanceof ExpressionNode.Call;
            if (signature.traits().contains(Signature.Trait.ASKS_APPLICATION) && !ofText
                    || ASK_ANYBODY.contains(signature.name())
                    || asksPart(call, scope)) {
                asksMore = true;
            } else if (signature.parameters().stream()
                    .anyMatch(parameter -> parameter.types().contains(Type.PATH))) {
                reads.add(signature.name());
            }
        });
    }

    /** A part that knows what has become of the data: anything but an artifact. */
    private boolean asksPart(ExpressionNode.Call call, Scope scope) {
        return call.arguments().stream()
                .anyMatch(argument -> argument.value() instanceof ExpressionNode.Use use
                        && names.of(use.name(), scope).orElse(null) instanceof Meaning.Part part
                        && part.declaration().kind() != Type.ARTIFACT);
    }

    private void follow(Meaning meaning) {
        switch (meaning) {
            case Meaning.Let let
            when followed.add(let) -> follow(let.declaration().value(), Scope.outside(names));
            case Meaning.Fact fact
            when followed.add(fact) -> follow(fact.declaration().value(), Scope.inSystem(fact.system()));
            default -> {
                // was followed, or leads no further
            }
        }
    }
}
