package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.language.syntax.SyntaxFinding.UnclosedHole;
import dev.rung.language.syntax.SyntaxFinding.UnclosedText;
import dev.rung.model.text.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
        texts.end();
        return texts.found;
    }

    private void look(Token token) {
        switch (token.getType()) {
            case RunbookLexer.TEXT_OPEN,
                    RunbookLexer.HOLE_OPEN,
                    RunbookLexer.BLOCK_OPEN,
                    RunbookLexer.RAW_BLOCK_OPEN -> stack.push(token);
            case RunbookLexer.TEXT_CLOSE,
                    RunbookLexer.HOLE_CLOSE,
                    RunbookLexer.BLOCK_CLOSE,
                    RunbookLexer.RAW_BLOCK_CLOSE -> stack.pop();
            case RunbookLexer.TEXT_UNCLOSED -> endLine();
            case RunbookLexer.SPACE -> {
                if (!stack.isEmpty() && stack.peek().getType() == RunbookLexer.HOLE_OPEN && LineLexer.breaksLine(token)) {
                    endLine();
                }
            }
            case RunbookLexer.RAW_UNCLOSED -> found.add(
                    new Open(new UnclosedText(file.at(Spans.of(token)), "'"), token, false));
            default -> {
                // anything else stands inside or outside
            }
        }
    }

    /** The outermost hole of the line says best what is wrong, else the text. */
    private void endLine() {
        if (!stack.isEmpty() && stack.peek().getType() == RunbookLexer.RAW_BLOCK_OPEN) {
            return;
        }
        Optional<Token> hole = Optional.empty();
        Optional<Token> text = Optional.empty();
        while (!stack.isEmpty() && stack.peek().getType() != RunbookLexer.BLOCK_OPEN) {
            Token open = stack.pop();
            if (open.getType() == RunbookLexer.HOLE_OPEN) {
                hole = Optional.of(open);
            } else {
                text = Optional.of(open);
            }
        }
        add(hole, text);
    }

    private void add(Optional<Token> hole, Optional<Token> text) {
        if (hole.isPresent()) {
            found.add(new Open(new UnclosedHole(file.at(Spans.of(hole.get()))), hole.get(), false));
        } else if (text.isPresent()) {
            found.add(new Open(new UnclosedText(file.at(Spans.of(text.get())), "\""), text.get(), false));
        }
    }

    private void end() {
        endLine();
        if (!stack.isEmpty()) {
            Token block = stack.getLast();
            found.add(new Open(new UnclosedText(file.at(Spans.of(block)), block.getText()), block, true));
        }
        found.sort((a, b) -> Integer.compare(a.opener().getTokenIndex(), b.opener().getTokenIndex()));
    }
}
