package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.LiteralFinding.HoleInPlainText;
import dev.rung.language.syntax.WordFinding.NoTitle;
import dev.rung.language.syntax.WordFinding.TitleTwice;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Makes records out of the parser's contexts: one method a rule, named like it. A label of the grammar is the name of
 * its record. What the parser could not read has made its finding already: a broken statement is left out, a broken
 * expression becomes {@link ExpressionNode.Unread}.
 */
final class TreeBuilder {
    private final SourceFile file;
    private final Consumer<SyntaxFinding> findings;
    private final ExpressionBuilder expressions;
    private final StatementBuilder statements;
    private final Documentation documentation;

    TreeBuilder(SourceFile file, CommonTokenStream tokens, Consumer<SyntaxFinding> findings) {
        this.file = file;
        this.findings = findings;
        this.expressions = new ExpressionBuilder(file, findings);
        this.statements = new StatementBuilder(file, findings, expressions);
        this.documentation = new Documentation(tokens);
    }

    SyntaxTree file(RunbookParser.FileContext context) {
        List<RunbookParser.TitleContext> titles = new ArrayList<>();
        for (RunbookParser.TopLevelContext each : context.topLevel()) {
            if (each instanceof RunbookParser.TitleContext title) {
                titles.add(title);
            }
        }
        return new SyntaxTree(SourceMap.of(file), title(titles, context), declarations(context));
    }

    /** What it is called says whoever includes it. */
    SyntaxTree included(RunbookParser.FileContext context) {
        return new SyntaxTree(SourceMap.of(file), Optional.empty(), declarations(context));
    }

    private List<Declaration> declarations(RunbookParser.FileContext context) {
        List<Declaration> declarations = new ArrayList<>();
        context.topLevel().forEach(each -> declaration(each).ifPresent(declarations::add));
        return declarations;
    }

    private Optional<ExpressionNode.Text> title(
            List<RunbookParser.TitleContext> titles, RunbookParser.FileContext context) {
        if (titles.isEmpty()) {
            boolean nothingReadable =
                    context.topLevel().isEmpty() && context.getStart().getType() != Token.EOF;
            boolean shared = !context.topLevel().isEmpty()
                    && context.topLevel().stream().noneMatch(RunbookParser.PhaseContext.class::isInstance);
            boolean misspelt =
                    Nearest.to(context.getStart().getText(), List.of("runbook")).isPresent();
            if (!nothingReadable && !shared && !misspelt) {
                findings.accept(new NoTitle(file.at(Span.at(0))));
            }
            return Optional.empty();
        }
        RunbookParser.TitleContext first = titles.getFirst();
        if (!context.topLevel().getFirst().equals(first)) {
            findings.accept(new NoTitle(file.at(Spans.of(first.getStart()))));
        }
        titles.stream()
                .skip(1)
                .forEach(more -> findings.accept(new TitleTwice(
                        file.at(Spans.of(more.getStart())),
                        file.at(Spans.of(first.getStart())),
                        context.topLevel().indexOf(more) == titles.indexOf(more))));
        return first.exception == null ? Optional.of(plain(first.title, "the title of a runbook")) : Optional.empty();
    }

    private Optional<Declaration> declaration(RunbookParser.TopLevelContext context) {
        if (context instanceof RunbookParser.SystemContext system && system.name != null) {
            return Optional.of(system(system));
        }
        if (context.exception != null) {
            return Optional.empty();
        }
        return switch (context) {
            case RunbookParser.IncludeContext include ->
                Optional.of(new Declaration.Include(
                        plain(include.path, "the name of a file to include"), Spans.of(include)));
            case RunbookParser.InputContext input -> Optional.of(input(input));
            case RunbookParser.InputSetContext set when set.name != null -> Optional.of(inputSet(set));
            case RunbookParser.TopLetContext let when let.let().exception == null -> Optional.of(let(let.let()));
            case RunbookParser.MaxLossContext loss ->
                Optional.of(new Declaration.MaxLoss(
                        expressions.expression(loss.amount), documentation.above(loss), Spans.of(loss)));
            case RunbookParser.PhaseContext phase -> Optional.of(phase(phase));
            case RunbookParser.PlaceContext place ->
                Optional.of(new Declaration.Place(
                        ExpressionBuilder.name(place.name),
                        ExpressionBuilder.name(place.driver),
                        expressions.arguments(place.arguments()),
                        documentation.above(place),
                        Spans.of(place)));
            case RunbookParser.SecretContext secret ->
                Optional.of(new Declaration.Secret(
                        ExpressionBuilder.name(secret.name),
                        expressions.expression(secret.value),
                        documentation.above(secret),
                        Spans.of(secret)));
            case RunbookParser.WindowContext window ->
                Optional.of(new Declaration.Window(
                        plain(window.opens, "when a window opens"),
                        plain(window.closes, "when a window closes"),
                        plain(window.zone, "the time zone of a window"),
                        documentation.above(window),
                        Spans.of(window)));
            default -> Optional.empty();
        };
    }

