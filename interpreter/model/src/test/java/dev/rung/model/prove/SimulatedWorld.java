package dev.rung.model.prove;

import dev.rung.model.prove.Content.Form;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A machine that knows the truth: what is really in the data, which code really runs, what really comes up by itself. It
 * knows nothing of needs and beliefs; whoever does what must not be done gets rubbish, as in life. Written from the page
 * of effects alone, so that it and the model are two tellings of it.
 */
final class SimulatedWorld {
    final Layout layout;
    final Random random;
    final Temper temper;
    /** By artifact: of which release it is, or {@link Daemon#MIXED}. */
    final Map<String, Integer> code = new TreeMap<>();

    final Map<String, Content> data = new TreeMap<>();
    final Map<String, Daemon> services = new TreeMap<>();
    final Map<String, Map<String, Content>> backups = new HashMap<>();
    /** What was begun by somebody who is no more, and goes on. */
    final Deque<Runnable> inFlight = new ArrayDeque<>();
    /** By part: what was written through the older code. */
    final Map<String, Rows> writtenThroughOld = new TreeMap<>();
    /** By service: what it wrote, into all that it writes at once. */
    final Map<String, Rows> writtenBy = new HashMap<>();
    /** The deeds of which nobody has said how they are taken back. */
    final Set<String> withoutUndo = new HashSet<>();

    /** Something was told to somebody who will not forget it. */
    boolean sent;
    /** Between two things that happen at once. */
    boolean still;

    final List<String> trace = new ArrayList<>();
    final List<String> wrongs = new ArrayList<>();
    private final RunningCode running = new RunningCode(this);
    private final Set<String> migrated = new HashSet<>();
    /** What a way back was allowed to lose, and said so. */
    private Rows forgiven = Rows.NONE;
    /** The release from which the present hop starts. */
    private int base;

    /** @param found those that somebody has stopped, long before */
    SimulatedWorld(Layout layout, long seed, Map<String, ServiceState> found) {
        this.layout = layout;
        this.random = new Random(seed);
        this.temper = Temper.of(random);
        layout.systems().forEach(group -> group.artifacts().forEach(artifact -> code.put(artifact, 0)));
        for (String part : layout.dataNames()) {
            data.put(part, Content.ORIGIN);
            writtenThroughOld.put(part, Rows.NONE);
        }
        for (Layout.Service shape : layout.services()) {
            boolean stopped = found.containsKey(shape.name());
            Daemon daemon = new Daemon(shape, !stopped && random.nextInt(3) > 0);
            daemon.running = stopped ? Daemon.DOWN : 0;
            daemon.held = stopped && found.get(shape.name()).held();
            services.put(shape.name(), daemon);
            writtenBy.put(shape.name(), Rows.NONE);
            if (changes(shape.system())) {
                migrated.addAll(shape.migrates());
            }
        }
        tick();
    }

    /** The release from which the present hop starts, and what writes in its name must not be lost. */
    int base() {
        return base;
    }

    boolean changes(String system) {
        return !layout.group(system).artifacts().isEmpty();
    }

    boolean isLeftBehind(String system) {
        return layout.group(system).isLeftBehind();
    }

    /** Some time passes. */
    void tick() {
        if (still) {
            return;
        }
        if (!inFlight.isEmpty() && random.nextInt(temper.children()) == 0) {
            note("a child works on");
            inFlight.poll().run();
        }
        for (Daemon daemon : services.values()) {
            running.passTime(daemon);
        }
        services.values().stream().filter(Daemon::up).forEach(running::write);
    }

    /** Much time passes, and nobody does anything: whatever may happen by itself has happened. */
    void rest() {
        for (int i = 0; i < 2; i++) {
            while (!inFlight.isEmpty()) {
                inFlight.poll().run();
            }
            services.values().stream()
                    .filter(daemon -> !daemon.up() && !daemon.held && daemon.comesUpByItself)
                    .forEach(running::comeUp);
            services.values().stream().filter(Daemon::isMigrating).forEach(running::finishMigrating);
            services.values().forEach(daemon -> daemon.warming = false);
            services.values().stream().filter(Daemon::up).forEach(running::write);
        }
    }

