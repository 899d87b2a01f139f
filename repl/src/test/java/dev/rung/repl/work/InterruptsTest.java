package dev.rung.repl.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.run.Event;
import dev.rung.engine.run.Operator.Wish;
import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterruptsTest {
    private static final Item.Step STEP = new Item.Step(
            "upgrade/dump",
            "Upgrade",
            "run \"dump\"",
            new Location(new SourceFile("a.runbook", ""), Span.at(0)),
            List.of(new Stop("server")),
            Optional.empty(),
            false,
            List.of());

    private final List<String> said = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<Interrupts.Moment> left = new ArrayList<>();
    private boolean terminal = true;

    private final Questions person = new Questions() {
        @Override
        public boolean somebodyIsThere() {
            return terminal;
        }

        @Override
        public Optional<String> ask(String question) {
            said.add(question);
            return Optional.ofNullable(answers.poll());
        }
    };

    private final Interrupts interrupts = new Interrupts(new Talk(person, said::add, () -> {}, () -> {}), left::add);

    private void working() {
        interrupts.accept(new Event.RunBegan("a-1", "a-1.jsonl"));
        interrupts.accept(new Event.StepBegan(STEP));
    }

    private void over() {
        interrupts.accept(new Event.StepEnded(STEP, Duration.ZERO, ""));
    }

    @Test
    void theFirstStopsBehindTheStatementAndAsksThere() {
        working();
        assertThat(interrupts.wish()).isEqualTo(Wish.GO_ON);
        interrupts.interrupt(true);
        assertThat(said).containsExactly("stopping after `run \"dump\"`; Ctrl-C again ends it, or leaves");
        over();
        answers.add("g");
        assertThat(interrupts.wish()).isEqualTo(Wish.GO_ON);
        assertThat(said.getLast()).startsWith("Stopped after `run \"dump\"`: [g]o on, go [b]ack, or [l]eave");
        assertThat(interrupts.wish()).as("asked once").isEqualTo(Wish.GO_ON);
        assertThat(said).hasSize(2);
    }

    @Test
    void whoSaysNothingStopsThereAndWhoSaysBackGoesBack() {
        working();
        interrupts.interrupt(true);
        over();
        assertThat(interrupts.wish()).isEqualTo(Wish.STOP);
        answers.add("Back");
        assertThat(interrupts.wish()).isEqualTo(Wish.GO_BACK);
        assertThat(interrupts.wantsToEnd()).isFalse();
    }

    @Test
    void theSecondAsksInTheMiddleAndWaitingIsTheDefault() {
        working();
        interrupts.interrupt(true);
        interrupts.interrupt(true);
        assertThat(said.getLast())
                .isEqualTo("`run \"dump\"` is still working: [w]ait for it, [e]nd it and go back, or [l]eave now? ");
        assertThat(left).isEmpty();
        assertThat(interrupts.wantsToEnd()).isFalse();
        assertThat(interrupts.wantsToStop()).isTrue();
        interrupts.interrupt(true);
        assertThat(left).as("asked again").isEmpty();
    }

    @Test
    void endsTheStatementAndGoesBackButEndsNothingOnTheWayBack() {
        working();
        answers.add("e");
        interrupts.interrupt(true);
        interrupts.interrupt(true);
        assertThat(interrupts.wantsToEnd()).isTrue();
        interrupts.accept(new Event.StepFailed(STEP, "it was ended", ""));
        assertThat(interrupts.wantsToEnd())
                .as("for the one that decides what follows")
                .isTrue();
        interrupts.accept(new Event.WayBackBegan("1", "it was ended", List.of()));
        assertThat(interrupts.wantsToEnd()).isFalse();
        interrupts.accept(new Event.WayBackStep("restore `books`"));
        interrupts.interrupt(true);
        assertThat(said.getLast()).isEqualTo("restore `books` is still working: [w]ait for it, or [l]eave now? ");
    }

    @Test
    void goesBackAlsoWhenTheStatementCameToItsEndFirst() {
        working();
        answers.add("e");
        interrupts.interrupt(true);
        interrupts.interrupt(true);
        over();
        assertThat(interrupts.wantsToEnd()).isFalse();
        assertThat(interrupts.wish()).isEqualTo(Wish.GO_BACK);
        assertThat(interrupts.wishInShell()).isEqualTo(Wish.GO_BACK);
    }

    @Test
    void aWayBackThatWasAskedForIsNotStopped() {
        interrupts.homeward();
        interrupts.interrupt(true);
        assertThat(said.getLast()).isEqualTo("the way back goes on; Ctrl-C again leaves it");
        answers.add("e");
        interrupts.interrupt(true);
        assertThat(interrupts.wantsToEnd()).isFalse();
        answers.add("l");
        interrupts.interrupt(true);
        assertThat(left).hasSize(1);
        interrupts.interrupt(true);
        assertThat(left).as("once").hasSize(1);
    }

    @Test
    void leavesWhenToldAndAtTheThird() {
        working();
        answers.add("l");
        interrupts.interrupt(true);
        interrupts.interrupt(true);
        assertThat(left).containsExactly(new Interrupts.Moment("a-1", Optional.of("`run \"dump\"`")));
    }

    @Test
    void whereNobodyCanBeAskedTheSecondOnlyWarns() {
        terminal = false;
        working();
        interrupts.interrupt(true);
        interrupts.interrupt(true);
        assertThat(said.getLast()).contains("is still working; once more leaves it in its middle", "rung resume a-1");
        assertThat(left).isEmpty();
        interrupts.interrupt(true);
        assertThat(left).containsExactly(new Interrupts.Moment("a-1", Optional.of("`run \"dump\"`")));
    }

    @Test
    void aServiceManagersSignalAsksNobodyAtTheTerminal() {
        working();
        interrupts.interrupt(false);
        over();
        assertThat(interrupts.wish()).isEqualTo(Wish.STOP);
        assertThat(said).hasSize(1);
    }
}
