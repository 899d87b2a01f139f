package dev.rung.language.syntax;

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
    private Optional<SlipFinding.OtherComment> otherComment = Optional.empty();
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
        Stumble stumble = new Stumble(file, lines, dialect, token, block, expected);
        if (!dialect.isOpen(block)) {
            atToken(token, block, expected);
        } else if (slips(stumble)) {
            return;
        } else if (block.getParent() != null && (type == Token.EOF || endsBlock(token, block))) {
            report(token, unclosed(token));
        } else if (type == dialect.closeBrace()) {
            report(token, new StrayBrace(at(token)));
        } else if (type == dialect.unknown()) {
            report(token, new UnknownCharacter(at(token), token.getText()));
        } else if (isOpener(token, block)) {
            List<String> known = dialect.spellings(dialect.openers(block));
            report(token, UnknownWord.of(at(token), token.getText(), dialect.kind(block), known));
        } else {
            report(
                    token,
                    dialect.place(type)
                            .<SyntaxFinding>map(place -> new MisplacedWord(at(token), token.getText(), place))
                            .orElseGet(() -> unexpected(stumble, List.of(), dialect.keywords())));
        }
    }

    /** Of the block that is open at a token, or of one within it that the indentation shows to be left open. */
    private UnclosedBrace unclosed(Token token) {
        Optional<Token> brace = lines.openBrace(token);
        return brace.flatMap(lines::leftOpenWithin)
                .filter(left -> left.next().getTokenIndex() <= token.getTokenIndex())
                .map(left -> new UnclosedBrace(at(left.next()), at(left.opener())))
                .orElseGet(() -> new UnclosedBrace(
                        token.getType() == Token.EOF ? behindLast(token) : at(token),
                        brace.map(this::at).orElse(at(token))));
    }

    /** Whether a token can only belong to a block around this one, whose own brace is missing then. */
    boolean endsBlock(Token token, ParserRuleContext block) {
        for (ParserRuleContext around = block.getParent(); around != null; around = around.getParent()) {
            if (dialect.openers(around).contains(token.getType())
                    && lines.isFirstOnLine(token)
                    && !lines.isInBlock(token)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word stands where something of the block begins. */
    private boolean isOpener(Token token, ParserRuleContext block) {
        boolean unplaced = dialect.isKeyword(token.getType())
                && dialect.place(token.getType()).isEmpty();
        return (token.getType() == dialect.name() || unplaced)
                && (lines.isFirstOnLine(token) || dialect.sharesLines(block));
    }

    /** Any other place at which the parser can go no further. */
    void atToken(Token token, ParserRuleContext context, IntervalSet expected) {
        Stumble stumble = new Stumble(file, lines, dialect, token, context, expected);
        if (slips(stumble)) {
            return;
        }
        int type = token.getType();
        boolean begins = lines.before(token).isEmpty() && type != Token.EOF;
        boolean endsLine = !begins && (type == Token.EOF || type == dialect.closeBrace() || lines.isFirstOnLine(token));
        Optional<Token> bracket = lines.openBracket(token);
        boolean bracketEnds = dialect.brackets().keySet().stream().anyMatch(expected::contains);
        List<String> wanted = Nouns.of(stumble, dialect.expected(expected, context));
        if (type == dialect.unknown()
                && (wanted.isEmpty()
                        || UnknownCharacter.instead(token.getText()).isPresent())) {
            report(token, new UnknownCharacter(at(token), token.getText()));
        } else if (type == dialect.closeBrace() && lines.openBrace(token).isEmpty() && bracket.isEmpty()) {
            report(token, new StrayBrace(at(token)));
        } else if ((endsLine || type == dialect.openBrace()) && bracketEnds && bracket.isPresent()) {
            report(token, new UnclosedBracket(behindLast(token), at(bracket.get()), closer(bracket.get())));
        } else if (endsLine) {
            String after = lines.before(token).map(dialect::shown).orElse("");
            report(token, new MissingWord(behindLast(token), after, wanted, Forms.help(stumble)));
        } else if (type == dialect.openBrace() || dialect.isReserved(type, expected) && introduces(token)) {
            String after = lines.before(token).map(dialect::shown).orElse("");
            report(token, new MissingWord(behindLast(token), after, wanted, Forms.help(stumble)));
        } else if (dialect.isReserved(type, expected)) {
            report(token, new ReservedWord(at(token), token.getText()));
        } else {
            report(token, unexpected(stumble, wanted, expected.toSet()));
        }
    }

    private String closer(Token bracket) {
        return dialect.brackets().entrySet().stream()
                .filter(pair -> pair.getValue() == bracket.getType())
                .map(pair -> dialect.spelling(pair.getKey()))
                .findFirst()
                .orElseThrow();
    }

    private UnexpectedWord unexpected(Stumble stumble, List<String> expected, Collection<Integer> types) {
        Token token = stumble.token();
        return new UnexpectedWord(
                at(token), dialect.shown(token), expected, nearestKeyword(token, types), Forms.help(stumble));
    }

    /** {@code swap to next}: the word is none that was taken for a name. */
    private boolean introduces(Token token) {
        return Set.of("else", "from", "in", "named", "on", "to", "verified", "with", "within")
                        .contains(token.getText())
                && lines.after(token).filter(next -> !lines.isFirstOnLine(next)).isPresent();
    }

    /** What is plain although it cannot be read. */
    private boolean slips(Stumble stumble) {
        if (stumble.token().getType() == Token.EOF) {
            return false;
        }
        Optional<SyntaxFinding> slip = Slips.find(stumble);
        slip.ifPresent(finding -> report(stumble.token(), finding));
        return slip.isPresent();
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
        if (isCommented(token)) {
            return;
        }
        boolean again = switch (finding) {
            case ReservedWord word -> !reserved.add(word.word());
            case UnexpectedWord word -> reserved.contains(token.getText());
            case UnknownWord word -> Synonyms.ends(word.word()) && blockIsMissing();
            default -> false;
        };
        if (finding instanceof SlipFinding.OtherComment comment) {
            otherComment = Optional.of(comment);
        }
        if (!again) {
            reported.add(new Reported(finding, token));
        }
    }

    /** {@code when x then … end}: that a block has braces is told where it should begin. */
    private boolean blockIsMissing() {
        return reported.stream()
                .anyMatch(each -> each.finding() instanceof UnexpectedWord word
                                && word.expected().equals(List.of("`{`"))
                        || each.finding() instanceof MissingWord missing
                                && missing.expected().contains("`{`"));
    }

    /** Whether a token stands in a comment that began with another mark; nothing is said about what is in it. */
    boolean isCommented(Token token) {
        return otherComment.filter(comment -> comment.covers(Spans.of(token))).isPresent();
    }

    private Location behindLast(Token token) {
        return file.at(
                Span.at(lines.before(token).map(last -> last.getStopIndex() + 1).orElse(0)));
    }

    Location at(Token token) {
        return file.at(Spans.of(token));
    }
}
