package dev.rung.language.signature;

import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import java.util.Set;

/** Short words for what drivers and calls take. */
final class Parameters {
    private Parameters() {}

    static Parameter needed(String name, String summary, Type... types) {
        return new Parameter(name, Set.of(types), true, summary);
    }

    static Parameter free(String name, String summary, Type... types) {
        return new Parameter(name, Set.of(types), false, summary);
    }

    static Parameter path(String name, String summary) {
        return needed(name, summary, Type.PATH, Type.TEXT);
    }

    static Parameter command(String name, String summary) {
        return needed(name, summary, Type.COMMAND);
    }
}