    private Declaration.Input input(RunbookParser.InputContext context) {
        Token type = context.type.getStart();
        return new Declaration.Input(
                ExpressionBuilder.name(context.name),
                ExpressionBuilder.name(type),
                Optional.ofNullable(context.value).map(expressions::expression),
                documentation.above(context),
                Spans.of(context));
    }

    private Declaration.InputSet inputSet(RunbookParser.InputSetContext context) {
        List<Declaration.Given> given = new ArrayList<>();
        for (RunbookParser.GivenContext each : context.values) {
            if (each.exception == null) {
                given.add(new Declaration.Given(
                        ExpressionBuilder.name(each.name), expressions.expression(each.value), Spans.of(each)));
            }
        }
        return new Declaration.InputSet(
                ExpressionBuilder.name(context.name), given, documentation.above(context), Spans.of(context));
    }

    Declaration.Let let(RunbookParser.LetContext context) {
        return new Declaration.Let(
                ExpressionBuilder.name(context.name),
                expressions.expression(context.value),
                documentation.above(context),
                Spans.of(context));
    }

    private Declaration.Phase phase(RunbookParser.PhaseContext context) {
        return new Declaration.Phase(
                plain(context.title, "the title of a phase"),
                context.changes != null,
                statements.body(context.body()),
                documentation.above(context),
                Spans.of(context));
    }

    private Declaration.Sys system(RunbookParser.SystemContext context) {
        List<Declaration.Member> members = new ArrayList<>();
        for (RunbookParser.EntryContext entry : context.entries) {
            if (entry.exception == null) {
                member(entry).ifPresent(members::add);
            }
        }
        return new Declaration.Sys(
                ExpressionBuilder.name(context.name),
                StatementBuilder.place(context.where()),
                members,
                documentation.above(context),
                Spans.of(context));
    }

    private Optional<Declaration.Member> member(RunbookParser.EntryContext context) {
        return switch (context) {
            case RunbookParser.ReleasesContext releases ->
                Optional.of(new Declaration.Releases(
                        plain(releases.path, "the name of a release file"), Spans.of(releases)));
            case RunbookParser.PartContext part ->
                Optional.of(new Declaration.Part(
                        kind(part.kind),
                        ExpressionBuilder.name(part.name),
                        ExpressionBuilder.name(part.driver),
                        expressions.arguments(part.arguments()),
                        StatementBuilder.place(part.where()),
                        documentation.above(part),
                        Spans.of(part)));
            case RunbookParser.InvariantContext invariant ->
                Optional.of(new Declaration.Invariant(
                        ExpressionBuilder.name(invariant.name),
                        invariant.op.getType() == RunbookLexer.GREATER_OR_EQUAL,
                        expressions.expression(invariant.value),
                        documentation.above(invariant),
                        Spans.of(invariant)));
            case RunbookParser.NeutraliseContext neutralise ->
                Optional.of(new Declaration.Neutralise(
                        statements.body(neutralise.body()), documentation.above(neutralise), Spans.of(neutralise)));
            case RunbookParser.FactContext fact ->
                Optional.of(new Declaration.Fact(
                        ExpressionBuilder.name(fact.name),
                        expressions.expression(fact.value),
                        documentation.above(fact),
                        Spans.of(fact)));
            default -> Optional.empty();
        };
    }

    private static Type kind(Token token) {
        return switch (token.getType()) {
            case RunbookLexer.ARTIFACT -> Type.ARTIFACT;
            case RunbookLexer.BUCKET -> Type.BUCKET;
            case RunbookLexer.CONFIG -> Type.CONFIG;
            case RunbookLexer.DATABASE -> Type.DATABASE;
            case RunbookLexer.FILES -> Type.FILES;
            case RunbookLexer.SERVICE -> Type.SERVICE;
            default -> throw new IllegalStateException("no kind: " + token.getText());
        };
    }

    Typed typed(RunbookParser.ReplInputContext context) {
        if (context.exception != null) {
            return new Typed.Nothing();
        }
        if (context.statement().size() == 1
                && context.statement().getFirst() instanceof RunbookParser.LetOnceContext once
                && once.let().exception == null) {
            return new Typed.Abbreviation(let(once.let()));
        }
        if (context.expression() != null) {
            return new Typed.Asked(expressions.expression(context.expression()));
        }
        return context.statement().isEmpty()
                ? new Typed.Nothing()
                : new Typed.Statements(statements.statements(context.statement()));
    }

    ExpressionNode expression(RunbookParser.ExpressionOnlyContext context) {
        return expressions.expression(context.expression());
    }

    private ExpressionNode.Text plain(RunbookParser.TextContext context, String what) {
        if (expressions.text(context) instanceof ExpressionNode.Text text) {
            if (text.fixed().isEmpty()) {
                findings.accept(new HoleInPlainText(file.at(text.span()), what));
            }
            return text;
        }
        return new ExpressionNode.Text(List.of(), span(context));
    }

    private static Span span(ParserRuleContext context) {
        return context == null || context.getStart() == null ? Span.at(0) : Spans.of(context);
    }
}
