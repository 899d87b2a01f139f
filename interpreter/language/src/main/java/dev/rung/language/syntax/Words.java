package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The words of the grammar as a person calls them. */
final class Words {
    static final Set<Integer> KEYWORDS = Set.copyOf(
            IntStream.rangeClosed(RunbookLexer.AND, RunbookLexer.WITHIN).boxed().toList());
    static final List<Integer> DECLARATIONS = List.of(
            RunbookLexer.INPUT, RunbookLexer.LET, RunbookLexer.PHASE, RunbookLexer.RUNBOOK, RunbookLexer.SYSTEM);
    static final List<Integer> ENTRIES = List.of(
            RunbookLexer.ARTIFACT,
            RunbookLexer.DATABASE,
            RunbookLexer.FILES,
            RunbookLexer.INVARIANT,
            RunbookLexer.RELEASES,
            RunbookLexer.SERVICE);
    static final List<Integer> STATEMENTS = List.of(
            RunbookLexer.BACKUP,
            RunbookLexer.CONFIRM,
            RunbookLexer.MANUAL,
            RunbookLexer.REQUIRE,
            RunbookLexer.REQUIRE_VERSION,
            RunbookLexer.ROLLBACK,
            RunbookLexer.RUN,
            RunbookLexer.SAY,
            RunbookLexer.START,
            RunbookLexer.STEP_THROUGH,
            RunbookLexer.STOP,
            RunbookLexer.SWAP,
            RunbookLexer.WAIT,
            RunbookLexer.WHEN);

    private static final Map<String, Integer> TYPES = types();
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
    private static final Set<Integer> TEXTS =
            Set.of(RunbookLexer.TEXT_OPEN, RunbookLexer.BLOCK_OPEN, RunbookLexer.RAW, RunbookLexer.RAW_BLOCK_OPEN);

    private Words() {}

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        for (int type = RunbookLexer.AND; type <= RunbookLexer.WITHIN; type++) {
            types.put(spelling(type), type);
        }
        return types;
    }

    /** The keyword that a word is, or that it is a name. */
    static int typeOfName(String word) {
        return TYPES.getOrDefault(word, RunbookLexer.NAME);
    }

    static boolean isKeyword(int type) {
        return KEYWORDS.contains(type);
    }

    /** A keyword that means nothing by itself where an expression is wanted. */
    static boolean isNameless(int type) {
        return isKeyword(type) && !beginsExpression(type);
    }

    /** The spelling of a keyword or a punctuation mark. */
    static String spelling(int type) {
        String literal = RunbookLexer.VOCABULARY.getLiteralName(type);
        return literal == null ? "" : literal.substring(1, literal.length() - 1);
    }

    static List<String> spellings(List<Integer> types) {
        return types.stream().map(Words::spelling).toList();
    }

    /** An expected set as a person would say it: nouns for what belongs together, at most four of them. */
    static List<String> expected(IntervalSet types) {
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
                    || OPERATORS.contains(type)
                    || expression && beginsExpression(type)
                    || word && isKeyword(type)
                    || comparison && type == RunbookLexer.NOT;
            if (!said && type != Token.EOF) {
                nouns.add(quoted(type));
            }
        }
        List<String> all = new ArrayList<>(nouns);
        all.remove("");
        return all.size() > 4 ? List.of() : all;
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
                    RunbookLexer.LPAREN,
                    RunbookLexer.LBRACKET,
                    RunbookLexer.RAW_UNCLOSED -> true;
            default -> false;
        };
    }

    private static String quoted(int type) {
        String spelling = spelling(type);
        return spelling.isEmpty() ? "" : "`" + spelling + "`";
    }

    static String anyOf(List<String> words) {
        List<String> quoted = words.stream()
                .map(word -> word.indexOf(' ') >= 0 || word.startsWith("`") ? word : "`" + word + "`")
                .toList();
        return switch (quoted.size()) {
            case 0 -> "something else";
            case 1 -> quoted.getFirst();
            default -> String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
        };
    }
}
