package dev.rung.language.check;

import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Set;

/** Says what to do about an expression whose type does not fit its place. */
final class Misfits {
    private Misfits() {}

    static WrongType of(Location at, ExpressionNode node, Type type, Set<Type> wanted) {
        return new WrongType(at, words(wanted), type.word(), help(node, wanted));
    }

    private static List<String> words(Set<Type> types) {
        List<String> words = types.stream()
                .filter(type -> type != Type.READING && type != Type.SECRET)
                .map(Type::word)
                .sorted()
                .toList();
        return words.contains("path") && words.contains("text") && words.size() == 2 ? List.of("path") : words;
    }

    private static String help(ExpressionNode node, Set<Type> wanted) {
        if (node instanceof ExpressionNode.Text && wanted.equals(Set.of(Type.BOOL))) {
            return "write a comparison, such as `… == \"ok\"`";
        }
        boolean nameInQuotes =
                node instanceof ExpressionNode.Text && wanted.stream().allMatch(Type::isPart);
        return nameInQuotes ? "write the part's name without quotes" : "";
    }
}
