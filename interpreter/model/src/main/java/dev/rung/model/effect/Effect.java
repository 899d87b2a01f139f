package dev.rung.model.effect;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine can do to the world: the closed vocabulary that front end and back end share. Lowering makes effects,
 * the proof reasons about them, the journal writes them down, drivers carry them out.
 *
 * <p>Each says what it needs to begin, what it does when it succeeds, and what it may leave when it fails or is cut
 * anywhere: by an error, by the death of the interpreter or by that of the machine. Which of these it left is for the
 * driver to look. "Once more" is harmless from whatever an effect may leave, unless {@link #again} says otherwise.
 */
public sealed interface Effect {
    /** What stands in the way of beginning; empty if nothing does. */
    default List<Unmet> unmet(State state, Layout layout) {
        return Needs.of(state, layout).unmet();
    }

    /** The state after success. */
    default State does(State state, Layout layout) {
        return state;
    }

    /** Every state in which a failure or a cut may leave the parts, the one before and the one after among them. */
    default Set<State> mayLeave(State state, Layout layout) {
        return states(state, does(state, layout));
    }

    /**
     * Whether carrying it out once more does no harm, after it was cut in its middle.
     *
     * @param seen what the cut has left
     */
    default boolean again(State seen, Layout layout) {
        return true;
    }

    /** Whether it may leave any part in another state than before: then the intention is journaled ahead of it. */
    default boolean mutates() {
        return false;
    }

    /** In the words of a plan: a verb and what it acts on. */
    String words();

    /** Fetches a release's file beside the artifact and checks it; changes nothing that a part's state shows. */
    record Stage(String artifact, Version version, String source, Optional<String> sha256) implements Effect {
        @Override
        public String words() {
            return "fetch and check `" + artifact + "` " + version;
        }
    }

    /** @param otherwise what to tell a person if it does not hold, or empty */
    record Check(Condition condition, String otherwise) implements Effect {
        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            return Needs.of(state, layout).unmet();
        }

        /** That the version is the expected one, asked of a healthy system, is what ends a migration. */
        @Override
        public State does(State state, Layout layout) {
            Optional<Condition.InstalledIs> version = asksVersion(condition);
            if (version.isEmpty() || state.trust().get(version.get().system()) == Trust.NONE) {
                return state;
            }
            Condition.InstalledIs is = version.get();
            State proven = state.withTrust(is.system(), Trust.PROVEN);
            boolean all = Needs.of(state, layout).upWithNew(is.system()).unmet().isEmpty();
            if (!all) {
                return proven;
            }
            Set<String> migrated = new LinkedHashSet<>();
            layout.servicesOf(is.system()).forEach(service -> {
                migrated.addAll(service.migrates());
                migrated.addAll(service.writes());
            });
            return proven.withData(migrated, form -> form == DataForm.TOUCHED ? DataForm.NEW : form);
        }

        private static Optional<Condition.InstalledIs> asksVersion(Condition condition) {
            return switch (condition) {
                case Condition.InstalledIs is when is.relation() == Operator.EQUAL -> Optional.of(is);
                case Condition.All(List<Condition> conditions) ->
                    conditions.stream()
                            .flatMap(one -> asksVersion(one).stream())
                            .findFirst();
                default -> Optional.empty();
            };
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            return states(state);
        }

        @Override
        public String words() {
            return "check that " + condition.words();
        }
    }

    /** Tells people; a failure to do so is noted and nothing more. */
    record Tell(String text) implements Effect {
        @Override
        public String words() {
            return "say";
        }
    }

    /** A person's yes, or a person's deed that changes no part. @param verify what must hold afterwards */
    record Ask(String name, String text, boolean deed, Optional<Condition> verify) implements Effect {
        @Override
        public String words() {
            return (deed ? "a person's deed: " : "a person's word: ") + name;
        }
    }

    /** Reads a system's invariants and keeps the answers, to be compared after the hop. */
    record NoteInvariants(String system) implements Effect {
        @Override
        public String words() {
            return "note the invariants of `" + system + "`";
        }
    }

    /** Brings a service down and keeps it there. */
    record Stop(String service) implements Effect {
        @Override
        public State does(State state, Layout layout) {
            return state.withService(service, ServiceState.HELD);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            Running before = state.service(service).running();
            return states(
                    state,
                    does(state, layout),
                    state.withService(service, new ServiceState(before, true)),
                    state.withService(service, new ServiceState(Running.DOWN, false))
                            .afterRunning(layout));
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "stop and hold `" + service + "`";
        }
    }

    /** Puts the staged release in the artifact's place, the former one aside. */
    record ChangeOver(String artifact, Version version) implements Effect {
        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            return Needs.of(state, layout)
                    .startersHeld(layout.groupOf(artifact))
                    .unmet();
        }

        @Override
        public State does(State state, Layout layout) {
            return state.withCode(artifact, CodeForm.NEW);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            return states(state, does(state, layout), state.withCode(artifact, CodeForm.MIXED));
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "change `" + artifact + "` over to " + version;
        }
    }

    /** Puts the former release back in the artifact's place. */
    record PutBack(String artifact) implements Effect {
        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            return Needs.of(state, layout)
                    .startersHeld(layout.groupOf(artifact))
                    .unmet();
        }

        @Override
        public State does(State state, Layout layout) {
            return state.withCode(artifact, CodeForm.OLD);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            return states(state, does(state, layout), state.withCode(artifact, CodeForm.MIXED));
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "put the former `" + artifact + "` back";
        }
    }

    /** Takes the mark off and brings a service up; which code starts is for the state to say. */
    record Start(String service) implements Effect {
        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            Layout.Service shape = layout.service(service);
            Layout.CodeGroup group = layout.group(shape.system());
            Needs needs = Needs.of(state, layout).wholeGroup(group);
            return switch (state.startable(group, shape)) {
                case OLD -> needs.dataOld(shape.writes()).unmet();
                case NEW ->
                    needs.cover(migrated(state, shape))
                            .noOldCode(migrated(state, shape))
                            .unmet();
                case UNKNOWN, DOWN -> needs.unmet();
            };
        }

        /** What is already new, and was found so, needs no cover once more. */
        private static Set<String> migrated(State state, Layout.Service shape) {
            Set<String> open = new LinkedHashSet<>(shape.migrates());
            open.removeIf(part -> state.data().get(part) == DataForm.NEW);
            return open;
        }

        @Override
        public State does(State state, Layout layout) {
            Layout.Service shape = layout.service(service);
            Running code = state.startable(layout.group(shape.system()), shape);
            return state.withService(service, new ServiceState(code, false))
                    .withTrust(shape.system(), Trust.NONE)
                    .afterRunning(layout);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            State started = does(state, layout);
            return states(
                    state,
                    started,
                    started.withService(service, new ServiceState(Running.DOWN, false)),
                    started.withService(service, ServiceState.HELD));
        }

        /** New code that is down again may have died in the middle of a migration: nobody knows what a second one does. */
        @Override
        public boolean again(State seen, Layout layout) {
            boolean halfMigrated = layout.service(service).migrates().stream()
                    .anyMatch(part -> seen.data().get(part) == DataForm.TOUCHED);
            return seen.service(service).up() || !halfMigrated;
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "start `" + service + "`";
        }
    }

    /** Takes one backup of several parts, in one folder. @param directory in which the folder is made */
    record BackUp(Set<String> data, String directory, BackupSet.Level level) implements Effect {
        public BackUp {
            data = Set.copyOf(data);
        }

        /** {@inheritDoc} The engine replaces the id with the folder's path. */
        @Override
        public State does(State state, Layout layout) {
            return state.withSets(append(state.sets(), taken(directory, state, layout)));
        }

        /** The set that a success makes, as the state at its beginning says. */
        public BackupSet taken(String id, State state, Layout layout) {
            boolean untouched = data.stream().allMatch(part -> state.data().get(part) == DataForm.OLD);
            boolean oneMoment = layout.usersOf(data).stream()
                    .filter(service -> service.writes().stream().anyMatch(data::contains))
                    .allMatch(service -> state.service(service.name()).isHeld());
            return new BackupSet(id, data, level, untouched, oneMoment, false);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            return states(state, does(state, layout), inFlight(state, this));
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "back up " + Needs.quoted(data)
                    + (level == BackupSet.Level.RESTORED ? ", prove it by a restore" : ", read it back");
        }
    }

    /** Brings data back from a set: beside, compared, changed over; the state before is kept until the run is over. */
    record Restore(Set<String> data, String set) implements Effect {
        public Restore {
            data = Set.copyOf(data);
        }

        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            Needs needs = Needs.of(state, layout).usersHeld(data);
            boolean counts = state.sets().stream()
                    .anyMatch(taken -> taken.id().equals(set)
                            && taken.counts()
                            && taken.data().containsAll(data));
            return counts ? needs.unmet() : plus(needs.unmet(), uncovered());
        }

        private Unmet uncovered() {
            return new Unmet(
                    Need.COVER, List.copyOf(data), "the backup " + set + " does not count for " + Needs.quoted(data));
        }

        @Override
        public State does(State state, Layout layout) {
            return state.withData(data, form -> DataForm.OLD);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            Set<State> left = states(state, does(state, layout), inFlight(state, this));
            for (String part : data) {
                left.add(state.withData(Set.of(part), form -> DataForm.OLD));
                left.add(does(state, layout)
                        .withData(Set.of(part), form -> state.data().get(part)));
            }
            return left;
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "restore " + Needs.quoted(data);
        }
    }

    /**
     * Runs a program.
     *
     * @param changes the data that it may change; empty if it says that it changes nothing
     * @param declared whether the runbook says so, or all data are assumed
     * @param idempotent whether the author says that once more does no harm
     */
    record Run(String title, Command command, Set<String> changes, boolean declared, boolean idempotent)
            implements Effect {
        public Run {
            changes = Set.copyOf(changes);
        }

        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            return Needs.of(state, layout).cover(changes).noOldCode(changes).unmet();
        }

        @Override
        public State does(State state, Layout layout) {
            return touched(state, layout, changes);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            return states(state, does(state, layout), inFlight(does(state, layout), this));
        }

        @Override
        public boolean again(State seen, Layout layout) {
            return changes.isEmpty() || idempotent;
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "run `" + title + "`";
        }
    }

    /** Fills a database anew from a dump: beside, and then changed over; the former one is kept until the run is over. */
    record Import(String database, Expression source, String title) implements Effect {
        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            Set<String> one = Set.of(database);
            return Needs.of(state, layout).usersHeld(one).cover(one).unmet();
        }

        @Override
        public State does(State state, Layout layout) {
            return touched(state, layout, Set.of(database));
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            return states(state, does(state, layout), inFlight(does(state, layout), this));
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "fill `" + database + "` anew from " + title;
        }
    }

    /** Waits until a condition holds. @param unless what makes waiting pointless */
    record Wait(Condition condition, Optional<Condition> unless) implements Effect {
        @Override
        public State does(State state, Layout layout) {
            if (condition instanceof Condition.Healthy(String system)
                    && state.trust().get(system) == Trust.NONE) {
                return state.withTrust(system, Trust.HEALTHY);
            }
            return state;
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            return states(state);
        }

        @Override
        public String words() {
            return "wait until " + condition.words();
        }
    }

    /** Waits for what is still working, or ends it. */
    record Settle() implements Effect {
        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            return List.of();
        }

        @Override
        public State does(State state, Layout layout) {
            return state.withInFlight(List.of());
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "settle what is still working";
        }
    }

    /** A named rollback: newer code brings the data back to the old form, which is its author's word. */
    record Revert(String rollback, Set<String> data) implements Effect {
        public Revert {
            data = Set.copyOf(data);
        }

        @Override
        public List<Unmet> unmet(State state, Layout layout) {
            return Needs.of(state, layout).usersHeld(data).cover(data).unmet();
        }

        @Override
        public State does(State state, Layout layout) {
            return touched(state, layout, data).withData(data, form -> DataForm.OLD);
        }

        @Override
        public Set<State> mayLeave(State state, Layout layout) {
            State half = touched(state, layout, data);
            return states(state, half, does(state, layout), inFlight(half, this));
        }

        @Override
        public boolean again(State seen, Layout layout) {
            return false;
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "roll back by `" + rollback + "`";
        }
    }

    /** Takes the mark off a service that was down without it before. */
    record Release(String service) implements Effect {
        @Override
        public State does(State state, Layout layout) {
            ServiceState is = state.service(service);
            return state.withService(service, new ServiceState(is.running(), false))
                    .afterRunning(layout);
        }

        @Override
        public boolean mutates() {
            return true;
        }

        @Override
        public String words() {
            return "let `" + service + "` go";
        }
    }

    private static State touched(State state, Layout layout, Set<String> changes) {
        State result = state.withData(changes, form -> DataForm.TOUCHED);
        for (Layout.Service service : layout.usersOf(changes)) {
            result = result.withTrust(service.system(), Trust.NONE);
        }
        return result;
    }

    private static State inFlight(State state, Effect effect) {
        return state.withInFlight(append(state.inFlight(), effect.words()));
    }

    private static <T> List<T> append(Collection<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static List<Unmet> plus(List<Unmet> unmet, Unmet one) {
        return append(unmet, one);
    }

    private static Set<State> states(State... states) {
        return new LinkedHashSet<>(List.of(states).stream().distinct().toList());
    }
}
