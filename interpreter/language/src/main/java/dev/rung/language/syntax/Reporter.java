package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.ClosingFinding.StrayBrace;
import dev.rung.language.syntax.ClosingFinding.UnclosedBrace;
import dev.rung.language.syntax.ClosingFinding.UnclosedBracket;
import dev.rung.language.syntax.LiteralFinding.UnknownCharacter;
import dev.rung.language.syntax.WordFinding.MisplacedWord;
import dev.rung.language.syntax.WordFinding.MissingWord;
import dev.rung.language.syntax.WordFinding.ReservedWord;
import dev.rung.language.syntax.WordFinding.UnexpectedWord;
import dev.rung.language.syntax.WordFinding.UnknownWord;
import dev.rung.model.text.Location;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns what a parser stumbles over into findings in the words of the language. */
final class Reporter {
    /** @param token where the parser stumbled */
    record Reported(SyntaxFinding finding, Token token) {}

    private final SourceFile file;
    private final Lines lines;
    private final Dialect dialect;
    private final List<Reported> reported = new ArrayList<>();
    /** The words of the language that somebody took for names. */
    private final Set<String> reserved = new HashSet<>();

    Reporter(SourceFile file, Lines lines, Dialect dialect) {
        this.file = file;
        this.lines = lines;
        this.dialect = dialect;
    }

    List<Reported> reported() {
        return reported;
    }

    /** A word at which nothing of the given block can begin. */
    void atBlock(Token token, ParserRuleContext block, IntervalSet expected) {
        int type = token.getType();
        if (!dialect.isOpen(block)) {
            atToken(token, block, expected);
        } else if (block.getParent() != null && (type == Token.EOF || endsBlock(token, block))) {
            Location where = type == Token.EOF ? behindLast(token) : at(token);
            report(
                    token,
                    new UnclosedBrace(
                            where, lines.openBrace(token).map(this::at).orElse(at(token))));
        } else if (type == dialect.closeBrace()) {
            report(token, new StrayBrace(at(token)));
        } else if (type == dialect.unknown()) {
            report(token, new UnknownCharacter(at(token), token.getText()));
        } else if (type == dialect.name() && (lines.isFirstOnLine(token) || dialect.sharesLines(block))) {
            unknownWord(token, block, dialect.openers(block));
        } else {
            report(
                    token,
                    dialect.place(type)
                            .<SyntaxFinding>map(place -> new MisplacedWord(at(token), token.getText(), place))
                            .orElseGet(() -> unexpected(token, List.of(), dialect.keywords())));
        }
    }

    /** Whether a token can only belong to a block around this one, whose own brace is missing then. */
    boolean endsBlock(Token token, ParserRuleContext block) {
        for (ParserRuleContext around = block.getParent(); around != null; around = around.getParent()) {
            if (dialect.openers(around).contains(token.getType()) && lines.isFirstOnLine(token)) {
                return true;
            }
        }
        return false;
    }

    private void unknownWord(Token token, ParserRuleContext block, Collection<Integer> openers) {
        List<String> known = dialect.spellings(openers);
        Optional<String> nearest = Nearest.to(token.getText(), known);
        report(token, new UnknownWord(at(token), token.getText(), dialect.kind(block), known, nearest));
    }

