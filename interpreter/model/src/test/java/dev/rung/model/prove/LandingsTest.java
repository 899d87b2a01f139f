package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ways back that lead further than to the start of the hop under way, and points from which there is none. */
class LandingsTest {
    private static final Effect STOP = new Stop("server");
    private static final Effect BACK_UP = new BackUp(Set.of("db"), "/backups", Level.RESTORED);
    private static final Effect START = new Start("server");
    private static final Effect HEALTHY = new Wait(new Condition.Healthy("app"), Optional.empty());

    private final Handmade hand = new Handmade();

    private static Effect swap(int to) {
        return new ChangeOver("jar", Version.of(String.valueOf(to)));
    }

    private static Effect isAt(String system, int to) {
        Version version = Version.of(String.valueOf(to));
        return new Check(new Condition.InstalledIs(system, Operator.EQUAL, version), "");
    }

    private static Effect run(String title, boolean undoable, boolean idempotent, String... data) {
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        return new Run(title, command, new Changes(title, Set.of(data), Set.of(), true, undoable, idempotent));
    }

    private static Effect send(boolean last) {
        Expression url = new Expression.Literal(new Value.Text("http://authority.example"));
        return new Send("report", new Request("POST", url, Map.of(), Optional.empty(), Set.of(200)), last);
    }

    private Item.Hop hop(int to, Effect... effects) {
        return hand.hop("app", Handmade.layout("jar"), to, hand.items("app/" + to, effects));
    }

    private Item.Hop whole(int to) {
        return hop(to, STOP, BACK_UP, swap(to), START, HEALTHY, isAt("app", to));
    }

    private Item.Hop withoutBackup(int to) {
        return hop(to, STOP, swap(to), START, HEALTHY, isAt("app", to));
    }

    private Item.Hop ending(int to, Effect... last) {
        List<Effect> all = new ArrayList<>(List.of(STOP, BACK_UP, swap(to), START, HEALTHY, isAt("app", to)));
        all.addAll(List.of(last));
        return hop(to, all.toArray(Effect[]::new));
    }

    private List<Gap> gaps(List<Item> before, Item.Ladder ladder, List<Item> behind) {
        return Foresight.find(Handmade.plan(Handmade.layout(), before, ladder, behind));
    }

    private List<Gap> gaps(Item.Hop... hops) {
        return gaps(List.of(), hand.ladder("app", hops), List.of());
    }

    private static void assertNeeds(List<Gap> gaps, Need need, String step) {
        assertThat(gaps).singleElement().isInstanceOfSatisfying(NoWayBack.class, gap -> {
            assertThat(gap.need()).contains(need);
            assertThat(gap.step().id()).contains(step);
        });
    }

    @Test
    void severalHopsEachWithItsBackupAreProved() {
        assertThat(gaps(whole(2), whole(3), whole(4))).isEmpty();
    }

    @Test
    void oneBackupCoversAllHopsBehindIt() {
        assertThat(gaps(whole(2), withoutBackup(3), withoutBackup(4))).isEmpty();
    }

    @Test
    void aBackupOfALaterHopDoesNotCoverAnEarlierOne() {
        assertNeeds(gaps(withoutBackup(2), whole(3)), Need.COVER, "app/2/3 start");
    }

    @Test
    void aBackupFromBeforeTheLadderLeadsBackToTheStartOfTheRun() {
        List<Item> before = hand.items("before", STOP, BACK_UP);
        assertThat(gaps(before, hand.ladder("app", hop(2, swap(2), START, HEALTHY, isAt("app", 2))), List.of()))
                .isEmpty();
        before = hand.items("before", STOP, BACK_UP);
        assertThat(gaps(
                        before,
                        hand.ladder("app", hop(2, swap(2), START, HEALTHY, isAt("app", 2)), withoutBackup(3)),
                        List.of()))
                .isEmpty();
    }

    @Test
    void whatWasDoneBetweenThatBackupAndTheLadderGoesBackWithIt() {
        List<Item> before = hand.items("before", STOP, BACK_UP, run("tidy", false, false, "db"));
        Item.Ladder ladder = hand.ladder("app", hop(2, swap(2), START, HEALTHY, isAt("app", 2)), withoutBackup(3));
        assertThat(gaps(before, ladder, List.of())).isEmpty();
    }

