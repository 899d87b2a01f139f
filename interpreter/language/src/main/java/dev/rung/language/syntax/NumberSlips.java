package dev.rung.language.syntax;

import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.model.expression.Durations;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import dev.rung.model.version.Version;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Units apart from their numbers, versions with a {@code v}. */
final class NumberSlips {
    private NumberSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return stumble.onLine() ? unit(stumble).or(() -> version(stumble)) : Optional.empty();
    }

    /** {@code 1 minute}, {@code 1m 30s} */
    private static Optional<SyntaxFinding> unit(Stumble stumble) {
        Optional<Token> number = stumble.before().filter(Stumble::isNumber);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Location at = stumble.from(number.get());
        String together = number.get().getText() + stumble.token().getText();
        Optional<String> right = stumble.isWord(stumble.token())
                ? Units.right(together)
                : Optional.of(together)
                        .filter(both -> Durations.parse(both).isPresent()
                                && Durations.parse(number.get().getText()).isPresent());
        return right.map(written -> new OtherSpelling(at, written));
    }

    /** {@code v1.0} reads as a name, a dot and a number. */
    private static Optional<SyntaxFinding> version(Stumble stumble) {
        Optional<Token> name = stumble.joinedTo(".")
                .flatMap(dot -> stumble.lines().before(dot).filter(first -> Stumble.touch(first, dot)));
        if (name.isEmpty() || !name.get().getText().matches("[vV]\\d+")) {
            return Optional.empty();
        }
        Span span = stumble.unbroken(name.get().getStartIndex());
        String number = stumble.file().text(span).substring(1);
        return Version.parse(number)
                .map(version -> new OtherSpelling(stumble.file().at(span), number));
    }
}
