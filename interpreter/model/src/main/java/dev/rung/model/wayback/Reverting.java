package dev.rung.model.wayback;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.wayback.Wayback.Named;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a named rollback can be taken, step 3 of the way back: the newer code is in place, whole, and the data are new and
 * not half migrated.
 */
record Reverting(State state, Layout layout) {
    /** Why it is not taken from here: one sentence without a full stop; empty if it is. */
    Optional<String> against(Named choice, Set<String> changedData) {
        Set<String> reached = new LinkedHashSet<>(changedData);
        reached.addAll(layout.sharing(choice.changes()));
        Optional<String> half = reached.stream()
                .filter(part -> state.data().get(part) == DataForm.TOUCHED)
                .findFirst();
        if (half.isPresent()) {
            return Optional.of("`" + half.get() + "` may be half migrated");
        }
        boolean wholeCode = layout.systems().stream().allMatch(group -> state.all(CodeForm.NEW, group));
        if (!wholeCode) {
            return Optional.of("the newer release, which it needs, is not in place");
        }
        if (choice.changes().stream().allMatch(part -> state.data().get(part) == DataForm.OLD)) {
            return Optional.of("nothing that it brings back has changed");
        }
        Optional<String> left = layout.sharing(choice.changes()).stream()
                .filter(part -> state.data().get(part) != DataForm.OLD
                        && !choice.changes().contains(part))
                .findFirst()
                .map(part -> "`" + part + "` goes back together with what it brings back, and it leaves that as it is");
        boolean isCovered = state.cover(layout.sharing(choice.changes())).isPresent();
        return left.or(() ->
                isCovered ? Optional.empty() : Optional.of("no backup would bring back what it changes if it failed"));
    }
}
