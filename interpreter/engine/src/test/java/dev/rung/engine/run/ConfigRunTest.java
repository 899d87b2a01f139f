package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.SetKey;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of a config that are set and unset in hops: they go back with the code that they are, wherever a run is cut. */
class ConfigRunTest {
    private static final Map<String, String> START = Map.of("legacy", "on", "mode", "1", "password", "old-secret");
    private static final Set<String> DATA = Set.of("data", "settings");

    @TempDir
    Path folder;

    private Set<String> written = DATA;
    private ToyWorld toy;
    private ToyConfig config;
    private MemoryJournals journals;

    @BeforeEach
    void fresh() {
        toy = new ToyWorld();
        config = new ToyConfig(toy);
        journals = new MemoryJournals();
    }

    private Engine engine() {
        DriverSet toys = toy.drivers("toy");
        DriverSet both = new DriverSet(
                Stream.concat(toys.drivers().stream(), Stream.of(config.driver()))
                        .toList(),
                toys.calls(),
                toys.requests(),
                toys.downloads());
        return new Engine(
                both, journals, folder, Clock.systemUTC(), millis -> {}, "test", (run, place, ends) -> toy.commands());
    }

    private static Expression text(String text) {
        return new Expression.Literal(new Value.Text(text));
    }

    private static SetKey set(String key, Expression value) {
        return new SetKey("settings", key, Optional.of(value));
    }

    private static final SetKey UNSET = new SetKey("settings", "legacy", Optional.empty());
    private static final SetKey ALWAYS = set("always", text("the same"));

    private static Check failing() {
        Expression rows = new Expression.Call("toy-rows", List.of(), Map.of(), Type.READING);
        Expression wrong = new Expression.Binary(Operator.EQUAL, rows, text("nothing"));
        return new Check(new Condition.Holds(wrong, "it works"), "");
    }

    /** What a careful runbook does, with keys set behind the swap. */
    private List<Item> body(String to) {
        List<Item> body = new ArrayList<>(ToyPlan.body(to, folder.resolve("backups")));
        String id = "upgrade/" + to;
        body.set(
                1,
                ToyPlan.step(
                        id + "/backup",
                        new BackUp(DATA, folder.resolve("backups").toString(), Level.RESTORED)));
        Expression secret = new Expression.Literal(new Value.Secret("word"));
        int at = 3;
        for (Effect effect : List.of(set("mode", text(to)), set("password", secret), ALWAYS, UNSET)) {
            String key = ((SetKey) effect).key();
            body.add(at++, ToyPlan.step(id + "/" + key, effect));
        }
        return body;
    }

    /** @param body of a hop; nothing outside of them */
    private Layout layout(List<Item> body) {
        List<String> code = new ArrayList<>();
        for (Item item : body) {
            Effect effect = ((Item.Step) item).effects().getFirst();
            if (effect instanceof ChangeOver change) {
                code.add(change.artifact());
            } else if (effect instanceof SetKey set) {
                code.add(set.part());
            }
        }
        return new Layout(
                List.of(new Layout.CodeGroup("toy", code, false)),
                List.of(new DataPart("data", false), new DataPart("settings", false)),
                List.of(new Layout.Service("server", "toy", written, written, true)));
    }

    private Plan plan(List<Item> second, List<Item> third) {
        Plan plain = ToyPlan.of(List.of(), List.of(second, third), List.of());
        List<Item> items = plain.items().stream()
                .map(item -> item instanceof Item.Ladder ladder ? widened(ladder) : item)
                .toList();
        Plan plan = new Plan(
                plain.title(),
                installation(plain.installation().systems().getFirst()),
                plain.installed(),
                layout(List.of()),
                plain.staging(),
                items);
        assertThat(Foresight.find(plan)).isEmpty();
        return plan;
    }

    private Item.Ladder widened(Item.Ladder ladder) {
        List<Item.Hop> hops = ladder.hops().stream()
                .map(hop -> new Item.Hop(
                        hop.id(),
                        hop.system(),
                        hop.from(),
                        hop.to(),
                        hop.why(),
                        layout(hop.body()),
                        hop.body(),
                        List.of()))
                .toList();
        return new Item.Ladder(ladder.id(), ladder.system(), ladder.from(), ladder.to(), ladder.at(), hops);
    }

    private static Installation installation(Installation.Sys system) {
        List<Installation.Part> parts = new ArrayList<>(system.parts());
        parts.add(new Installation.Part("settings", "toy", Type.CONFIG, "toy-config", Map.of()));
        Installation.Sys with = new Installation.Sys(
                system.name(),
                system.spellings(),
                parts,
                system.installed(),
                system.healthy(),
                system.facts(),
                system.invariants());
        Expression reading = new Expression.Binary(Operator.PLUS, text("new-"), text("secret"));
        return new Installation(List.of(with), Map.of(), Map.of("word", reading), Optional.empty());
    }

    private Plan plan() {
        return plan(body("2"), body("3"));
    }

