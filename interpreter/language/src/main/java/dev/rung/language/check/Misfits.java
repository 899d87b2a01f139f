package dev.rung.language.check;

import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says what to do about an expression whose type does not fit its place. */
final class Misfits {
    private Misfits() {}

    static WrongType of(Location at, ExpressionNode node, Type type, Set<Type> wanted) {
        Optional<String> right = right(node, wanted);
        String help = right.map(text -> "write `" + text + "`").orElseGet(() -> help(at, node, type, wanted));
        return new WrongType(at, words(wanted), type.word(), help, right.map(text -> new Edit(at, text)));
    }

    static List<String> words(Set<Type> types) {
        List<String> words = types.stream()
                .filter(type -> type != Type.READING && (type != Type.SECRET || types.size() == 1))
                .flatMap(type -> type == Type.COMMAND ? Stream.of(Type.LIST, Type.TEXT) : Stream.of(type))
                .map(Type::word)
                .sorted()
                .toList();
        if (words.isEmpty()) {
            return List.of("value");
        }
        return words.contains("path") && words.contains("text") && words.size() == 2 ? List.of("path") : words;
    }

    /** What was meant, where that is certain: a number or a yes in quotes. */
    private static Optional<String> right(ExpressionNode node, Set<Type> wanted) {
        if (!(node instanceof ExpressionNode.Text text)) {
            return Optional.empty();
        }
        Optional<String> fixed = text.fixed();
        if (wanted.equals(Set.of(Type.INT))) {
            return fixed.filter(digits -> digits.matches("\\d{1,18}"));
        }
        return wanted.equals(Set.of(Type.BOOL)) ? fixed.flatMap(Habits::truth) : Optional.empty();
    }

    private static String help(Location at, ExpressionNode node, Type type, Set<Type> wanted) {
        boolean text = node instanceof ExpressionNode.Text;
        if (wanted.equals(Set.of(Type.BOOL))) {
            return condition(at, type, text);
        }
        if (text && wanted.stream().allMatch(Type::isPart)) {
            return "write the part's name without quotes";
        }
        if (type.isPart() && wanted.stream().noneMatch(Type::isPart)) {
            return wanted.contains(Type.PATH)
                    ? "a part does not stand for its path: write the path in quotes, like `\"/srv/data\"`"
                    : "a part has no value by itself: read something of it by a call";
        }
        boolean number = node instanceof ExpressionNode.Literal(Value.Whole whole, var span);
        if (number && wanted.equals(Set.of(Type.DURATION))) {
            return "write it with its unit: `" + at.text() + "s`, `" + at.text() + "m`";
        }
        if (number && wanted.equals(Set.of(Type.SIZE))) {
            return "write it with its unit: `" + at.text() + "MB`, `" + at.text() + "GiB`";
        }
        if (wanted.equals(Set.of(Type.PATH, Type.TEXT)) || wanted.equals(Set.of(Type.BACKUP, Type.PATH, Type.TEXT))) {
            return form(Type.PATH);
        }
        if (wanted.equals(Set.of(Type.URL, Type.TEXT))) {
            return form(Type.URL);
        }
        return wanted.size() == 1 ? form(wanted.iterator().next()) : "";
    }

    private static String condition(Location at, Type type, boolean text) {
        return switch (type) {
            case DURATION -> "say what has to hold; a time limit is said by `within " + at.text() + "`";
            case TEXT -> text ? "write a comparison, such as `… == \"ok\"`" : comparison(at, "== \"…\"");
            case VERSION -> comparison(at, ">= 1.0");
            case INT -> comparison(at, ">= 1");
            case SIZE -> comparison(at, ">= 3GB");
            default -> "write what holds or does not, such as `… == …` or `exists(…)`";
        };
    }

    private static String comparison(Location at, String with) {
        return "write a comparison, such as `" + at.text() + " " + with + "`";
    }

    /** How a value of a type is written. */
    private static String form(Type type) {
        return switch (type) {
            case BOOL -> "write `true` or `false`";
            case DATE -> "write it like `2025-01-30`";
            case DURATION -> "write it like `90s` or `1h30m`";
            case INT -> "write it like `3`";
            case LIST -> "write it like `[1, 2]`";
            case PATH -> "write it in quotes, like `\"/srv/data\"`";
            case SECRET -> "have it read when it is used: `env(\"…\")`, `text-of(\"…\")`, or the name of a `secret`";
            case TEXT -> "write it in quotes: `\"…\"`";
            case URL -> "write it in quotes, like `\"https://example.org\"`";
            case SIZE -> "write it like `512MiB` or `2GB`";
            case VERSION -> "write it like `1.40.8`";
            default -> "";
        };
    }
}
