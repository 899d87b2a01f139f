package dev.rung.model.effect;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Map;

/** What has to be so before something from which nothing leads back. */
final class OneWay {
    private OneWay() {}

    /** What cannot be taken back must not stand where a way back could still be wanted. */
    static List<Unmet> tooEarly(String title) {
        return List.of(new Unmet(
                Need.NO_RETURN,
                List.of(),
                "nobody can take `" + title
                        + "` back, and what stands after it may fail, so that the rest would go back"));
    }

    /** Whether something is open beside what cannot be taken back itself. */
    static List<Unmet> notDone(State state, Layout layout, String title) {
        for (Layout.CodeGroup group : layout.systems()) {
            boolean open = !group.artifacts().isEmpty() && state.trust().get(group.system()) != Trust.PROVEN;
            if (open || !state.all(CodeForm.NEW, group)) {
                return tooEarly(title);
            }
        }
        boolean halfMigrated = state.data().containsValue(DataForm.TOUCHED);
        return halfMigrated ? tooEarly(title) : List.of();
    }

    /** Half migrated data are no place from which to go forward only: nobody does a migration twice. */
    static List<Unmet> halfChanged(State state) {
        List<String> touched = state.data().entrySet().stream()
                .filter(data -> data.getValue() == DataForm.TOUCHED)
                .map(Map.Entry::getKey)
                .toList();
        String them = touched.size() == 1 ? "it" : "them";
        return touched.isEmpty()
                ? List.of()
                : List.of(new Unmet(
                        Need.NO_RETURN,
                        touched,
                        Lists.quoted(touched) + " may be half changed, and from here on nothing would bring " + them
                                + " back"));
    }

    /** Who has not been found well since its start, or has fallen over since, could not go back any more. */
    static List<Unmet> unwell(State state, Layout layout) {
        return layout.systems().stream()
                .filter(group -> isUnwell(group, state, layout))
                .map(group -> new Unmet(
                        Need.NO_RETURN,
                        List.of(),
                        "nobody has found `" + group.system()
                                + "` well since it started, and from here on it could not go back any more"))
                .toList();
    }

    private static boolean isUnwell(Layout.CodeGroup group, State state, Layout layout) {
        List<ServiceState> services = layout.servicesOf(group.system()).stream()
                .map(service -> state.service(service.name()))
                .toList();
        boolean well = state.trust().get(group.system()) != Trust.NONE
                && services.stream().noneMatch(ServiceState::isLoose);
        return !well && !services.stream().allMatch(ServiceState::isHeld);
    }
}
