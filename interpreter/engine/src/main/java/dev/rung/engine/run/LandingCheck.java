package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.plan.Item;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.wayback.Landing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the end of a hop, and of the run, whether everything is as it should be then: something may have fallen over. */
record LandingCheck(Equipment equipment, MustKeep mustKeep) {
    /**
     * @return what is seen there
     * @throws Trouble if something is missing; what nothing leads back from is put right before, as far as that does no harm
     */
    State pass(Stretch stretch) throws Trouble, Unanswered {
        State seen = equipment.bench().look(stretch);
        if (!seen.inFlight().isEmpty()) {
            carryOut(RunLog.SETTLING, 0, new Settle(), stretch);
            seen = equipment.bench().look(stretch);
        }
        Optional<String> missing = Landing.missing(seen, stretch.origin());
        if (missing.isPresent() && seen.forward().isPresent()) {
            putRight(stretch, seen);
            seen = equipment.bench().look(stretch);
            missing = Landing.missing(seen, stretch.origin());
        }
        if (missing.isPresent()) {
            throw new Trouble("the " + (stretch.hop().isPresent() ? "hop" : "run") + " has come to its end, but "
                    + missing.get());
        }
        mustKeep.afterHop(stretch);
        return seen;
    }

    /** Over data that are migrated whole, what has fallen over may be started once more, and asked anew. */
    private void putRight(Stretch stretch, State seen) throws Trouble, Unanswered {
        if (seen.data().containsValue(DataForm.TOUCHED)) {
            return;
        }
        List<Effect> effects = new ArrayList<>();
        Layout layout = stretch.layout();
        for (Layout.Service service : layout.services().reversed()) {
            boolean wasUp = stretch.origin().state().service(service.name()).up();
            if (wasUp && !seen.service(service.name()).up()) {
                effects.add(new Start(service.name()));
            }
        }
        stretch.hop()
                .filter(hop -> !effects.isEmpty() || seen.trust().get(hop.system()) != Trust.PROVEN)
                .ifPresent(hop -> effects.addAll(questions(hop)));
        for (int number = 0; number < effects.size(); number++) {
            carryOut(RunLog.LANDING, number, effects.get(number), stretch);
        }
    }

    private static List<Effect> questions(Item.Hop hop) {
        return List.of(
                new Wait(new Condition.Healthy(hop.system()), Optional.empty()),
                new Check(
                        new Condition.InstalledIs(
                                hop.system(), Operator.EQUAL, hop.to().version()),
                        ""));
    }

    private void carryOut(String step, int number, Effect effect, Stretch stretch) throws Trouble, Unanswered {
        equipment.events().accept(new Event.Said(effect.words()));
        equipment.bench().carryOut(step, number, true, effect, stretch, Homeward.waitLimit(effect, stretch));
    }
}
