package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.language.syntax.LiteralFinding.UnknownEscape;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** Makes texts out of their pieces: escapes, holes, and the indentation of those over several lines. */
final class TextBuilder {
    private final SourceFile file;
    private final Consumer<SyntaxFinding> findings;
    private final Function<RunbookParser.ExpressionContext, ExpressionNode> expressions;

    TextBuilder(
            SourceFile file,
            Consumer<SyntaxFinding> findings,
            Function<RunbookParser.ExpressionContext, ExpressionNode> expressions) {
        this.file = file;
        this.findings = findings;
        this.expressions = expressions;
    }

    List<Piece> line(List<RunbookParser.PieceContext> pieces) {
        return merged(pieces.stream().map(this::piece).toList());
    }

    List<Piece> block(List<RunbookParser.PieceContext> pieces) {
        return merged(Indentation.removed(pieces.stream().map(this::piece).toList()));
    }

    List<Piece> rawBlock(List<Token> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.getText()));
        return merged(Indentation.removed(List.of(new Part(new Piece.Fixed(all.toString()), true))));
    }

    /** @param layout whether line breaks and blanks in it are the author's layout, not an escape */
    record Part(Piece piece, boolean layout) {}

    private Part piece(RunbookParser.PieceContext piece) {
        return switch (piece) {
            case RunbookParser.FixedContext fixed -> new Part(new Piece.Fixed(fixed.getText()), true);
            case RunbookParser.EscapeContext escape -> new Part(new Piece.Fixed(escaped(escape)), false);
            case RunbookParser.HoleContext hole -> new Part(new Piece.Hole(expressions.apply(hole.value)), false);
            default -> new Part(new Piece.Fixed(""), false);
        };
    }

    private String escaped(RunbookParser.EscapeContext escape) {
        String text = escape.getText();
        return switch (text.charAt(1)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '"' -> "\"";
            case '$' -> "$";
            case '\\' -> "\\";
            default -> {
                findings.accept(new UnknownEscape(file.at(Spans.of(escape)), text));
                yield text;
            }
        };
    }

    private static List<Piece> merged(List<Part> parts) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part.piece() instanceof Piece.Fixed(String more)) {
                text.append(more);
            } else {
                flush(text, pieces);
                pieces.add(part.piece());
            }
        }
        flush(text, pieces);
        return pieces;
    }

    private static void flush(StringBuilder text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Fixed(text.toString()));
            text.setLength(0);
        }
    }
}
