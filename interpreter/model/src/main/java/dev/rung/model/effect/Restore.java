package dev.rung.model.effect;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings data back from a set: beside, compared, changed over; the state before is kept until the run is over. */
public record Restore(Set<String> data, String set) implements Effect {
    public Restore {
        data = Set.copyOf(data);
    }

    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        List<Unmet> unmet =
                new ArrayList<>(Needs.of(state, layout).usersHeld(data).unmet());
        boolean counts = source(state)
                .filter(taken -> taken.counts() && taken.data().containsAll(data))
                .isPresent();
        if (!counts) {
            String words = "the backup " + set + " cannot bring back " + Lists.quoted(data);
            unmet.add(new Unmet(Need.COVER, List.copyOf(data), words));
        }
        return unmet;
    }

    private Optional<BackupSet> source(State state) {
        return state.sets().stream().filter(taken -> taken.id().equals(set)).findFirst();
    }

    @Override
    public State does(State state, Layout layout) {
        List<String> contained = source(state).map(BackupSet::contains).orElse(List.of());
        return state.withData(data, form -> DataForm.OLD)
                .withoutDeeds(deed -> deed.data().stream().anyMatch(data::contains) && !contained.contains(deed.id()));
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        return Effect.eachOf(state, does(state, layout), state.withInFlight(words()));
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "restore " + Lists.quoted(data);
    }
}