    private Ending begin(Plan plan) throws Exception {
        try (Session session =
                engine().begin(plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return session.run();
        }
    }

    private Ending takeUp(Plan plan, boolean back) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        try (Session session =
                engine().resume(run, plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return back ? session.rollBack() : session.run();
        }
    }

    private static Map<String, String> after(String release) {
        return release.equals("1") ? START : Map.of("always", "the same", "mode", release, "password", "new-secret");
    }

    private void isWholeAndOf(String... releases) {
        assertThat(toy.code).isIn((Object[]) releases);
        assertThat(config.settings).isEqualTo(new TreeMap<>(after(toy.code)));
        assertThat(toy.runs).contains(toy.code);
        assertThat(toy.marked).isFalse();
        assertThat(journals.told()).doesNotContain("-secret");
    }

    @Test
    void keysAreSetAndUnsetInEachHop() throws Exception {
        assertThat(begin(plan())).isInstanceOf(Ending.Upgraded.class);
        isWholeAndOf("3");
    }

    @Test
    void whateverFailsInAHopItsKeysGoBack() throws Exception {
        int statements = body("2").size();
        for (int at = 0; at <= statements; at++) {
            for (String to : List.of("2", "3")) {
                fresh();
                Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
                List<Item> failing = body(to);
                failing.add(at, ToyPlan.step("upgrade/" + to + "/fail", failing()));
                Plan plan = to.equals("2") ? plan(failing, body("3")) : plan(body("2"), failing);
                begin(plan);
                isWholeAndOf(to.equals("2") ? "1" : "2");
            }
        }
    }

    @Test
    void killedAfterEveryWriteItIsResumedOrTakenBack() throws Exception {
        Plan plan = plan();
        begin(plan);
        int writes = journals.writes;
        for (int killed = 0; killed < writes; killed++) {
            fresh();
            Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
            journals.dieAfter = killed;
            try {
                begin(plan);
            } catch (Killed died) {
                Ending ending = takeUp(plan, killed % 3 == 0);
                assertThat(ending).isNotInstanceOf(Ending.NeedsPerson.class);
            }
            isWholeAndOf("1", "2", "3");
        }
    }

    @Test
    void cutInTheMiddleOfEveryEditAndOnceMoreOnTheWay() throws Exception {
        Plan plan = plan();
        begin(plan);
        int moments = toy.touches;
        for (int first = 0; first < moments; first++) {
            fresh();
            Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
            toy.cutAt = first;
            try {
                begin(plan);
            } catch (Killed died) {
                toy.cutAt = toy.touches + first * 7 % moments;
                boolean back = first % 2 == 0;
                try {
                    takeUp(plan, back);
                } catch (Killed again) {
                    toy.cutAt = -1;
                    takeUp(plan, back);
                }
            }
            isWholeAndOf("1", "2", "3");
        }
    }

    @Test
    void daysLaterAllKeysGoBackToTheStartOfTheRun() throws Exception {
        Plan plan = plan();
        begin(plan);
        assertThat(takeUp(plan, true)).isInstanceOf(Ending.RolledBackWithLoss.class);
        isWholeAndOf("1");
    }

    @Test
    void aKeyThatMustStayAndDoesNotTakesTheHopBack() throws Exception {
        config.mustKeep = List.of("password");
        config.spoiler = "3";
        List<Item> third = body("3");
        third.removeIf(item -> item.id().endsWith("/password"));
        Ending ending = begin(plan(body("2"), third));
        assertThat(ending)
                .isInstanceOfSatisfying(
                        Ending.RolledBack.class,
                        back -> assertThat(back.reason())
                                .isEqualTo("the key `password` of `settings` has another value than before the hop, and"
                                        + " `must-keep` says that it stays"));
        isWholeAndOf("2");
    }

    /** A backup does not bring it back where no service is said to write the config. */
    @Test
    void aKeyThatMustStayIsPutRightBeforeTheFormerReleaseStarts() throws Exception {
        written = Set.of("data");
        config.mustKeep = List.of("password");
        config.spoiler = "3";
        List<Item> third = body("3");
        third.removeIf(item -> item.id().endsWith("/password"));
        assertThat(begin(plan(body("2"), third))).isInstanceOf(Ending.RolledBack.class);
        isWholeAndOf("2");
    }

    @Test
    void aKeyThatASetOfTheHopHasTakenSomewhereElseIsKept() throws Exception {
        config.mustKeep = List.of("password");
        assertThat(begin(plan())).isInstanceOf(Ending.Upgraded.class);
        isWholeAndOf("3");
    }

    @Test
    void whatCannotBeEditedIsFoundBeforeAnythingStops() throws Exception {
        config.mustKeep = List.of("pasword", "password");
        List<Item> second = body("2");
        second.set(3, ToyPlan.step("upgrade/2/list", set("list", text("x"))));
        assertThat(begin(plan(second, body("3"))))
                .isInstanceOfSatisfying(
                        Ending.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Ending.Reason::words)
                                .containsExactly(
                                        "`list` is no single value",
                                        "the key `pasword` that `settings` must keep is not there"));
        isWholeAndOf("1");
    }
}
