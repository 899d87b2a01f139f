package dev.rung.model.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.state.BackupSet;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Deed.Moment;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How everything looks from where a hop begins, from behind it, and from a start before it. */
class ThresholdTest {
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> MAIL = Set.of("mail");
    private static final ServiceState UP = new ServiceState(Running.OLD, false);

    private static final Layout AROUND = layout();
    private static final Layout HOP = layout("jar", "war");
    private static final State OUTSIDE = State.origin(AROUND, new TreeMap<>(Map.of("server", UP, "post", UP)));
    private static final State HELD =
            OUTSIDE.withService("server", ServiceState.HELD).withService("post", ServiceState.HELD);
    private static final State ENTERED = State.origin(HOP, OUTSIDE.services());

    /** As a hop leaves everything that has brought the books into their new form. */
    private static final State DONE = ENTERED.withCode("jar", CodeForm.NEW)
            .withCode("war", CodeForm.NEW)
            .withData(BOOKS, form -> DataForm.NEW)
            .withService("server", new ServiceState(Running.NEW, false));

    private static Layout layout(String... artifacts) {
        return new Layout(
                List.of(
                        new Layout.CodeGroup("ledger", List.of(artifacts), false),
                        new Layout.CodeGroup("post-office", List.of(), false)),
                List.of(new DataPart("books", false), new DataPart("mail", false)),
                List.of(
                        new Layout.Service("server", "ledger", BOOKS, BOOKS, true),
                        new Layout.Service("post", "post-office", MAIL, MAIL, true)));
    }

    private static BackupSet set(Set<String> data, String... contains) {
        String id = String.join("+", data);
        return new BackupSet(id, data, Level.READ_BACK, true, true, Set.of(), false, List.of(contains));
    }

    private static Deed deed(Set<String> data, Moment moment) {
        return new Deed("tidy", "tidy", data, Set.of(), moment, true);
    }

    private static Optional<Retreat> retreat(Layout layout, State before) {
        return Optional.of(new Retreat(new Origin(layout, OUTSIDE, Map.of()), before, Optional.empty()));
    }

    private static State entered(State outside) {
        return Threshold.entered(outside, HOP, Optional.empty());
    }

    @Test
    void aHopRestsOnABackupFromBeforeIt() {
        assertThat(entered(HELD.withSet(set(BOOKS))).cover(BOOKS)).isPresent();
    }

    @Test
    void butNotOnOneOfDataThatHaveChangedSince() {
        State changed = HELD.withSet(set(BOOKS)).withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(entered(changed).sets()).isEmpty();
    }

    @Test
    void norOnOneFromBeforeADeedThatStands() {
        State tidied = HELD.withDeed(deed(BOOKS, Moment.HELD));
        assertThat(entered(tidied.withSet(set(BOOKS))).sets()).isEmpty();
        assertThat(entered(tidied.withSet(set(BOOKS, "tidy"))).cover(BOOKS))
                .hasValueSatisfying(set -> assertThat(set.contains())
                        .as("to the hop it is no deed")
                        .isEmpty());
    }

    @Test
    void whatAnEarlierStartCoversIsCoveredUnlessUsersHaveWrittenSince() {
        State backedUp = HELD.withSet(set(BOOKS));
        assertThat(Threshold.entered(OUTSIDE, HOP, retreat(AROUND, backedUp)).coveredBefore())
                .containsExactly("books");
        State behind = backedUp.withSetsBehind(BOOKS);
        assertThat(Threshold.entered(OUTSIDE, HOP, retreat(AROUND, behind)).coveredBefore())
                .isEmpty();
        Layout mayLose = AROUND.withMaxLoss(Duration.ofMinutes(10));
        assertThat(Threshold.entered(OUTSIDE, HOP, retreat(mayLose, behind)).coveredBefore())
                .containsExactly("books");
    }

    @Test
    void behindAPointOfNoReturnAHopKnowsOfIt() {
        assertThat(entered(OUTSIDE.beyondReturn("sent")).forward()).contains("sent");
    }

    @Test
    void whoWasNotAskedBeforeAHopIsNotProvenInIt() {
        assertThat(entered(OUTSIDE.withTrust("post-office", Trust.NONE)).trust())
                .containsEntry("post-office", Trust.NONE)
                .containsEntry("ledger", Trust.PROVEN);
    }

    @Test
    void noBackupFromBeforeALandingLeadsBackToIt() {
        assertThat(Threshold.landed(HELD.withSet(set(BOOKS)), DONE, HOP).sets()).isEmpty();
    }

    @Test
    void ofDataThatAHopLeavesAloneOneIsBehindUnlessTheirWritersWereHeld() {
        State outside = HELD.withData(MAIL, form -> DataForm.TOUCHED).withSet(set(MAIL));
        State held = DONE.withService("post", ServiceState.HELD);
        assertThat(Threshold.landed(outside, held, HOP).sets()).containsExactly(set(MAIL));
        assertThat(Threshold.landed(outside, DONE, HOP).sets())
                .containsExactly(set(MAIL).fallenBehind());
        State heldSince = OUTSIDE.withData(MAIL, form -> DataForm.TOUCHED).withSet(set(MAIL));
        assertThat(Threshold.landed(heldSince, held, HOP).sets())
                .containsExactly(set(MAIL).fallenBehind());
    }

