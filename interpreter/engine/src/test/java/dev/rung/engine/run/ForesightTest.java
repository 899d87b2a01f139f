package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ForesightTest {
    private static final Plan WHOLE = ToyPlan.of(Path.of("backups"));

    private static Plan without(Predicate<Effect> left) {
        List<Item> items =
                WHOLE.items().stream().map(item -> without(item, left)).toList();
        return new Plan(WHOLE.title(), WHOLE.installation(), WHOLE.installed(), WHOLE.layout(), WHOLE.staging(), items);
    }

    private static Item without(Item item, Predicate<Effect> left) {
        if (!(item instanceof Item.Ladder ladder)) {
            return item;
        }
        List<Item.Hop> hops = ladder.hops().stream()
                .map(hop -> new Item.Hop(
                        hop.id(),
                        hop.system(),
                        hop.from(),
                        hop.to(),
                        hop.why(),
                        hop.layout(),
                        hop.body().stream()
                                .filter(step ->
                                        ((Item.Step) step).effects().stream().noneMatch(left))
                                .toList(),
                        hop.rollbacks()))
                .toList();
        return new Item.Ladder(ladder.id(), ladder.system(), ladder.from(), ladder.to(), ladder.at(), hops);
    }

    @Test
    void findsNothingInACarefulPlan() {
        assertThat(Foresight.find(WHOLE)).isEmpty();
    }

    @Test
    void seesThatNothingCoversTheStartOfNewCode() {
        assertThat(Foresight.find(without(BackUp.class::isInstance)))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.step().id()).isEqualTo("upgrade/2/start-server");
                    assertThat(gap.summary()).isEqualTo("if this fails, nothing brings `data` back");
                });
    }

    @Test
    void seesASwapUnderARunningService() {
        assertThat(Foresight.find(without(Stop.class::isInstance)))
                .singleElement()
                .satisfies(gap -> assertThat(gap.label()).isEqualTo("`server` is running here"));
    }
}
