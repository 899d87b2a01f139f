package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Settle;
import dev.rung.model.plan.Item;
import dev.rung.model.state.State;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the way back that would be taken now, and changes nothing. */
record Prospects(Stretches stretches, Observer observer, RunLog log, Backups backups) {
    static Prospects of(Equipment equipment, Advance advance) {
        return new Prospects(advance.stretches(), equipment.observer(), equipment.log(), equipment.backups());
    }

    /** @throws Trouble if a part cannot be looked at, or a backup that the way back rests on is not there any more */
    Prospect of(RunSettings settings) throws Trouble {
        return of(new Goals(stretches, observer, log).asked(settings.destination()), settings);
    }

    /** That which a failure takes. */
    Prospect afterFailure(RunSettings settings) throws Trouble {
        return of(new Goals(stretches, observer, log).afterFailure(settings.destination()), settings);
    }

    private Prospect of(Goals.Goal chosen, RunSettings settings) throws Trouble {
        Stretch goal = chosen.stretch();
        State seen = observer.look(chosen.state(), goal);
        State settled = seen.withInFlight(List.of());
        Optional<Wayback.Named> named = Homeward.named(goal, settings.rollback(), log);
        Route route = route(seen, settled, goal.origin(), named);
        Retrospect retrospect = log.retrospect();
        return new Prospect(
                goal.hop(),
                goal.version(),
                route,
                restored(route, settled, retrospect),
                goal.hop().map(Item.Hop::id).flatMap(retrospect::landed),
                named.flatMap(choice -> Wayback.whyNot(settled, goal.origin(), choice)));
    }

    /** While something still works the model answers with that alone; a person wants to know what follows. */
    private static Route route(State seen, State settled, Origin origin, Optional<Wayback.Named> named) {
        Route route = Wayback.from(settled, origin, named);
        if (seen.inFlight().isEmpty() || !(route instanceof Route.Back(List<Effect> effects))) {
            return route;
        }
        List<Effect> all = new ArrayList<>(List.of(new Settle()));
        all.addAll(effects);
        return new Route.Back(all);
    }

    private List<Restoration> restored(Route route, State seen, Retrospect retrospect) throws Trouble {
        List<Restoration> restored = new ArrayList<>();
        if (route instanceof Route.Back(List<Effect> effects)) {
            for (Effect effect : effects) {
                if (effect instanceof Restore restore) {
                    backups.manifest(Path.of(restore.set()));
                    seen.sets().stream()
                            .filter(set -> set.id().equals(restore.set()))
                            .findFirst()
                            .ifPresent(set -> restored.add(retrospect.restoration(set)));
                }
            }
        }
        return restored;
    }
}
