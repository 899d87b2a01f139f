package dev.rung.model.prove;

import dev.rung.model.prove.Content.Form;
import dev.rung.model.prove.Content.Mark;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState.Running;
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
    final Map<String, CodeForm> code = new TreeMap<>();
    final Map<String, Content> data = new TreeMap<>();
    final Map<String, Daemon> services = new TreeMap<>();
    final Map<String, Map<String, Content>> backups = new HashMap<>();
    /** What was begun by somebody who is no more, and goes on. */
    final Deque<Runnable> inFlight = new ArrayDeque<>();
    /** By part: what was written through the older code. */
    final Map<String, Set<Integer>> writtenThroughOld = new TreeMap<>();
    /** By row: the service that wrote it, into all that it writes at once. */
    final Map<Integer, String> writers = new HashMap<>();
    /** Rows that a way back was allowed to lose, and said so. */
    final Set<Integer> forgiven = new HashSet<>();

    final List<String> trace = new ArrayList<>();
    final List<String> wrongs = new ArrayList<>();
    final boolean severe;
    /** The deeds of which nobody has said how they are taken back. */
    final Set<String> withoutUndo = new HashSet<>();

    private final Set<String> migrated = new HashSet<>();
    private int lastRow;

    /** How a service really is. */
    static final class Daemon {
        final Layout.Service shape;
        /** Something brings it up again when it is down without a mark; a reboot does so for all. */
        final boolean comesUpByItself;

        Running running = Running.OLD;
        boolean held;
        boolean migrating;

        Daemon(Layout.Service shape, boolean comesUpByItself) {
            this.shape = shape;
            this.comesUpByItself = comesUpByItself;
        }

        boolean up() {
            return running != Running.DOWN;
        }
    }

    SimulatedWorld(Layout layout, long seed, boolean severe) {
        this.layout = layout;
        this.severe = severe;
        this.random = new Random(seed);
        layout.systems().forEach(group -> group.artifacts().forEach(artifact -> code.put(artifact, CodeForm.OLD)));
        layout.dataNames().forEach(part -> data.put(part, Content.ORIGIN));
        layout.dataNames().forEach(part -> writtenThroughOld.put(part, new HashSet<>()));
        for (Layout.Service shape : layout.services()) {
            services.put(shape.name(), new Daemon(shape, random.nextInt(3) > 0));
            if (changes(shape.system())) {
                migrated.addAll(shape.migrates());
            }
        }
        tick();
    }

    boolean changes(String system) {
        return !layout.group(system).artifacts().isEmpty();
    }

    /** Some time passes. */
    void tick() {
        if (!inFlight.isEmpty() && random.nextBoolean()) {
            note("a child works on");
            inFlight.poll().run();
        }
        for (Daemon daemon : services.values()) {
            if (!daemon.up() && !daemon.held && daemon.comesUpByItself && random.nextBoolean()) {
                note(daemon.shape.name() + " comes up by itself");
                comeUp(daemon);
            }
            if (daemon.migrating && random.nextBoolean()) {
                finishMigrating(daemon);
            }
        }
        services.values().stream().filter(Daemon::up).forEach(this::write);
    }

    /** Much time passes, and nobody does anything. */
    void rest() {
        for (int i = 0; i < 12; i++) {
            tick();
        }
    }

    void reboot() {
        note("the machine reboots");
        inFlight.clear();
        services.values().forEach(this::down);
        services.values().stream().filter(daemon -> !daemon.held).forEach(this::comeUp);
    }

    void fall(String service) {
        Daemon daemon = services.get(service);
        if (daemon.up()) {
            note(service + " falls over");
            down(daemon);
        }
    }

    void down(Daemon daemon) {
        daemon.running = Running.DOWN;
        daemon.migrating = false;
    }

    void restart(Daemon daemon) {
        down(daemon);
        comeUp(daemon);
    }

    void comeUp(Daemon daemon) {
        if (daemon.up()) {
            return;
        }
        daemon.running = inPlace(daemon.shape);
        note(daemon.shape.name() + " runs " + daemon.running);
        switch (daemon.running) {
            case OLD ->
                daemon.shape.writes().stream()
                        .filter(part -> !data.get(part).suitsOld())
                        .forEach(part -> spoil(part, "older code of " + daemon.shape.name() + " starts over it"));
            case NEW -> {
                if (changes(daemon.shape.system())) {
                    daemon.shape.migrates().forEach(part -> beginMigrating(daemon, part));
                }
            }
            case UNKNOWN -> {
                // Where a driver changes over under running services nothing can prevent it; there cover mends it.
                Layout.CodeGroup group = layout.group(daemon.shape.system());
                if (!group.changesUnderRunning() || group.artifacts().size() > 1) {
                    wrongs.add("a mixed group was started with `" + daemon.shape.name() + "`");
                }
                daemon.shape.writes().forEach(part -> spoil(part, "a mixed group starts over it"));
            }
            case DOWN -> throw new IllegalStateException();
        }
    }

    /** Code that this hop does not change works with whatever whole form it finds. */
    private Running inPlace(Layout.Service shape) {
        if (!changes(shape.system())) {
            return shape.writes().stream().allMatch(part -> data.get(part).suitsOld()) ? Running.OLD : Running.NEW;
        }
        List<CodeForm> forms =
                layout.group(shape.system()).artifacts().stream().map(code::get).toList();
        return forms.stream().allMatch(form -> form == CodeForm.OLD)
                ? Running.OLD
                : forms.stream().allMatch(form -> form == CodeForm.NEW) ? Running.NEW : Running.UNKNOWN;
    }

    private void beginMigrating(Daemon daemon, String part) {
        Content content = data.get(part).withMarks(Mark::overtake);
        data.put(part, content);
        boolean another = services.values().stream()
                .anyMatch(other -> other != daemon
                        && other.migrating
                        && other.shape.migrates().contains(part));
        if (runsOldOver(part)) {
            spoil(part, "newer code starts over it while older code runs");
        } else if (content.form() == Form.HALF && content.workedOn()) {
            note(daemon.shape.name() + " finds newer data that are being worked on");
        } else if (content.form() == Form.HALF && !another && random.nextBoolean()) {
            spoil(part, Form.RUBBISH, "newer code starts over what is half migrated");
        } else if (content.form() != Form.NEW && !content.isLost()) {
            data.put(part, content.in(Form.HALF));
            daemon.migrating = true;
        }
    }

    private void finishMigrating(Daemon daemon) {
        note(daemon.shape.name() + " has migrated");
        daemon.migrating = false;
        daemon.shape.migrates().forEach(part -> data.computeIfPresent(part, (name, content) -> content.in(Form.NEW)));
    }

    private void write(Daemon daemon) {
        Layout.Service shape = daemon.shape;
        switch (daemon.running) {
            case OLD -> {
                writers.put(++lastRow, shape.name());
                for (String part : shape.writes()) {
                    if (data.get(part).suitsOld() && !(migrated.contains(part) && runsNewOver(part))) {
                        data.computeIfPresent(part, (name, content) -> content.with(lastRow));
                        writtenThroughOld.get(part).add(lastRow);
                    } else {
                        spoil(part, "older code of " + shape.name() + " writes it");
                    }
                }
            }
            case NEW -> {
                if (!daemon.migrating && shape.writes().stream().allMatch(this::suitsNew)) {
                    writers.put(++lastRow, shape.name());
                    shape.writes()
                            .forEach(part -> data.computeIfPresent(part, (name, content) -> content.with(lastRow)));
                }
            }
            case UNKNOWN -> shape.writes().forEach(part -> spoil(part, "mixed code of " + shape.name() + " writes it"));
            case DOWN -> throw new IllegalStateException();
        }
    }

    private boolean suitsNew(String part) {
        return data.get(part).suitsNew(migrated.contains(part));
    }

    boolean migrates(String part) {
        return migrated.contains(part);
    }

    boolean runsOldOver(String part) {
        return runsOver(part, Running.OLD);
    }

    boolean runsNewOver(String part) {
        return services.values().stream()
                .anyMatch(daemon -> daemon.running == Running.NEW
                        && changes(daemon.shape.system())
                        && daemon.shape.migrates().contains(part));
    }

    boolean runsOver(String part, Running running) {
        return services.values().stream()
                .anyMatch(daemon -> daemon.running == running && daemon.shape.uses(Set.of(part)));
    }

    boolean anythingRunsOver(String part) {
        return services.values().stream().anyMatch(daemon -> daemon.up() && daemon.shape.uses(Set.of(part)));
    }

    /** Nobody notices until it is too late. */
    void spoil(String part, String how) {
        spoil(part, Form.WRONG, how);
    }

    private void spoil(String part, Form form, String how) {
        if (!data.get(part).isLost()) {
            note(form + " " + part + ": " + how);
            data.computeIfPresent(part, (name, content) -> content.in(form));
        }
    }

    /** Whether whoever asks is told that the system is well; who is down is not noticed as long as one is up. */
    boolean healthy(String system) {
        List<Daemon> mine = services.values().stream()
                .filter(daemon -> daemon.shape.system().equals(system))
                .toList();
        return mine.isEmpty()
                || mine.stream().anyMatch(Daemon::up)
                        && mine.stream().filter(Daemon::up).allMatch(this::well);
    }

    private boolean well(Daemon daemon) {
        return !daemon.migrating
                && switch (daemon.running) {
                    case OLD ->
                        daemon.shape.writes().stream()
                                .allMatch(part -> data.get(part).suitsOld());
                    case NEW -> daemon.shape.writes().stream().allMatch(this::suitsNew);
                    case UNKNOWN, DOWN -> false;
                };
    }

    /** What the running services of a system say that they are; what is in place, if it has none. */
    boolean saysItIs(String system, CodeForm form) {
        if (layout.servicesOf(system).isEmpty()) {
            return layout.group(system).artifacts().stream().allMatch(artifact -> code.get(artifact) == form);
        }
        if (!changes(system)) {
            return form == CodeForm.OLD;
        }
        List<Daemon> up = services.values().stream()
                .filter(daemon -> daemon.shape.system().equals(system) && daemon.up())
                .toList();
        Running expected = form == CodeForm.OLD ? Running.OLD : Running.NEW;
        return !up.isEmpty() && up.stream().allMatch(daemon -> daemon.running == expected);
    }

    void note(String words) {
        trace.add("      " + words);
    }
}
