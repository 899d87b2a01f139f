package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The words of runbooks. */
final class RunbookDialect implements Dialect {
    private static final Set<Integer> KEYWORDS =
            Set.copyOf(IntStream.rangeClosed(RunbookLexer.ACKNOWLEDGE, RunbookLexer.WITHIN)
                    .boxed()
                    .toList());
    private static final List<Integer> DECLARATIONS = openers(RunbookParser.RULE_topLevel);
    static final List<Integer> ENTRIES = openers(RunbookParser.RULE_entry);
    static final List<Integer> STATEMENTS = openers(RunbookParser.RULE_statement);

    private static final Map<String, Integer> TYPES = new RunbookDialect().typesBySpelling();
    private static final Set<Integer> OPERATORS = Set.of(
            RunbookLexer.AND,
            RunbookLexer.DIVIDED,
            RunbookLexer.DOT,
            RunbookLexer.EQUAL,
            RunbookLexer.GREATER,
            RunbookLexer.GREATER_OR_EQUAL,
            RunbookLexer.IN,
            RunbookLexer.LESS,
            RunbookLexer.LESS_OR_EQUAL,
            RunbookLexer.MATCHES,
            RunbookLexer.NOT_EQUAL,
            RunbookLexer.OR,
            RunbookLexer.PLUS,
            RunbookLexer.RANGE,
            RunbookLexer.TIMES);
    private static final Map<Integer, Integer> BRACKETS =
            Map.of(RunbookLexer.RPAREN, RunbookLexer.LPAREN, RunbookLexer.RBRACKET, RunbookLexer.LBRACKET);
    private static final Set<Integer> TEXTS =
            Set.of(RunbookLexer.TEXT_OPEN, RunbookLexer.BLOCK_OPEN, RunbookLexer.RAW, RunbookLexer.RAW_BLOCK_OPEN);

    /** The words that the grammar begins a rule with, in the order of the alphabet. */
    private static List<Integer> openers(int rule) {
        return RunbookParser._ATN.nextTokens(RunbookParser._ATN.ruleToStartState[rule]).toList().stream()
                .filter(KEYWORDS::contains)
                .toList();
    }

    /** Whether what the rule reads begins with a word of its own. */
    static boolean isOpened(int rule) {
        return rule == RunbookParser.RULE_topLevel
                || rule == RunbookParser.RULE_entry
                || rule == RunbookParser.RULE_statement;
    }

    /** The keyword that a word is, or that it is a name. */
    static int typeOfName(String word) {
        return TYPES.getOrDefault(word, RunbookLexer.NAME);
    }

    @Override
    public Vocabulary vocabulary() {
        return RunbookParser.VOCABULARY;
    }

    @Override
    public Set<Integer> keywords() {
        return KEYWORDS;
    }

    @Override
    public int name() {
        return RunbookLexer.NAME;
    }

    @Override
    public int unknown() {
        return RunbookLexer.UNKNOWN;
    }

    @Override
    public int openBrace() {
        return RunbookLexer.LBRACE;
    }

    @Override
    public int closeBrace() {
        return RunbookLexer.RBRACE;
    }

    @Override
    public Map<Integer, Integer> brackets() {
        return BRACKETS;
    }

    @Override
    public List<Integer> declarations() {
        return DECLARATIONS;
    }

    @Override
    public List<Integer> openers(ParserRuleContext context) {
        return switch (context) {
            case RunbookParser.FileContext file -> DECLARATIONS;
            case RunbookParser.SystemContext system -> ENTRIES;
            case RunbookParser.BodyContext body -> STATEMENTS;
            default -> List.of();
        };
    }

    @Override
    public boolean isOpen(ParserRuleContext block) {
        return switch (block) {
            case RunbookParser.SystemContext system -> system.LBRACE() != null;
            case RunbookParser.BodyContext body -> body.open != null;
            default -> true;
        };
    }

    @Override
    public boolean nests(ParserRuleContext block) {
        return true;
    }

