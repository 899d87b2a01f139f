package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.WordFinding.ReservedWord;
import dev.rung.language.syntax.WordFinding.UnknownWord;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Opening words that read as something else until the word behind them, and words of the language in a name's place. */
final class OpenerSlips {
    private OpenerSlips() {}

    static Optional<SyntaxFinding> find(Stumble stumble) {
        return keywordAsArgument(stumble).or(() -> misspeltPart(stumble)).or(() -> misspeltTyped(stumble));
    }

    /** {@code exists(database)} reads as the name of an argument. */
    private static Optional<SyntaxFinding> keywordAsArgument(Stumble stumble) {
        return stumble.before()
                .filter(word -> stumble.context() instanceof RunbookParser.ArgumentContext argument
                        && word.equals(argument.getStart())
                        && RunbookDialect.isNameless(word.getType()))
                .map(word -> new ReservedWord(stumble.file().at(Spans.of(word)), word.getText()));
    }

    /** {@code artefact jar = …} reads as a fact that goes wrong at its second word. */
    private static Optional<SyntaxFinding> misspeltPart(Stumble stumble) {
        return stumble.before()
                .filter(word -> stumble.context() instanceof RunbookParser.EntryContext entry
                        && entry.getParent() instanceof RunbookParser.SystemContext
                        && word.equals(entry.getStart())
                        && stumble.isName(word))
                .map(word -> unknown(stumble, word, "a part or a fact", RunbookDialect.ENTRIES))
                .filter(finding -> stumble.isName(stumble.token())
                        || finding.nearest()
                                .filter(word -> opens(word, stumble))
                                .isPresent())
                .map(finding -> finding);
    }

    /** {@code neutralize {…}}, {@code relaeses "…"}: what no fact goes on with, and that which was meant does. */
    private static boolean opens(String entry, Stumble stumble) {
        return switch (entry) {
            case "neutralise" -> stumble.token().getType() == stumble.dialect().openBrace();
            case "releases" -> stumble.token().getText().equals("\"");
            default -> false;
        };
    }

    /** {@code swpa jar to next} in a shell reads as an expression with something behind it. */
    private static Optional<SyntaxFinding> misspeltTyped(Stumble stumble) {
        return stumble.before()
                .filter(word -> stumble.context() instanceof RunbookParser.ReplInputContext
                        && stumble.isName(word)
                        && stumble.lines().before(word).isEmpty())
                .map(word -> unknown(stumble, word, "a statement", RunbookDialect.STATEMENTS))
                .filter(finding ->
                        finding.nearest().isPresent() || !finding.instead().isEmpty() || beginsStatement(stumble))
                .map(finding -> finding);
    }

    /** {@code frobnicate server}: no expression goes on like this, whatever the word before it is. */
    private static boolean beginsStatement(Stumble stumble) {
        Token token = stumble.token();
        return stumble.onLine()
                && (stumble.isName(token)
                        || Stumble.isNumber(token)
                        || stumble.quoted(token).isPresent()
                        || RunbookDialect.STATEMENTS.contains(token.getType()));
    }

    private static UnknownWord unknown(Stumble stumble, Token word, String kind, List<Integer> openers) {
        return UnknownWord.of(
                stumble.file().at(Spans.of(word)),
                word.getText(),
                kind,
                stumble.dialect().spellings(openers));
    }
}
