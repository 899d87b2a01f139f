package dev.rung.language.syntax;

import dev.rung.language.syntax.SlipFinding.NeedlessMark;
import dev.rung.language.syntax.SlipFinding.OtherComment;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Comments of other languages, and the dash before an item of a list. */
final class CommentSlips {
    private CommentSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        Optional<Token> slash = stumble.joined("/");
        if (stumble.at("/") && slash.isPresent() && stumble.joinedTo(":").isEmpty()) {
            return Optional.of(toLineEnd(stumble, slash.get()));
        }
        Optional<Token> star = stumble.joined("*");
        if (stumble.at("/") && star.isPresent()) {
            return Optional.of(overLines(stumble, star.get()));
        }
        Optional<Token> dash = stumble.joined("-");
        if (stumble.at("-")
                && dash.isPresent()
                && stumble.next(dash.get())
                        .filter(next -> Stumble.touch(dash.get(), next))
                        .isEmpty()) {
            return Optional.of(toLineEnd(stumble, dash.get()));
        }
        return stumble.at("-") && !stumble.onLine() ? item(stumble) : Optional.empty();
    }

    private static SyntaxFinding toLineEnd(Stumble stumble, Token second) {
        Location at = stumble.through(second);
        int line = stumble.file().position(at.span().start()).line();
        return new OtherComment(
                at, stumble.file().lineStart(line) + stumble.file().line(line).length());
    }

    private static SyntaxFinding overLines(Stumble stumble, Token second) {
        Location at = stumble.through(second);
        int end = stumble.file().text().indexOf("*/", at.span().end());
        return new OtherComment(at, end < 0 ? stumble.file().text().length() : end + 2);
    }

    /** {@code - stop server} */
    private static Optional<SyntaxFinding> item(Stumble stumble) {
        return stumble.next()
                .map(next -> new NeedlessMark(
                        stumble.file().at(new Span(stumble.token().getStartIndex(), next.getStartIndex())),
                        "statements and declarations stand on lines of their own, without a dash"));
    }
}
