package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser;
import dev.rung.grammar.ReleasesParser.DateContext;
import dev.rung.grammar.ReleasesParser.DurationContext;
import dev.rung.grammar.ReleasesParser.TextContext;
import dev.rung.grammar.ReleasesParser.VersionContext;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Makes records of what the parser read. One method a rule, named like it; each gives nothing for what is broken, for
 * then the finding is made already.
 */
final class ReleasesBuilder {
    private final SourceFile file;
    private final int base;
    private final Consumer<SyntaxFinding> findings;

    /** @param base what is added to each place in the file */
    ReleasesBuilder(SourceFile file, int base, Consumer<SyntaxFinding> findings) {
        this.file = file;
        this.base = base;
        this.findings = findings;
    }

    List<ReleasesEntry> entries(ReleasesParser.FileContext context) {
        return all(context.entry(), this::entry);
    }

    private Span span(Token token) {
        return moved(Spans.of(token));
    }

    private Span span(ParserRuleContext context) {
        return moved(Spans.of(context));
    }

    private Span moved(Span span) {
        return new Span(base + span.start(), base + span.end());
    }

    private Optional<ReleasesEntry> entry(ReleasesParser.EntryContext entry) {
        Span keyword = span(entry.getStart());
        return switch (entry) {
            case ReleasesParser.TitleContext title ->
                text(title.title).map(text -> new ReleasesEntry.Title(keyword, text));
            case ReleasesParser.SpellingContext spelling ->
                text(spelling.pattern)
                        .flatMap(pattern -> text(spelling.replacement)
                                .map(replacement -> new ReleasesEntry.Spelling(keyword, pattern, replacement)));
            case ReleasesParser.UrlContext url ->
                text(url.template).map(template -> new ReleasesEntry.Url(keyword, name(url.artifact), template));
            case ReleasesParser.IncludeContext include ->
                text(include.included).map(included -> new ReleasesEntry.Include(keyword, included));
            case ReleasesParser.PathContext path ->
                Optional.of(new ReleasesEntry.Path(keyword, all(path.rules, this::pathRule)));
            case ReleasesParser.BackByContext back -> backBy(keyword, back);
            case ReleasesParser.MinAgeContext age ->
                number(age.age).map(written -> new ReleasesEntry.MinAge(keyword, written));
            case ReleasesParser.WaypointContext waypoint ->
                text(waypoint.why)
                        .map(why -> new ReleasesEntry.Waypoint(
                                keyword,
                                all(waypoint.versions, this::number),
                                why,
                                Optional.ofNullable(waypoint.condition()).flatMap(this::condition)));
            case ReleasesParser.LineContext line ->
                number(line.number)
                        .map(number -> new ReleasesEntry.Line(
                                keyword, number, all(line.clauses, this::lineClause), all(line.members, this::member)));
            default -> Optional.empty();
        };
    }

    private Optional<ReleasesEntry> backBy(Span keyword, ReleasesParser.BackByContext back) {
        return name(back.rollback)
                .flatMap(rollback -> number(back.since)
                        .map(since -> new ReleasesEntry.BackBy(
                                keyword, rollback, since, all(back.exceptions, this::number))));
    }

    private Optional<ReleasesEntry.Rule> pathRule(ReleasesParser.PathRuleContext rule) {
        if (rule.exception != null) {
            return Optional.empty();
        }
        Span span = span(rule);
        return switch (rule) {
            case ReleasesParser.EachContext each ->
                Optional.of(
                        each.unit.getType() == ReleasesLexer.LINE
                                ? new ReleasesEntry.Rule.EachLine(span, number(each.until))
                                : new ReleasesEntry.Rule.EachRelease(span, number(each.until)));
            case ReleasesParser.DirectContext direct -> Optional.of(new ReleasesEntry.Rule.Direct(span));
            case ReleasesParser.NeverBackInTimeContext never ->
                Optional.of(new ReleasesEntry.Rule.NeverBackInTime(span));
            default -> Optional.empty();
        };
    }