    /** Any other place at which the parser can go no further. */
    void atToken(Token token, ParserRuleContext context, IntervalSet expected) {
        int type = token.getType();
        boolean begins = lines.before(token).isEmpty() && type != Token.EOF;
        boolean endsLine = !begins && (type == Token.EOF || type == dialect.closeBrace() || lines.isFirstOnLine(token));
        Optional<Token> bracket = lines.openBracket(token);
        boolean bracketEnds = dialect.brackets().keySet().stream().anyMatch(expected::contains);
        List<String> wanted = dialect.expected(expected, context);
        if (type == dialect.unknown()
                && (wanted.isEmpty()
                        || UnknownCharacter.instead(token.getText()).isPresent())) {
            report(token, new UnknownCharacter(at(token), token.getText()));
        } else if (type == dialect.closeBrace() && lines.openBrace(token).isEmpty() && bracket.isEmpty()) {
            report(token, new StrayBrace(at(token)));
        } else if (keywordAsArgument(token, context).isPresent()) {
            Token word = keywordAsArgument(token, context).get();
            report(word, new ReservedWord(at(word), word.getText()));
        } else if (endsLine && bracketEnds && bracket.isPresent()) {
            report(token, new UnclosedBracket(behindLast(token), at(bracket.get()), closer(bracket.get())));
        } else if (isMisspeltOpener(token, context)) {
            Token word = context.getStart();
            unknownWord(word, context.getParent(), dialect.openers(context.getParent()));
        } else if (misspeltTyped(token, context).isPresent()) {
            unknownWord(misspeltTyped(token, context).get(), context, RunbookDialect.STATEMENTS);
        } else if (endsLine) {
            String after = lines.before(token).map(dialect::shown).orElse("");
            report(token, new MissingWord(behindLast(token), after, wanted));
        } else if (dialect.isReserved(type, expected)) {
            report(token, new ReservedWord(at(token), token.getText()));
        } else {
            report(token, unexpected(token, wanted, expected.toSet()));
        }
    }

    private String closer(Token bracket) {
        return dialect.brackets().entrySet().stream()
                .filter(pair -> pair.getValue() == bracket.getType())
                .map(pair -> dialect.spelling(pair.getKey()))
                .findFirst()
                .orElseThrow();
    }

    private UnexpectedWord unexpected(Token token, List<String> expected, Collection<Integer> types) {
        return new UnexpectedWord(at(token), dialect.shown(token), expected, nearestKeyword(token, types));
    }

    /** {@code artefact jar = …} reads as a fact that goes wrong at its second word. */
    private static boolean isMisspeltOpener(Token token, ParserRuleContext context) {
        return context instanceof RunbookParser.EntryContext
                && context.getStart().getType() == RunbookLexer.NAME
                && context.getStart().getTokenIndex() < token.getTokenIndex()
                && token.getType() == RunbookLexer.NAME
                && context.getParent() instanceof RunbookParser.SystemContext;
    }

    /** {@code exists(database)}: a word of the language as an argument reads as the name of one. */
    private Optional<Token> keywordAsArgument(Token token, ParserRuleContext context) {
        boolean named = context instanceof RunbookParser.ArgumentContext
                && context.getStart().getTokenIndex() < token.getTokenIndex();
        return lines.before(token)
                .filter(word -> named && RunbookDialect.isNameless(word.getType()) && word.equals(context.getStart()));
    }

    /** {@code swpa jar to next} in a shell reads as an expression with something behind it. */
    private Optional<Token> misspeltTyped(Token token, ParserRuleContext context) {
        boolean typed = context instanceof RunbookParser.ReplInputContext;
        return lines.before(token)
                .filter(word -> typed
                        && word.getType() == RunbookLexer.NAME
                        && lines.before(word).isEmpty()
                        && nearestKeyword(word, RunbookDialect.STATEMENTS).isPresent());
    }

    /** One letter is near to anything. */
    private Optional<String> nearestKeyword(Token token, Collection<Integer> types) {
        return token.getType() == dialect.name() && token.getText().length() > 1
                ? Nearest.to(
                        token.getText(),
                        types.stream()
                                .filter(dialect::isKeyword)
                                .map(dialect::spelling)
                                .toList())
                : Optional.empty();
    }

    /** Whoever takes a word of the language for a name uses it more than once; once is enough to say so. */
    private void report(Token token, SyntaxFinding finding) {
        boolean again = (finding instanceof UnexpectedWord || finding instanceof ReservedWord)
                && reserved.contains(token.getText());
        if (finding instanceof ReservedWord) {
            reserved.add(token.getText());
        }
        if (!again) {
            reported.add(new Reported(finding, token));
        }
    }

    private Location behindLast(Token token) {
        return file.at(
                Span.at(lines.before(token).map(last -> last.getStopIndex() + 1).orElse(0)));
    }

    Location at(Token token) {
        return file.at(Spans.of(token));
    }
}
