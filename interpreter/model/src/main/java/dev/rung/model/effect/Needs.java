package dev.rung.model.effect;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what is unmet; each method is one need, with its words. */
final class Needs {
    private final State state;
    private final Layout layout;
    private final List<Unmet> unmet = new ArrayList<>();

    private Needs(State state, Layout layout) {
        this.state = state;
        this.layout = layout;
    }

    /** Every effect but {@code Settle} needs that nothing is in flight. */
    static Needs of(State state, Layout layout) {
        Needs needs = new Needs(state, layout);
        if (!state.inFlight().isEmpty()) {
            needs.add(
                    Need.NOTHING_IN_FLIGHT,
                    state.inFlight(),
                    "what " + Lists.and(state.inFlight()) + " has begun may still be at work");
        }
        return needs;
    }

    List<Unmet> unmet() {
        return List.copyOf(unmet);
    }

    Needs startersHeld(Layout.CodeGroup group) {
        for (Layout.Service service : layout.servicesOf(group.system())) {
            held(service, "would start from files that are being replaced");
        }
        return this;
    }

    /** A change-over under a running service restarts it, so all of its code has to change at once. */
    Needs wholeChange(Layout.CodeGroup group) {
        boolean someUp = layout.servicesOf(group.system()).stream()
                .anyMatch(service -> !state.service(service.name()).isHeld());
        if (someUp && group.artifacts().size() > 1) {
            add(
                    Need.WHOLE_GROUP,
                    group.artifacts(),
                    "`" + group.system() + "` restarts when one of " + Lists.quoted(group.artifacts())
                            + " is swapped, and the others are not");
        }
        return this;
    }

    Needs coverOfRestart(Layout.CodeGroup group) {
        for (Layout.Service service : layout.servicesOf(group.system())) {
            if (!state.service(service.name()).isHeld()) {
                Set<String> used = new LinkedHashSet<>(service.migrates());
                used.addAll(service.writes());
                cover(used)
                        .noOldCodeOfOthers(Set.of(group.system()), service.migrates())
                        .noneLeftBehind(service.migrates())
                        .noLoss(used);
            }
        }
        return this;
    }

    /** @param systems whose own services are restarted, or looked after by what changes their code */
    Needs noOldCodeOfOthers(Set<String> systems, Collection<String> data) {
        for (Layout.Service service : layout.usersOf(data)) {
            if (!systems.contains(service.system())) {
                noOldCode(service, data);
            }
        }
        return this;
    }

    /** Those that their driver can hold; the others go back while they run. */
    Needs heldWherePossible(Collection<String> data, Collection<String> code) {
        for (Layout.Service service : layout.services()) {
            boolean starts = layout.group(service.system()).artifacts().stream().anyMatch(code::contains);
            if (service.holds() && (starts || service.uses(data))) {
                held(service, "uses what goes back");
            }
        }
        return this;
    }

    Needs usersHeld(Collection<String> data) {
        for (Layout.Service service : layout.usersOf(data)) {
            held(service, "uses " + Lists.quoted(data));
        }
        return this;
    }

    private void held(Layout.Service service, String why) {
        ServiceState is = state.service(service.name());
        if (!is.isHeld()) {
            String how = is.up() ? "is running" : "is down, but nothing keeps it down,";
            add(Need.HELD, List.of(service.name()), "`" + service.name() + "` " + how + " and " + why);
        }
    }

    Needs wholeGroup(Layout.CodeGroup group) {
        if (!state.all(CodeForm.OLD, group) && !state.all(CodeForm.NEW, group)) {
            String forms = group.artifacts().stream()
                    .map(artifact ->
                            "`" + artifact + "` " + state.code().get(artifact).words())
                    .collect(Collectors.joining(", "));
            add(
                    Need.WHOLE_GROUP,
                    group.artifacts(),
                    "`" + group.system() + "` would start with a part of each release: " + forms);
        }
        return this;
    }

    Needs dataOld(Collection<String> data) {
        List<String> other = data.stream()
                .filter(part -> state.data().get(part) != DataForm.OLD)
                .sorted()
                .toList();
        if (!other.isEmpty()) {
            add(
                    Need.DATA_OLD,
                    other,
                    Lists.quoted(other)
                            + " may be changed for the new release, and the old one must not run over that");
        }
        return this;
    }

    /** What was done for the newer release the older one must not find. */
    Needs noDeedOn(Collection<String> data) {
        for (Deed deed : state.deeds()) {
            boolean standing =
                    deed.moment() == Deed.Moment.HELD && deed.data().stream().anyMatch(data::contains);
            if (standing) {
                add(
                        Need.DATA_OLD,
                        deed.data(),
                        "`" + deed.words() + "` has changed " + Lists.quoted(deed.data()) + " and was not taken back");
            }
        }
        return this;
    }

