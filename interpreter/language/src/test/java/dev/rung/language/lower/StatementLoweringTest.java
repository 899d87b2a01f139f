package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rung.language.Runbooks;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.effect.Acknowledge;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Download;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.NoteInvariants;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.Remember;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Sql;
import dev.rung.model.effect.Tell;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What statements mean that are neither backups nor swaps nor services. */
class StatementLoweringTest {
    private static Plan phase(String statements) {
        Diagnosed<Plan> plan = Plans.diagnosed(
                Runbooks.toolchain(),
                Runbooks.app(
                        "config conf = properties(\"${home}/app.conf\")", "phase \"p\" {\n" + statements + "\n}\n"),
                "1.0.0",
                Map.of("target", "2.0.0"));
        assertThat(plan.diagnostics()).isEmpty();
        return plan.value();
    }

    private static Plan hop(String statements) {
        return phase("step-through app to target {\n" + statements + "\n}");
    }

    private static Literal text(String text) {
        return new Literal(new Value.Text(text));
    }

    @Test
    void aShellIsToldWhatToDoAndGetsValuesAsVariables() {
        Plan plan = phase("shell 'rm -- \"$OLD\"' with OLD = \"${home}/a b\" changes store named tidy");
        assertThat(Plans.effect(plan, "p/tidy")).isInstanceOfSatisfying(Run.class, run -> {
            assertThat(run.command().words())
                    .containsExactly(text("/bin/sh"), text("-eu"), text("-c"), text("rm -- \"$OLD\""));
            assertThat(run.command().environment()).containsEntry("OLD", text("/opt/app/a b"));
            assertThat(run.changes()).isEqualTo(new Changes("p/tidy", Set.of("store"), Set.of(), true, false, false));
        });
    }

    @Test
    void aStatementForADatabaseChangesItAndNothingElse() {
        Plan plan = hop("stop server\nsql db \"delete from t where id = ?\" with [7] undo { sql db \"insert\" }");
        Item.Step step = Plans.steps(plan).get(1);
        assertThat(step.effects().getFirst())
                .isEqualTo(new Sql(
                        "delete from t where id = ?",
                        "db",
                        text("delete from t where id = ?"),
                        Optional.of(new Literal(new Value.Listing(List.of(new Value.Whole(7))))),
                        new Changes(step.id(), Set.of("db"), Set.of(), true, true, false)));
        assertThat(step.undo())
                .singleElement()
                .satisfies(undo -> assertThat(undo.effects()).singleElement().isInstanceOf(Sql.class));
    }

    /** What a service is started from goes to the new release as one. */
    @Test
    void aKeyIsAPartOfTheCodeOfItsHop() {
        Plan plan = hop("stop server\nset conf \"db.url\" = url\nunset conf \"old\"\nswap jar to next");
        assertThat(Plans.effect(plan, "p/2.0.0/set-conf-db-url"))
                .isEqualTo(new SetKey("conf", "db.url", Optional.of(text("http://localhost"))));
        assertThat(Plans.effect(plan, "p/2.0.0/unset-conf-old")).isEqualTo(new SetKey("conf", "old", Optional.empty()));
        assertThat(Plans.hops(plan).getFirst().layout().group("app").artifacts())
                .containsExactly("conf db.url", "conf old", "jar");
    }

    @Test
    void dataComeBackFromABackupAndFromTheNewestOneOfTheRunIfNoneIsNamed() {
        Plan plan = phase("stop server\nrestore db, store\nrestore db from \"${home}/old\" named again");
        assertThat(Plans.effect(plan, "p/restore-db-store"))
                .isEqualTo(new Import(Set.of("db", "store"), Optional.empty(), "the newest backup of this run"));
        assertThat(Plans.effect(plan, "p/again"))
                .isEqualTo(new Import(Set.of("db"), Optional.of(text("/opt/app/old")), "\"/opt/app/old\""));
    }

    @Test
    void whatIsFetchedToldAndFailedIsLowered() {
        Plan plan = phase("download \"${url}/a.sql\" to \"${home}/a.sql\" sha256 \"" + "0".repeat(64) + "\"\n"
                + "notify \"https://chat/hook\" \"down at ${url}\"\n"
                + "when not exists(home) { fail \"no home\" }");
        assertThat(Plans.steps(plan))
                .extracting(step -> step.effects().getFirst())
                .containsExactly(
                        new Download(
                                "before/download-home-a-sql",
                                "http://localhost/a.sql",
                                text("http://localhost/a.sql"),
                                text("/opt/app/a.sql"),
                                Optional.of(text("0".repeat(64)))),
                        new Notify("https://chat/hook", text("https://chat/hook"), "down at http://localhost"),
                        new Check(new Condition.Never("no home"), ""));
    }

    @Test
    void whatIsTriedAgainAndKeptIsSaidWithTheStatement() {
        Plan plan = hop("stop server\nbackup db to home keep 3 retry 2 every 5s");
        Item.Step step = Plans.steps(plan).get(1);
        assertThat(step.retry()).contains(new Item.Retry(2, Duration.ofSeconds(5)));
        assertThat(step.effects().getFirst())
                .isInstanceOfSatisfying(
                        BackUp.class, backUp -> assertThat(backUp.keep()).contains(3));
        assertThat(step.text()).isEqualTo("backup db to \"/opt/app\" keep 3 retry 2 every 5s");
    }

