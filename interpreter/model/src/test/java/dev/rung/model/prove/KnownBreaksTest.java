package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.prove.Runner.End;
import dev.rung.model.prove.Scenario.Fault;
import dev.rung.model.prove.Scenario.Kind;
import dev.rung.model.prove.Scenario.Unasked;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.wayback.Wayback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(RandomHop.stop("server")));
        statements.add(Statement.of(RandomHop.backUp(BOTH, Level.RESTORED)));
        List.of(effects).forEach(effect -> statements.add(Statement.of(effect)));
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

    private static void endsWellWhateverTheWorldDoes(RandomHop hop, Fault... faults) {
        endsWellWhateverTheWorldDoes(hop, false, faults);
    }

    private static void endsWellWhateverTheWorldDoes(RandomHop hop, boolean named, Fault... faults) {
        assertThat(hop.gaps()).noneMatch(NoWayBack.class::isInstance);
        for (long seed = 0; seed < 200; seed++) {
            for (boolean resumes : List.of(true, false)) {
                Runner runner = new Runner(hop, new Scenario(seed, List.of(faults), resumes, named), Unasked.NOTHING);
                assertThat(Judge.of(runner.world, hop.found(), runner.run()))
                        .as(hop.describe() + String.join("\n", runner.world.trace))
                        .isEmpty();
            }
        }
    }

    @Test
    void aPlainUpgradeLandsOrGoesBack() {
        RandomHop hop = hop(layout(false, server(BOTH, BOOKS)), Optional.empty(), upgrade());
        Runner smooth = new Runner(hop, Scenario.smooth(1), Unasked.NOTHING);
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
        Layout layout = layout(true, server(BOOKS, BOOKS)).withMaxLoss(Duration.ofHours(1));
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(RandomHop.stop("server")));
        statements.add(Statement.of(RandomHop.backUp(BOTH, Level.RESTORED)));
        statements.add(Statement.of(RandomHop.start("server")));
        statements.add(Statement.of(RandomHop.changeOver("jar")));
        statements.add(Statement.of(RandomHop.well("ledger")));
        statements.add(Statement.of(RandomHop.isNext("ledger")));
        endsWellWhateverTheWorldDoes(
                new RandomHop(layout, statements, Optional.empty()), false, new Fault(4, Kind.REBOOT, 1));
    }

    @Test
    void aBackupTakesNothingBackThatIsDoneThroughARunningService() {
        List<Statement> statements = List.of(
                Statement.of(RandomHop.stop("server")),
                Statement.of(RandomHop.backUp(BOTH, Level.RESTORED)),
                Statement.of(RandomHop.start("server")),
                Statement.of(RandomHop.deed("deed", BOOKS, false, false)));
        RandomHop hop = new RandomHop(layout(false, server(BOOKS, BOOKS)), statements, Optional.empty());
        assertThat(hop.gaps())
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
    void aNamedRollbackThatStillWorksIsWaitedFor() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)),
                Optional.of(new Wayback.Named("down", BOOKS)),
                upgrade(RandomHop.backUp(BOTH, Level.READ_BACK)));
        endsWellWhateverTheWorldDoes(hop, true, new Fault(7, Kind.ERROR, 1), new Fault(9, Kind.DEATH, 1));
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
    void mixedCodeSparesNothingThatItWrites() {
        List<Statement> statements = List.of(
                Statement.of(RandomHop.changeOver("jar")),
                Statement.of(RandomHop.well("ledger")),
                Statement.of(RandomHop.isNext("ledger")));
        Layout layout = layout(true, server(BOOKS, Set.of()));
        assertThat(new RandomHop(layout, statements, Optional.empty()).gaps())
                .singleElement()
                .isInstanceOfSatisfying(
                        NoWayBack.class, gap -> assertThat(gap.need()).contains(Need.COVER));
        RandomHop covered = hop(layout, Optional.empty(), upgrade(RandomHop.changeOver("jar")));
        endsWellWhateverTheWorldDoes(covered, false, new Fault(7, Kind.REBOOT, 1));
    }

    private static Effect merge() {
        return RandomHop.deed("merge" + Deeds.MIGRATES, BOOKS, Set.of("jar"), true, false);
    }

    @Test
    void whatRunsOnceCodeWasTakenBackByHandIsTheOlderCode() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)),
                Optional.empty(),
                merge(),
                RandomHop.start("server"),
                RandomHop.well("ledger"),
                RandomHop.isNext("ledger"));
        endsWellWhateverTheWorldDoes(hop, false, new Fault(6, Kind.ERROR, 1));
    }

    @Test
    void whoTakesCodeBackByHandStartsNothingOverAnEarlierDeed() {
        RandomHop hop = hop(
                layout(false, server(BOTH, BOOKS)),
                Optional.empty(),
                RandomHop.deed("deed", Set.of("files"), true, false),
                merge(),
                RandomHop.start("server"),
                RandomHop.well("ledger"),
                RandomHop.isNext("ledger"));
        endsWellWhateverTheWorldDoes(hop, false, new Fault(7, Kind.ERROR, 1));
    }

    @Test
    void whatWasTouchedBeforeIsNotAsItWasOnceCodeWasTakenBackByHand() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)),
                Optional.empty(),
                RandomHop.deed("deed", BOOKS, false, false),
                merge(),
                RandomHop.start("server"),
                RandomHop.well("ledger"),
                RandomHop.isNext("ledger"));
        endsWellWhateverTheWorldDoes(hop, false, new Fault(7, Kind.ERROR, 1));
    }

    @Test
    void aNamedRollbackDoesNotReadWhatWasDoneByHalf() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)),
                Optional.of(new Wayback.Named("down", BOOKS)),
                merge(),
                RandomHop.start("server"),
                RandomHop.well("ledger"),
                RandomHop.isNext("ledger"));
        for (int point = 2; point < 6; point++) {
            endsWellWhateverTheWorldDoes(hop, true, new Fault(3, Kind.ERROR, point));
        }
    }

    @Test
    void aDeedByHandThatWasDoneOnceMoreIsStillTakenBack() {
        List<Statement> statements = List.of(
                Statement.of(RandomHop.stop("server")),
                Statement.of(RandomHop.deed("merge", BOOKS, Set.of("jar"), true, true)));
        RandomHop hop = new RandomHop(layout(false, server(BOOKS, Set.of())), statements, Optional.empty());
        assertThat(hop.gaps()).noneMatch(NoWayBack.class::isInstance);
        endsWellWhateverTheWorldDoes(hop, false, new Fault(2, Kind.DEATH, 3));
    }

    @Test
    void whoHasFallenOverSinceItWasWellDoesNotComeToAPointOfNoReturn() {
        RandomHop hop =
                hop(layout(false, server(BOOKS, BOOKS)), Optional.empty(), upgrade(new NoReturn("the report is due")));
        endsWellWhateverTheWorldDoes(hop, false, new Fault(7, Kind.FALL, 0));
        List<Statement> statements = new ArrayList<>(hop.statements());
        statements.add(4, statements.removeLast());
        assertThat(new RandomHop(hop.layout(), statements, Optional.empty()).gaps())
                .singleElement()
                .isInstanceOfSatisfying(
                        NoWayBack.class, gap -> assertThat(gap.need()).contains(Need.NO_RETURN));
    }

    @Test
    void whatNobodyUsesNobodyHasToAsk() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)),
                Optional.empty(),
                upgrade(RandomHop.deed("deed", Set.of("files"), false, false)));
        assertThat(hop.gaps()).isEmpty();
        for (int point = 0; point < 3; point++) {
            endsWellWhateverTheWorldDoes(hop, false, new Fault(7, Kind.ERROR, point));
        }
    }

    @Test
    void whoWorksWithBothFormsDoesNotStartBesideNewerCodeThatMayComeUp() {
        Layout layout = new Layout(
                        List.of(
                                new Layout.CodeGroup("ledger", List.of("jar"), true),
                                new Layout.CodeGroup("portal", List.of(), false)),
                        List.of(new DataPart("books", true)),
                        List.of(server(BOOKS, BOOKS), new Layout.Service("worker", "portal", BOOKS, Set.of(), true)))
                .withMaxLoss(Duration.ofHours(1));
        List<Statement> statements = List.of(
                Statement.of(RandomHop.stop("worker")),
                Statement.of(RandomHop.backUp(BOOKS, Level.RESTORED)),
                Statement.of(RandomHop.changeOver("jar")),
                Statement.of(RandomHop.start("worker")),
                Statement.of(RandomHop.well("ledger")),
                Statement.of(RandomHop.isNext("ledger")),
                Statement.of(RandomHop.well("portal")),
                Statement.of(RandomHop.isStill("portal")));
        endsWellWhateverTheWorldDoes(
                new RandomHop(layout, statements, Optional.empty()), false, new Fault(3, Kind.FALL, 0));
    }

    /** Once it falls over it comes up with the newer code, and what that migrates no undo by hand brings back. */
    @Test
    void whoCannotBeHeldAndMigratesIsNoneForAnUndoByHand() {
        for (Set<String> migrates : List.of(BOOKS, Set.<String>of())) {
            Layout layout = layout(false, new Layout.Service("server", "ledger", BOOKS, migrates, false));
            List<Statement> statements = List.of(
                    Statement.of(RandomHop.deed("merge", BOOKS, Set.of("jar"), true, true)),
                    Statement.of(RandomHop.well("ledger")),
                    Statement.of(RandomHop.isNext("ledger")));
            assertThat(new RandomHop(layout, statements, Optional.empty()).gaps())
                    .hasSize(migrates.size());
        }
    }

    @Test
    void whatWasDoneThroughWhoWasDownNobodyStartsToTakeBack() {
        assertThat(throughWhoWasDown(true).gaps())
                .singleElement()
                .isInstanceOfSatisfying(
                        NoWayBack.class, gap -> assertThat(gap.need()).contains(Need.UP_WITH_OLD));
    }

    private static RandomHop throughWhoWasDown(boolean held) {
        List<Statement> statements = List.of(
                Statement.of(RandomHop.start("server")), Statement.of(RandomHop.deed("deed", BOOKS, true, true)));
        Map<String, ServiceState> down = Map.of("server", new ServiceState(Running.DOWN, held));
        return new RandomHop(layout(false, server(BOOKS, BOOKS)), statements, Optional.empty(), down);
    }

    @Test
    void throughWhoWasDownAndMightHaveComeUpItIsTakenBack() {
        for (int at = 2; at <= 4; at++) {
            Fault error = new Fault(2, Kind.ERROR, 1);
            endsWellWhateverTheWorldDoes(throughWhoWasDown(false), error, new Fault(at + 1, Kind.FALL, 0));
        }
    }

    @Test
    void twoBackupsIntoOneDirectoryAreNoReasonToRunOutOfMemory() {
        RandomHop hop = hop(
                layout(false, server(BOOKS, BOOKS)), Optional.empty(), upgrade(RandomHop.backUp(BOTH, Level.RESTORED)));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Foresight.find(hop.plan(true)));
    }
}
