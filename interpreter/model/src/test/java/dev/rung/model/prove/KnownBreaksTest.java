package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.prove.Runner.End;
import dev.rung.model.prove.Scenario.Fault;
import dev.rung.model.prove.Scenario.Kind;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.wayback.Wayback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What random runbooks have found, each with as few statements as it takes. */
class KnownBreaksTest {
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> BOTH = Set.of("books", "files");

    private static Layout layout(boolean changesUnderRunning, Layout.Service... services) {
        return new Layout(
                List.of(new Layout.CodeGroup("ledger", List.of("jar"), changesUnderRunning)),
                List.of(new DataPart("books", true), new DataPart("files", true)),
                List.of(services));
    }

    private static Layout.Service server(Set<String> writes, Set<String> migrates) {
        return new Layout.Service("server", "ledger", writes, migrates, true);
    }

    private static RandomHop hop(Layout layout, Optional<Wayback.Named> named, Effect... effects) {
        List<List<Effect>> statements = new ArrayList<>();
        statements.add(List.of(RandomHop.stop("server")));
        statements.add(List.of(RandomHop.backUp(BOTH, Level.RESTORED)));
        List.of(effects).forEach(effect -> statements.add(List.of(effect)));
        return new RandomHop(layout, statements, named);
    }

    private static Effect[] upgrade(Effect... more) {
        List<Effect> effects = new ArrayList<>(List.of(
                RandomHop.changeOver("jar"),
                RandomHop.start("server"),
                RandomHop.well("ledger"),
                RandomHop.isNext("ledger")));
        effects.addAll(List.of(more));
        return effects.toArray(Effect[]::new);
    }

    private static void endsWellWhateverTheWorldDoes(RandomHop hop, boolean named, Fault... faults) {
        assertThat(Foresight.find(hop.plan())).noneMatch(NoWayBack.class::isInstance);
        for (long seed = 0; seed < 200; seed++) {
            for (boolean resumes : List.of(true, false)) {
                Runner runner = new Runner(hop, new Scenario(seed, List.of(faults), resumes, named, true), true);
                assertThat(Judge.of(runner.world, runner.run()))
                        .as(hop.describe() + String.join("\n", runner.world.trace))
                        .isEmpty();
            }
        }
    }

    @Test
    void aPlainUpgradeLandsOrGoesBack() {
        RandomHop hop = hop(layout(false, server(BOTH, BOOKS)), Optional.empty(), upgrade());
        Runner smooth = new Runner(hop, new Scenario(1, List.of(), false, false, true), true);
        assertThat(smooth.run().end()).isEqualTo(End.LANDED);
        for (int at = 1; at <= 6; at++) {
            endsWellWhateverTheWorldDoes(hop, false, new Fault(at, Kind.REBOOT, 1));
        }
    }

    @Test
    void aDeedIsTakenBackFromAllThatItChanged() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)),
                Optional.empty(),
                RandomHop.deed("deed", BOTH, true, false),
                RandomHop.changeOver("jar"),
                RandomHop.start("server"));
        endsWellWhateverTheWorldDoes(hop, false);
    }

    @Test
    void mixedCodeThatCameUpOverNewDataIsNotForgotten() {
        RandomHop hop = hop(layout(true, server(BOOKS, BOOKS)), Optional.empty(), upgrade(RandomHop.changeOver("jar")));
        endsWellWhateverTheWorldDoes(hop, false, new Fault(7, Kind.REBOOT, 1));
    }

    @Test
    void afterMixedCodeHasRunTheWayIsBack() {
        Layout layout = layout(true, server(BOOKS, BOOKS));
        List<List<Effect>> statements = new ArrayList<>();
        statements.add(List.of(RandomHop.stop("server")));
        statements.add(List.of(RandomHop.backUp(BOTH, Level.RESTORED)));
        statements.add(List.of(RandomHop.start("server")));
        statements.add(List.of(RandomHop.changeOver("jar")));
        statements.add(List.of(RandomHop.well("ledger")));
        statements.add(List.of(RandomHop.isNext("ledger")));
        endsWellWhateverTheWorldDoes(
                new RandomHop(layout, statements, Optional.empty()), false, new Fault(4, Kind.REBOOT, 1));
    }

    @Test
    void aBackupTakesNothingBackThatIsDoneThroughARunningService() {
        List<List<Effect>> statements = List.of(
                List.of(RandomHop.stop("server")),
                List.of(RandomHop.backUp(BOTH, Level.RESTORED)),
                List.of(RandomHop.start("server")),
                List.of(RandomHop.deed("deed", BOOKS, false, false)));
        RandomHop hop = new RandomHop(layout(false, server(BOOKS, BOOKS)), statements, Optional.empty());
        assertThat(Foresight.find(hop.plan()))
                .singleElement()
                .isInstanceOfSatisfying(
                        NoWayBack.class, gap -> assertThat(gap.need()).contains(Need.UNDO));
    }

    @Test
    void aNamedRollbackIsDoneOnce() {
        RandomHop hop = hop(
                layout(false, server(BOTH, BOTH)),
                Optional.of(new Wayback.Named("down", BOOKS)),
                upgrade(RandomHop.backUp(BOTH, Level.READ_BACK)));
        endsWellWhateverTheWorldDoes(hop, true, new Fault(7, Kind.ERROR, 1));
    }

    @Test
    void whoUsesWhatANamedRollbackChangesIsHeld() {
        Layout layout = new Layout(
                List.of(
                        new Layout.CodeGroup("ledger", List.of("jar"), false),
                        new Layout.CodeGroup("portal", List.of(), false)),
                List.of(new DataPart("books", true), new DataPart("files", true)),
                List.of(
                        server(Set.of("files"), Set.of("files")),
                        new Layout.Service("worker", "portal", BOOKS, BOOKS, true)));
        RandomHop hop = hop(
                layout, Optional.of(new Wayback.Named("down", BOTH)), upgrade(RandomHop.backUp(BOTH, Level.READ_BACK)));
        endsWellWhateverTheWorldDoes(hop, true, new Fault(7, Kind.ERROR, 1));
    }

    @Test
    void twoBackupsIntoOneDirectoryAreNoReasonToRunOutOfMemory() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)), Optional.empty(), upgrade(RandomHop.backUp(BOTH, Level.RESTORED)));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Foresight.find(hop.plan(true)));
    }
}
