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

    private static long breaks(String blanks) {
        return blanks.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\n' || c == '\r')
                .count();
    }
}
