package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Stage;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hop of the toy from 1 to 2, within which the base that it stands on goes from 1 over 2 to 3. */
class NestedRunTest {
    /** Each so manieth moment is cut at; all with 1. */
    private static final int STRIDE = Integer.getInteger("rung.nested.stride", 7);

    private static final Location HERE = new Location(new SourceFile("toy.runbook", ""), Span.at(0));

    @TempDir
    Path folder;

    private ToyWorld toy;
    private ToyWorld base;
    private MemoryJournals journals;

    private Engine engine() {
        DriverSet toys = toy.drivers("toy");
        DriverSet bases = base.drivers("base");
        DriverSet both = new DriverSet(
                Stream.concat(toys.drivers().stream(), bases.drivers().stream()).toList(),
                Stream.concat(toys.calls().stream(), bases.calls().stream()).toList(),
                toys.requests(),
                toys.downloads());
        return new Engine(both, journals, folder, Clock.systemUTC(), millis -> {}, "test");
    }

    private static Installation.Sys sys(String name, String artifact, String data, String service) {
        return new Installation.Sys(
                name,
                List.of(),
                List.of(
                        new Installation.Part(artifact, name, Type.ARTIFACT, name + "-code", Map.of()),
                        new Installation.Part(data, name, Type.FILES, name + "-rows", Map.of()),
                        new Installation.Part(service, name, Type.SERVICE, name + "-server", Map.of())),
                new Expression.Call(name + "-version", List.of(), Map.of(), Type.VERSION),
                new Expression.Call(name + "-health", List.of(), Map.of(), Type.BOOL),
                Map.of(),
                List.of());
    }

    private static Layout layout(List<String> code, List<String> image) {
        return new Layout(
                List.of(new Layout.CodeGroup("toy", code, false), new Layout.CodeGroup("base", image, false)),
                List.of(new DataPart("data", false), new DataPart("store", false)),
                List.of(
                        new Layout.Service("server", "toy", Set.of("data"), Set.of("data"), true),
                        new Layout.Service("daemon", "base", Set.of("store"), Set.of("store"), true)));
    }

    private static Item.Step step(String id, Effect effect) {
        return new Item.Step(id, "Upgrade", id, HERE, List.of(effect), Optional.empty(), false, List.of());
    }

    private static Item.Hop hop(String id, String system, int to, Layout layout, List<Item> body) {
        Version next = Version.of(String.valueOf(to));
        Release release = new Release(next, next, Optional.empty(), Map.of(), Optional.empty());
        return new Item.Hop(
                id, system, Version.of(String.valueOf(to - 1)), release, "the next", layout, body, List.of());
    }

    private static List<Item> landing(String id, String system, String service, int to) {
        Condition is = new Condition.InstalledIs(system, Operator.EQUAL, Version.of(String.valueOf(to)));
        return List.of(
                step(id + "/start", new Start(service)),
                step(id + "/wait", new Wait(new Condition.Healthy(system), Optional.empty())),
                step(id + "/check", new Check(is, "")));
    }

    private Item.Hop inner(int to) {
        String id = "upgrade/2/base/" + to;
        List<Item> body = new ArrayList<>();
        body.add(step(id + "/stop", new Stop("daemon")));
        body.add(step(
                id + "/backup",
                new BackUp(Set.of("store"), folder.resolve("store").toString(), Level.RESTORED)));
        body.add(step(id + "/swap", new ChangeOver("image", Version.of(String.valueOf(to)))));
        body.addAll(landing(id, "base", "daemon", to));
        return hop(id, "base", to, layout(List.of(), List.of("image")), body);
    }

    private Plan plan(boolean stays) {
        Version one = Version.of("1");
        Version two = Version.of("2");
        Version three = Version.of("3");
        List<Item> body = new ArrayList<>(List.of(
                step("upgrade/2/stop", new Stop("server")),
                new Item.Ladder("upgrade/2/base", "base", one, three, HERE, List.of(inner(2), inner(3)), stays),
                step(
                        "upgrade/2/backup",
                        new BackUp(Set.of("data"), folder.resolve("data").toString(), Level.RESTORED)),
                step("upgrade/2/swap", new ChangeOver("code", two))));
        body.addAll(landing("upgrade/2", "toy", "server", 2));
        Layout outer = layout(List.of("code"), stays ? List.of() : List.of("image"));
        Item.Hop hop = hop("upgrade/2", "toy", 2, outer, body);
        List<Stage> staging = List.of(
                new Stage("code", two, "somewhere", Optional.empty()),
                new Stage("image", two, "somewhere", Optional.empty()),
                new Stage("image", three, "somewhere", Optional.empty()));
        return new Plan(
                "Both",
                new Installation(
                        List.of(sys("toy", "code", "data", "server"), sys("base", "image", "store", "daemon"))),
                Map.of("toy", one, "base", one),
                layout(List.of(), List.of()),
                staging,
                List.of(new Item.Ladder("upgrade", "toy", one, two, HERE, List.of(hop))));
    }

    private void fresh() throws Exception {
        toy = new ToyWorld();
        base = new ToyWorld();
        journals = new MemoryJournals();
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
    }

    private Optional<Ending> end(Plan plan, boolean back) throws Exception {
        try (Session session =
                engine().begin(plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return Optional.of(session.run());
        } catch (Killed killed) {
            if (journals.runs().isEmpty()) {
                return Optional.empty();
            }
        }
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        try (Session session =
                engine().resume(run, plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return Optional.of(back ? session.rollBack() : session.run());
        }
    }

    private String state() {
        return "toy " + state(toy) + ", base " + state(base);
    }

    private static String state(ToyWorld one) {
        return one.code + one.form + one.runs.orElse("-") + (one.marked ? " marked" : "");
    }

    private void everyCutEndsIn(boolean stays, String failing, String... states) throws Exception {
        Plan plan = plan(stays);
        assertThat(Foresight.find(plan)).isEmpty();
        fresh();
        toy.failsMigrationTo = failing;
        end(plan, false);
        int outer = toy.touches;
        int inner = base.touches;
        assertThat(inner).isGreaterThan(20);
        for (int cut = -1; cut < outer + inner; cut += STRIDE) {
            for (boolean back : new boolean[] {true, false}) {
                fresh();
                toy.failsMigrationTo = failing;
                toy.cutAt = cut < outer ? cut : -1;
                base.cutAt = cut < outer ? -1 : cut - outer;
                Optional<Ending> ending = end(plan, back);
                assertThat(state()).as("cut at " + cut + ": " + ending).isIn((Object[]) states);
                boolean isAtStart = toy.code.equals("1") && !stays;
                assertThat(isAtStart ? base.rows : "a,b,c").as("cut at " + cut).isEqualTo("a,b,c");
            }
        }
    }

    private static final String START = "toy 111, base 111";
    private static final String GOAL = "toy 222, base 333";

    @Test
    void whatHasLandedWithinAHopStaysThere() throws Exception {
        everyCutEndsIn(true, "", START, "toy 111, base 222", "toy 111, base 333", GOAL);
        everyCutEndsIn(true, "2", START, "toy 111, base 222", "toy 111, base 333");
    }

    @Test
    void whatTheFormerReleaseForbidsGoesBackTogetherWithIt() throws Exception {
        everyCutEndsIn(false, "", START, GOAL);
        everyCutEndsIn(false, "2", START);
    }
}
