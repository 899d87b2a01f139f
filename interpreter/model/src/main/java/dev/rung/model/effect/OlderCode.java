package dev.rung.model.effect;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What older code makes impossible that uses the same data. */
final class OlderCode {
    private OlderCode() {}

    /** Whether it runs the older release, or may come up with it. */
    static Optional<Unmet> beside(Layout.Service service, Collection<String> data, State state, Layout layout) {
        ServiceState is = state.service(service.name());
        Layout.CodeGroup group = layout.group(service.system());
        Running could = is.up() && !isNewByHand(group, state) ? is.running() : state.startable(group, service);
        if (!is.isHeld() && could == Running.OLD) {
            String words = "`" + service.name() + "` runs the old release, or may come up with it, and uses "
                    + Lists.quoted(data);
            return Optional.of(new Unmet(Need.NO_OLD_CODE, List.of(service.name()), words));
        }
        return Optional.empty();
    }

    /** Whoever changes code by hand under those that run from it sees to it that they run the newer one. */
    private static boolean isNewByHand(Layout.CodeGroup group, State state) {
        return !group.artifacts().isEmpty() && state.all(CodeForm.NEW, group);
    }

    /**
     * What a ladder changes only later is of a release that must not find what this one makes of the data: neither once this
     * one has landed, nor on a way back to there. That a system which no ladder changes works with both is its author's word.
     */
    static List<Unmet> leftBehind(Layout layout, Collection<String> data) {
        List<Unmet> unmet = new ArrayList<>();
        for (Layout.Service service : layout.usersOf(data)) {
            if (layout.group(service.system()).isLeftBehind()) {
                List<String> used = data.stream()
                        .filter(part -> service.uses(List.of(part)))
                        .sorted()
                        .toList();
                String words = "`" + service.name() + "` uses " + Lists.quoted(used) + ", and `" + service.system()
                        + "` is upgraded only later: until then its older release would come up over what this makes"
                        + " of "
                        + (used.size() == 1 ? "it" : "them");
                unmet.add(new Unmet(Need.NO_OLD_CODE, List.of(service.name()), words));
            }
        }
        return unmet;
    }
}
