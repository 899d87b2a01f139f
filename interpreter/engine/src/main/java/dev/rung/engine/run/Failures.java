package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Failure.Remedy;
import dev.rung.model.plan.Item;
import java.util.List;
import java.util.Optional;

/** What becomes of a run in which something has failed: as its operator says, else as its settings do. */
record Failures(Equipment equipment, Advance advance) {
    /** Never {@link Remedy.AsSet} where that is no way back. */
    Remedy remedy(Trouble trouble) {
        Remedy said = equipment.operator().wantsToEnd()
                ? new Remedy.GoBack(Optional.empty())
                : equipment.operator().afterFailure(failure(trouble));
        if (said instanceof Remedy.Stay) {
            return said;
        }
        boolean stops = switch (said) {
            case Remedy.AsSet ignored -> equipment.settings().stopOnFailure();
            case Remedy.GoBack ignored -> false;
            case Remedy.Stay ignored -> false;
            case Remedy.Stop ignored -> true;
        };
        return stops || !mayGoBack() ? new Remedy.Stop() : said;
    }

    /** The end of a run that stops where it has failed. */
    Ending stop(Trouble trouble) {
        return equipment.log().hasChangedAnything()
                ? new Ending.StoppedSafe(trouble.words())
                : new Ending.Refused(List.of(new Ending.Reason(trouble.words(), trouble.help())));
    }

    /** What has changed nothing has nothing to go back from; and behind the last hop a failure takes nothing back. */
    private boolean mayGoBack() {
        boolean allLanded = equipment.log().hops().underWay().isEmpty() && !advance.hopsAhead();
        return equipment.log().hasChangedAnything() && !allLanded;
    }

    private Failure failure(Trouble trouble) {
        if (!mayGoBack()) {
            return new Failure(advance.latest(), trouble.words(), trouble.help(), Optional::empty, List.of());
        }
        List<String> rollbacks = advance.stretch().hop().stream()
                .flatMap(hop -> hop.rollbacks().stream())
                .map(Item.Rollback::name)
                .toList();
        return new Failure(advance.latest(), trouble.words(), trouble.help(), this::prospect, rollbacks);
    }

    private Optional<Prospect> prospect() {
        try {
            return Optional.of(Prospects.of(equipment, advance).afterFailure(equipment.settings()));
        } catch (Trouble blind) {
            // Then nobody can say ahead of time what it would do.
            return Optional.empty();
        }
    }
}