    private Optional<ReleasesEntry.LineClause> lineClause(ReleasesParser.LineClauseContext clause) {
        Span keyword = span(clause.getStart());
        return switch (clause) {
            case ReleasesParser.FromContext from ->
                Optional.of(new ReleasesEntry.LineClause.From(keyword, all(from.lines, this::number)));
            case ReleasesParser.RequiresContext requires ->
                Optional.of(
                        new ReleasesEntry.LineClause.Requires(keyword, all(requires.requirements, this::requirement)));
            case ReleasesParser.LineNotesContext notes ->
                text(notes.notes).map(text -> new ReleasesEntry.LineClause.Notes(keyword, text));
            default -> Optional.empty();
        };
    }

    private Optional<ReleasesEntry.Requirement> condition(ReleasesParser.ConditionContext condition) {
        if (condition.exception != null) {
            return Optional.empty();
        }
        Name fact = nameOf(condition.fact);
        return condition.relation() == null
                ? Optional.of(new ReleasesEntry.Requirement(fact, Relation.EQUAL, List.of()))
                : requirement(fact, condition.relation());
    }

    private Optional<ReleasesEntry.Requirement> requirement(ReleasesParser.RequirementContext requirement) {
        return requirement.exception != null || requirement.relation() == null
                ? Optional.empty()
                : requirement(nameOf(requirement.fact), requirement.relation());
    }

    private Optional<ReleasesEntry.Requirement> requirement(Name fact, ReleasesParser.RelationContext relation) {
        if (relation.exception != null) {
            return Optional.empty();
        }
        return switch (relation) {
            case ReleasesParser.ComparedContext compared ->
                number(compared.value)
                        .map(value -> new ReleasesEntry.Requirement(
                                fact,
                                relation(compared.op),
                                List.of(new ReleasesEntry.Element(value, Optional.empty()))));
            case ReleasesParser.WithinContext within ->
                set(within.set())
                        .map(values -> new ReleasesEntry.Requirement(
                                fact, within.negated == null ? Relation.IN : Relation.NOT_IN, values));
            default -> Optional.empty();
        };
    }

    private Optional<List<ReleasesEntry.Element>> set(ReleasesParser.SetContext set) {
        return switch (set) {
            case ReleasesParser.AloneContext alone -> element(alone.only).map(List::of);
            case ReleasesParser.ListedContext listed -> Optional.of(all(listed.values, this::element));
            case null, default -> Optional.empty();
        };
    }

    private Optional<ReleasesEntry.Element> element(ReleasesParser.ElementContext element) {
        return element == null
                ? Optional.empty()
                : number(element.low).map(low -> new ReleasesEntry.Element(low, number(element.high)));
    }

    private static Relation relation(Token operator) {
        return switch (operator.getType()) {
            case ReleasesLexer.EQUAL -> Relation.EQUAL;
            case ReleasesLexer.NOT_EQUAL -> Relation.NOT_EQUAL;
            case ReleasesLexer.LESS -> Relation.LESS;
            case ReleasesLexer.LESS_OR_EQUAL -> Relation.LESS_OR_EQUAL;
            case ReleasesLexer.GREATER -> Relation.GREATER;
            case ReleasesLexer.GREATER_OR_EQUAL -> Relation.GREATER_OR_EQUAL;
            default -> throw new IllegalStateException("a bug: no relation: " + operator.getText());
        };
    }

    private Optional<ReleasesEntry.Member> member(ReleasesParser.MemberContext member) {
        Span keyword = span(member.getStart());
        return switch (member) {
            case ReleasesParser.ReleaseContext release ->
                number(release.number)
                        .map(number -> new ReleasesEntry.Member.Release(
                                keyword, number, all(release.clauses, this::releaseClause)));
            case ReleasesParser.BrokenContext broken ->
                number(broken.number)
                        .flatMap(number -> text(broken.reason)
                                .map(reason ->
                                        new ReleasesEntry.Member.Broken(keyword, number, reason, text(broken.notes))));
            default -> Optional.empty();
        };
    }