    @Test
    void aSecondBackupDoesNotMakeTheOneBeforeADeedNeedless() {
        List<Item> before = hand.items("before", STOP, BACK_UP, run("tidy", false, false, "db"), BACK_UP);
        assertThat(gaps(before, hand.ladder("app", hop(2, swap(2), START, HEALTHY, isAt("app", 2))), List.of()))
                .isEmpty();
    }

    @Test
    void aBackupFromBeforeTheLadderIsTooOldOnceUsersHaveWrittenWithoutAStop() {
        List<Item> before = hand.items("before", BACK_UP);
        assertNeeds(gaps(before, hand.ladder("app", withoutBackup(2)), List.of()), Need.COVER, "app/2/3 start");
    }

    @Test
    void whatIsDoneOutsideOfHopsIsTakenBackToo() {
        List<Item> undoable = hand.items("before", run("tidy", true, false, "db"));
        assertThat(gaps(undoable, hand.ladder("app", whole(2)), List.of())).isEmpty();
        List<Item> lasting = hand.items("before", run("tidy", false, false, "db"));
        assertNeeds(gaps(lasting, hand.ladder("app", whole(2)), List.of()), Need.UNDO, "before/1");
    }

    @Test
    void whatNobodyCanTakeBackComesLast() {
        assertThat(gaps(ending(2, send(true)))).isEmpty();
        assertThat(gaps(ending(2, send(true)), whole(3))).isEmpty();
        assertNeeds(
                gaps(hop(2, STOP, BACK_UP, send(false), swap(2), START, HEALTHY, isAt("app", 2))),
                Need.NO_RETURN,
                "app/2/3");
        assertNeeds(gaps(hop(2, STOP, BACK_UP, swap(2), START, HEALTHY, send(true))), Need.NO_RETURN, "app/2/6");
    }

    @Test
    void behindAPointOfNoReturnItMayStandAnywhereAsLongAsTheWayForwardExists() {
        Effect point = new NoReturn("the authority was told");
        assertThat(gaps(ending(2, point, send(false), run("mark", false, true, "db"), HEALTHY, isAt("app", 2))))
                .isEmpty();
        assertThat(gaps(ending(2, point, send(false), run("mark", false, false, "db"))))
                .singleElement()
                .satisfies(gap -> assertThat(gap.why()).contains("nobody knows whether"));
        assertThat(gaps(hop(2, STOP, BACK_UP, swap(2), point, START, HEALTHY, isAt("app", 2))))
                .as("a migration that was cut cannot go on, and could not go back")
                .isNotEmpty();
    }

    @Test
    void aHopBehindAPointOfNoReturnDoesNotLeadBackOverIt() {
        Effect point = new NoReturn("the authority was told");
        assertNeeds(gaps(ending(2, point), withoutBackup(3)), Need.COVER, "app/3/3 start");
        assertThat(gaps(ending(2, point), whole(3))).isEmpty();
    }

    private static List<Layout.CodeGroup> groups(String... artifacts) {
        List<String> all = List.of(artifacts);
        return List.of(
                new Layout.CodeGroup("app", all.stream().filter("jar"::equals).toList(), false),
                new Layout.CodeGroup(
                        "base", all.stream().filter("image"::equals).toList(), false));
    }

    /** The server of a database has its own releases, and a newer one changes its files. */
    private static Layout both(String... artifacts) {
        return new Layout(
                groups(artifacts),
                List.of(new DataPart("db", false), new DataPart("files", false)),
                List.of(
                        new Layout.Service("server", "app", Set.of("db"), Set.of("db"), true),
                        new Layout.Service("daemon", "base", Set.of(), Set.of("files"), true)));
    }

    private Plan nested(boolean innerBackup, Effect... behindTheInner) {
        return nested(innerBackup, true, behindTheInner);
    }

    private Plan nested(boolean innerBackup, boolean stays, Effect... behindTheInner) {
        List<Effect> within = new ArrayList<>(List.of(new Stop("daemon")));
        if (innerBackup) {
            within.add(new BackUp(Set.of("files"), "/files", Level.READ_BACK));
        }
        within.addAll(List.of(
                new ChangeOver("image", Version.of("6")),
                new Start("daemon"),
                new Wait(new Condition.Healthy("base"), Optional.empty()),
                isAt("base", 6)));
        Item.Hop base = hand.hop("base", both("image"), 6, hand.items("base/6", within.toArray(Effect[]::new)));
        List<Item> body = new ArrayList<>(hand.items("app/2", STOP));
        Item.Ladder inner = hand.ladder("base", base);
        body.add(
                new Item.Ladder(inner.id(), inner.system(), inner.from(), inner.to(), inner.at(), inner.hops(), stays));
        body.addAll(hand.items("app/2 further", behindTheInner));
        Layout outer = stays ? both("jar") : both("jar", "image");
        Item.Hop app = hand.hop("app", outer, 2, body);
        return Handmade.plan(both(), hand.ladder("app", app));
    }

