package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.language.syntax.ClosingFinding.UnclosedHole;
import dev.rung.language.syntax.ClosingFinding.UnclosedText;
import dev.rung.model.text.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Finds texts and holes that are not closed. The parser reads past them in silence, so that one costs one message. */
final class OpenTexts {
    /** @param opener where the text or the hole begins @param overLines whether it takes the rest of the file with it */
    record Open(SyntaxFinding finding, Token opener, boolean overLines) {}

    private final SourceFile file;
    private final Deque<Token> stack = new ArrayDeque<>();
    private final List<Open> found = new ArrayList<>();

    private OpenTexts(SourceFile file) {
        this.file = file;
    }

    static List<Open> in(SourceFile file, List<? extends Token> tokens) {
        OpenTexts texts = new OpenTexts(file);
        tokens.forEach(texts::look);
        return texts.found;
    }

    private void look(Token token) {
        switch (token.getType()) {
            case RunbookLexer.TEXT_OPEN, RunbookLexer.HOLE_OPEN, RunbookLexer.BLOCK_OPEN, RunbookLexer.RAW_BLOCK_OPEN ->
                stack.push(token);
            case RunbookLexer.TEXT_CLOSE,
                    RunbookLexer.HOLE_CLOSE,
                    RunbookLexer.BLOCK_CLOSE,
                    RunbookLexer.RAW_BLOCK_CLOSE -> stack.pop();
            case RunbookLexer.TEXT_UNCLOSED, RunbookLexer.BLOCK_UNCLOSED, RunbookLexer.RAW_BLOCK_UNCLOSED ->
                text(stack.pop());
            case RunbookLexer.HOLE_UNCLOSED -> {
                Token hole = stack.pop();
                add(new Open(new UnclosedHole(file.at(Spans.of(hole))), hole, false));
            }
            case RunbookLexer.RAW_UNCLOSED ->
                add(new Open(new UnclosedText(file.at(Spans.of(token)), "'", true), token, false));
            default -> {
                // anything else stands inside or outside
            }
        }
    }

    private void text(Token opener) {
        boolean overLines = opener.getType() != RunbookLexer.TEXT_OPEN;
        add(new Open(new UnclosedText(file.at(Spans.of(opener)), opener.getText(), true), opener, overLines));
    }

    /** What is open around an open text is open because of it; but a hole says best what is wrong. */
    private void add(Open open) {
        boolean sameLine = !found.isEmpty()
                && found.getLast().opener().getLine() == open.opener().getLine();
        if (!sameLine) {
            found.add(open);
        } else if (open.finding() instanceof UnclosedHole) {
            found.set(found.size() - 1, open);
        }
    }
}
