package dev.rung.model.effect;

import dev.rung.model.state.BackupSet;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes one backup of several parts, in one folder.
 *
 * @param directory in which the folder is made
 * @param inside the part in whose place that lies, if it does
 * @param keep how many such backups are left once a run has succeeded; all if empty
 */
public record BackUp(
        Set<String> data, String directory, BackupSet.Level level, Optional<String> inside, Optional<Integer> keep)
        implements Effect {
    public BackUp {
        data = Set.copyOf(data);
    }

    public BackUp(Set<String> data, String directory, BackupSet.Level level) {
        this(data, directory, level, Optional.empty());
    }

    public BackUp(Set<String> data, String directory, BackupSet.Level level, Optional<String> inside) {
        this(data, directory, level, inside, Optional.empty());
    }

    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        Needs needs = Needs.of(state, layout);
        return inside.filter(part -> isReplaced(part, layout))
                .map(part -> needs.apart(directory, part))
                .orElse(needs)
                .unmet();
    }

    /** Data that nothing changes nobody puts back. */
    private boolean isReplaced(String part, Layout layout) {
        return data.contains(part)
                || !layout.dataNames().contains(part)
                || !layout.usersOf(List.of(part)).isEmpty();
    }

    /** {@inheritDoc} The engine replaces the id with the folder's path. */
    @Override
    public State does(State state, Layout layout) {
        return state.withSet(taken(directory, state, layout));
    }

    /** The set that a success makes, as the state at its beginning says. */
    public BackupSet taken(String id, State state, Layout layout) {
        boolean untouched = data.stream().allMatch(part -> state.data().get(part) == DataForm.OLD);
        boolean oneMoment = layout.usersOf(data).stream()
                .filter(service -> !state.service(service.name()).isHeld())
                .noneMatch(service -> layout.tearsApart(service, data));
        return new BackupSet(id, data, level, untouched, oneMoment, written(state, layout), false, state.deedsOn(data));
    }

    /** Who is not held writes on while it is taken, and behind it. */
    private Set<String> written(State state, Layout layout) {
        Set<String> written = new TreeSet<>();
        layout.services().stream()
                .filter(service -> !state.service(service.name()).isHeld())
                .flatMap(service -> service.writes().stream())
                .filter(data::contains)
                .forEach(written::add);
        return written;
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
        return "back up " + Lists.quoted(data)
                + (level == BackupSet.Level.RESTORED ? ", prove it by a restore" : ", read it back");
    }
}
