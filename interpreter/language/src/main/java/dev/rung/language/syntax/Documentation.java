package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Finds the {@code ##} lines directly above a declaration. */
final class Documentation {
    private final CommonTokenStream tokens;

    Documentation(CommonTokenStream tokens) {
        this.tokens = tokens;
    }

    String above(ParserRuleContext declaration) {
        Deque<String> lines = new ArrayDeque<>();
        for (int i = declaration.getStart().getTokenIndex() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            if (token.getType() == RunbookLexer.DOCUMENTATION) {
                lines.addFirst(token.getText().substring(2).strip());
            } else if (token.getType() != RunbookLexer.SPACE || breaks(token.getText()) > 1) {
                break;
            }
        }
        return String.join("\n", lines);
    }

    /** Counts line breaks of any kind. */
    static int breaks(String blanks) {
        int breaks = 0;
        for (int i = 0; i < blanks.length(); i++) {
            boolean half = blanks.charAt(i) == '\r' && i + 1 < blanks.length() && blanks.charAt(i + 1) == '\n';
            breaks += (blanks.charAt(i) == '\n' || blanks.charAt(i) == '\r') && !half ? 1 : 0;
        }
        return breaks;
    }
}
