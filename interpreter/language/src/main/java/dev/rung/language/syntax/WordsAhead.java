package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.StarBlockStartState;
import org.antlr.v4.runtime.atn.StarLoopEntryState;

/**
 * Says how a runbook goes on where its grammar needs no more than a word or two to know, which in a sound one is everywhere.
 * ANTLR finds the same by following all that is possible, and learns it anew in each process; it is asked about whatever is
 * left. A test holds each answer to ANTLR's.
 */
final class WordsAhead extends ParserATNSimulator {
    /** Where a decision is left to ANTLR. */
    private static final int UNDECIDED = 0;

    private static final int FIRST = 1;
    private static final int SECOND = 2;

    /** How tightly the operators of each alternative of an expression bind, as ANTLR counts them in the grammar. */
    private static final int[] BINDING = {-1, 14, 13, 12, 11, 10, 8, 7, 15};

    private static final int BEGINNINGS = 7;

    private WordsAhead(RunbookParser parser, ParserATNSimulator usual) {
        super(parser, usual.atn, usual.decisionToDFA, usual.getSharedContextCache());
    }

    static void lead(RunbookParser parser) {
        parser.setInterpreter(new WordsAhead(parser, parser.getInterpreter()));
    }

    @Override
    public int adaptivePredict(TokenStream input, int decision, ParserRuleContext context) {
        int alternative = alternative(input, atn.getDecisionState(decision));
        return alternative == UNDECIDED ? super.adaptivePredict(input, decision, context) : alternative;
    }

    private int alternative(TokenStream input, DecisionState state) {
        return switch (state.ruleIndex) {
            case RunbookParser.RULE_expression -> ofExpression(input, state);
            case RunbookParser.RULE_arguments -> another(input, RunbookParser.RPAREN, isWord(input.LA(2)));
            case RunbookParser.RULE_argument -> named(input);
            case RunbookParser.RULE_requireClause -> requireClause(input);
            default -> UNDECIDED;
        };
    }

    private int ofExpression(TokenStream input, DecisionState state) {
        int next = input.LA(1);
        if (state instanceof StarLoopEntryState loop) {
            if (!loop.isPrecedenceDecision) {
                return another(input, RunbookParser.RBRACKET, false);
            }
            return BINDING[operator(next)] >= parser.getPrecedence() ? FIRST : SECOND;
        }
        if (state instanceof StarBlockStartState) {
            return operator(next);
        }
        return state.getNumberOfTransitions() == BEGINNINGS ? beginning(next, input) : UNDECIDED;
    }

    /** The alternative that goes on with an operator. */
    private static int operator(int type) {
        return switch (type) {
            case RunbookParser.TIMES, RunbookParser.DIVIDED -> 1;
            case RunbookParser.PLUS -> 2;
            case RunbookParser.RANGE -> 3;
            case RunbookParser.EQUAL,
                    RunbookParser.NOT_EQUAL,
                    RunbookParser.LESS,
                    RunbookParser.LESS_OR_EQUAL,
                    RunbookParser.GREATER,
                    RunbookParser.GREATER_OR_EQUAL,
                    RunbookParser.MATCHES -> 4;
            case RunbookParser.IN, RunbookParser.NOT -> 5;
            case RunbookParser.AND -> 6;
            case RunbookParser.OR -> 7;
            case RunbookParser.DOT -> 8;
            default -> UNDECIDED;
        };
    }

    /** The alternative that an expression begins with. */
    private static int beginning(int type, TokenStream input) {
        return switch (type) {
            case RunbookParser.NOT -> 1;
            case RunbookParser.SHA256 -> 2;
            case RunbookParser.NAME -> input.LA(2) == RunbookParser.LPAREN ? 2 : 3;
            case RunbookParser.TEXT_OPEN,
                    RunbookParser.BLOCK_OPEN,
                    RunbookParser.RAW,
                    RunbookParser.RAW_UNCLOSED,
                    RunbookParser.RAW_BLOCK_OPEN -> 4;
            case RunbookParser.DATE,
                    RunbookParser.FALSE,
                    RunbookParser.MEASURE,
                    RunbookParser.PERCENT,
                    RunbookParser.TRUE,
                    RunbookParser.VERSION,
                    RunbookParser.WHOLE -> 5;
            case RunbookParser.LBRACKET -> 6;
            case RunbookParser.LPAREN -> 7;
            default -> UNDECIDED;
        };
    }

    /** Whether a comma brings another one, or ends what is enumerated. */
    private static int another(TokenStream input, int close, boolean orWord) {
        int next = input.LA(1);
        if (next == close) {
            return SECOND;
        }
        if (next != RunbookParser.COMMA) {
            return UNDECIDED;
        }
        int behind = input.LA(2);
        if (behind == close) {
            return SECOND;
        }
        return orWord || beginning(behind, input) != UNDECIDED ? FIRST : UNDECIDED;
    }

    /** Whether an argument has its name before it. */
    private static int named(TokenStream input) {
        int next = input.LA(1);
        boolean colon = isWord(next) && input.LA(2) == RunbookParser.COLON;
        return switch (next) {
            case RunbookParser.NOT, RunbookParser.SHA256 -> colon ? FIRST : UNDECIDED;
            case RunbookParser.NAME, RunbookParser.TRUE, RunbookParser.FALSE -> colon ? FIRST : SECOND;
            default -> isWord(next) ? FIRST : beginning(next, input) == UNDECIDED ? UNDECIDED : SECOND;
        };
    }

    private static int requireClause(TokenStream input) {
        return switch (input.LA(1)) {
            case RunbookParser.WITHIN, RunbookParser.NAMED, RunbookParser.RETRY -> SECOND;
            case RunbookParser.ELSE ->
                switch (input.LA(2)) {
                    case RunbookParser.CONTINUE -> SECOND;
                    case RunbookParser.TEXT_OPEN,
                            RunbookParser.BLOCK_OPEN,
                            RunbookParser.RAW,
                            RunbookParser.RAW_UNCLOSED,
                            RunbookParser.RAW_BLOCK_OPEN -> FIRST;
                    default -> UNDECIDED;
                };
            default -> UNDECIDED;
        };
    }

    private static boolean isWord(int type) {
        return type == RunbookParser.NAME || type >= RunbookParser.ACKNOWLEDGE && type <= RunbookParser.WITHIN;
    }
}
