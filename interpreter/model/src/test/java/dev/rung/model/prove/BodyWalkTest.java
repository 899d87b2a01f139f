package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Choices and repetitions: what is walked, and how often. */
class BodyWalkTest {
    private static final Effect STOP = new Stop("server");
    private static final Effect START = new Start("server");
    private static final Effect HEALTHY = new Wait(new Condition.Healthy("app"), Optional.empty());
    private static final Effect FAIL = new Check(new Condition.Never("not on this one"), "not on this one");
    private static final Expression ASKED = new Expression.Literal(new Value.Unknown("asked when the run comes to it"));
    private static final Location HERE = new SourceFile("handmade.runbook", "").at(Span.at(0));

    private final Handmade hand = new Handmade();

    private static Item each(List<Item> body) {
        return new Item.Each("each", "one", ASKED, "for one in all", HERE, body);
    }

    private static Item choice(List<Item> then, List<Item> otherwise) {
        return new Item.Choice("when", new Condition.Holds(ASKED, "asked"), "asked", HERE, then, otherwise);
    }

    private List<Gap> gaps(Item first, Effect... behind) {
        List<Item> items = new ArrayList<>(List.of(first));
        items.addAll(hand.items("behind", behind));
        return Foresight.find(Handmade.plan(Handmade.layout(), items.toArray(Item[]::new)));
    }

    @Test
    void whatTheFirstTurnLeavesTheSecondOneFinds() {
        assertThat(gaps(each(hand.items("each", STOP, START, HEALTHY)))).isEmpty();
        assertThat(gaps(each(hand.items("each", HEALTHY, STOP)), START, HEALTHY))
                .singleElement()
                .satisfies(gap -> assertThat(gap.step().id()).contains("each/1"));
    }

    @Test
    void behindWhatAlwaysFailsNothingIsAsked() {
        assertThat(gaps(choice(hand.items("then", STOP, FAIL), List.of()), HEALTHY, START))
                .isEmpty();
        assertThat(gaps(choice(hand.items("then", STOP), List.of()), HEALTHY, START))
                .singleElement()
                .satisfies(gap -> assertThat(gap.step().id()).contains("behind/1"));
    }

    /** What stays down until the end is told at the end, and once. */
    @Test
    void whatOnlyALadderBehindItStartsNobodyWaitsFor() {
        List<Item> before = hand.items("before", STOP, HEALTHY);
        Effect backUp = new BackUp(Set.of("db"), "/backups", Level.RESTORED);
        Effect isNext = new Check(new Condition.InstalledIs("app", Operator.EQUAL, Version.of("2")), "");
        Item.Hop hop = hand.hop(
                "app",
                Handmade.layout("jar"),
                2,
                hand.items("app/2", backUp, new ChangeOver("jar", Version.of("2")), START, HEALTHY, isNext));
        assertThat(Foresight.find(Handmade.plan(Handmade.layout(), before, hand.ladder("app", hop), List.of())))
                .singleElement()
                .satisfies(gap -> assertThat(gap.step().id()).contains("before/2"));
    }
}
