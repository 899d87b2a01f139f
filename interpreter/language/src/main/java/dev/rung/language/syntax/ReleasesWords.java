package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The words of the grammar of release files as a person calls them. */
final class ReleasesWords {
    static final Set<Integer> KEYWORDS = Set.copyOf(IntStream.rangeClosed(ReleasesLexer.AS, ReleasesLexer.WAYPOINT)
            .boxed()
            .toList());
    static final List<Integer> ENTRIES = List.of(
            ReleasesLexer.BACK,
            ReleasesLexer.LINE,
            ReleasesLexer.MIN_AGE,
            ReleasesLexer.PATH,
            ReleasesLexer.RELEASES,
            ReleasesLexer.SPELLING,
            ReleasesLexer.URL,
            ReleasesLexer.WAYPOINT);
    static final List<Integer> RULES = List.of(ReleasesLexer.DIRECT, ReleasesLexer.EACH, ReleasesLexer.NEVER);
    static final List<Integer> LINE_CLAUSES = List.of(ReleasesLexer.FROM, ReleasesLexer.REQUIRES);
    static final List<Integer> MEMBERS = List.of(ReleasesLexer.BROKEN, ReleasesLexer.RELEASE);
    static final List<Integer> RELEASE_CLAUSES =
            List.of(ReleasesLexer.NOTES, ReleasesLexer.RELEASED, ReleasesLexer.SHA256);

    private static final Set<Integer> NUMBERS = Set.of(
            ReleasesLexer.DATE,
            ReleasesLexer.MEASURE,
            ReleasesLexer.V_NUMBER,
            ReleasesLexer.VERSION,
            ReleasesLexer.WHOLE);
    private static final Set<Integer> TEXTS =
            Set.of(ReleasesLexer.RAW, ReleasesLexer.RAW_UNCLOSED, ReleasesLexer.TEXT, ReleasesLexer.TEXT_UNCLOSED);

    private static final Set<Integer> COMPARISONS = Set.of(
            ReleasesLexer.EQUAL,
            ReleasesLexer.GREATER,
            ReleasesLexer.GREATER_OR_EQUAL,
            ReleasesLexer.LESS,
            ReleasesLexer.LESS_OR_EQUAL,
            ReleasesLexer.NOT_EQUAL);

    private ReleasesWords() {}

    static boolean isKeyword(int type) {
        return KEYWORDS.contains(type);
    }

    /** The spelling of a keyword or a punctuation mark; empty for what has none of its own. */
    static String spelling(int type) {
        String literal = ReleasesLexer.VOCABULARY.getLiteralName(type);
        return literal == null ? "" : literal.substring(1, literal.length() - 1);
    }

    static List<String> spellings(List<Integer> types) {
        return types.stream().map(ReleasesWords::spelling).toList();
    }

    /** An expected set as a person would say it: nouns for what belongs together, at most four of them. */
    static List<String> expected(IntervalSet types, ParserRuleContext context) {
        Set<String> nouns = new LinkedHashSet<>();
        boolean number = types.contains(ReleasesLexer.VERSION);
        if (number) {
            nouns.add(noun(context));
        } else if (types.contains(ReleasesLexer.TEXT)) {
            nouns.add("a text");
        }
        if (types.contains(ReleasesLexer.NAME)) {
            nouns.add("a name");
        }
        if (types.contains(ReleasesLexer.EQUAL)) {
            nouns.add("a comparison");
        }
        for (int type : types.toList()) {
            boolean said = NUMBERS.contains(type)
                    || TEXTS.contains(type)
                    || COMPARISONS.contains(type)
                    || type == ReleasesLexer.NAME
                    || type == Token.EOF;
            if (!said) {
                nouns.add("`" + spelling(type) + "`");
            }
        }
        return nouns.size() > 4 ? List.of() : new ArrayList<>(nouns);
    }

    private static String noun(ParserRuleContext context) {
        return switch (context) {
            case ReleasesParser.DateContext date -> "a date";
            case ReleasesParser.DurationContext duration -> "a duration";
            default -> "a version";
        };
    }
}
