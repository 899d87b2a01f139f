package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser;
import dev.rung.grammar.ReleasesParser.FileContext;
import dev.rung.grammar.ReleasesParser.LineContext;
import dev.rung.grammar.ReleasesParser.PathContext;
import dev.rung.grammar.ReleasesParser.ReleaseContext;
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

/** The words of release files. */
final class ReleasesDialect implements Dialect {
    private static final Set<Integer> KEYWORDS = Set.copyOf(
            IntStream.rangeClosed(ReleasesLexer.AS, ReleasesLexer.WHEN).boxed().toList());
    private static final Map<String, Integer> TYPES = new ReleasesDialect().typesBySpelling();
    private static final List<Integer> ENTRIES = List.of(
            ReleasesLexer.BACK,
            ReleasesLexer.INCLUDE,
            ReleasesLexer.LINE,
            ReleasesLexer.MIN_AGE,
            ReleasesLexer.PATH,
            ReleasesLexer.RELEASES,
            ReleasesLexer.SPELLING,
            ReleasesLexer.URL,
            ReleasesLexer.WAYPOINT);
    private static final List<Integer> RULES = List.of(ReleasesLexer.DIRECT, ReleasesLexer.EACH, ReleasesLexer.NEVER);
    private static final List<Integer> LINE_CLAUSES =
            List.of(ReleasesLexer.FROM, ReleasesLexer.NOTES, ReleasesLexer.REQUIRES);
    private static final List<Integer> MEMBERS = List.of(ReleasesLexer.BROKEN, ReleasesLexer.RELEASE);
    private static final List<Integer> RELEASE_CLAUSES = List.of(
            ReleasesLexer.NOTES,
            ReleasesLexer.RELEASED,
            ReleasesLexer.REQUIRES,
            ReleasesLexer.SHA256,
            ReleasesLexer.URL);

    private static final Set<Integer> NUMBERS = Set.of(
            ReleasesLexer.DATE,
            ReleasesLexer.MEASURE,
            ReleasesLexer.V_NUMBER,
            ReleasesLexer.VERSION,
            ReleasesLexer.WHOLE);
    private static final Map<Integer, Integer> BRACKETS = Map.of(ReleasesLexer.RBRACKET, ReleasesLexer.LBRACKET);
    private static final Set<Integer> TEXTS =
            Set.of(ReleasesLexer.RAW, ReleasesLexer.RAW_UNCLOSED, ReleasesLexer.TEXT, ReleasesLexer.TEXT_UNCLOSED);

    private static final Set<Integer> COMPARISONS = Set.of(
            ReleasesLexer.EQUAL,
            ReleasesLexer.GREATER,
            ReleasesLexer.GREATER_OR_EQUAL,
            ReleasesLexer.LESS,
            ReleasesLexer.LESS_OR_EQUAL,
            ReleasesLexer.NOT_EQUAL);

    /** The keyword that a word is, or that it is a name. */
    static int typeOfName(String word) {
        return TYPES.getOrDefault(word, ReleasesLexer.NAME);
    }

    @Override
    public Vocabulary vocabulary() {
        return ReleasesParser.VOCABULARY;
    }

    @Override
    public Set<Integer> keywords() {
        return KEYWORDS;
    }

    @Override
    public int name() {
        return ReleasesLexer.NAME;
    }

    @Override
    public int unknown() {
        return ReleasesLexer.UNKNOWN;
    }

    @Override
    public int openBrace() {
        return ReleasesLexer.LBRACE;
    }

    @Override
    public int closeBrace() {
        return ReleasesLexer.RBRACE;
    }

    @Override
    public Map<Integer, Integer> brackets() {
        return BRACKETS;
    }

    @Override
    public List<Integer> declarations() {
        return ENTRIES;
    }

    @Override
    public List<Integer> openers(ParserRuleContext context) {
        return switch (context) {
            case FileContext file -> ENTRIES;
            case PathContext path when path.open != null -> RULES;
            case LineContext line when line.open != null -> MEMBERS;
            case LineContext line when line.number != null -> LINE_CLAUSES;
            case ReleaseContext release when release.open != null -> RELEASE_CLAUSES;
            default -> List.of();
        };
    }

    @Override
    public boolean isOpen(ParserRuleContext block) {
        return !(block instanceof LineContext line) || line.open != null;
    }

    @Override
    public boolean nests(ParserRuleContext block) {
        return block instanceof FileContext || block instanceof LineContext;
    }

    @Override
    public boolean sharesLines(ParserRuleContext block) {
        return !(block instanceof FileContext);
    }

    @Override
    public boolean landsWithinLine(int type, ParserRuleContext context) {
        return sharesLines(context) && isKeyword(type) && !ENTRIES.contains(type);
    }

    @Override
    public String kind(ParserRuleContext block) {
        return switch (block) {
            case PathContext path -> "a path rule";
            case LineContext line -> "a release";
            case ReleaseContext release -> "a clause of a release";
            default -> "an entry of a release file";
        };
    }

    @Override
    public Optional<String> place(int type) {
        if (MEMBERS.contains(type)) {
            return Optional.of("in the block of a `line`");
        }
        if (ENTRIES.contains(type)) {
            return Optional.of("at the top of a file");
        }
        if (RULES.contains(type)) {
            return Optional.of("in the `path`");
        }
        boolean ofLine = LINE_CLAUSES.contains(type);
        if (RELEASE_CLAUSES.contains(type)) {
            return Optional.of("in the block of a `release`" + (ofLine ? ", or before the `{` of a `line`" : ""));
        }
        return ofLine ? Optional.of("between a line's number and its `{`") : Optional.empty();
    }

    @Override
    public List<String> expected(IntervalSet types, ParserRuleContext context) {
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

    @Override
    public boolean expectsText(IntervalSet types) {
        return types.contains(ReleasesLexer.TEXT);
    }

    /** What a number is judged by comes later. */
    @Override
    public boolean expectsExpression(IntervalSet types) {
        return types.contains(ReleasesLexer.VERSION);
    }

    private static String noun(ParserRuleContext context) {
        return switch (context) {
            case ReleasesParser.DateContext date -> "a date";
            case ReleasesParser.DurationContext duration -> "a duration";
            default -> "a version";
        };
    }

    @Override
    public boolean isReserved(int type, IntervalSet expected) {
        return Dialect.super.isReserved(type, expected)
                && expected.toList().stream().allMatch(each -> each == ReleasesLexer.NAME);
    }

    @Override
    public String shown(Token token) {
        return token.getType() == Token.EOF ? "the end of the file" : Dialect.quoted(token.getText());
    }
}
