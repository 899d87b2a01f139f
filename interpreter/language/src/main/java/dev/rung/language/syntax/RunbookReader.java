package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.ClosingFinding.TooDeep;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonTokenStream;

/** Reads source text. Whatever comes in, a tree comes out, with what is wrong about it; nothing is thrown. */
public final class RunbookReader {
    private final SourceFile file;
    private final CommonTokenStream tokens;
    private final Lines lines;
    private final Reporter reporter;
    private final RunbookParser parser;
    private final List<SyntaxFinding> judged = new ArrayList<>();

    private RunbookReader(SourceFile file) {
        this(file, 0);
    }

    private RunbookReader(SourceFile file, int number) {
        this.file = file;
        this.tokens = RunbookWords.of(file.name(), file.text(), number);
        Dialect dialect = new RunbookDialect();
        this.lines = new Lines(tokens, dialect);
        this.reporter = new Reporter(file, lines, dialect);
        this.parser = new RunbookParser(tokens);
        WordsAhead.lead(parser);
        parser.removeErrorListeners();
        parser.setErrorHandler(new LineRecovery(dialect, lines, reporter));
        parser.addParseListener(new DepthLimit());
    }

    /** A whole file. */
    public static Diagnosed<SyntaxTree> file(SourceFile file) {
        SyntaxTree nothing = new SyntaxTree(SourceMap.of(file), Optional.empty(), List.of());
        return new RunbookReader(file).read(RunbookParser::file, TreeBuilder::file, nothing);
    }

    /** A file that another one includes: it needs no title. @param number which text of the source map it is */
    public static Diagnosed<SyntaxTree> included(SourceFile file, int number) {
        SyntaxTree nothing = new SyntaxTree(SourceMap.of(file), Optional.empty(), List.of());
        return new RunbookReader(file, number).read(RunbookParser::file, TreeBuilder::included, nothing);
    }

    /** What a person typed into a shell: statements, an abbreviation, or an expression. */
    public static Diagnosed<Typed> typed(SourceFile typed) {
        return new RunbookReader(typed).read(RunbookParser::replInput, TreeBuilder::typed, new Typed.Nothing());
    }

    /** An expression and nothing else. */
    public static Diagnosed<ExpressionNode> expression(SourceFile typed) {
        ExpressionNode nothing =
                new ExpressionNode.Unread(new Span(0, typed.text().length()));
        return new RunbookReader(typed).read(RunbookParser::expressionOnly, TreeBuilder::expression, nothing);
    }

    /**
     * A whole file, for whoever lays it out.
     *
     * @return nothing where words are missing or too many, with what is wrong; mistakes that leave all words in their
     *     places are not told
     */
    public static Diagnosed<Optional<Phrase.Part>> phrases(SourceFile file) {
        RunbookReader reader = new RunbookReader(file);
        BiFunction<TreeBuilder, RunbookParser.FileContext, Optional<Phrase.Part>> build =
                (unused, context) -> Optional.of(context)
                        .filter(whole -> reader.findings().isEmpty())
                        .map(whole ->
                                Phrases.of(file, reader.tokens, reader.parser, whole, RunbookLexer.DOCUMENTATION));
        return reader.read(RunbookParser::file, build, Optional.empty());
    }

    /** All of a text as tokens, blanks and comments too: one after the other they are the text. */
    public static List<Token> tokens(SourceFile file) {
        return Tokens.of(file);
    }

    /** The words that cannot be names, in alphabetical order. */
    public static List<String> keywords() {
        Dialect dialect = new RunbookDialect();
        return dialect.spellings(dialect.keywords()).stream().sorted().toList();
    }

    /** Whether what was typed into a shell can be taken as it is. */
    public static Completeness completeness(String typed) {
        SourceFile file = new SourceFile("", typed);
        RunbookReader reader = new RunbookReader(file);
        Diagnosed<Typed> result = reader.read(RunbookParser::replInput, TreeBuilder::typed, new Typed.Nothing());
        if (!result.hasErrors()) {
            return Completeness.COMPLETE;
        }
        List<OpenTexts.Open> open = OpenTexts.in(file, reader.tokens.getTokens());
        if (!open.isEmpty()) {
            return open.size() == 1 && open.getFirst().overLines() ? Completeness.INCOMPLETE : Completeness.WRONG;
        }
        boolean brokeOff = !reader.reporter.reported().isEmpty()
                && reader.reporter.reported().getFirst().token().getType() == org.antlr.v4.runtime.Token.EOF;
        return brokeOff && reader.judged.isEmpty() ? Completeness.INCOMPLETE : Completeness.WRONG;
    }

    private <C, T> Diagnosed<T> read(Function<RunbookParser, C> rule, BiFunction<TreeBuilder, C, T> build, T nothing) {
        try {
            C context = rule.apply(parser);
            T tree = build.apply(new TreeBuilder(file, tokens, judged::add), context);
            return new Diagnosed<>(tree, findings());
        } catch (DepthLimit.Exceeded tooDeep) {
            judged.add(new TooDeep(reporter.at(tooDeep.at())));
            return new Diagnosed<>(nothing, findings());
        }
    }

    /** A text that is not closed is one mistake: what the parser stumbles over because of it is not told. */
    private List<Diagnostic> findings() {
        List<OpenTexts.Open> open = OpenTexts.in(file, tokens.getTokens());
        List<Diagnostic> findings = new ArrayList<>(judged);
        open.forEach(each -> findings.add(each.finding()));
        Map<Integer, Integer> firstByLine = new HashMap<>();
        int overLines = Integer.MAX_VALUE;
        for (OpenTexts.Open each : open) {
            int opener = each.opener().getTokenIndex();
            firstByLine.merge(each.opener().getLine(), opener, Math::min);
            overLines = each.overLines() ? Math.min(overLines, opener) : overLines;
        }
        for (Reporter.Reported reported : reporter.reported()) {
            boolean follows = reported.token().getTokenIndex() > overLines || follows(reported, firstByLine);
            if (!follows) {
                findings.add(reported.finding());
            }
        }
        findings.sort(Diagnostic.BY_PLACE);
        return findings;
    }

    /** @param open the first text or hole on a line that is not closed there */
    private boolean follows(Reporter.Reported reported, Map<Integer, Integer> open) {
        org.antlr.v4.runtime.Token token = reported.token();
        if (open.isEmpty()) {
            return false;
        }
        int nowhere = Integer.MAX_VALUE;
        int onLine = open.getOrDefault(token.getLine(), nowhere);
        int onLineBefore = lines.before(token)
                .map(last -> open.getOrDefault(last.getLine(), nowhere))
                .orElse(nowhere);
        return token.getTokenIndex() > Math.min(onLine, onLineBefore);
    }
}
