package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.Situation;
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.NameFinding.NoValue;
import dev.rung.language.check.NameFinding.UnknownMember;
import dev.rung.language.check.SystemFinding.MissingFact;
import dev.rung.language.check.SystemFinding.WordOfReleases;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.expression.Expression;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Premises;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where what a release requires is decided, and what a body knows of it. */
class RequiredFactsTest {
    private static final String RELEASES = """
        releases "App"
        url "https://example.org/${release}.jar"
        path { each line }
        waypoint 2.0 "it converts" when java < 17
        line 1 { release 1.0.0 }
        line 2 { release 2.0  release 2.1 { requires java >= 11 } }
        line 3 requires java >= 17, java < 25 { release 3.0.0 { requires java in [17, 21] } }
        """;

    private static Toolchain toolchain(String releases) {
        return new Toolchain(Runbooks.files(Map.of("app.releases", releases)));
    }

    private static Plan plan(String body, Premises premises) {
        Toolchain toolchain = toolchain(RELEASES);
        String phase = "phase \"p\" { step-through app to 3.0.0 {\n" + body + "\n} }";
        var checked = toolchain.check(Runbooks.app(phase));
        assertThat(checked.diagnostics()).isEmpty();
        CheckedRunbook runbook = checked.value();
        Installation installation = toolchain.install(runbook, Map.of()).value();
        var plan = toolchain.plan(
                runbook,
                installation,
                Map.of(),
                new Situation(Map.of("app", Version.of("1.0.0")), LocalDate.of(2026, 1, 1), premises));
        assertThat(plan.diagnostics()).isEmpty();
        return plan.value();
    }

    private static List<String> ids(Plan plan, int hop) {
        return Plans.hops(plan).get(hop).body().stream()
                .map(item -> ((Item.Step) item).id())
                .toList();
    }

    @Test
    void whatALineAndAReleaseRequireIsDecidedFirst() {
        Plan plan = plan("say \"x\"", Premises.NONE);
        assertThat(ids(plan, plan.ladders().findFirst().orElseThrow().hops().size() - 1))
                .containsExactly(
                        "p/3.0.0/requires-java", "p/3.0.0/requires-java-2", "p/3.0.0/requires-java-3", "p/3.0.0/say-x");
    }

    @Test
    void aBodyThatBringsItDecidesItWhereItSaysSo() {
        Plan plan = plan("say \"x\"\nrequire java >= next.requires.java\nsay \"y\"", Premises.NONE);
        int last = Plans.hops(plan).size() - 1;
        assertThat(ids(plan, last))
                .containsExactly(
                        "p/3.0.0/say-x",
                        "p/3.0.0/require-java-next-requires-java",
                        "p/3.0.0/requires-java",
                        "p/3.0.0/requires-java-2",
                        "p/3.0.0/requires-java-3",
                        "p/3.0.0/say-y");
        assertThat(condition(plan, "p/3.0.0/require-java-next-requires-java")).contains("17");
        assertThat(ids(plan, 0)).containsExactly("p/2.0/say-x", "p/2.0/require-java-next-requires-java", "p/2.0/say-y");
    }

    /** As it is evaluated. */
    private static String condition(Plan plan, String id) {
        Check check = (Check) Plans.effect(plan, id);
        return ((Condition.Holds) check.condition()).expression().toString();
    }

    @Test
    void underAConditionNothingIsDecided() {
        Plan plan = plan("when exists(\"/x\") { require java >= next.requires.java }", Premises.NONE);
        assertThat(Plans.hops(plan).getLast().body().getFirst())
                .isInstanceOfSatisfying(
                        Item.Step.class, step -> assertThat(step.id()).isEqualTo("p/3.0.0/requires-java"));
    }

    @Test
    void aWaypointThatHangsOnAFactIsOneUnlessTheFactSaysNo() {
        Toolchain toolchain = toolchain(RELEASES);
        CheckedRunbook runbook =
                toolchain.check(Runbooks.app("phase \"p\" { say \"x\" }")).value();
        Map<Requirement, Expression> asked =
                toolchain.conditions(runbook, Map.of()).get("app");
        assertThat(asked.keySet()).extracting(Object::toString).containsExactly("java < 17");
        Requirement condition = asked.keySet().iterator().next();
        String key = Premises.key("app", condition);
        assertThat(tos(plan("say \"x\"", Premises.NONE))).containsExactly("2.0", "2.1", "3.0.0");
        assertThat(tos(plan("say \"x\"", new Premises(Set.of(), Map.of(key, true)))))
                .containsExactly("2.0", "2.1", "3.0.0");
        assertThat(tos(plan("say \"x\"", new Premises(Set.of(), Map.of(key, false)))))
                .containsExactly("2.1", "3.0.0");
        assertThat(Plans.hops(plan("say \"x\"", Premises.NONE)).getFirst().why())
                .contains("not known");
    }

    private static List<String> tos(Plan plan) {
        return Plans.hops(plan).stream().map(hop -> hop.to().toString()).toList();
    }

    private static List<Diagnostic> found(String members, String body) {
        return toolchain(RELEASES)
                .check(Runbooks.app(members, "phase \"p\" { step-through app to 3.0.0 {\n" + body + "\n} }"))
                .diagnostics();
    }

    @Test
    void itIsAFactOfTheSystemThatIsRequired() {
        assertThat(found("", "require java >= next.requires.jva"))
                .hasSize(1)
                .hasOnlyElementsOfType(UnknownMember.class);
        assertThat(found("", "require java >= next.requires")).hasSize(1).hasOnlyElementsOfType(NoValue.class);
        assertThat(found("", "require java >= current.requires.java"))
                .hasSize(1)
                .hasOnlyElementsOfType(UnknownMember.class);
    }

    @Test
    void whatAReleaseAloneRequiresHasToBeSaid() {
        String releases = RELEASES.replace("2.1 { requires java", "2.1 { requires jva");
        List<Diagnostic> found = toolchain(releases).check(Runbooks.app("")).diagnostics();
        assertThat(found).hasSize(1).hasOnlyElementsOfType(MissingFact.class);
        assertThat(found.getFirst().summary()).startsWith("release `2.1` requires");
    }

    @Test
    void noFactIsNamedLikeAWordOfReleaseFiles() {
        assertThat(found("time = 3", "say \"x\"")).hasSize(1).hasOnlyElementsOfType(WordOfReleases.class);
    }
}