    void reboot() {
        note("the machine reboots");
        inFlight.clear();
        services.values().forEach(Daemon::goDown);
        services.values().stream().filter(daemon -> !daemon.held).forEach(running::comeUp);
    }

    void fall(String service) {
        Daemon daemon = services.get(service);
        if (daemon.up()) {
            note(service + " falls over");
            daemon.goDown();
        }
    }

    void restart(Daemon daemon) {
        daemon.goDown();
        running.comeUp(daemon);
    }

    void comeUp(Daemon daemon) {
        running.comeUp(daemon);
    }

    boolean migrates(String part) {
        return migrated.contains(part);
    }

    boolean suits(int release, String part) {
        return data.get(part).suits(release, migrated.contains(part));
    }

    /** Whether older code runs over it that would write into it. */
    boolean runsOldOver(String part) {
        return services.values().stream().anyMatch(daemon -> daemon.running == base && daemon.shape.uses(Set.of(part)));
    }

    boolean runsNewOver(String part) {
        return services.values().stream()
                .anyMatch(daemon -> daemon.running > base
                        && changes(daemon.shape.system())
                        && daemon.shape.migrates().contains(part));
    }

    boolean anythingRunsOver(String part) {
        return services.values().stream().anyMatch(daemon -> daemon.up() && daemon.shape.uses(Set.of(part)));
    }

    /** Nobody notices until it is too late. */
    void spoil(String part, String how) {
        spoil(part, Form.WRONG, how);
    }

    void spoil(String part, Form form, String how) {
        if (!data.get(part).isLost()) {
            note(form + " " + part + ": " + how);
            data.computeIfPresent(part, (name, content) -> content.in(form));
        }
    }

    /** What was written through older code and is not in this any more, unless somebody said that it would not be. */
    Rows missingIn(String part, Content content) {
        return writtenThroughOld.get(part).without(content.rows()).without(forgiven);
    }

    void forgive(Rows rows) {
        forgiven = forgiven.with(rows);
    }

    /**
     * Whether whoever asks is told that the system is well. Who is down is not noticed as long as one is up, unless nothing
     * else would notice.
     */
    boolean healthy(String system) {
        List<Daemon> mine = services.values().stream()
                .filter(daemon -> daemon.shape.system().equals(system))
                .toList();
        boolean counted =
                temper.hasty() != Temper.Hasty.VERSION || mine.stream().allMatch(daemon -> daemon.up() || daemon.held);
        return mine.isEmpty()
                || counted
                        && mine.stream().anyMatch(Daemon::up)
                        && mine.stream().filter(Daemon::up).allMatch(this::well);
    }

    private boolean well(Daemon daemon) {
        boolean listens = daemon.running == base || daemon.running > base && !temper.broken();
        return temper.hasty() == Temper.Hasty.HEALTH ? listens : isReady(daemon);
    }

    private boolean isReady(Daemon daemon) {
        return !daemon.isMigrating() && !daemon.warming && running.works(daemon);
    }

    /** What the running services of a system say that they are; what is in place, if it has none. */
    boolean saysItIs(String system, int release) {
        if (layout.servicesOf(system).isEmpty()) {
            return layout.group(system).artifacts().stream().allMatch(artifact -> code.get(artifact) == release);
        }
        List<Daemon> up = services.values().stream()
                .filter(daemon -> daemon.shape.system().equals(system) && daemon.up())
                .toList();
        return !up.isEmpty() && up.stream().allMatch(daemon -> isOf(daemon, release));
    }

    private boolean isOf(Daemon daemon, int release) {
        boolean code = daemon.running == release || !changes(daemon.shape.system());
        return code && (temper.hasty() == Temper.Hasty.VERSION || isReady(daemon));
    }

    void note(String words) {
        trace.add("      " + words);
    }
}