    @Test
    void anArtifactMayComeFromElsewhere() {
        String digest = "1".repeat(64);
        Plan plan = hop("stop server\nswap jar with \"${home}/own-${next}.jar\" sha256 \"" + digest + "\"");
        assertThat(plan.staging())
                .extracting(stage -> stage.artifact(), stage -> stage.source(), stage -> stage.sha256())
                .containsExactly(tuple("jar", "/opt/app/own-2.0.0.jar", Optional.of(digest)));
    }

    @Test
    void whatIsKnownNeedsNotBeReadAndTheRestIsReadOnce() {
        Plan plan = phase("let folder = \"${home}/x\"\nlet found = output(\"ls ${folder}\")\n"
                + "when found == \"\" { say \"${folder}\" }\nrun [\"echo\", found] changes nothing");
        assertThat(Plans.effect(plan, "p/let-found"))
                .isInstanceOfSatisfying(
                        Remember.class, remember -> assertThat(remember.value()).isInstanceOf(Expression.Call.class));
        assertThat(Plans.steps(plan)).extracting(Item.Step::id).doesNotContain("p/let-folder");
        assertThat(Plans.effect(plan, "p/say-folder")).isEqualTo(new Tell("/opt/app/x"));
        assertThat(Plans.effect(plan, "p/run-echo-found"))
                .isInstanceOfSatisfying(
                        Run.class,
                        run -> assertThat(run.command().words())
                                .containsExactly(text("echo"), new Expression.Kept("p/let-found")));
    }

    @Test
    void whatARollbackNamesIsKnownToTheRestOfIt() {
        String rollback = "rollback down { let old = \"${current}\"\nlet rows = sql-value(db, \"x\")\n"
                + "run [\"down\", old, rows] changes db }";
        Diagnosed<Plan> plan = Plans.diagnosed(
                Runbooks.toolchain(),
                Runbooks.app("phase \"p\" { step-through app to target {\nstop server\n" + rollback + "\n} }\n"),
                "2.0.0",
                Map.of("target", "3.0.0"));
        assertThat(plan.diagnostics()).isEmpty();
        assertThat(Plans.hops(plan.value()).getFirst().rollbacks())
                .singleElement()
                .satisfies(offered -> assertThat(offered.steps())
                        .extracting(Item.Step::id)
                        .containsExactly("p/3.0.0/down/let-rows", "p/3.0.0/down/run-down-old-rows"));
    }

    /** There may be no turn at all. */
    @Test
    void whatOnlyATurnHasNotedCountsAsNotNoted() {
        Diagnosed<Plan> plan = Plans.diagnosed(
                Runbooks.toolchain(),
                Runbooks.app(
                        "invariant users = json(url, \"$.users\")",
                        "phase \"p\" { step-through app to target {\n"
                                + "for x in json(url, \"$.x\") { run [\"a\", x] changes db }\n"
                                + "stop server\n"
                                + "} }\n"),
                "1.0.0",
                Map.of("target", "2.0.0"));
        assertThat(plan.diagnostics()).isEmpty();
        assertThat(Plans.step(plan.value(), "p/2.0.0/stop-server").effects().getFirst())
                .isInstanceOf(NoteInvariants.class);
    }

    @Test
    void aKnownListIsWrittenOutAndAnyOtherIsForTheRun() {
        Plan plan = phase("for name in [\"a\", \"b\"] { run [\"touch\", name] changes nothing }\n"
                + "for line in json(\"${url}/lines\", \"$\") { run [\"rm\", line] changes nothing }");
        assertThat(Plans.steps(plan))
                .extracting(Item.Step::id)
                .containsExactly(
                        "p/for-name/1/run-touch-name", "p/for-name/2/run-touch-name", "p/for-line/run-rm-line");
        Item.Each each = (Item.Each) plan.items().getLast();
        List<Item> unrolled = each.unrolled(List.of(new Value.Text("x"), new Value.Text("y z")));
        assertThat(unrolled)
                .extracting(Item::id)
                .containsExactly("p/for-line/1/run-rm-line", "p/for-line/2/run-rm-line");
        Effect second = ((Item.Step) unrolled.getLast()).effects().getFirst();
        assertThat(second).isInstanceOfSatisfying(Run.class, run -> {
            assertThat(run.command().words()).containsExactly(text("rm"), text("y z"));
            assertThat(run.changes().deed()).isEqualTo("p/for-line/2/run-rm-line");
        });
    }

    @Test
    void theNotesOfAllReleasesOnTheWayAreAcknowledged() {
        String releases = """
            releases "App"
            url "app-${release}.jar"
            path { direct }
            line 1 { release 1.0.0 { notes "one" } }
            line 2 { release 2.0.0 { notes "two" } }
            line 3 { release 3.0.0 { notes "three" } release 3.1.0 }
            line 4 { release 4.0.0 { notes "four" } }
            """;
        Diagnosed<Plan> plan = Plans.diagnosed(
                new dev.rung.language.Toolchain(Runbooks.files(Map.of("app.releases", releases))),
                Runbooks.app("phase \"p\" { acknowledge notes\n step-through app to 3.1.0 { stop server } }"),
                "1.0.0",
                Map.of("target", "3.1.0"));
        assertThat(plan.diagnostics()).isEmpty();
        assertThat(Plans.effect(plan.value(), "p/acknowledge-notes"))
                .isEqualTo(new Acknowledge(List.of(
                        new Acknowledge.Note("app", "2.0.0", "two"), new Acknowledge.Note("app", "3.0.0", "three"))));
    }
}
