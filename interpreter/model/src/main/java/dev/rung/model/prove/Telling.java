package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.prove.Trace.Moment;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells how it comes to a gap. */
final class Telling {
    private final Scene scene;
    private final Set<String> parts;
    private final Set<String> services;

    /** @param parts the data that it is about @param services those that it is about, besides the ones that use these data */
    Telling(Scene scene, Collection<String> parts, Collection<String> services) {
        this.scene = scene;
        this.parts = new LinkedHashSet<>(parts);
        this.services = new LinkedHashSet<>(services);
        this.services.addAll(scene.users(parts));
    }

    /** The same, with a statement behind the break that comes too late. */
    Trace of(String cut, Function<Item.Step, String> about, Optional<Moment> late, List<String> left, String morning) {
        Trace trace = of(cut, about, left, morning);
        List<Moment> moments = new ArrayList<>(trace.moments());
        late.ifPresent(moments::add);
        return new Trace(trace.step(), trace.hops(), moments, left, morning);
    }

    /**
     * @param cut what happens at the statement where it breaks
     * @param about what matters of a statement before it; what is empty and concerns neither parts nor services is left out
     */
    Trace of(String cut, Function<Item.Step, String> about, List<String> left, String morning) {
        List<Moment> moments = new ArrayList<>();
        for (Item.Step step : scene.everBefore()) {
            String what = about.apply(step);
            if (!what.isEmpty() || concerns(step)) {
                moments.add(new Moment(step, what));
            }
        }
        moments.add(new Moment(scene.step(), cut));
        return new Trace(scene.step(), scene.hops(), moments, left, morning);
    }

    private boolean concerns(Item.Step step) {
        return step.effects().stream().anyMatch(this::concerns);
    }

    private boolean concerns(Effect effect) {
        return switch (effect) {
            case Stop(String service) -> services.contains(service);
            case Start(String service) -> services.contains(service);
            case ChangeOver change -> isCodeOfTheirs(change.artifact());
            case BackUp backUp -> backUp.data().stream().anyMatch(parts::contains);
            default ->
                Scene.changes(effect).stream().anyMatch(parts::contains)
                        || Changes.of(effect).stream()
                                .flatMap(changes -> changes.code().stream())
                                .anyMatch(this::isCodeOfTheirs);
        };
    }

    private boolean isCodeOfTheirs(String artifact) {
        String system = scene.layout().groupOf(artifact).system();
        return services.stream()
                .anyMatch(service -> scene.layout().service(service).system().equals(system));
    }

    /** Of all that an effect may leave, what would give most trouble: it stands for the others. */
    static State worst(Effect effect, State state, Layout layout) {
        State worst = state;
        int most = Integer.MIN_VALUE;
        for (State left : Cuts.after(effect, state, layout)) {
            int trouble = trouble(left);
            if (trouble > most) {
                most = trouble;
                worst = left;
            }
        }
        return worst;
    }

    private static int trouble(State left) {
        int trouble = left.inFlight().isEmpty() ? 0 : -100;
        for (DataForm form : left.data().values()) {
            trouble += form == DataForm.OLD ? 0 : 8;
        }
        for (CodeForm form : left.code().values()) {
            trouble += form == CodeForm.MIXED ? 2 : 0;
        }
        for (ServiceState is : left.services().values()) {
            trouble += is.isLoose() ? 3 : 0;
        }
        return trouble;
    }

    /** The parts that are not as they were at the start. @param touched what happened to data of which nobody knows the form */
    List<String> left(State left, String touched) {
        List<String> words = new ArrayList<>();
        left.code().forEach((artifact, form) -> code(artifact, form).ifPresent(words::add));
        data(left, DataForm.TOUCHED, touched + ", half or whole").ifPresent(words::add);
        data(left, DataForm.NEW, "migrated").ifPresent(words::add);
        left.services().forEach((service, is) -> service(service, is).ifPresent(words::add));
        left.deeds()
                .forEach(deed ->
                        words.add("`" + deed(deed.words()) + "` is done" + (deed.sure() ? "" : ", or half done")));
        left.inFlight().forEach(what -> words.add("`" + plain(what) + "` may still be at work"));
        return words;
    }

    /** The same, but for data. */
    List<String> leftButData(State left) {
        List<String> words = new ArrayList<>();
        left.code().forEach((artifact, form) -> code(artifact, form).ifPresent(words::add));
        left.services().forEach((service, is) -> service(service, is).ifPresent(words::add));
        return words;
    }

    private static Optional<String> data(State left, DataForm form, String words) {
        List<String> parts = left.data().entrySet().stream()
                .filter(data -> data.getValue() == form)
                .map(data -> data.getKey())
                .toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(Lists.quoted(parts) + " " + Lists.are(parts) + " " + words);
    }

    /** What somebody did, without how: {@code POST https://…} of {@code send `POST https://…`}. */
    static String deed(String words) {
        return plain(words.replaceAll("^\\w+ (`.+`)$", "$1"));
    }

    private static String plain(String words) {
        return words.replace("`", "");
    }

    private Optional<String> code(String artifact, CodeForm form) {
        String system = scene.layout().groupOf(artifact).system();
        String now = scene.newVersion(artifact).map(Object::toString).orElse("of the new release");
        return switch (form) {
            case OLD -> Optional.empty();
            case NEW -> Optional.of("`" + artifact + "` is " + now);
            case MIXED ->
                Optional.of("`" + artifact + "` is " + scene.oldRelease(system) + ", " + now + " or half of each");
        };
    }

    private Optional<String> service(String service, ServiceState is) {
        if (is.equals(scene.origin().state().service(service))) {
            return Optional.empty();
        }
        String system = scene.layout().service(service).system();
        String words = switch (is.running()) {
            case DOWN -> is.held() ? "stopped" : "down";
            case OLD -> is.held() ? "up, but would not come up again" : "up";
            case NEW -> "up with " + scene.newRelease(system);
            case UNKNOWN -> "up with a part of each release";
        };
        return Optional.of("`" + service + "` is " + words);
    }
}