    /** Also one that goes back to it with what it has brought itself: the backup of that leads back to there. */
    @Test
    void whatTheReleaseAroundItForbidsGoesBackWithIt() {
        Effect[] rest = {BACK_UP, swap(2), START, HEALTHY, isAt("app", 2)};
        assertThat(Foresight.find(nested(true, false, rest))).isEmpty();
        assertNeeds(Foresight.find(nested(false, false, rest)), Need.COVER, "base/6/3 start");
    }

    @Test
    void aLadderWithinAHopIsProvedWithIt() {
        Effect[] rest = {BACK_UP, swap(2), START, HEALTHY, isAt("app", 2)};
        Proof proof = Proof.of(PossibleRuns.of(nested(true, rest)));
        assertThat(proof.gaps()).isEmpty();
        assertThat(proof.classes()).extracting(Proof.HopClass::system).containsExactlyInAnyOrder("app", "base");
        assertNeeds(Foresight.find(nested(false, rest)), Need.COVER, "base/6/3 start");
        assertNeeds(
                Foresight.find(nested(true, swap(2), START, HEALTHY, isAt("app", 2))), Need.COVER, "app/2 further/2");
    }

    @Test
    void aReleaseOnTheWayThatNeverRunsIsFound() {
        List<Item> before = hand.items("before", STOP, BACK_UP);
        List<Item> behind = hand.items("behind", START, HEALTHY, isAt("app", 3));
        assertThat(gaps(before, hand.ladder("app", hop(2, swap(2)), hop(3, swap(3))), behind))
                .singleElement()
                .isInstanceOfSatisfying(
                        NeverLands.HopNeverLands.class,
                        gap -> assertThat(gap.step().id()).contains("app/2"));
        assertThat(gaps(
                        hand.items("before", STOP, BACK_UP),
                        hand.ladder("app", hop(3, swap(3))),
                        hand.items("behind", START, HEALTHY, isAt("app", 3))))
                .as("the last one may be started behind it")
                .isEmpty();
    }

    /** Nobody uses the notes; the hop backs them up, and leaves them alone. */
    @Test
    void whereALadderMayBeSkippedWhatStandsBehindItHasNothingOfIts() {
        Layout around = withNotes();
        BackUp notes = new BackUp(Set.of("notes"), "/notes", Level.READ_BACK);
        Item.Hop hop = hand.hop(
                "app",
                withNotes("jar"),
                2,
                hand.items("app/2", STOP, BACK_UP, notes, swap(2), START, HEALTHY, isAt("app", 2)));
        PossibleRuns.Climb climbed = PossibleRuns.climb(hand.ladder("app", hop));
        PossibleRuns.Climb perhaps = new PossibleRuns.Climb(
                climbed.system(), climbed.classes(), climbed.first(), climbed.next(), climbed.last(), true);
        Item.Hop other = hand.hop(
                "base",
                withNotes("image"),
                6,
                hand.items("base/6", new ChangeOver("image", Version.of("6")), isAt("base", 6)));
        PossibleRuns.Climb first = PossibleRuns.climb(hand.ladder("base", other));
        PossibleRuns.Outside behind =
                new PossibleRuns.Outside(hand.items("behind", run("tidy", false, false, "notes")));

        assertThat(Proof.of(runs(around, first, climbed, behind)).gaps()).isEmpty();
        assertNeeds(Proof.of(runs(around, first, perhaps, behind)).gaps(), Need.COVER, "behind/1");
    }

    private static PossibleRuns runs(Layout around, PossibleRuns.Section... sections) {
        return new PossibleRuns(1, List.of(new PossibleRuns.Course(around, List.of(sections))), List.of());
    }

    /** Nothing runs from the image by itself. */
    private static Layout withNotes(String... artifacts) {
        return new Layout(
                groups(artifacts),
                List.of(new DataPart("db", false), new DataPart("notes", false)),
                List.of(new Layout.Service("server", "app", Set.of("db"), Set.of("db"), true)));
    }
}
