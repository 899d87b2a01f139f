package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.prove.Content.Form;
import dev.rung.model.prove.Content.Mark;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Holds what is believed against what is: nothing may be believed to be better, and nothing be left that nobody foresaw. */
final class Beliefs {
    private final SimulatedWorld world;

    Beliefs(SimulatedWorld world) {
        this.world = world;
    }

    /** Of somebody who has just looked. */
    void noneBetterThanItIs(State believed) {
        world.data.forEach((part, is) -> {
            if (!is.isLost() && !mayBeBelieved(believed, part, is)) {
                wrong("`" + part + "` is believed to be " + believed.data().get(part) + " and is " + is.form() + " of "
                        + is.release() + " with " + is.marks());
            }
        });
        believed.sets().stream()
                .filter(BackupSet::counts)
                .filter(set -> !isAsPromised(set))
                .forEach(set -> wrong("the backup " + set.id() + " is believed to count, and does not"));
    }

    private boolean mayBeBelieved(State believed, String part, Content is) {
        boolean deedStands =
                believed.deeds().stream().anyMatch(deed -> deed.data().contains(part));
        return switch (believed.data().get(part)) {
            case TOUCHED -> true;
            case NEW -> is.form() == Form.WHOLE || deedStands;
            case OLD ->
                (is.form() == Form.WHOLE || deedStands)
                        && (is.release() == world.base() || deedStands)
                        && is.marks().stream().allMatch(mark -> isKnown(mark, believed));
        };
    }

    private static boolean isKnown(Mark mark, State believed) {
        return believed.deed(mark.deed()).isPresent();
    }

    private boolean isAsPromised(BackupSet set) {
        Map<String, Content> folder = world.backups.get(set.id());
        return folder != null
                && set.data().stream()
                        .allMatch(part -> folder.get(part).form() == Form.WHOLE
                                && (folder.get(part).release() == world.base()
                                        || !set.contains().isEmpty())
                                && folder.get(part).marks().stream()
                                        .allMatch(mark -> set.contains().contains(mark.deed()))
                                && (set.outlived()
                                        || set.isBehind(List.of(part))
                                        || world.missingIn(part, folder.get(part))
                                                .isEmpty()));
    }

    /** Of somebody who looks once an effect was carried out. */
    void foreseenOfSuccess(Effect effect, State seen, State done) {
        foreseen(effect, seen, List.of(done), (left, is) -> left.held() == is.held());
    }

    /**
     * @param left what it may leave
     */
    void foreseenOfACut(Effect effect, State seen, Collection<State> left) {
        foreseen(effect, seen, left, Beliefs::isAlike);
    }

    /** Whoever is held is as he is left; without a mark he may have come up by himself, but is not said to be up if he is not. */
    private static boolean isAlike(ServiceState left, ServiceState is) {
        return left.held() == is.held() && (left.up() == is.up() || is.up() && !is.held());
    }

    /** What is settled ends as whatever it was that worked on. */
    private void foreseen(
            Effect effect, State seen, Collection<State> left, BiPredicate<ServiceState, ServiceState> alike) {
        if (effect instanceof Settle) {
            return;
        }
        boolean code = left.stream().anyMatch(state -> groups(state).equals(groups(seen)));
        boolean working = seen.inFlight().isEmpty()
                || left.stream().anyMatch(state -> !state.inFlight().isEmpty());
        boolean service = service(effect).stream()
                .allMatch(name -> left.stream().anyMatch(state -> alike.test(state.service(name), seen.service(name))));
        if (!code || !working || !service) {
            String what = !code ? "code that is " + seen.code() : working ? "its service so" : "somebody who works on";
            wrong("nobody has foreseen that `" + effect.words() + "` leaves " + what);
        }
    }

    /** By system: whether its code is old, or new, or neither. */
    private Map<String, Set<CodeForm>> groups(State state) {
        Map<String, Set<CodeForm>> groups = new TreeMap<>();
        for (Layout.CodeGroup group : world.layout.systems()) {
            Set<CodeForm> forms = EnumSet.noneOf(CodeForm.class);
            group.artifacts().forEach(artifact -> forms.add(state.code().get(artifact)));
            groups.put(group.system(), forms.size() > 1 ? Set.of(CodeForm.MIXED) : forms);
        }
        return groups;
    }

    private static Set<String> service(Effect effect) {
        return switch (effect) {
            case Start(String service) -> Set.of(service);
            case Stop(String service) -> Set.of(service);
            default -> Set.of();
        };
    }

    private void wrong(String words) {
        if (!world.wrongs.contains(words)) {
            world.note("BELIEF " + words);
            world.wrongs.add(words);
        }
    }
}