    @Test
    void whatAHopHasBackedUpAndLeftAloneLeadsBackToItsLanding() {
        State done =
                DONE.withService("post", ServiceState.HELD).withSet(set(MAIL)).withSet(set(BOOKS));
        assertThat(Threshold.landed(HELD, done, HOP).sets()).containsExactly(set(MAIL));
        State tidied = HELD.withDeed(deed(MAIL, Moment.HELD));
        assertThat(Threshold.landed(tidied, done, HOP).sets()).containsExactly(set(MAIL, "tidy"));
    }

    @Test
    void aDeedThatAMigrationHasGoneOverStaysDone() {
        for (Moment moment : Moment.values()) {
            assertThat(Threshold.landed(HELD.withDeed(deed(BOOKS, moment)), DONE, HOP)
                            .deeds())
                    .as("%s", moment)
                    .hasSize(moment == Moment.THROUGH_SERVICE ? 1 : 0);
            assertThat(Threshold.landed(HELD.withDeed(deed(MAIL, moment)), DONE, HOP)
                            .deeds())
                    .hasSize(1);
        }
    }

    @Test
    void behindALandingWhatHasLandedIsWhatIsThere() {
        State around = Threshold.landed(OUTSIDE, DONE, HOP);
        assertThat(around.data()).containsEntry("books", DataForm.OLD);
        assertThat(around.service("server").running()).isEqualTo(Running.OLD);
    }

    /** The release before is neither old nor new to the start before that one: it is new. */
    @Test
    void anEarlierStartSeesWhatALaterHopHasFoundAsItsOwnNewRelease() {
        State seen = Threshold.seenFrom(DONE, HOP, ENTERED);
        assertThat(seen.code()).containsValue(CodeForm.NEW).doesNotContainValue(CodeForm.OLD);
        assertThat(seen.data()).containsEntry("books", DataForm.NEW);
        assertThat(seen.service("server").running()).isEqualTo(Running.NEW);
        State down = DONE.withService("server", new ServiceState(Running.DOWN, false));
        assertThat(Threshold.seenFrom(down, HOP, ENTERED).service("server").running())
                .isEqualTo(Running.NEW);
    }

    @Test
    void whatIsHalfOverToALaterReleaseIsMixedToIt() {
        State half = ENTERED.withCode("jar", CodeForm.NEW);
        assertThat(Threshold.seenFrom(DONE, HOP, half).code())
                .containsEntry("jar", CodeForm.MIXED)
                .containsEntry("war", CodeForm.NEW);
        assertThat(Threshold.seenFrom(DONE, HOP, half.withCode("war", CodeForm.NEW))
                        .code())
                .containsOnly(Map.entry("jar", CodeForm.NEW), Map.entry("war", CodeForm.NEW));
    }

    @Test
    void whatALaterHopDoesIsSeen() {
        State now = ENTERED.withData(BOOKS, form -> DataForm.TOUCHED)
                .withDeed(deed(MAIL, Moment.HELD))
                .beyondReturn("sent");
        State seen = Threshold.seenFrom(DONE, HOP, now);
        assertThat(seen.data()).containsEntry("books", DataForm.TOUCHED);
        assertThat(seen.deed("tidy")).isPresent();
        assertThat(seen.forward()).contains("sent");
    }

    @Test
    void whatALaterHopHasChangedTakingADeedBackDoesNotBringBack() {
        State before = DONE.withDeed(deed(Set.of("books", "mail"), Moment.WITH_CODE));
        State now = ENTERED.withData(BOOKS, form -> DataForm.NEW);
        assertThat(Threshold.seenFrom(before, HOP, now).deeds())
                .singleElement()
                .satisfies(deed -> assertThat(deed.data()).containsExactly("mail"));
    }

    @Test
    void aBackupOfALaterHopLeadsBackToAnEarlierStartOnlyForWhatWasNotChangedSince() {
        State now = ENTERED.withSet(set(BOOKS)).withSet(set(MAIL));
        assertThat(Threshold.seenFrom(DONE, HOP, now).sets()).containsExactly(set(MAIL));
    }

    @Test
    void aBackupOfWhichAHopKnowsNothingIsBehindInWhatSomebodyMayHaveWritten() {
        State before = DONE.withSet(set(Set.of("books", "mail")));
        BackupSet seen = Threshold.seenFrom(before, HOP, ENTERED).sets().getFirst();
        assertThat(seen.writtenSince()).containsExactlyInAnyOrder("books", "mail");
        State held = before.withService("post", ServiceState.HELD);
        assertThat(Threshold.seenFrom(held, HOP, ENTERED).sets().getFirst().writtenSince())
                .containsExactly("books");
        State outlived = held.withSets(List.of(before.sets().getFirst().afterLanding()));
        assertThat(Threshold.seenFrom(outlived, HOP, ENTERED).sets())
                .as("what a landing has let in since is no such loss")
                .isEqualTo(outlived.sets());
    }
}
