package dev.rung.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.Drivers;
import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Requests;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Workbench;
import dev.rung.model.effect.Effect;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a trial takes place: the site in {@code world}, the journal beside it, and both as they were made in {@code made}. */
final class Place implements AutoCloseable {
    private static final Duration A_MOMENT = Duration.ofMillis(40);

    private static final String JUDGE = "-judge";

    private final Trial trial;
    private final Path base;
    private final String run;
    private final Workbench bench;
    private final Map<String, Fingerprint> atStart = new HashMap<>();
    private Map<String, Fingerprint> ahead = Map.of();
    private State before;

    private Place(Trial trial, Path base, String run, Workbench bench) {
        this.trial = trial;
        this.base = base;
        this.run = run;
        this.bench = bench;
    }

    static Place of(Trial trial, Path folder, String run) throws Exception {
        String name = trial.name().replaceAll("[^a-z0-9]+", "-");
        Path base = folder.resolve(name);
        Files.createDirectories(world(base));
        return new Place(trial, base, run, workbench(trial, base, run, run + JUDGE));
    }

    /**
     * @param run the id under which whatever is started for it is found
     * @param mark the id under which whatever is started here is found
     */
    static Workbench workbench(Trial trial, Path base, String run, String mark) throws Trouble {
        return Workbench.of(trial.site().plan(), Drivers.all(), world(base), base.resolve("journal"), run, mark);
    }

    static Path world(Path base) {
        return base.resolve("world");
    }

    Trial trial() {
        return trial;
    }

    Path base() {
        return base;
    }

    String run() {
        return run;
    }

    /** The id under which is found what is started by {@link #perform} and by whoever looks. */
    String mark() {
        return run + JUDGE;
    }

    /** Carries it out in this process, to whatever end. */
    void perform() throws Exception {
        bench.takeUp();
        try {
            bench.carryOut(trial.effect().on(before), trial.within());
        } catch (Trouble said) {
            assertThat(said.words()).isNotBlank();
        } finally {
            bench.leave();
        }
    }

    /** Lays out the site as it is ahead of the effect. */
    void lay() throws Exception {
        quiet();
        clear(world(base));
        Disk.remove(base.resolve("journal"));
        Path made = base.resolve("made");
        if (Files.exists(made)) {
            copy(world(made), world(base));
            copy(made.resolve("journal"), base.resolve("journal"));
            bench.takeUp();
        } else {
            make();
            if (!trial.settings().runs()) {
                Files.createDirectories(world(made));
                copy(world(base), world(made));
                copy(base.resolve("journal"), made.resolve("journal"));
            }
        }
        before = bench.look();
        bench.leave();
    }

    private void make() throws Exception {
        trial.made().make(world(base));
        if (trial.settings().runs()) {
            bench.service("server").start(trial.within());
        }
        bench.begin();
        atStart.putAll(fingerprints());
        trial.before().lead(world(base), bench);
        ahead = fingerprints();
    }

    private Map<String, Fingerprint> fingerprints() throws Trouble {
        Map<String, Fingerprint> found = new HashMap<>();
        for (String part : bench.layout().dataNames()) {
            found.put(part, content(part));
        }
        return found;
    }

