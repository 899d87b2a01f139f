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

/** Turns what the parser stumbles over into findings in the words of the language. */
final class SyntaxReporter {
    /** @param token where the parser stumbled */
    record Reported(SyntaxFinding finding, Token token) {}

    private final SourceFile file;
    private final Lines lines;
    private final List<Reported> reported = new ArrayList<>();
    /** The words of the language that somebody took for names. */
    private final Set<String> reserved = new HashSet<>();

    SyntaxReporter(SourceFile file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    List<Reported> reported() {
        return reported;
    }

    /** A word at which no statement, declaration or part of the given block can begin. */
    void atBlock(Token token, ParserRuleContext block) {
        List<Integer> openers = openers(block);
        boolean first = lines.isFirstOnLine(token);
        int type = token.getType();
        boolean inFile = block instanceof RunbookParser.FileContext;
        if (!inFile && (type == Token.EOF || first && Words.DECLARATIONS.contains(type))) {
            unclosedBrace(token);
        } else if (inFile && type == RunbookLexer.RBRACE) {
            report(token, new StrayBrace(at(token)));
        } else if (type == RunbookLexer.UNKNOWN) {
            unknownCharacter(token);
        } else if (type == RunbookLexer.NAME && first) {
            unknownWord(token, block, openers);
        } else if (Words.STATEMENTS.contains(type)
                || Words.ENTRIES.contains(type)
                || Words.DECLARATIONS.contains(type)) {
            report(token, new MisplacedWord(at(token), token.getText(), place(type)));
        } else {
            report(
                    token,
                    new UnexpectedWord(at(token), shown(token), List.of(), nearestKeyword(token, Words.KEYWORDS)));
        }
    }

    private void unknownWord(Token token, ParserRuleContext block, List<Integer> openers) {
        List<String> known = Words.spellings(openers);
        String kind = block instanceof RunbookParser.FileContext
                ? "a declaration"
                : block instanceof RunbookParser.SystemContext ? "a part or a fact" : "a statement";
        report(token, new UnknownWord(at(token), token.getText(), kind, known, Nearest.to(token.getText(), known)));
    }

    private static List<Integer> openers(ParserRuleContext block) {
        return switch (block) {
            case RunbookParser.FileContext file -> Words.DECLARATIONS;
            case RunbookParser.SystemContext system -> Words.ENTRIES;
            default -> Words.STATEMENTS;
        };
    }

    private static String place(int type) {
        return Words.STATEMENTS.contains(type)
                ? "in a `phase`"
                : Words.ENTRIES.contains(type) ? "in a `system`" : "at the top of a file";
    }

    /** Any other place at which the parser can go no further. */
    void atToken(Token token, ParserRuleContext context, IntervalSet expected) {
        boolean begins = lines.before(token).isEmpty() && token.getType() != Token.EOF;
        boolean endsLine = !begins
                && (token.getType() == Token.EOF
                        || token.getType() == RunbookLexer.RBRACE
                        || lines.isFirstOnLine(token));
        Optional<Token> bracket = lines.openBefore(token, RunbookLexer.LPAREN, RunbookLexer.LBRACKET);
        boolean bracketEnds = expected.contains(RunbookLexer.RPAREN) || expected.contains(RunbookLexer.RBRACKET);
        if (token.getType() == RunbookLexer.UNKNOWN) {
            unknownCharacter(token);
        } else if (token.getType() == RunbookLexer.RBRACE
                && lines.openBefore(token, RunbookLexer.LBRACE).isEmpty()
                && bracket.isEmpty()) {
            report(token, new StrayBrace(at(token)));
        } else if (keywordAsArgument(token, context).isPresent()) {
            Token word = keywordAsArgument(token, context).get();
            report(word, new ReservedWord(at(word), word.getText()));
        } else if (endsLine && bracketEnds && bracket.isPresent()) {
            String closer = bracket.get().getType() == RunbookLexer.LPAREN ? ")" : "]";
            report(token, new UnclosedBracket(behindLast(token), at(bracket.get()), closer));
        } else if (isMisspeltOpener(token, context)) {
            Token word = context.getStart();
            unknownWord(word, context.getParent(), openers(context.getParent()));
        } else if (misspeltTyped(token, context).isPresent()) {
            unknownWord(misspeltTyped(token, context).get(), context, Words.STATEMENTS);
        } else if (endsLine) {
            String after = lines.before(token).map(SyntaxReporter::ending).orElse("");
            report(token, new MissingWord(behindLast(token), after, Words.expected(expected)));
        } else if (Words.isKeyword(token.getType())
                && expected.contains(RunbookLexer.NAME)
                && !expected.contains(RunbookLexer.WHOLE)) {
            report(token, new ReservedWord(at(token), token.getText()));
        } else {
            Optional<String> nearest = nearestKeyword(token, expected.toSet());
            report(token, new UnexpectedWord(at(token), shown(token), Words.expected(expected), nearest));
        }
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
                .filter(word -> named && Words.isNameless(word.getType()) && word.equals(context.getStart()));
    }

    /** {@code swpa jar to next} in a shell reads as an expression with something behind it. */
    private Optional<Token> misspeltTyped(Token token, ParserRuleContext context) {
        boolean typed = context instanceof RunbookParser.ReplInputContext;
        return lines.before(token)
                .filter(word -> typed
                        && word.getType() == RunbookLexer.NAME
                        && lines.before(word).isEmpty()
                        && nearestKeyword(word, Words.STATEMENTS).isPresent());
    }

    private void unclosedBrace(Token token) {
        Location opener =
                lines.openBefore(token, RunbookLexer.LBRACE).map(this::at).orElse(at(token));
        Location where = token.getType() == Token.EOF ? behindLast(token) : at(token);
        report(token, new UnclosedBrace(where, opener));
    }

    private void unknownCharacter(Token token) {
        report(token, new UnknownCharacter(at(token), token.getText()));
    }

    /** One letter is near to anything. */
    private static Optional<String> nearestKeyword(Token token, Collection<Integer> types) {
        return token.getType() == RunbookLexer.NAME && token.getText().length() > 1
                ? Nearest.to(
                        token.getText(),
                        types.stream()
                                .filter(Words::isKeyword)
                                .map(Words::spelling)
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

    private static String shown(Token token) {
        String text = token.getText();
        return switch (token.getType()) {
            case Token.EOF -> "the end of the file";
            case RunbookLexer.TEXT_OPEN, RunbookLexer.BLOCK_OPEN, RunbookLexer.RAW, RunbookLexer.RAW_BLOCK_OPEN ->
                "a text";
            default -> "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
        };
    }

    /** The end of a text says nothing; then the message does without. */
    private static String ending(Token token) {
        return switch (token.getType()) {
            case RunbookLexer.TEXT_CLOSE, RunbookLexer.BLOCK_CLOSE, RunbookLexer.RAW_BLOCK_CLOSE -> "the text";
            default -> shown(token);
        };
    }

    private Location behindLast(Token token) {
        return file.at(
                Span.at(lines.before(token).map(last -> last.getStopIndex() + 1).orElse(0)));
    }

    Location at(Token token) {
        return file.at(Spans.of(token));
    }
}
