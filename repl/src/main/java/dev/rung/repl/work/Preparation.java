package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Recorded;
import dev.rung.engine.run.World;
import dev.rung.language.Situation;
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.plan.Premises;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Version;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The way from the name of a file to a plan: read, check, fill in, look at the world, plan. What the front end finds on
 * the way is gathered; where it finds an error, what it would have made is empty.
 */
public final class Preparation {
    private final Desk desk;
    private final Sources sources;
    private final Toolchain toolchain;
    private final List<Diagnostic> found = new ArrayList<>();

    private Preparation(Desk desk, Sources sources) {
        this.desk = desk;
        this.sources = sources;
        this.toolchain = new Toolchain(sources);
    }

    public static Preparation onDisk(Desk desk) {
        return new Preparation(desk, Sources.onDisk(desk.folder()));
    }

    /** Of the texts with which a run began, whatever has become of the files. */
    public static Preparation recorded(Desk desk, Recorded run) {
        return new Preparation(desk, Sources.recorded(run.sources()));
    }

    /** Of the texts with which a run began, but for the runbook, which is taken as it is now. */
    public static Preparation edited(Desk desk, Recorded run) {
        return new Preparation(desk, Sources.edited(run));
    }

    /**
     * A runbook whose parts are known.
     *
     * @param inputs by name, as they were given
     * @param folder where the runbook's relative paths start
     */
    public record Loaded(CheckedRunbook runbook, Installation installation, Map<String, String> inputs, Path folder) {}

    public List<Diagnostic> found() {
        return List.copyOf(found);
    }

    public Toolchain toolchain() {
        return toolchain;
    }

    /** The texts of all files that were read, by name. */
    public Map<String, String> sources() {
        return sources.texts();
    }

    /** @throws UsageProblem if there is no such file */
    public Optional<CheckedRunbook> check(String name) throws UsageProblem {
        Optional<SourceFile> file = sources.open(name);
        return taken(toolchain.check(file.orElseThrow(() -> new NearbyRunbooks(desk).missing(name))));
    }

    /** A runbook that stands in no file as it is. */
    public Optional<CheckedRunbook> check(SourceFile runbook) {
        return taken(toolchain.check(sources.given(runbook)));
    }

    /** What a named set gives the inputs. @param known comes first */
    Optional<Map<String, String>> inputSet(CheckedRunbook runbook, String set, Map<String, String> known) {
        return taken(toolchain.inputSet(runbook, set, known));
    }

    /** @param inputs as given; what is missing takes its default */
    public Optional<Loaded> install(CheckedRunbook runbook, Map<String, String> inputs) {
        Path file = desk.path(runbook.file().name());
        Path folder = file.getParent() == null ? desk.folder() : file.getParent();
        return taken(toolchain.install(runbook, inputs))
                .map(installation -> new Loaded(runbook, installation, inputs, folder));
    }

    /** @throws UsageProblem if no release file of the runbook refuses anything by one of these names */
    public static void mustBeRefused(Set<String> accepted, Loaded loaded) throws UsageProblem {
        ChosenNames.mustBeRefused(
                accepted,
                loaded.runbook().releases().values().stream()
                        .flatMap(file -> file.content().waivers().stream())
                        .toList());
    }

    /** What the runbook uses and this Rung does not carry out yet. */
    public static List<Diagnostic> notBuilt(Loaded loaded) {
        return List.copyOf(NotBuilt.among(loaded.runbook().uses()));
    }

    /**
     * Looks which versions are installed, and plans from there. What this Rung cannot carry out yet is found before it
     * looks.
     *
     * @param given what a person has said beside the inputs
     * @throws Trouble if a system does not say its version
     */
    public Optional<Plan> plan(Loaded loaded, Engine engine, Premises given) throws Trouble {
        List<Diagnostic> missing = notBuilt(loaded);
        if (!missing.isEmpty()) {
            found.addAll(missing);
            return Optional.empty();
        }
        Map<String, Version> installed = new LinkedHashMap<>();
        try (World world = engine.open(loaded.installation(), loaded.folder())) {
            for (Installation.Sys system : loaded.installation().systems()) {
                Optional<Version> version = world.readInstalled(system.name());
                if (version.isEmpty()) {
                    throw silent(world, system.name(), loaded, engine);
                }
                installed.put(system.name(), version.get());
            }
            Premises premises = given.with(conditions(loaded, world));
            return plan(loaded, new Situation(installed, LocalDate.now(desk.clock()), premises));
        }
    }

    /** Whether waypoints are some of the systems as they are; what nobody answers is left out. */
    private Map<String, Boolean> conditions(Loaded loaded, World world) {
        Map<String, Boolean> conditions = new TreeMap<>();
        toolchain
                .conditions(loaded.runbook(), loaded.inputs())
                .forEach((system, asked) -> asked.forEach((condition, expression) -> {
                    if (world.evaluate(expression) instanceof Value.Truth(boolean holds)) {
                        conditions.put(Premises.key(system, condition), holds);
                    }
                }));
        return conditions;
    }

    /** A run that stopped in its middle has left the system down; then that is what a person has to hear. */
    private static Trouble silent(World world, String system, Loaded loaded, Engine engine) throws Trouble {
        engine.mustBeFree(loaded.installation(), loaded.folder());
        return Silence.of(loaded.runbook(), loaded.inputs(), system, world.whyNotInstalled(system));
    }

    /** The plan as it was when the run began. */
    public Optional<Plan> planAgain(Loaded loaded, Recorded run) {
        Map<String, Version> installed = Engine.spelled(loaded.installation(), run.installed());
        return plan(loaded, new Situation(installed, run.day(), run.premises()));
    }

    private Optional<Plan> plan(Loaded loaded, Situation situation) {
        return taken(toolchain.plan(loaded.runbook(), loaded.installation(), loaded.inputs(), situation));
    }

    /** What may have to be done from any release; looks at no system. */
    public Optional<PossibleRuns> possibleRuns(Loaded loaded) {
        return taken(toolchain.possibleRuns(
                loaded.runbook(), loaded.installation(), loaded.inputs(), LocalDate.now(desk.clock())));
    }

    private <T> Optional<T> taken(Diagnosed<T> made) {
        made.diagnostics().stream().filter(finding -> !found.contains(finding)).forEach(found::add);
        return made.hasErrors() ? Optional.empty() : Optional.of(made.value());
    }
}
