package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser.BodyContext;
import dev.rung.grammar.RunbookParser.ExpressionContext;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Keeps whatever comes in from using up the stack: blocks and expressions nest so deep and no deeper. */
final class DepthLimit implements ParseTreeListener {
    static final int MOST = 100;

    private int depth;

    /** Ends the parse. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Token at;

        private Exceeded(Token at) {
            super(null, null, false, false);
            this.at = at;
        }

        Token at() {
            return at;
        }
    }

    @Override
    public void enterEveryRule(ParserRuleContext context) {
        if (counts(context) && ++depth > MOST) {
            throw new Exceeded(context.getStart());
        }
    }

    @Override
    public void exitEveryRule(ParserRuleContext context) {
        if (counts(context)) {
            depth--;
        }
    }

    private static boolean counts(ParserRuleContext context) {
        return context instanceof ExpressionContext || context instanceof BodyContext;
    }

    @Override
    public void visitTerminal(TerminalNode node) {
        // only rules nest
    }

    @Override
    public void visitErrorNode(ErrorNode node) {
        // only rules nest
    }
}
