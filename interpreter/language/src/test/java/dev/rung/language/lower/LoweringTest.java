package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.lower.LowerFinding.BadInput;
import dev.rung.language.lower.LowerFinding.MissingInput;
import dev.rung.language.lower.LowerFinding.NoPath;
import dev.rung.language.lower.LowerFinding.UnknownInput;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoweringTest {
    private static Plan plan(String rest) {
        return Plans.app(rest, "1.0.0", Map.of());
    }

    private static Plan phase(String statements) {
        return plan("phase \"p\" {\n" + statements + "\n}\n");
    }

    private static Plan hop(String statements) {
        return phase("step-through app to target {\n" + statements + "\n}");
    }

    private static List<Diagnostic> findings(String rest, Map<String, String> inputs) {
        return Plans.diagnosed(Runbooks.toolchain(), Runbooks.app(rest), "1.0.0", inputs)
                .diagnostics();
    }

    private static Expression required(String expression) {
        Item.Step step =
                (Item.Step) phase("require " + expression + " named it").items().getFirst();
        return ((Condition.Holds) ((Check) step.effects().getFirst()).condition()).expression();
    }

    @Test
    void namesAreFilledInAndConstantsComputed() {
        assertThat(required("1 + 2 * 3 == 7 and not (home == \"/x\")")).isEqualTo(new Literal(new Value.Truth(true)));
        assertThat(required("\"${home}/a\" + 1 == \"/opt/app/a1\"")).isEqualTo(new Literal(new Value.Truth(true)));
        assertThat(required("1 / 0 == 1"))
                .isInstanceOfSatisfying(
                        Literal.class, literal -> assertThat(literal.value()).isInstanceOf(Value.Unknown.class));
    }

    @Test
    void aConstantSideThatDecidesDecidesAndOneThatDoesNotGoes() {
        Expression exists = required("exists(home)");
        assertThat(required("true or exists(home)")).isEqualTo(new Literal(new Value.Truth(true)));
        assertThat(required("exists(home) and 1 == 1")).isEqualTo(exists);
        assertThat(required("exists(home) or 1 == 2")).isEqualTo(exists);
        assertThat(required("2 == 1 and exists(home)")).isEqualTo(new Literal(new Value.Truth(false)));
    }

    @Test
    void aReadingTakesTheTypeOfItsPlace() {
        assertThat(called(required("json(url, \"$.n\") == 3")).type()).isEqualTo(Type.INT);
        assertThat(called(required("json(url, \"$.n\") == \"x\"")).type()).isEqualTo(Type.TEXT);
        assertThat(called(required("json(url, \"$.n\") in [1.2, 1.3]")).type()).isEqualTo(Type.VERSION);
        assertThat(called(required("json(url, \"$.n\") in 1 .. 2")).type()).isEqualTo(Type.VERSION);
        assertThat(called(required("json(url, \"$.n\") < 3GB")).type()).isEqualTo(Type.SIZE);
    }

    private static Expression.Call called(Expression comparison) {
        return (Expression.Call) ((Expression.Binary) comparison).left();
    }

    @Test
    void factsAndSystemsAreClosed() {
        assertThat(required("app.installed >= 1.5"))
                .isEqualTo(new Expression.Binary(
                        Operator.GREATER_OR_EQUAL,
                        new Expression.Installed("app"),
                        new Literal(new Value.Number(Version.of("1.5")))));
        assertThat(required("java >= 11"))
                .isEqualTo(new Expression.Binary(
                        Operator.GREATER_OR_EQUAL,
                        new Expression.Call(
                                "java-version",
                                List.of(new Literal(new Value.Text("/usr/lib/jvm/17"))),
                                Map.of(),
                                Type.VERSION),
                        new Literal(new Value.Number(Version.of("11")))));
        assertThat(required("size(db) > 3MiB"))
                .isEqualTo(new Expression.Binary(
                        Operator.GREATER,
                        new Expression.Call("size", List.of(new Expression.Part("db")), Map.of(), Type.SIZE),
                        new Literal(new Value.Size(3 << 20))));
    }

    @Test
    void aCommandIsSplitBeforeItsValuesAreFilledIn() {
        Plan plan = Plans.app(
                "phase \"p\" { run \"ls -l  ${home}/x y${url}z\" changes nothing named it }",
                "1.0.0",
                Map.of("home", "/a b"));
        Run run = (Run) Plans.effect(plan, "p/it");
        assertThat(run.command().words())
                .extracting(word -> ((Literal) word).value().shown())
                .containsExactly("ls", "-l", "/a b/x", "yhttp://localhostz");
        assertThat(run.changes().isNothing()).isTrue();
        assertThat(run.changes().declared()).isTrue();
    }

    @Test
    void aRunThatSaysNothingMayChangeAllDataOfItsSystem() {
        Plan plan = hop("run [\"up\", next] with A = next.line, B = 1 from home expect 0, 3 idempotent named it");
        Run run = (Run) Plans.effect(plan, "p/2.0.0/it");
        assertThat(run.changes().data()).containsExactlyInAnyOrder("db", "store");
        assertThat(run.changes().declared()).isFalse();
        assertThat(run.changes().idempotent()).isTrue();
        assertThat(run.command().expect()).containsExactlyInAnyOrder(0, 3);
        assertThat(run.command().environment())
                .isEqualTo(Map.of("A", new Literal(new Value.Text("2")), "B", new Literal(new Value.Whole(1))));
        assertThat(run.command().directory()).contains(new Literal(new Value.Text("/opt/app")));
        assertThat(run.title()).isEqualTo("up 2.0.0");
    }

    @Test
    void whatIsKnownIsDecidedWhenThePlanIsMade() {
        Plan plan = hop("when crosses(3) or first-hop { say \"a ${current.line}\" } else { say \"b ${next}\" }");
        assertThat(Plans.steps(plan))
                .extracting(Item.Step::text)
                .containsExactly("say \"a 1\"", "require java >= 17", "say \"a 2\"");
        plan = hop("when crosses(2) { say \"two\" }\nwhen last-hop { say \"last\" }");
        assertThat(Plans.steps(plan))
                .extracting(Item.Step::id)
                .containsExactly("p/2.0.0/say-two", "p/3.0.0/requires-java", "p/3.0.0/say-last");
    }

    @Test
    void longStatementsThatBeginAlikeHaveIdsOfTheirOwn() {
        Plan plan = phase("""
            require json(url, "$.something-with-a-long-name.and-then-this") == 1
            require json(url, "$.something-with-a-long-name.and-then-that") == 1
            """);
        assertThat(Plans.steps(plan))
                .extracting(Item.Step::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("p/require-json-url-something-with-a-long-name-and"));
    }

    @Test
    void whatTheWorldDecidesIsAChoice() {
        Plan plan = hop("when size(db) > 3GB { swap jar to next } else { say \"small\" }");
        Item.Choice choice = (Item.Choice) Plans.hops(plan).getFirst().body().getFirst();
        assertThat(choice.id()).isEqualTo("p/2.0.0/when-size-db-3gb");
        assertThat(choice.text()).isEqualTo("size(db) > 3GB");
        assertThat(choice.then()).hasSize(1);
        assertThat(choice.otherwise()).hasSize(1);
        assertThat(Plans.hops(plan).getFirst().layout().group("app").artifacts())
                .containsExactly("jar");
        assertThat(plan.staging()).hasSize(2);
    }

    @Test
    void theReleaseFilesRequirementsAreGuardsAtTheStartOfTheirHop() {
        Item.Step requires =
                (Item.Step) Plans.hops(hop("say \"x\"")).get(1).body().getFirst();
        assertThat(requires.id()).isEqualTo("p/3.0.0/requires-java");
        assertThat(requires.text()).isEqualTo("require java >= 17");
        assertThat(requires.effects().getFirst()).isInstanceOfSatisfying(Check.class, check -> {
            assertThat(check.otherwise()).isEqualTo("release 3.0.0 requires java >= 17");
            assertThat(((Condition.Holds) check.condition()).source()).isEqualTo("java >= 17");
        });
    }

    @Test
    void servicesStartInTheReverseOfTheOrderOfTheFile() {
        Plan plan = phase("stop gate, server\nstart gate, server");
        assertThat(Plans.step(plan, "p/stop-gate-server").effects())
                .containsExactly(new Stop("gate"), new Stop("server"));
        assertThat(Plans.step(plan, "p/start-gate-server").effects())
                .containsExactly(new Start("server"), new Start("gate"));
    }

    @Test
    void aServiceWritesWhatItSaysElseAllDataOfItsSystem() {
        assertThat(hop("swap jar to next").layout().service("server").writes())
                .containsExactlyInAnyOrder("db", "store");
        assertThat(hop("swap jar to next").layout().service("gate").writes()).isEmpty();
        assertThat(hop("swap jar to next").layout().service("gate").migrates()).isEmpty();
    }

    @Test
    void conditionsOnVersionsHaveFormsOfTheirOwn() {
        Plan plan = phase("require-version in 0.9 .. 2 named a\n"
                + "require-version not in [3.0] named b\n"
                + "require-version < 2 named c");
        assertThat(((Check) Plans.effect(plan, "p/a")).condition())
                .isEqualTo(new Condition.InstalledIn("app", Version.of("0.9"), Version.of("2")));
        assertThat(((Check) Plans.effect(plan, "p/b")).condition()).isInstanceOf(Condition.Holds.class);
        assertThat(((Check) Plans.effect(plan, "p/c")).condition())
                .isEqualTo(new Condition.InstalledIs("app", Operator.LESS, Version.of("2")));
    }

    @Test
    void aSystemWithoutInvariantsNotesNone() {
        Plan plan = hop("stop server\nstart server\nrequire-version == next");
        assertThat(Plans.step(plan, "p/2.0.0/stop-server").effects()).containsExactly(new Stop("server"));
        assertThat(Plans.step(plan, "p/2.0.0/require-version").effects()).hasSize(1);
    }

    @Test
    void aDatabaseIsFilledFromADump() {
        Plan plan = hop("swap db with \"${home}/to-${next}.sql\"");
        assertThat(Plans.effect(plan, "p/2.0.0/swap-db"))
                .isEqualTo(new Import(
                        Set.of("db"),
                        Optional.of(new Literal(new Value.Text("/opt/app/to-2.0.0.sql"))),
                        "\"/opt/app/to-2.0.0.sql\""));
    }

    @Test
    void peopleAreAskedAndTold() {
        Plan plan = phase("confirm yes \"Ready at ${url}?\"\n"
                + "manual look \"Look\" verify exists(home)\n"
                + "say \"done\" else continue");
        assertThat(Plans.effect(plan, "p/confirm-yes"))
                .isEqualTo(new Ask(
                        "yes",
                        "Ready at http://localhost?",
                        false,
                        Optional.empty(),
                        Changes.nothing("p/confirm-yes", true)));
        assertThat(((Ask) Plans.effect(plan, "p/manual-look")).deed()).isTrue();
        assertThat(((Ask) Plans.effect(plan, "p/manual-look")).verify()).isPresent();
        assertThat(Plans.step(plan, "p/say-done").waivable()).isTrue();
    }

    @Test
    void theChecksumsOfReleasesReachTheStaging() {
        assertThat(hop("swap jar to next").staging())
                .containsExactly(
                        new Stage("jar", Version.of("2.0.0"), "files/app-2.0.0.jar", Optional.of("ab".repeat(32))),
                        new Stage("jar", Version.of("3.0.0"), "files/app-3.0.0.jar", Optional.empty()));
    }

    @Test
    void inputsAreHeldAgainstTheirTypes() {
        String more = "input days : int\ninput limit : size = 2GB\n";
        assertThat(findings(more, Map.of())).hasSize(1).hasOnlyElementsOfType(MissingInput.class);
        String target = "input where : version\nphase \"p\" { step-through app to where { say \"x\" } }";
        assertThat(findings(target, Map.of())).hasSize(1).hasOnlyElementsOfType(MissingInput.class);
        assertThat(findings(more, Map.of("days", "x"))).hasSize(1).hasOnlyElementsOfType(BadInput.class);
        assertThat(findings(more, Map.of("days", "3", "limit", "2.5GB"))).hasOnlyElementsOfType(BadInput.class);
        assertThat(findings(more, Map.of("days", "3", "hme", "x")).getFirst())
                .isInstanceOfSatisfying(
                        UnknownInput.class,
                        finding -> assertThat(finding.help()).isEqualTo("did you mean `home`?"));
        assertThat(findings(more, Map.of("days", "3", "limit", "512MiB", "target", "newest")))
                .isEmpty();
    }

    @Test
    void whereThereIsNoPathThereIsNoPlan() {
        String rest = "phase \"p\" { step-through app to target { say \"x\" } }";
        Diagnosed<Plan> plan =
                Plans.diagnosed(Runbooks.toolchain(), Runbooks.app(rest), "1.0.0", Map.of("target", "9.0.0"));
        assertThat(plan.value().items()).isEmpty();
        assertThat(plan.diagnostics()).hasSize(1);
        assertThat(plan.diagnostics().getFirst())
                .isInstanceOfSatisfying(
                        NoPath.class,
                        finding -> assertThat(finding.refused()).isInstanceOf(PathFinding.UnknownTarget.class));
        assertThat(findings(rest, Map.of("target", "0.5"))).hasOnlyElementsOfType(NoPath.class);
    }

    @Test
    void aLineAsTargetMeansItsNewestReleaseAndViaIsPassedThrough() {
        assertThat(Plans.hops(Plans.app(
                        "phase \"p\" { step-through app to target { say \"x\" } }", "1.0.0", Map.of("target", "2"))))
                .extracting(Item.Hop::id)
                .containsExactly("p/2.0.0");
        assertThat(Plans.hops(phase("step-through app to newest via 2 { say \"x\" }")))
                .hasSize(2);
    }

    @Test
    void twoLaddersInOnePhaseKeepTheirHopsApart() {
        String second = """
            system other {
              releases "app.releases"
              installed = version("1.0")
              healthy = app.healthy
              java = app.java
            }
            phase "p" { step-through app to 2 { say "x" } step-through other to 2 { say "x" } }
            """;
        assertThat(Plans.steps(plan(second)))
                .extracting(Item.Step::id)
                .containsExactly("p/app/2.0.0/say-x", "p/other/2.0.0/say-x");
    }

    @Test
    void longChainsOfAbbreviationsAreLoweredOnce() {
        StringBuilder lets = new StringBuilder("let a0 = \"x\"\n");
        for (int i = 1; i < 20; i++) {
            lets.append("let a").append(i).append(" = a").append(i - 1).append(" + \"\"\n");
        }
        lets.append("let b0 = exists(home)\n");
        for (int i = 1; i < 60; i++) {
            lets.append("let b")
                    .append(i)
                    .append(" = b")
                    .append(i - 1)
                    .append(" and b")
                    .append(i - 1)
                    .append("\n");
        }
        Plan plan = plan(lets + "phase \"p\" { say \"${a19}\" named said require b59 named it }");
        assertThat(Plans.effect(plan, "p/said")).isEqualTo(new Tell("x"));
        assertThat(Plans.effect(plan, "p/it")).isInstanceOf(Check.class);
    }

    @Test
    void thePlanKnowsItsTitleAndWhatIsInstalled() {
        Plan plan = hop("say \"x\"");
        assertThat(plan.title()).isEqualTo("App");
        assertThat(plan.installed()).isEqualTo(Map.of("app", Version.of("1.0.0")));
        assertThat(plan.installation().systems().getFirst().parts())
                .extracting(part -> part.name())
                .containsExactly("jar", "db", "store", "gate", "server");
        assertThat(Set.copyOf(plan.layout().dataNames())).isEqualTo(Set.of("db", "store"));
    }
}
