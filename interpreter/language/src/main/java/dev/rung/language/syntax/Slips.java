package dev.rung.language.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All slips that are known, the surest first. */
final class Slips {
    private static final List<Function<Stumble, Optional<SyntaxFinding>>> ALL = List.of(
            OpenerSlips::find,
            CommentSlips::find,
            QuoteSlips::find,
            ListSlips::find,
            NumberSlips::find,
            OperatorSlips::find,
            ClauseSlips::find,
            MarkSlips::find);

    private Slips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return ALL.stream()
                .map(slip -> slip.apply(stumble))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