    Needs cover(Collection<String> data) {
        Set<String> together = together(data);
        if (state.forward().isEmpty() && !data.isEmpty() && !state.isCovered(together)) {
            add(
                    Need.COVER,
                    List.copyOf(together),
                    "there is no backup from which " + Lists.quoted(together) + " could be restored");
        }
        return this;
    }

    private Set<String> together(Collection<String> data) {
        return layout.sharing(data);
    }

    /** Asked before anything changes them: what is written behind that goes through a release that has not landed. */
    Needs noLoss(Collection<String> data) {
        Set<String> together = together(data);
        boolean isCovered = state.forward().isEmpty() && !data.isEmpty() && state.isCovered(together);
        boolean isOld = together.stream().allMatch(part -> state.data().get(part) == DataForm.OLD);
        if (isCovered && isOld && !layout.mayLose() && !state.isCoveredWithoutLoss(together)) {
            add(
                    Need.NO_LOSS,
                    List.copyOf(together),
                    "the backup of " + Lists.quoted(together)
                            + " is older than what users have written since, and that would" + " be lost");
        }
        return this;
    }

    /** A restore would take with it what others write through the service meanwhile: that is no way back from a deed. */
    Needs undo(String deed, Collection<String> data) {
        if (state.forward().isPresent()) {
            return this;
        }
        add(
                Need.UNDO,
                data,
                "`" + deed.substring(deed.lastIndexOf('/') + 1) + "` changes " + Lists.quoted(data)
                        + " through a running service, and says nothing of how that is taken back");
        return this;
    }

    /** While everything is held other deeds are taken back before services run again, and so before this one. */
    Needs noneToTakeBackFirst(Collection<String> data) {
        state.deeds().stream()
                .filter(deed -> deed.moment() == Deed.Moment.HELD)
                .filter(deed -> deed.data().stream().anyMatch(data::contains))
                .forEach(deed -> add(
                        Need.IN_ORDER,
                        deed.data(),
                        "a way back would take `" + deed.words() + "` back first, under what this does on top of it"));
        return this;
    }

    Needs noOldCode(Collection<String> data) {
        layout.usersOf(data).forEach(service -> noOldCode(service, data));
        return this;
    }

    Needs noneLeftBehind(Collection<String> data) {
        return and(OlderCode.leftBehind(layout, data));
    }

    private void noOldCode(Layout.Service service, Collection<String> data) {
        OlderCode.beside(service, data, state, layout).ifPresent(unmet::add);
    }

    /** Who is held and migrates nothing of what is open need not be asked, as long as somebody else can be. */
    Needs upWithNew(String system) {
        List<Layout.Service> services = layout.servicesOf(system);
        boolean someUp = services.stream()
                .anyMatch(service -> state.service(service.name()).up());
        for (Layout.Service service : services) {
            if (someUp && isOutOfIt(service)) {
                continue;
            }
            Running running = state.service(service.name()).running();
            boolean fine =
                    running == Running.NEW || running == Running.OLD && state.all(CodeForm.NEW, layout.group(system));
            if (!fine) {
                add(
                        Need.UP_WITH_NEW,
                        List.of(service.name()),
                        "`" + service.name() + "` is not up with the new release");
            }
        }
        return this;
    }

    /** Whoever works with both forms may find the old one still, and must not run over it when newer code comes up by itself. */
    Needs nothingLooseMigrates(Collection<String> data) {
        List<String> touched = data.stream()
                .filter(part -> state.data().get(part) == DataForm.TOUCHED)
                .toList();
        for (Layout.Service service : layout.services()) {
            Layout.CodeGroup group = layout.group(service.system());
            boolean migrates = !group.artifacts().isEmpty()
                    && state.startable(group, service) == Running.NEW
                    && touched.stream().anyMatch(service.migrates()::contains);
            if (migrates && state.service(service.name()).isLoose()) {
                String words =
                        "`" + service.name() + "` is down, and migrates " + Lists.quoted(touched) + " once it comes up";
                add(Need.UP_WITH_NEW, List.of(service.name()), words);
            }
        }
        return this;
    }

    private boolean isOutOfIt(Layout.Service service) {
        return state.service(service.name()).isHeld()
                && service.migrates().stream().noneMatch(part -> state.data().get(part) == DataForm.TOUCHED);
    }

    /** What a way back replaces would take the backup with it. */
    Needs apart(String directory, String part) {
        add(
                Need.APART,
                List.of(part),
                directory + " lies in the place of `" + part + "`, and goes away with it when that is put back");
        return this;
    }

    Needs and(List<Unmet> more) {
        unmet.addAll(more);
        return this;
    }

    private void add(Need need, Collection<String> parts, String words) {
        unmet.add(new Unmet(need, List.copyOf(parts), words));
    }
}
