package dev.rung.language.check;

import dev.rung.language.syntax.Declaration;
import dev.rung.model.expression.Type;
import java.util.List;
import java.util.Optional;

/** The types that an input may have. */
final class InputTypes {
    private static final List<Type> ALL = List.of(
            Type.BOOL, Type.DATE, Type.DURATION, Type.INT, Type.PATH, Type.SIZE, Type.TEXT, Type.URL, Type.VERSION);

    private InputTypes() {}

    static Optional<Type> of(Declaration.Input input) {
        return ALL.stream()
                .filter(type -> type.word().equals(input.type().text()))
                .findFirst();
    }

    static List<String> words() {
        return ALL.stream().map(Type::word).toList();
    }
}