    private Optional<ReleasesEntry.ReleaseClause> releaseClause(ReleasesParser.ReleaseClauseContext clause) {
        Span keyword = span(clause.getStart());
        return switch (clause) {
            case ReleasesParser.ReleasedContext released ->
                number(released.day).map(day -> new ReleasesEntry.ReleaseClause.Released(keyword, day));
            case ReleasesParser.Sha256Context sha ->
                text(sha.digest)
                        .map(digest -> new ReleasesEntry.ReleaseClause.Sha256(keyword, name(sha.artifact), digest));
            case ReleasesParser.NotesContext notes ->
                text(notes.notes).map(text -> new ReleasesEntry.ReleaseClause.Notes(keyword, text));
            case ReleasesParser.ReleaseRequiresContext requires ->
                Optional.of(new ReleasesEntry.ReleaseClause.Requires(
                        keyword, all(requires.requirements, this::requirement)));
            case ReleasesParser.ReleaseUrlContext url ->
                text(url.template)
                        .map(template -> new ReleasesEntry.ReleaseClause.Url(keyword, name(url.artifact), template));
            default -> Optional.empty();
        };
    }

    private Optional<Name> name(Token token) {
        return Optional.ofNullable(token).map(this::nameOf);
    }

    private Name nameOf(Token token) {
        return new Name(token.getText(), span(token));
    }

    private Optional<Written> number(VersionContext version) {
        return version == null ? Optional.empty() : number(version, version.text());
    }

    private Optional<Written> number(DateContext date) {
        return date == null ? Optional.empty() : number(date, date.text());
    }

    private Optional<Written> number(DurationContext duration) {
        return duration == null ? Optional.empty() : number(duration, duration.text());
    }

    private Optional<Written> number(ParserRuleContext number, TextContext quoted) {
        if (quoted != null) {
            return text(quoted);
        }
        if (number.exception != null || number.getChildCount() == 0) {
            return Optional.empty();
        }
        Token token = number.getStart();
        return form(token.getType()).map(form -> new Written(form, token.getText(), span(token)));
    }

    private static Optional<Written.Form> form(int type) {
        return switch (type) {
            case ReleasesLexer.VERSION -> Optional.of(Written.Form.VERSION);
            case ReleasesLexer.WHOLE -> Optional.of(Written.Form.WHOLE);
            case ReleasesLexer.MEASURE -> Optional.of(Written.Form.MEASURE);
            case ReleasesLexer.V_NUMBER -> Optional.of(Written.Form.PREFIXED);
            case ReleasesLexer.DATE -> Optional.of(Written.Form.DATE);
            default -> Optional.empty();
        };
    }

    private Optional<Written> text(TextContext text) {
        if (text == null || text.exception != null || text.getChildCount() == 0) {
            return Optional.empty();
        }
        Token token = text.getStart();
        String whole = token.getText();
        Span span = Spans.of(token);
        String inner = switch (token.getType()) {
            case ReleasesLexer.TEXT ->
                new Escapes(file, findings).read(whole.substring(1, whole.length() - 1), span.start() + 1);
            case ReleasesLexer.RAW -> whole.substring(1, whole.length() - 1);
            default -> {
                findings.accept(new ClosingFinding.UnclosedText(file.at(span), whole.substring(0, 1), false));
                yield whole.substring(1).stripTrailing();
            }
        };
        return Optional.of(new Written(Written.Form.TEXT, inner, span(token)));
    }

    private static <C extends ParserRuleContext, R> List<R> all(List<C> contexts, Function<C, Optional<R>> build) {
        List<R> built = new ArrayList<>();
        contexts.forEach(context -> build.apply(context).ifPresent(built::add));
        return built;
    }
}
