package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.SlipFinding.LeftOut;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.language.syntax.WordFinding.UnexpectedWord;
import dev.rung.model.text.Nearest;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Words that go together, of which one is left out or stands by itself. */
final class WordPairSlips {
    private WordPairSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return byRestore(stumble).or(() -> stepThrough(stumble)).or(() -> noReturn(stumble));
    }

    /** {@code backup db to "x" verified} */
    private static Optional<SyntaxFinding> byRestore(Stumble stumble) {
        return stumble.behind("verified") && stumble.expects("by")
                ? Optional.of(new LeftOut(stumble.behindLast(), "by restore", " by restore"))
                : Optional.empty();
    }

    private static Optional<SyntaxFinding> stepThrough(Stumble stumble) {
        return stumble.at("step")
                ? stumble.next()
                        .filter(next -> Stumble.is(next, "through"))
                        .map(next -> new OtherSpelling(stumble.through(next), "step-through"))
                : Optional.empty();
    }

    private static Optional<SyntaxFinding> noReturn(Stumble stumble) {
        List<String> rest = List.of("of", "no", "return");
        Token last = stumble.token();
        for (String word : stumble.at("point") ? rest : List.of("")) {
            Optional<Token> next = stumble.lines().after(last).filter(token -> Stumble.is(token, word));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            last = next.get();
        }
        return Optional.of(new OtherSpelling(stumble.through(last), "point-of-no-return"));
    }

    static Optional<SyntaxFinding> changesNothing(Stumble stumble) {
        if (!(stumble.owner() instanceof RunbookParser.PhaseContext) || !stumble.expects("{")) {
            return Optional.empty();
        }
        String word = stumble.token().getText();
        if (word.matches("changes[-_]nothing|readonly|read-only")) {
            return Optional.of(new OtherSpelling(stumble.here(), "changes nothing"));
        }
        Optional<String> nearest = Nearest.to(word, List.of("changes"));
        return nearest.isPresent() && stumble.then("nothing")
                ? Optional.of(new UnexpectedWord(
                        stumble.here(),
                        stumble.dialect().shown(stumble.token()),
                        List.of("`changes`", "`{`"),
                        nearest,
                        ""))
                : Optional.empty();
    }
}
