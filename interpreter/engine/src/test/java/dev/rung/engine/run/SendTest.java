package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.driver.Requests;
import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Send;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody can take back is sent once, unless somebody says that it may be sent once more. */
class SendTest {
    private static final String REPORT = "POST far:/report";

    @TempDir
    Path folder;

    private ToyWorld toy = new ToyWorld();
    private MemoryJournals journals = new MemoryJournals();

    private static final RunSettings SETTINGS =
            new RunSettings(Map.of(), "toy.runbook", Map.of(), false, new Destination.Nearest(), Optional.empty());

    private Engine engine() {
        return new Engine(toy.drivers("toy"), journals, folder, Clock.systemUTC(), millis -> {}, "test");
    }

    private Plan plan() {
        return ToyPlan.of(folder.resolve("backups"), SendTest::withReport);
    }

    private static List<Item> withReport(List<Item> body) {
        List<Item> with = new ArrayList<>(body);
        if (with.getFirst().id().startsWith("upgrade/3/")) {
            Send send = new Send("POST report", ToyDeeds.request("POST", "far:/report"), true);
            with.add(ToyPlan.step("upgrade/3/report", send));
        }
        return with;
    }

    private static Operator saying(String... names) {
        Set<String> known = Set.of(names);
        return new Operator() {
            @Override
            public Optional<String> answer(Ask question) {
                return Optional.of("ada");
            }

            @Override
            public boolean isThereFor(Ask question) {
                return known.contains(question.name());
            }
        };
    }

    private Ending begin() throws Exception {
        try (Session session = engine().begin(plan(), SETTINGS, folder, saying(), event -> {})) {
            return session.run();
        }
    }

    private Ending takeUp(Operator operator) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        try (Session session = engine().resume(run, plan(), SETTINGS, folder, operator, event -> {})) {
            return session.run();
        }
    }

    @Test
    void isSentOnce() throws Exception {
        assertThat(begin()).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.requests).containsExactly(REPORT);
    }

    @Test
    void whatWasAnsweredWithAnErrorMayHaveArrived() throws Exception {
        toy.refuses = REPORT;
        assertThat(begin())
                .isInstanceOfSatisfying(
                        Ending.StoppedSafe.class,
                        stopped -> assertThat(stopped.reason())
                                .startsWith("`POST report` was answered 503; nothing was taken back"));
        toy.refuses = "";
        assertThat(takeUp(saying()))
                .isInstanceOfSatisfying(
                        Ending.StoppedSafe.class,
                        stopped -> assertThat(stopped.reason())
                                .startsWith(
                                        "`POST report` was being sent when the run stopped, and nobody says whether it"
                                                + " has arrived")
                                .contains(
                                        "`send-again-report` sends it once more",
                                        "`rung resume --confirm sent-report`"));
        assertThat(toy.requests).containsExactly(REPORT);
        assertThat(takeUp(saying("sent-report"))).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.requests).containsExactly(REPORT);
    }

    /** A person looks whether it has arrived; the run does not wait for that. */
    @Test
    void forALateAnswerNobodyWaits() throws Exception {
        toy.isLateWith = REPORT;
        assertThat(begin())
                .isInstanceOfSatisfying(
                        Ending.StoppedSafe.class,
                        stopped -> assertThat(stopped.reason()).startsWith("late; nothing was taken back"));
        assertThat(toy.late).hasSize(1).noneMatch(Requests.Open::isOpen);
        toy.isLateWith = "";
        assertThat(takeUp(saying("sent-report"))).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.requests).containsExactly(REPORT);
    }

    @Test
    void isSentOnceMoreForWhoeverSaysSo() throws Exception {
        toy.refuses = REPORT;
        begin();
        toy.refuses = "";
        assertThat(takeUp(saying("send-again-report"))).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.requests).containsExactly(REPORT, REPORT);
    }

    @Test
    void whereverTheRunIsCutItIsNeverSentTwice() throws Exception {
        begin();
        int moments = toy.touches;
        for (int cut = 0; cut < moments; cut++) {
            toy = new ToyWorld();
            journals = new MemoryJournals();
            toy.cutAt = cut;
            Optional<Ending> ending = killedThenTakenUp();
            assertThat(toy.requests).as("cut at " + cut).hasSizeLessThanOrEqualTo(1);
            boolean upgraded = ending.filter(Ending.Upgraded.class::isInstance).isPresent();
            assertThat(toy.requests.isEmpty())
                    .as("cut at " + cut + ": " + ending)
                    .isEqualTo(!upgraded);
        }
    }

    /** Whoever looks sees whether it has arrived. */
    private Optional<Ending> killedThenTakenUp() throws Exception {
        try {
            return Optional.of(begin());
        } catch (Killed killed) {
            String known = toy.requests.isEmpty() ? "send-again-report" : "sent-report";
            return Optional.of(takeUp(saying(known)));
        }
    }
}
