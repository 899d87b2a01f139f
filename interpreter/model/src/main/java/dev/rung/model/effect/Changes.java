package dev.rung.model.effect;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Deed.Moment;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a deed says that it changes: a program that is run, a statement that a database is sent, a call over HTTP, a
 * person's work. What that means depends on how the services that use the data are meanwhile.
 *
 * @param deed the id of the statement
 * @param data the parts of data that it may change; empty if it says that it changes none
 * @param code the parts of code that it changes to the new release
 * @param declared whether the runbook says so, or all data are assumed
 * @param undoable whether the runbook says how it is taken back
 * @param idempotent whether the author says that once more does no harm
 */
public record Changes(
        String deed, Set<String> data, Set<String> code, boolean declared, boolean undoable, boolean idempotent) {
    public Changes {
        data = Set.copyOf(data);
        code = Set.copyOf(code);
    }

    /** A deed that says that it changes nothing. */
    public static Changes nothing(String deed, boolean idempotent) {
        return new Changes(deed, Set.of(), Set.of(), true, false, idempotent);
    }

    /** What an effect says that it changes; empty of one that says itself what it does. */
    public static Optional<Changes> of(Effect effect) {
        return switch (effect) {
            case Ask ask -> Optional.of(ask.changes());
            case Call call -> Optional.of(call.changes());
            case Run run -> Optional.of(run.changes());
            case Sql sql -> Optional.of(sql.changes());
            default -> Optional.empty();
        };
    }

    public boolean isNothing() {
        return data.isEmpty() && code.isEmpty();
    }

    List<Unmet> unmet(State state, Layout layout) {
        Needs needs = Needs.of(state, layout);
        if (isNothing()) {
            return needs.unmet();
        }
        if (undoable && !code.isEmpty()) {
            return needs.noOldCodeOfOthers(systems(layout), data)
                    .noneLeftBehind(data)
                    .unmet();
        }
        if (!code.isEmpty()) {
            code.forEach(part -> needs.startersHeld(layout.groupOf(part)));
            return needs.cover(data)
                    .noOldCode(data)
                    .noneLeftBehind(data)
                    .noLoss(data)
                    .unmet();
        }
        return switch (users(state, layout)) {
            case RUN_OLD -> (undoable ? needs.noneToTakeBackFirst(data) : needs.undo(deed, data)).unmet();
            case HELD ->
                (undoable ? needs : needs.cover(data).noLoss(data))
                        .noneLeftBehind(data)
                        .unmet();
            case OTHER ->
                needs.cover(data)
                        .noOldCode(data)
                        .noneLeftBehind(data)
                        .noLoss(data)
                        .unmet();
        };
    }

    private Set<String> systems(Layout layout) {
        return code.stream().map(part -> layout.groupOf(part).system()).collect(Collectors.toSet());
    }

    /** How the services are that use the data meanwhile. */
    private enum Users {
        HELD,
        /** At least one runs, all that do with the older release. */
        RUN_OLD,
        /** Newer code runs, or something is down that may come up. */
        OTHER
    }

    private Users users(State state, Layout layout) {
        List<ServiceState> users = layout.usersOf(data).stream()
                .map(service -> state.service(service.name()))
                .toList();
        if (users.stream().allMatch(ServiceState::isHeld)) {
            return Users.HELD;
        }
        Set<Running> running = users.stream()
                .filter(ServiceState::up)
                .map(ServiceState::running)
                .collect(Collectors.toSet());
        return running.equals(Set.of(Running.OLD)) ? Users.RUN_OLD : Users.OTHER;
    }

    State does(State state, Layout layout, String words) {
        if (isNothing()) {
            return state;
        }
        if (!code.isEmpty()) {
            State changed = withCode(state, CodeForm.NEW);
            return undoable
                    ? unused(changed.touchedByDeed(data, layout), layout).withDeed(withCode(state, words))
                    : touched(changed, layout);
        }
        return switch (users(state, layout)) {
            case RUN_OLD ->
                state.withSetsBehind(data).changedBeside(data).withDeed(done(Moment.THROUGH_SERVICE, words));
            case HELD ->
                undoable ? state.changedBeside(data).withDeed(done(Moment.HELD, words)) : touched(state, layout);
            case OTHER -> state.touched(data, layout);
        };
    }

    private State touched(State state, Layout layout) {
        return unused(state.touched(data, layout), layout);
    }

    /** Of data that no service uses nobody can be asked: that it succeeded is all that can be known. */
    private State unused(State touched, Layout layout) {
        Set<String> unused = data.stream()
                .filter(part -> layout.usersOf(Set.of(part)).isEmpty())
                .collect(Collectors.toSet());
        return touched.withData(unused, form -> DataForm.NEW);
    }

    /** What something else has changed before, taking this back does not bring back. */
    private Deed withCode(State before, String words) {
        Set<String> changedBefore = new TreeSet<>();
        before.data().forEach((part, form) -> {
            if (form != DataForm.OLD) {
                changedBefore.add(part);
            }
        });
        before.code().forEach((part, form) -> {
            if (form != CodeForm.OLD) {
                changedBefore.add(part);
            }
        });
        before.deed(deed).ifPresent(itself -> {
            changedBefore.removeAll(itself.data());
            changedBefore.removeAll(itself.code());
        });
        return done(Moment.WITH_CODE, words).without(changedBefore);
    }

    private Deed done(Moment moment, String words) {
        return new Deed(deed, words, data, code, moment, true);
    }

    private State withCode(State state, CodeForm form) {
        State changed = state;
        for (String part : code) {
            changed = changed.withCode(part, form);
        }
        return changed;
    }

    Set<State> mayLeave(State state, Layout layout, String words) {
        State done = does(state, layout, words);
        Set<State> left = new LinkedHashSet<>(Effect.eachOf(state, done));
        if (isNothing()) {
            left.add(state.withInFlight(words));
            return left;
        }
        State perhaps = done.withDeeds(done.deeds().stream()
                .map(one -> one.id().equals(deed) ? one.unsure() : one)
                .toList());
        Users users = users(state, layout);
        boolean formStays = code.isEmpty() && (users == Users.RUN_OLD || users == Users.HELD && undoable);
        State half = formStays ? perhaps : perhaps.withData(data, form -> DataForm.TOUCHED);
        left.add(half.withInFlight(words));
        if (!code.isEmpty()) {
            left.add(withCode(half, CodeForm.MIXED));
        }
        return left;
    }

    boolean again() {
        return isNothing() || idempotent;
    }

    /** What is left of it once it has been taken back. */
    static State undone(Deed deed, State state, Layout layout) {
        State rest = state.withoutDeeds(other -> other.id().equals(deed.id()));
        if (deed.moment() != Moment.WITH_CODE) {
            return rest;
        }
        Set<String> stillChanged = new TreeSet<>();
        rest.deeds().stream()
                .filter(other -> other.moment() == Moment.WITH_CODE)
                .forEach(other -> {
                    stillChanged.addAll(other.data());
                    stillChanged.addAll(other.code());
                });
        State result = rest;
        for (String part : deed.code()) {
            result = stillChanged.contains(part) ? result : result.withCode(part, CodeForm.OLD);
        }
        Set<String> back = new TreeSet<>(deed.data());
        back.removeAll(stillChanged);
        return restarted(deed, result.withData(back, form -> DataForm.OLD), layout);
    }

    /** Who takes code back by hand under those that run from it sees to it that they run the older one again. */
    private static State restarted(Deed deed, State undone, Layout layout) {
        State result = undone;
        for (Layout.Service service : layout.services()) {
            Layout.CodeGroup group = layout.group(service.system());
            boolean isBack = group.artifacts().stream().anyMatch(deed.code()::contains)
                    && undone.all(CodeForm.OLD, group)
                    && undone.service(service.name()).up();
            boolean held = undone.service(service.name()).held();
            result = isBack ? result.withService(service.name(), new ServiceState(Running.OLD, held)) : result;
        }
        return result;
    }
}
