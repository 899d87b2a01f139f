package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Scope;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.plan.Premises;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns a checked runbook, which must have no errors, into what the engine understands. */
public final class Lowering {
    private Lowering() {}

    public static Diagnosed<Installation> installation(CheckedRunbook runbook, Map<String, String> inputs) {
        List<Diagnostic> given = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        Environment environment = environment(runbook, inputs, Map.of(), given::add);
        Installation installation = new InstallationLowering(environment, findings::add).installation();
        return new Diagnosed<>(installation, given.isEmpty() ? findings : given);
    }

    /** What a named set gives the inputs, as a person would type it. @param known what comes before it */
    public static Diagnosed<Map<String, String>> inputSet(
            CheckedRunbook runbook, String set, Map<String, String> known) {
        List<Diagnostic> findings = new ArrayList<>();
        return new Diagnosed<>(InputSets.typed(runbook, set, known, findings::add), findings);
    }

    /**
     * @param installed by system
     * @param today decides which releases are old enough
     * @param premises what else decides which releases are gone to
     */
    public static Diagnosed<Plan> plan(
            CheckedRunbook runbook,
            Installation installation,
            Map<String, String> inputs,
            Map<String, Version> installed,
            LocalDate today,
            Premises premises) {
        List<Diagnostic> given = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        Environment environment = environment(runbook, inputs, newest(runbook, installed, today), given::add);
        Selection selection = new Selection(today, premises);
        PlanLowering lowering = new PlanLowering(environment, installation, installed, selection, findings::add);
        List<Item> items = lowering.items();
        Plan plan = new Plan(
                runbook.title(),
                installation,
                installed,
                lowering.outside(),
                lowering.staging(),
                given.isEmpty() && findings.isEmpty() ? items : List.of(),
                premises);
        return new Diagnosed<>(plan, given.isEmpty() ? findings : given);
    }

    /**
     * What has to be read before a path can be found: by system, the conditions of its waypoints. One about a fact that the
     * system does not say is left out; nobody knows whether it holds.
     */
    public static Map<String, Map<Requirement, Expression>> conditions(
            CheckedRunbook runbook, Map<String, String> inputs) {
        Environment environment = shell(runbook, inputs);
        Map<String, Map<Requirement, Expression>> conditions = new LinkedHashMap<>();
        for (String system : runbook.systems()) {
            Map<Requirement, Expression> own = new LinkedHashMap<>();
            runbook.releaseFile(system).stream()
                    .flatMap(file -> file.waypoints().stream())
                    .flatMap(waypoint -> waypoint.when().stream())
                    .filter(condition ->
                            runbook.names().fact(system, condition.fact()).isPresent())
                    .forEach(condition ->
                            own.computeIfAbsent(condition, each -> Requirements.expression(environment, system, each)));
            conditions.put(system, own);
        }
        return conditions;
    }

    /**
     * What may have to be done from any of the releases that the runbook lets one begin from.
     *
     * @param today decides which releases are old enough
     */
    public static Diagnosed<PossibleRuns> possibleRuns(
            CheckedRunbook runbook, Installation installation, Map<String, String> inputs, LocalDate today) {
        List<Diagnostic> given = new ArrayList<>();
        PossibleRunsLowering lowering = new PossibleRunsLowering(
                runbook,
                installation,
                installed -> environment(runbook, inputs, newest(runbook, installed, today), given::add),
                today);
        PossibleRuns possibleRuns = lowering.possibleRuns();
        return new Diagnosed<>(
                possibleRuns,
                given.isEmpty()
                        ? lowering.findings()
                        : given.stream().distinct().toList());
    }

    private static Map<String, Version> newest(
            CheckedRunbook runbook, Map<String, Version> installed, LocalDate today) {
        Map<String, Version> newest = new LinkedHashMap<>();
        installed.forEach((system, version) -> runbook.releaseFile(system)
                .flatMap(file -> file.newest(today, version))
                .ifPresent(release -> newest.put(system, release.version())));
        return newest;
    }

    private static Environment environment(
            CheckedRunbook runbook,
            Map<String, String> inputs,
            Map<String, Version> newest,
            Consumer<Diagnostic> findings) {
        return new Environment(
                runbook, Inputs.bind(runbook, inputs, findings), newest, Optional.empty(), Optional.empty(), Map.of());
    }

    /** What is wrong with inputs was told when the runbook was loaded; here it only leaves values unknown. */
    private static Environment shell(CheckedRunbook runbook, Map<String, String> inputs) {
        return environment(runbook, inputs, Map.of(), finding -> {});
    }

    /** An expression that was typed outside of every hop. */
    public static Diagnosed<Expression> expression(
            CheckedRunbook runbook, Map<String, String> inputs, ExpressionNode expression) {
        ExpressionLowering lowering = new ExpressionLowering(shell(runbook, inputs));
        Expression lowered = lowering.lower(expression, Scope.outside(runbook.names()), Type.READING);
        return new Diagnosed<>(lowered, List.of());
    }

    /** A statement that was typed outside of every hop. @param typed where its text is from */
    public static Diagnosed<Item.Step> statement(
            CheckedRunbook runbook, Map<String, String> inputs, SourceFile typed, Statement statement) {
        List<Diagnostic> findings = new ArrayList<>();
        Environment environment = shell(runbook, inputs);
        Installation installation = new InstallationLowering(environment, finding -> {}).installation();
        BodyLowering body = new BodyLowering(
                environment,
                installation,
                SourceMap.of(typed),
                new BodyLowering.Place("typed", "", Scope.outside(runbook.names())),
                findings::add);
        return new Diagnosed<>(body.step(statement), findings);
    }
}
