package dev.rung.language.lower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What programs, requests and people do beside the usual way, lowered with how it is taken back. */
class DeedLoweringTest {
    private static Plan plan(String rest) {
        return Plans.app(rest, "1.0.0", Map.of());
    }

    private static Plan phase(String statements) {
        return plan("phase \"p\" {\n" + statements + "\n}\n");
    }

    private static Plan hop(String statements) {
        return phase("step-through app to target {\n" + statements + "\n}");
    }

    @Test
    void aDeedSaysWhatItChangesAndHowItIsTakenBack() {
        Plan plan = hop("run \"patch\" changes db, jar undo { run \"unpatch ${current}\" within 1m say \"undone\" }");
        Item.Step step = Plans.step(plan, "p/2.0.0/run-patch");
        assertThat(step.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        Run.class,
                        run -> assertThat(run.changes())
                                .isEqualTo(new Changes(
                                        "p/2.0.0/run-patch", Set.of("db"), Set.of("jar"), true, true, false)));
        assertThat(step.undo())
                .extracting(Item.Step::id, Item.Step::text)
                .containsExactly(
                        tuple("p/2.0.0/run-patch/undo/run-unpatch-current", "run \"unpatch 1.0.0\" within 1m"),
                        tuple("p/2.0.0/run-patch/undo/say-undone", "say \"undone\""));
    }

    @Test
    void aPersonsDeedSaysWhatItChangesAndWhoeverTakesItBackIsAskedByAnotherName() {
        Plan plan = hop("manual plugin \"Remove the plugin\" changes db, jar undo \"Put back ${current}\"");
        Item.Step step = Plans.step(plan, "p/2.0.0/manual-plugin");
        Changes changes = new Changes("p/2.0.0/manual-plugin", Set.of("db"), Set.of("jar"), true, true, true);
        assertThat(step.text()).isEqualTo("manual plugin \"Remove the plugin\" changes db, jar");
        assertThat(step.effects())
                .containsExactly(new Ask("plugin", "Remove the plugin", true, Optional.empty(), changes));
        assertThat(step.undo()).singleElement().satisfies(undo -> {
            assertThat(undo.text()).isEqualTo("manual undo-plugin \"Put back 1.0.0\"");
            assertThat(undo.effects()).singleElement().isInstanceOfSatisfying(Ask.class, ask -> {
                assertThat(ask.name()).isEqualTo("undo-plugin");
                assertThat(ask.text()).isEqualTo("Put back 1.0.0");
            });
        });
        assertThat(Plans.hops(plan).getFirst().layout().group("app").artifacts())
                .containsExactly("jar");
    }

    private static Request request(String method, String url) {
        return new Request(method, new Literal(new Value.Text(url)), Map.of(), Optional.empty(), Set.of());
    }

    @Test
    void aRequestIsWhatItSaysThatItIs() {
        Plan plan = phase("http GET \"${url}/a\"\n"
                + "http POST \"${url}/b\" changes db named b\n"
                + "http PUT \"${url}/c\" undo { http DELETE \"${url}/c\" } named c\n"
                + "http POST \"${url}/d\" with \"A\" = home body \"x\" expect 201, 204 named d");
        assertThat(Plans.effect(plan, "p/http-get-url-a"))
                .isEqualTo(new Call(
                        "GET http://localhost/a",
                        request("GET", "http://localhost/a"),
                        Changes.nothing("p/http-get-url-a", true)));
        assertThat(Plans.effect(plan, "p/b"))
                .isEqualTo(new Call(
                        "POST http://localhost/b",
                        request("POST", "http://localhost/b"),
                        new Changes("p/b", Set.of("db"), Set.of(), true, false, false)));
        assertThat(Plans.effect(plan, "p/c"))
                .isEqualTo(new Call(
                        "PUT http://localhost/c",
                        request("PUT", "http://localhost/c"),
                        new Changes("p/c", Set.of("db", "store"), Set.of(), false, true, true)));
        assertThat(Plans.step(plan, "p/c").undo().getFirst().effects().getFirst())
                .as("what takes back is nothing that cannot be taken back")
                .isInstanceOf(Call.class);
        assertThat(Plans.effect(plan, "p/d")).isInstanceOfSatisfying(Send.class, send -> {
            assertThat(send.title()).isEqualTo("POST http://localhost/d");
            assertThat(send.request().headers()).isEqualTo(Map.of("A", new Literal(new Value.Text("/opt/app"))));
            assertThat(send.request().body()).contains(new Literal(new Value.Text("x")));
            assertThat(send.request().expect()).containsExactlyInAnyOrder(201, 204);
            assertThat(send.last()).isTrue();
        });
    }

    @Test
    void onlyWhatNothingFollowsIsLast() {
        String post = "http POST url named d";
        assertThat(sent(phase(post + "\nsay \"told\""), "p/d").last()).isTrue();
        assertThat(sent(phase(post + "\nrequire exists(home)"), "p/d").last()).isFalse();
        assertThat(sent(phase("when exists(home) { " + post + " }"), "p/d").last())
                .isTrue();
        assertThat(sent(phase(post + "\nstep-through app to target { say \"x\" }"), "p/d")
                        .last())
                .isFalse();
        Plan plan = hop("say \"x\"\n" + post);
        assertThat(sent(plan, "p/2.0.0/d").last()).isTrue();
        assertThat(sent(plan, "p/3.0.0/d").last()).isTrue();
    }

    private static Send sent(Plan plan, String id) {
        return (Send) Plans.effect(plan, id);
    }

    @Test
    void codeThatADeedChangesIsChangedInTheHopAndNotStaged() {
        Plan plan = hop("when exists(home) { run \"patch\" changes jar }");
        assertThat(plan.staging()).isEmpty();
        assertThat(Plans.hops(plan))
                .allSatisfy(
                        hop -> assertThat(hop.layout().group("app").artifacts()).containsExactly("jar"));
        assertThat(hop("swap jar to next\nrun \"patch\" changes jar").staging()).hasSize(2);
    }

    @Test
    void fromThePointOfNoReturnOnTheWayIsForward() {
        Plan plan = hop("point-of-no-return \"nobody has ${current} any more\"");
        Item.Step step = Plans.step(plan, "p/2.0.0/point-of-no-return");
        assertThat(step.effects()).containsExactly(new NoReturn("nobody has 1.0.0 any more"));
        assertThat(step.text()).isEqualTo("point-of-no-return \"nobody has 1.0.0 any more\"");
    }
}