    private Fingerprint content(String part) throws Trouble {
        try {
            Optional<Fingerprint> really = trial.settings().content().at(world(base));
            return really.isPresent() ? really.get() : bench.data(part).fingerprint();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The process that carried it out has ended, and the journal is closed. */
    void holds() throws Exception {
        bench.takeUp();
        Effect effect = trial.effect().on(before);
        State atOnce = bench.look();
        isAllowed(effect, atOnce, Map.of());
        if (!atOnce.inFlight().isEmpty()) {
            bench.settle();
        }
        State seen = bench.look();
        Map<String, DataForm> really = really();
        isAllowed(effect, seen, really);
        believedIsNoBetter(seen, really);
        if (effect.again(seen, layout()) && effect.unmet(seen, layout()).isEmpty()) {
            bench.carryOut(effect, trial.within());
            isDone(effect, seen);
        }
        bench.leave();
    }

    /** It is given too little time here, and goes on. */
    void holdsAlthoughLate() throws Exception {
        bench.takeUp();
        Effect effect = trial.effect().on(before);
        assertThatThrownBy(() -> bench.carryOut(effect, A_MOMENT)).isInstanceOf(Requests.InDoubt.class);
        State atOnce = bench.look();
        assertThat(atOnce.inFlight()).as("somebody works on it").isNotEmpty();
        isAllowed(effect, atOnce, Map.of());
        bench.settle();
        State seen = bench.look();
        assertThat(seen.inFlight()).isEmpty();
        Map<String, DataForm> really = really();
        assertThat(really).as("has come to its end").isNotEqualTo(ahead());
        isAllowed(effect, seen, really);
        believedIsNoBetter(seen, really);
        bench.leave();
    }

    /** It has come to its end in another process. */
    void isDone() throws Exception {
        bench.takeUp();
        isDone(trial.effect().on(before), before);
        bench.leave();
    }

    private Layout layout() {
        return bench.layout();
    }

    private void isAllowed(Effect effect, State seen, Map<String, DataForm> really) {
        Set<State> allowed = effect.mayLeave(before, layout());
        assertThat(allowed)
                .as("what `" + effect.words() + "` may leave; seen: " + seen + "; data really: " + really)
                .anyMatch(state -> isSeenAs(state.afterRunning(layout()), seen) && fits(really, state));
    }

    /** Code and services are seen as they are, and so is whether anything works that nobody waits for. */
    private static boolean isSeenAs(State state, State seen) {
        return state.code().equals(seen.code())
                && state.services().equals(seen.services())
                && state.inFlight().isEmpty() == seen.inFlight().isEmpty();
    }

    /** Touched is the worst; and who knows the deed that has changed data takes it back. */
    private static boolean fits(Map<String, DataForm> really, State state) {
        return really.entrySet().stream().allMatch(is -> {
            DataForm form = state.data().get(is.getKey());
            boolean known =
                    form != DataForm.OLD || !state.deedsOn(List.of(is.getKey())).isEmpty();
            return is.getValue() == DataForm.OLD ? form != DataForm.NEW : known;
        });
    }

    private void believedIsNoBetter(State seen, Map<String, DataForm> really) {
        assertThat(fits(really, seen))
                .as("believed: " + seen.data() + " and " + seen.deeds() + "; really: " + really)
                .isTrue();
        assertThat(seen.sets()).allSatisfy(set -> assertThat(Path.of(set.id())).isDirectory());
    }

    private void isDone(Effect effect, State from) throws Exception {
        State is = bench.look();
        State wanted = effect.does(from, layout()).afterRunning(layout());
        assertThat(is.code()).isEqualTo(wanted.code());
        assertThat(is.services()).isEqualTo(wanted.services());
        assertThat(is.data()).isEqualTo(wanted.data());
        assertThat(is.deeds()).isEqualTo(wanted.deeds());
        assertThat(is.inFlight()).isEmpty();
        assertThat(is.sets()).hasSameSizeAs(wanted.sets());
        Map<String, DataForm> really = really();
        assertThat(fits(really, is)).isTrue();
        believedIsNoBetter(is, really);
        is.data().forEach((part, form) -> {
            if (form == DataForm.OLD && is.deedsOn(List.of(part)).isEmpty()) {
                assertThat(really.get(part)).as(part).isEqualTo(DataForm.OLD);
            }
        });
        nothingHalf();
    }

    /** How data are, whatever anybody believes. */
    private Map<String, DataForm> really() throws Trouble {
        Map<String, DataForm> really = new HashMap<>();
        for (String part : layout().dataNames()) {
            Optional<Fingerprint> is = fingerprint(part);
            if (trial.settings().keyed()) {
                isWhole(part, is);
                really.put(part, DataForm.OLD);
                continue;
            }
            boolean old = is.equals(Optional.of(atStart.get(part)));
            if (!old && !trial.settings().tears()) {
                assertThat(is.orElse(ahead.get(part)))
                        .as("`" + part + "` is whole: as before, or as it was to become")
                        .isEqualTo(ahead.get(part));
            }
            really.put(part, old ? DataForm.OLD : DataForm.TOUCHED);
        }
        return really;
    }

    /** Whatever is done to its key, a config has every byte that it had at the start, or had when the effect began or ended. */
    private void isWhole(String config, Optional<Fingerprint> is) throws Trouble {
        State seen = bench.look();
        boolean back = seen.code().containsValue(CodeForm.OLD);
        assertThat(seen.code()).as("a rename leaves nothing mixed").doesNotContainValue(CodeForm.MIXED);
        assertThat(is.equals(Optional.of(atStart.get(config))))
                .as("the bytes of `" + config + "` are those of the start")
                .isEqualTo(back);
    }

    private Map<String, DataForm> ahead() {
        Map<String, DataForm> forms = new HashMap<>();
        ahead.forEach((part, is) -> forms.put(part, is.equals(atStart.get(part)) ? DataForm.OLD : DataForm.TOUCHED));
        return forms;
    }

    /** Between two renames there is none. */
    private Optional<Fingerprint> fingerprint(String part) throws Trouble {
        try {
            return Optional.of(content(part));
        } catch (Trouble between) {
            if (!between.help().contains("restore once more")) {
                throw between;
            }
            return Optional.empty();
        }
    }

    /** What is left beside is what somebody may still want. */
    private void nothingHalf() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(world(base))) {
            files.map(file -> file.getFileName().toString()).forEach(names::add);
        }
        assertThat(names).noneMatch(name -> name.endsWith(".partial") || name.endsWith(".partial-scratch"));
        assertThat(names).noneMatch(name -> name.endsWith(".change") || name.endsWith(".new"));
        assertThat(names.stream().filter(name -> name.contains(".rung-")))
                .allMatch(name -> name.contains(".rung-kept-1") || name.endsWith(".rung-made"));
    }

    /** Leaves no process behind. */
    void quiet() throws Trouble {
        if (trial.settings().runs()) {
            bench.service("server").hold(Duration.ofSeconds(20));
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Disk.remove(entry);
            }
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        Process copying = new ProcessBuilder("cp", "-a", from + "/.", to.toString())
                .inheritIO()
                .start();
        assertThat(copying.waitFor()).isZero();
    }

    @Override
    public void close() throws Exception {
        quiet();
        bench.close();
    }
}