    @Override
    public boolean sharesLines(ParserRuleContext block) {
        return false;
    }

    /** The end of a hole ends what is in it; else a word of the language may stand anywhere in an expression. */
    @Override
    public boolean landsWithinLine(int type, ParserRuleContext context) {
        return type == RunbookLexer.HOLE_CLOSE;
    }

    @Override
    public String kind(ParserRuleContext block) {
        return switch (block) {
            case RunbookParser.FileContext file -> "a declaration";
            case RunbookParser.SystemContext system -> "a part or a fact";
            default -> "a statement";
        };
    }

    @Override
    public Optional<String> place(int type) {
        if (STATEMENTS.contains(type)) {
            return Optional.of("in a `phase`");
        }
        if (ENTRIES.contains(type)) {
            return Optional.of("in a `system`");
        }
        return DECLARATIONS.contains(type) ? Optional.of("at the top of a file") : Optional.empty();
    }

    /** A keyword that means nothing by itself where an expression is wanted. */
    static boolean isNameless(int type) {
        return KEYWORDS.contains(type) && !beginsExpression(type);
    }

    @Override
    public boolean isReserved(int type, IntervalSet expected) {
        return Dialect.super.isReserved(type, expected) && !expected.contains(RunbookLexer.WHOLE);
    }

    @Override
    public List<String> expected(IntervalSet types, ParserRuleContext context) {
        Set<String> nouns = new LinkedHashSet<>();
        boolean expression = types.contains(RunbookLexer.WHOLE);
        boolean word = types.contains(RunbookLexer.TO) && types.contains(RunbookLexer.AND);
        if (expression) {
            nouns.add("an expression");
        } else if (types.contains(RunbookLexer.TEXT_OPEN)) {
            nouns.add("a text");
        } else if (types.contains(RunbookLexer.NAME)) {
            nouns.add("a name");
        }
        boolean comparison = types.contains(RunbookLexer.EQUAL) && !types.contains(RunbookLexer.AND);
        if (comparison) {
            nouns.add("a comparison such as `>=`");
        }
        for (int type : types.toList()) {
            boolean said = TEXTS.contains(type)
                    || type == RunbookLexer.NAME
                    || OPERATORS.contains(type) && types.size() > 1
                    || expression && beginsExpression(type)
                    || word && isKeyword(type)
                    || comparison && type == RunbookLexer.NOT;
            if (!said && !spelling(type).isEmpty()) {
                nouns.add("`" + spelling(type) + "`");
            }
        }
        return nouns.size() > 4 ? List.of() : new ArrayList<>(nouns);
    }

    @Override
    public boolean expectsText(IntervalSet types) {
        return types.contains(RunbookLexer.TEXT_OPEN);
    }

    @Override
    public boolean expectsExpression(IntervalSet types) {
        return types.contains(RunbookLexer.WHOLE);
    }

    private static boolean beginsExpression(int type) {
        return switch (type) {
            case RunbookLexer.NOT,
                    RunbookLexer.TRUE,
                    RunbookLexer.FALSE,
                    RunbookLexer.DATE,
                    RunbookLexer.MEASURE,
                    RunbookLexer.PERCENT,
                    RunbookLexer.VERSION,
                    RunbookLexer.WHOLE,
                    RunbookLexer.SHA256,
                    RunbookLexer.LPAREN,
                    RunbookLexer.LBRACKET,
                    RunbookLexer.RAW_UNCLOSED -> true;
            default -> false;
        };
    }

    /** The marks around a text say nothing; then the message does without. */
    @Override
    public String shown(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "the end of the file";
            case RunbookLexer.TEXT_OPEN, RunbookLexer.BLOCK_OPEN, RunbookLexer.RAW, RunbookLexer.RAW_BLOCK_OPEN ->
                "a text";
            case RunbookLexer.TEXT_CLOSE, RunbookLexer.BLOCK_CLOSE, RunbookLexer.RAW_BLOCK_CLOSE -> "the text";
            default -> Dialect.quoted(token.getText());
        };
    }
}
