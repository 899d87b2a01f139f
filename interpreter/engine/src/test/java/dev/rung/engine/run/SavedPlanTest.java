package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.Tell;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a saved plan says of a world that has changed. */
class SavedPlanTest {
    private static final Map<String, String> SOURCES = Map.of("toy.runbook", "text");
    private static final Map<String, String> PARTS = Map.of("code", "digest-1", "server", "up");

    private static SavedPlan saved(
            UnaryOperator<List<Item>> change, Map<String, String> sources, Map<String, String> parts) {
        Plan plan = ToyPlan.of(Path.of("/backups"), change);
        return SavedPlan.of(plan, sources, Map.of("target", "3"), parts, "test", "2026-11-21T22:00:00Z");
    }

    private static SavedPlan saved() {
        return saved(UnaryOperator.identity(), SOURCES, PARTS);
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        SavedPlan read = SavedPlan.read("a.plan", saved().written());

        assertThat(read).isEqualTo(saved());
        assertThat(read.differences(saved())).isEmpty();
        assertThat(read.installed()).containsExactly(Map.entry("toy", "1"));
    }

    @Test
    void saysWhatHasChanged() {
        assertThat(saved().differences(saved(UnaryOperator.identity(), Map.of("toy.runbook", "another"), PARTS)))
                .containsExactly("toy.runbook was changed");
        assertThat(saved().differences(
                                saved(UnaryOperator.identity(), SOURCES, Map.of("code", "digest-2", "server", "down"))))
                .containsExactly("`code` was digest-1, and is digest-2", "`server` was up, and is down");
        UnaryOperator<List<Item>> longer = body -> {
            List<Item> more = new ArrayList<>(body);
            more.removeFirst();
            more.add(ToyPlan.step(body.getFirst().id() + "-new", new Tell("hello")));
            return more;
        };
        assertThat(saved().differences(saved(longer, SOURCES, PARTS)))
                .contains(
                        "`upgrade/2/stop-server-new` was not in it (upgrade/2/stop-server-new)",
                        "`upgrade/2/stop-server` is not in it any more (upgrade/2/stop-server)");
        UnaryOperator<List<Item>> turned = List::reversed;
        assertThat(saved().differences(saved(turned, SOURCES, PARTS)))
                .containsExactly("the same statements stand in another order");
    }

    @Test
    void whatIsNoneOrOfANewerRungIsRefused() {
        for (String none : List.of("", "{}", "[]", "nonsense", "{\"format\": 1}", "{\"format\": \"x\"}")) {
            assertThatThrownBy(() -> SavedPlan.read("a.plan", none))
                    .as(none)
                    .isInstanceOf(Trouble.class)
                    .hasMessage("a.plan is no saved plan");
        }
        String newer = saved().written().replace("\"format\" : 1", "\"format\" : 2");
        assertThatThrownBy(() -> SavedPlan.read("a.plan", newer)).hasMessageContaining("newer Rung");
    }
}
