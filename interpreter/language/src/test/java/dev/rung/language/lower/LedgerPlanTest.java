package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.NoteInvariants;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The quickstart's runbook, as the engine gets it. */
class LedgerPlanTest {
    private static final Map<String, String> INPUTS = Map.of("home", "/srv/ledger", "backups", "/b");

    private final Plan plan = Plans.ledger("1.8.2", INPUTS);

    @Test
    void goesTheWayThatTheReleaseFileAsksFor() {
        Item.Ladder ladder = plan.ladders().findFirst().orElseThrow();
        assertThat(ladder.id()).isEqualTo("upgrade/step-through-ledger");
        assertThat(ladder.from()).hasToString("1.8.2");
        assertThat(ladder.to()).hasToString("2.4.0");
        assertThat(ladder.hops())
                .extracting(Item.Hop::id)
                .containsExactly("upgrade/1.9.4", "upgrade/1.10.3", "upgrade/2.4.0");
        assertThat(ladder.hops()).extracting(hop -> hop.from().written()).containsExactly("1.8.2", "1.9.4", "1.10.3");
    }

    @Test
    void everyStatementHasAStableIdAndTheWordsOfThisRun() {
        assertThat(Plans.steps(plan))
                .extracting(Item.Step::id)
                .doesNotHaveDuplicates()
                .startsWith(
                        "before-you-begin/require-version",
                        "before-you-begin/require-healthy",
                        "before-you-begin/require-free-space-backups-3-size-books",
                        "before-you-begin/confirm-announced",
                        "upgrade/1.9.4/stop-server",
                        "upgrade/1.9.4/backup-books",
                        "upgrade/1.9.4/swap-jar",
                        "upgrade/1.9.4/start-server",
                        "upgrade/1.9.4/wait-for-healthy",
                        "upgrade/1.9.4/require-version",
                        "upgrade/1.10.3/stop-server");
        assertThat(Plans.steps(plan).getLast().id()).isEqualTo("afterwards/manual-reload");
        assertThat(Plans.steps(plan).subList(0, 10))
                .extracting(Item.Step::text)
                .containsExactly(
                        "require-version >= 1.8",
                        "require healthy",
                        "require free-space(\"/b\") >= 3 * size(books)",
                        "confirm announced \"Everyone knows that Ledger is down for a few minutes\"",
                        "stop server within 1m",
                        "backup books to \"/b\" verified by restore",
                        "swap jar to 1.9.4",
                        "start server",
                        "wait for healthy unless log-has(server, 'Migration \\d+ failed') within 10m",
                        "require-version == 1.9.4");
    }

    @Test
    void aHopHasTheEffectsThatTheProofKnows() {
        assertThat(Plans.step(plan, "upgrade/1.9.4/stop-server").effects())
                .containsExactly(new NoteInvariants("ledger"), new Stop("server"));
        assertThat(Plans.effect(plan, "upgrade/1.9.4/backup-books"))
                .isEqualTo(new BackUp(Set.of("books"), "/b", BackupSet.Level.RESTORED));
        assertThat(Plans.effect(plan, "upgrade/1.9.4/swap-jar")).isEqualTo(new ChangeOver("jar", Version.of("1.9.4")));
        assertThat(Plans.effect(plan, "upgrade/1.9.4/start-server")).isEqualTo(new Start("server"));
        assertThat(Plans.effect(plan, "upgrade/1.9.4/wait-for-healthy")).isInstanceOfSatisfying(Wait.class, wait -> {
            assertThat(wait.condition()).isEqualTo(new Condition.Healthy("ledger"));
            assertThat(wait.unless()).isPresent();
        });
        assertThat(Plans.step(plan, "upgrade/1.9.4/wait-for-healthy").within()).contains(Duration.ofMinutes(10));
        assertThat(Plans.step(plan, "upgrade/1.9.4/require-version").effects())
                .containsExactly(
                        new Check(new Condition.InstalledIs("ledger", Operator.EQUAL, Version.of("1.9.4")), ""),
                        new Check(new Condition.InvariantsHold("ledger"), ""));
    }

    @Test
    void allReleasesOfTheWayAreStagedFromBesideTheReleaseFile() {
        assertThat(plan.staging())
                .extracting(Stage::source)
                .containsExactly(
                        "downloads/ledger-1.9.4.jar", "downloads/ledger-1.10.3.jar", "downloads/ledger-2.4.0.jar");
        assertThat(plan.staging()).extracting(Stage::artifact).containsOnly("jar");
    }

    @Test
    void theLayoutOfAHopSaysWhatHangsTogether() {
        Layout.Service server = new Layout.Service("server", "ledger", Set.of("books"), Set.of("books"), true);
        assertThat(Plans.hops(plan))
                .extracting(Item.Hop::layout)
                .containsOnly(new Layout(
                        List.of(new Layout.CodeGroup("ledger", List.of("jar"), false)),
                        List.of(new DataPart("books", false)),
                        List.of(server)));
        assertThat(plan.layout())
                .isEqualTo(new Layout(
                        List.of(new Layout.CodeGroup("ledger", List.of(), false)),
                        List.of(new DataPart("books", false)),
                        List.of(server)));
    }

    @Test
    void theRollbackIsOfferedOnlyWhereTheReleaseFileOffersIt() {
        assertThat(Plans.hops(plan)).allMatch(hop -> hop.rollbacks().isEmpty());
        Item.Hop last = Plans.hops(Plans.ledger("2.0.1", INPUTS)).getFirst();
        Item.Rollback rollback = last.rollbacks().getFirst();
        assertThat(rollback.name()).isEqualTo("migrate-down");
        Item.Step step = rollback.steps().getFirst();
        assertThat(step.id()).startsWith("upgrade/2.4.0/migrate-down/run-");
        assertThat(step.phase()).isEmpty();
        assertThat(step.within()).contains(Duration.ofMinutes(10));
        assertThat(step.effects().getFirst()).isInstanceOfSatisfying(Run.class, run -> {
            assertThat(run.changes().data()).containsExactly("books");
            assertThat(run.changes().declared()).isTrue();
            assertThat(run.command().words())
                    .extracting(LedgerPlanTest::text)
                    .containsExactly(
                            "java",
                            "-jar",
                            "/srv/ledger/ledger.jar",
                            "--data",
                            "/srv/ledger/ledger",
                            "--down",
                            "2.0.1");
            assertThat(run.command().expect()).containsExactly(0);
        });
    }

    private static String text(Object word) {
        return word instanceof Literal(Value value) ? value.shown() : word.toString();
    }

    @Test
    void thePartsHaveTheirArgumentsByName() {
        Installation installation = plan.installation();
        assertThat(installation.part("books").arguments())
                .isEqualTo(Map.of(
                        "file", new Value.Text("/srv/ledger/ledger"),
                        "jar", new Value.Text("/srv/ledger/ledger.jar"),
                        "locked-by", new Value.Text("server")));
        assertThat(installation.part("server").arguments().get("command").shown())
                .endsWith("--port, 8080]");
        assertThat(installation.part("server").kind()).isEqualTo(Type.SERVICE);
        assertThat(installation.system("ledger").invariants())
                .extracting(Installation.Invariant::asksApplication)
                .containsOnly(true);
    }

    @Test
    void atTheTargetThereIsNothingToClimb() {
        Plan done = Plans.ledger("2.4.0", INPUTS);
        assertThat(done.ladders().findFirst().orElseThrow().hops()).isEmpty();
        assertThat(done.staging()).isEmpty();
    }
}
