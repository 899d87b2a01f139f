package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.Changes;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random runbooks over two hops, with statements before and behind them: what the proof lets through is carried out by the
 * engine itself, cut at random moments, once or twice, with or without a death of the machine, and must end at a landing or
 * where it began. {@code -Drung.runs=N} tries N of them, {@code -Drung.runs.seed} others.
 */
class RandomRunsTest {
    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("rung.runs.seed", 7));
    private final Map<String, Integer> tally = new TreeMap<>();
    private ToyWorld toy;
    private MemoryJournals journals;
    private int deeds;

    @Test
    void whatIsProvedEndsAtALandingOrWhereItBegan() throws Exception {
        int wanted = Integer.getInteger("rung.runs", 40);
        for (int i = 0; i < wanted; i++) {
            Plan plan = plan();
            boolean proved = Foresight.find(plan).isEmpty();
            count(proved ? "proved" : "refused");
            if (proved) {
                carryOut(plan);
            }
        }
        System.out.println("random runs: " + tally);
        assertThat(tally.get("proved")).isGreaterThan(wanted / 5);
    }

    private void carryOut(Plan plan) throws Exception {
        for (String failing : List.of("", "2", "3")) {
            run(plan, failing, -1, -1, false);
            int moments = toy.touches;
            for (int i = 0; i < 4; i++) {
                run(plan, failing, random.nextInt(moments), random.nextInt(2 * moments), random.nextInt(3) == 0);
            }
        }
    }

    private void run(Plan plan, String failing, int first, int second, boolean reboot) throws Exception {
        toy = new ToyWorld();
        journals = new MemoryJournals();
        toy.failsMigrationTo = failing;
        toy.cutAt = first;
        boolean rollBack = random.nextInt(4) == 0;
        String how = "failing '" + failing + "', cut at " + first + " and " + second
                + (reboot ? " with the machine" : "") + (rollBack ? ", asked to go back" : "");
        try {
            judge(plan, end(plan, second, rollBack, reboot), how);
        } catch (AssertionError bad) {
            throw new AssertionError(how + " of " + words(plan) + journals.told(), bad);
        }
    }

    private Optional<Ending> end(Plan plan, int second, boolean rollBack, boolean reboot) throws Exception {
        Optional<Ending> ending = Optional.empty();
        try {
            ending = Optional.of(begin(plan));
        } catch (Killed killed) {
            fall(reboot);
            if (journals.runs().isEmpty()) {
                count("never began");
                Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
                return Optional.empty();
            }
            toy.cutAt = reboot ? -1 : toy.touches + second;
            try {
                ending = Optional.of(takeUp(plan, rollBack));
            } catch (Killed again) {
                fall(reboot);
                toy.cutAt = -1;
                ending = Optional.of(takeUp(plan, rollBack));
            }
        }
        if (ending.filter(Ending.StoppedSafe.class::isInstance).isPresent()) {
            assertThat(toy.code)
                    .as("only behind the last hop nothing goes back by itself: " + ending)
                    .isEqualTo("3");
            toy.cutAt = -1;
            ending = Optional.of(takeUp(plan, true));
        }
        return ending;
    }

    private void fall(boolean reboot) {
        if (reboot) {
            toy.reboot();
        }
    }

    private void judge(Plan plan, Optional<Ending> ended, String how) {
        if (ended.isEmpty()) {
            return;
        }
        Ending ending = ended.get();
        count(ending.getClass().getSimpleName());
        String state = "code " + toy.code + ", form " + toy.form + ", runs " + toy.runs + ", marked " + toy.marked;
        String asked = how + " of " + words(plan) + " ended " + ending + " with rows " + toy.rows;
        assertThat(state)
                .as(asked)
                .isIn(
                        "code 1, form 1, runs Optional[1], marked false",
                        "code 2, form 2, runs Optional[2], marked false",
                        "code 3, form 3, runs Optional[3], marked false");
        assertThat(toy.rows).as(asked).doesNotContain("?").doesNotContain("!");
        boolean atStart = toy.code.equals("1");
        assertThat(ending)
                .as(asked)
                .isInstanceOfAny(Ending.Upgraded.class, Ending.RolledBack.class, Ending.RolledBackWithLoss.class);
        if (atStart) {
            assertThat(toy.rows).as(asked).isEqualTo("a,b,c");
        }
        if (ending instanceof Ending.Upgraded) {
            assertThat(toy.code).as(asked).isEqualTo("3");
            long notes = toy.rows.chars().filter(letter -> letter == ';').count();
            assertThat(notes)
                    .as(asked)
                    .isEqualTo(words(plan).stream()
                            .filter(step -> step.contains("note"))
                            .count());
        }
    }

    private static List<String> words(Plan plan) {
        List<String> words = new ArrayList<>();
        plan.items().forEach(item -> {
            if (item instanceof Item.Ladder ladder) {
                ladder.hops().forEach(hop -> hop.body().forEach(step -> words.add(step.id())));
            } else {
                words.add(item.id());
            }
        });
        return words;
    }

    /** A careful one with a few of its statements somewhere else, left out, or doubled, and deeds between them. */
    private Plan plan() {
        Path backups = folder.resolve("backups");
        List<Item> before = new ArrayList<>();
        List<Item> first = ToyPlan.body("2", backups);
        List<Item> second = ToyPlan.body("3", backups);
        switch (random.nextInt(5)) {
            case 0 -> second.remove(1);
            case 1 -> {
                before.addAll(first.subList(0, 2));
                first.subList(0, 2).clear();
            }
            case 2 -> {
                before.addAll(first.subList(0, 2));
                first.subList(0, 2).clear();
                second.remove(1);
            }
            default -> {}
        }
        List<Item> behind = new ArrayList<>();
        List<List<Item>> all = List.of(before, first, second, behind);
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Item> body = all.get(random.nextInt(all.size()));
            body.add(random.nextInt(body.size() + 1), deed(random.nextInt(3) > 0));
        }
        if (random.nextInt(4) == 0) {
            List<Item> body = all.get(1 + random.nextInt(2));
            Item moved = body.remove(random.nextInt(body.size()));
            if (random.nextBoolean()) {
                body.add(random.nextInt(body.size() + 1), moved);
            }
        }
        return ToyPlan.of(before, List.of(first, second), behind);
    }

    private Item.Step deed(boolean undoable) {
        String name = "d" + deeds++;
        String id = "note-" + name;
        Changes changes = new Changes(id, Set.of("data"), Set.of(), true, undoable, false);
        Item.Step plain = ToyPlan.step(id, ToyDeeds.run("note " + name, changes));
        List<Item.Step> undo = undoable
                ? List.of(
                        ToyPlan.step(id + "/undo", ToyDeeds.run("erase " + name, Changes.nothing(id + "/undo", true))))
                : List.of();
        return new Item.Step(id, plain.phase(), plain.text(), plain.at(), plain.effects(), plain.within(), false, undo);
    }

    private Engine engine() {
        return ToyEngine.of(toy, journals, folder);
    }

    private Ending begin(Plan plan) throws Exception {
        try (Session session =
                engine().begin(plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return session.run();
        }
    }

    private Ending takeUp(Plan plan, boolean rollBack) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        try (Session session =
                engine().resume(run, plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return rollBack ? session.rollBack() : session.run();
        }
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }
}
