package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser.FileContext;
import dev.rung.grammar.ReleasesParser.LineContext;
import dev.rung.grammar.ReleasesParser.PathContext;
import dev.rung.grammar.ReleasesParser.ReleaseContext;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns what the parser of release files stumbles over into findings in the words of the language. */
final class ReleasesReporter {
    private final SourceFile file;
    private final CommonTokenStream tokens;
    private final List<Diagnostic> findings = new ArrayList<>();

    ReleasesReporter(SourceFile file, CommonTokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    void report(Diagnostic finding) {
        findings.add(finding);
    }

    boolean isFirstOnLine(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            Token before = tokens.get(i);
            if (before.getChannel() == ReleasesLexer.SPACES) {
                if (before.getText().indexOf('\n') >= 0 || before.getText().indexOf('\r') >= 0) {
                    return true;
                }
            } else if (before.getChannel() == Token.DEFAULT_CHANNEL) {
                return false;
            }
        }
        return true;
    }

    /** A word at which nothing of the given block can begin. */
    void atBlock(Token token, ParserRuleContext block, IntervalSet expected) {
        List<Integer> openers = ReleasesRecovery.openers(block);
        boolean beforeBlock = block instanceof LineContext line && line.open == null;
        if (beforeBlock) {
            atToken(token, block, expected);
        } else if (!(block instanceof FileContext) && endsBlock(token, block)) {
            report(new ClosingFinding.UnclosedBrace(
                    token.getType() == Token.EOF ? behindLast(token) : at(token), at(opener(block))));
        } else if (token.getType() == ReleasesLexer.RBRACE) {
            report(new ClosingFinding.StrayBrace(at(token)));
        } else if (token.getType() == ReleasesLexer.UNKNOWN) {
            report(new LiteralFinding.UnknownCharacter(at(token), token.getText()));
        } else if (token.getType() == ReleasesLexer.NAME) {
            List<String> known = ReleasesWords.spellings(openers);
            report(new WordFinding.UnknownWord(
                    at(token), token.getText(), kind(block), known, Nearest.to(token.getText(), known)));
        } else {
            place(token)
                    .ifPresentOrElse(
                            place -> report(new WordFinding.MisplacedWord(at(token), token.getText(), place)),
                            () -> report(new WordFinding.UnexpectedWord(
                                    at(token), shown(token), List.of(), Optional.empty())));
        }
    }

    private boolean endsBlock(Token token, ParserRuleContext block) {
        return token.getType() == Token.EOF || new ReleasesRecovery(this).endsBlock(token, block);
    }

    private static Token opener(ParserRuleContext block) {
        return switch (block) {
            case PathContext path -> path.open;
            case LineContext line -> line.open;
            case ReleaseContext release -> release.open;
            default -> block.getStart();
        };
    }

    private static String kind(ParserRuleContext block) {
        return switch (block) {
            case PathContext path -> "a path rule";
            case LineContext line -> "a release";
            case ReleaseContext release -> "a clause of a release";
            default -> "an entry of a release file";
        };
    }

    private static Optional<String> place(Token token) {
        int type = token.getType();
        if (ReleasesWords.MEMBERS.contains(type)) {
            return Optional.of("in the block of a `line`");
        }
        if (ReleasesWords.RELEASE_CLAUSES.contains(type)) {
            return Optional.of("in the block of a `release`");
        }
        if (ReleasesWords.RULES.contains(type)) {
            return Optional.of("in the `path`");
        }
        if (ReleasesWords.LINE_CLAUSES.contains(type)) {
            return Optional.of("between a line's number and its `{`");
        }
        return ReleasesWords.ENTRIES.contains(type) ? Optional.of("at the top of a file") : Optional.empty();
    }

    /** Any other place at which the parser can go no further. */
    void atToken(Token token, ParserRuleContext context, IntervalSet expected) {
        boolean endsLine =
                token.getType() == Token.EOF || token.getType() == ReleasesLexer.RBRACE || isFirstOnLine(token);
        List<String> wanted = ReleasesWords.expected(expected, context);
        if (token.getType() == ReleasesLexer.UNKNOWN && wanted.isEmpty()) {
            report(new LiteralFinding.UnknownCharacter(at(token), token.getText()));
        } else if (endsLine && expected.contains(ReleasesLexer.RBRACKET)) {
            report(new ClosingFinding.UnclosedBracket(behindLast(token), at(bracket(token)), "]"));
        } else if (endsLine) {
            String after = before(token).map(ReleasesReporter::shown).orElse("");
            report(new WordFinding.MissingWord(behindLast(token), after, wanted));
        } else if (ReleasesWords.isKeyword(token.getType()) && wanted.equals(List.of("a name"))) {
            report(new WordFinding.ReservedWord(at(token), token.getText()));
        } else {
            report(new WordFinding.UnexpectedWord(at(token), shown(token), wanted, nearest(token, expected)));
        }
    }

    private static Optional<String> nearest(Token token, IntervalSet expected) {
        return token.getType() == ReleasesLexer.NAME
                ? Nearest.to(
                        token.getText(),
                        expected.toList().stream()
                                .filter(ReleasesWords::isKeyword)
                                .map(ReleasesWords::spelling)
                                .toList())
                : Optional.empty();
    }

    private Token bracket(Token token) {
        int i = token.getTokenIndex() - 1;
        while (i > 0 && tokens.get(i).getType() != ReleasesLexer.LBRACKET) {
            i--;
        }
        return tokens.get(i);
    }

    private Optional<Token> before(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }

    private static String shown(Token token) {
        String text = token.getText();
        return token.getType() == Token.EOF
                ? "the end of the file"
                : "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
    }

    private Location behindLast(Token token) {
        return file.at(
                Span.at(before(token).map(last -> last.getStopIndex() + 1).orElse(0)));
    }

    Location at(Span span) {
        return file.at(span);
    }

    Location at(Token token) {
        return file.at(Spans.of(token));
    }
}
