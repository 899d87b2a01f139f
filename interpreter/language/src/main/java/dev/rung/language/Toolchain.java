package dev.rung.language;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Checker;
import dev.rung.language.format.Formatted;
import dev.rung.language.format.Formatter;
import dev.rung.language.lint.Linter;
import dev.rung.language.lower.Lowering;
import dev.rung.language.releases.ReleasesReader;
import dev.rung.language.releases.ReleasesReader.Joined;
import dev.rung.language.syntax.Completeness;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.language.syntax.Typed;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one door to the front end: source text in, a plan out. Each method reads like the contents of its phases. */
public final class Toolchain {
    private final SourceReader reader;

    /** @param reader gets at the files that a runbook names */
    public Toolchain(SourceReader reader) {
        this.reader = reader;
    }

    /** Parses a runbook, what it includes and the release files that it names, and finds out what its names mean. */
    public Diagnosed<CheckedRunbook> check(SourceFile runbook) {
        Diagnosed<SyntaxTree> parsed = Includes.read(runbook, reader);
        Diagnosed<Map<String, CheckedRunbook.Releases>> releases = releases(parsed.value());
        Diagnosed<CheckedRunbook> checked = Checker.check(parsed, releases.value());
        return new Diagnosed<>(checked.value(), all(checked.diagnostics(), releases.diagnostics()));
    }

    private Diagnosed<Map<String, CheckedRunbook.Releases>> releases(SyntaxTree tree) {
        Map<String, CheckedRunbook.Releases> bySystem = new LinkedHashMap<>();
        List<Diagnostic> findings = new ArrayList<>();
        tree.systems()
                .forEach(system -> system.releases().stream()
                        .findFirst()
                        .flatMap(clause -> clause.file().fixed())
                        .flatMap(path -> reader.read(path, tree.sources().file(system.span())))
                        .ifPresent(file -> {
                            Diagnosed<Joined> read = ReleasesReader.read(ReleasesSyntax.parse(file), reader::read);
                            findings.addAll(read.diagnostics());
                            bySystem.put(
                                    system.name().text(),
                                    new CheckedRunbook.Releases(
                                            file,
                                            read.value().content(),
                                            read.value().files()));
                        }));
        return new Diagnosed<>(bySystem, findings);
    }

    /** Reads a release file with what it includes. */
    public Diagnosed<ReleaseFile> releases(SourceFile file) {
        Diagnosed<Joined> read = ReleasesReader.read(ReleasesSyntax.parse(file), reader::read);
        return new Diagnosed<>(read.value().content(), read.diagnostics());
    }

    /**
     * All that is wrong with a runbook or a release file: by the language itself, and by the rules of the linter. What
     * sits in a file that this one names comes last.
     */
    public List<Diagnostic> lint(SourceFile file) {
        return Linter.isReleaseFile(file) ? Linter.releases(file, reader::read) : Linter.runbook(check(file));
    }

    /** Lays a runbook or a release file out. */
    public Formatted format(SourceFile file) {
        return Linter.isReleaseFile(file) ? Formatter.releases(file) : Formatter.runbook(file);
    }

    /**
     * Fills the inputs in as far as the parts of the systems need them.
     *
     * @param runbook one without errors
     * @param inputs by name, as they were typed; what is missing takes its default
     */
    public Diagnosed<Installation> install(CheckedRunbook runbook, Map<String, String> inputs) {
        return Lowering.installation(runbook, inputs);
    }

    /**
     * What a named set gives the inputs, as a person would type it.
     *
     * @param runbook one without errors
     * @param set one of its {@link CheckedRunbook#inputSets}
     * @param known what is given from elsewhere, which comes first
     */
    public Diagnosed<Map<String, String>> inputSet(CheckedRunbook runbook, String set, Map<String, String> known) {
        return Lowering.inputSet(runbook, set, known);
    }

    /** Makes the plan. Where it has errors the value is a plan without items. */
    public Diagnosed<Plan> plan(
            CheckedRunbook runbook, Installation installation, Map<String, String> inputs, Situation situation) {
        return Lowering.plan(
                runbook, installation, inputs, situation.installed(), situation.today(), situation.premises());
    }

    /** What has to be read of each system before a plan can be made: whether waypoints are some of it. */
    public Map<String, Map<Requirement, Expression>> conditions(CheckedRunbook runbook, Map<String, String> inputs) {
        return Lowering.conditions(runbook, inputs);
    }

    /** What may have to be done from any of the releases that the runbook lets one begin from; asks no system. */
    public Diagnosed<PossibleRuns> possibleRuns(
            CheckedRunbook runbook, Installation installation, Map<String, String> inputs, LocalDate today) {
        return Lowering.possibleRuns(runbook, installation, inputs, today);
    }

    /** Whether what was typed in a shell can be taken as it is. */
    public Completeness completeness(String typed) {
        return RunbookReader.completeness(typed);
    }

    /** A typed expression, in the words of a loaded runbook. Where it has errors the value is an unknown one. */
    public Diagnosed<Expression> expression(CheckedRunbook runbook, Map<String, String> inputs, SourceFile typed) {
        Diagnosed<ExpressionNode> parsed = RunbookReader.expression(typed);
        List<Diagnostic> findings = all(parsed.diagnostics(), Checker.typed(runbook, typed, parsed.value()));
        return findings.isEmpty()
                ? Lowering.expression(runbook, inputs, parsed.value())
                : new Diagnosed<>(new Expression.Literal(new Value.Unknown("it has errors")), findings);
    }

    /**
     * A typed statement, in the words of a loaded runbook and outside of every hop. Where it has errors the step does
     * nothing.
     */
    public Diagnosed<Item.Step> statement(CheckedRunbook runbook, Map<String, String> inputs, SourceFile typed) {
        Diagnosed<Typed> parsed = RunbookReader.typed(typed);
        Optional<Statement> statement =
                parsed.value() instanceof Typed.Statements(List<Statement> statements) && statements.size() == 1
                        ? Optional.of(statements.getFirst())
                        : Optional.empty();
        List<Diagnostic> findings = new ArrayList<>(parsed.diagnostics());
        statement.ifPresent(each -> findings.addAll(Checker.typed(runbook, typed, each)));
        if (statement.isEmpty() && findings.isEmpty()) {
            findings.add(new NotOneStatement(typed.at(new Span(0, typed.text().length()))));
        }
        return findings.isEmpty()
                ? Lowering.statement(runbook, inputs, typed, statement.orElseThrow())
                : new Diagnosed<>(nothing(typed), findings);
    }

    private static Item.Step nothing(SourceFile typed) {
        Span all = new Span(0, typed.text().length());
        return new Item.Step("typed", "", typed.text(), typed.at(all), List.of(), Optional.empty(), false, List.of());
    }

    @SafeVarargs
    private static List<Diagnostic> all(List<Diagnostic>... phases) {
        List<Diagnostic> all = new ArrayList<>();
        for (List<Diagnostic> phase : phases) {
            all.addAll(phase);
        }
        return all;
    }
}
