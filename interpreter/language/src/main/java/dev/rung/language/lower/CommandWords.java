package dev.rung.language.lower;

import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ExpressionNode.Piece;
import java.util.ArrayList;
import java.util.List;

/** Splits a command at blanks, before anything is filled in. */
final class CommandWords {
    private CommandWords() {}

    static List<List<Piece>> of(ExpressionNode.Text text) {
        List<List<Piece>> words = new ArrayList<>();
        List<Piece> word = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            if (!(piece instanceof Piece.Fixed(String fixed))) {
                word.add(piece);
                continue;
            }
            String[] parts = fixed.split("\\s+", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    end(word, words);
                }
                if (!parts[i].isEmpty()) {
                    word.add(new Piece.Fixed(parts[i]));
                }
            }
        }
        end(word, words);
        return words;
    }

    private static void end(List<Piece> word, List<List<Piece>> words) {
        if (!word.isEmpty()) {
            words.add(List.copyOf(word));
            word.clear();
        }
    }
}
