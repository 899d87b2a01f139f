package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.state.BackupSet.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of the afternoon, an upgrade of the night, and users in between. */
class LossLimitTest {
    @TempDir
    Path folder;

    private final ToyWorld toy = new ToyWorld();

    private Plan plan(Duration maxLoss) {
        String backups = folder.resolve("backups").toString();
        List<Item> afternoon = List.of(
                ToyPlan.step("afternoon/stop", new Stop("server")),
                ToyPlan.step("afternoon/backup", new BackUp(Set.of("data"), backups, Level.RESTORED)),
                ToyPlan.step("afternoon/start", new Start("server")));
        List<Item> body = ToyPlan.body("2", folder).stream()
                .filter(item -> !item.id().endsWith("backup-data"))
                .toList();
        Plan plan = ToyPlan.of(afternoon, List.of(body), List.of());
        return allowing(plan, maxLoss);
    }

    private static Plan allowing(Plan plan, Duration maxLoss) {
        List<Item> items = new ArrayList<>();
        for (Item item : plan.items()) {
            items.add(
                    item instanceof Item.Ladder ladder
                            ? new Item.Ladder(
                                    ladder.id(),
                                    ladder.system(),
                                    ladder.from(),
                                    ladder.to(),
                                    ladder.at(),
                                    ladder.hops().stream()
                                            .map(hop -> allowing(hop, maxLoss))
                                            .toList())
                            : item);
        }
        return new Plan(
                plan.title(),
                plan.installation(),
                plan.installed(),
                plan.layout().withMaxLoss(maxLoss),
                plan.staging(),
                items);
    }

    private static Item.Hop allowing(Item.Hop hop, Duration maxLoss) {
        return new Item.Hop(
                hop.id(),
                hop.system(),
                hop.from(),
                hop.to(),
                hop.why(),
                hop.layout().withMaxLoss(maxLoss),
                hop.body(),
                hop.rollbacks());
    }

    /** The journal is written at one second after the epoch, at two, and so on. @param now when the run looks at its clock */
    private Ending run(Plan plan, Instant now) throws Exception {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Engine engine = ToyEngine.of(toy, new MemoryJournals(), folder, clock);
        try (Session session =
                engine.begin(plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return session.run();
        }
    }

    @Test
    void withoutAWordNothingMayBeLost() {
        assertThat(Foresight.find(plan(Duration.ZERO)))
                .singleElement()
                .satisfies(gap -> assertThat(gap.name()).isEqualTo("stale-backup"));
    }

    @Test
    void withinTheLimitTheRunGoesOn() throws Exception {
        Plan plan = plan(Duration.ofMinutes(10));
        assertThat(Foresight.find(plan)).isEmpty();
        assertThat(run(plan, Instant.EPOCH.plusSeconds(60))).isInstanceOf(Ending.Upgraded.class);
    }

    @Test
    void beyondItNothingIsChangedAndTheFormerReleaseComesUpAgain() throws Exception {
        Ending ending = run(plan(Duration.ofMinutes(10)), Instant.EPOCH.plusSeconds(3_600));
        assertThat(ending)
                .isInstanceOfSatisfying(
                        Ending.RolledBack.class,
                        back -> assertThat(back.reason())
                                .contains("users have written since", "`max-loss` lets a way back lose 10 min"));
        assertThat(toy.code).isEqualTo("1");
        assertThat(toy.rows).isEqualTo("a,b,c");
        assertThat(toy.runs).contains("1");
    }

    /** What comes back from a backup that they have written past is said to have lost that. */
    @Test
    void whatIsLostIsSaid() throws Exception {
        toy.failsMigrationTo = "2";
        assertThat(run(plan(Duration.ofMinutes(10)), Instant.EPOCH.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        Ending.RolledBackWithLoss.class,
                        back -> assertThat(back.lost()).contains("what was written to `data` since"));
    }
}
