package dev.rung.language.syntax;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.Vocabulary;
import org.antlr.v4.runtime.misc.IntervalSet;

/** A grammar as recovery and messages see it: what a token means, whatever its number is, and how a person calls it. */
interface Dialect {
    Vocabulary vocabulary();

    Set<Integer> keywords();

    int name();

    /** The type of a character that fits nothing. */
    int unknown();

    int openBrace();

    int closeBrace();

    /** Each bracket that closes, braces apart, with the one that opens it. */
    Map<Integer, Integer> brackets();

    /** What begins something at the top of a file. */
    List<Integer> declarations();

    /** What may begin in a block; empty where no block is being read. */
    List<Integer> openers(ParserRuleContext context);

    /** Whether the opening brace of a block has been read. */
    boolean isOpen(ParserRuleContext block);

    /** Whether a block has blocks within; where it has none, a brace too many is skipped alone. */
    boolean nests(ParserRuleContext block);

    /** Whether what stands in a block often shares a line of the file with its like. */
    boolean sharesLines(ParserRuleContext block);

    /** Whether recovery may go on at a word that is not the first on its line. */
    boolean landsWithinLine(int type, ParserRuleContext context);

    /** What stands in a block: {@code a statement}. */
    String kind(ParserRuleContext block);

    /** Where a word that begins something may stand: {@code in a `system`}. */
    Optional<String> place(int type);

    /** An expected set as a person would say it: nouns for what belongs together, at most four of them. */
    List<String> expected(IntervalSet types, ParserRuleContext context);

    boolean expectsText(IntervalSet types);

    boolean expectsExpression(IntervalSet types);

    /** A token in a sentence. */
    String shown(Token token);

    default boolean isKeyword(int type) {
        return keywords().contains(type);
    }

    /** Whether a type is a keyword that is taken for a name where this is expected. */
    default boolean isReserved(int type, IntervalSet expected) {
        return isKeyword(type) && expected.contains(name());
    }

    /** The spelling of a keyword or a punctuation mark; empty for what has none of its own. */
    default String spelling(int type) {
        String literal = vocabulary().getLiteralName(type);
        return literal == null ? "" : literal.substring(1, literal.length() - 1);
    }

    /** The type of each keyword. */
    default Map<String, Integer> typesBySpelling() {
        Map<String, Integer> types = new HashMap<>();
        for (int type : keywords()) {
            types.put(spelling(type), type);
        }
        return types;
    }

    default List<String> spellings(Collection<Integer> types) {
        return types.stream().map(this::spelling).toList();
    }

    /** In backticks, cut where it is long. */
    static String quoted(String text) {
        return "`" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "`";
    }
}
