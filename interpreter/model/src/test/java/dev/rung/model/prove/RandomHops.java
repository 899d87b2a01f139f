package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Run;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.wayback.Wayback;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes hops as people write them, and as people write them wrongly. */
final class RandomHops {
    private final Random random;
    private int deeds;

    RandomHops(long seed) {
        this.random = new Random(seed);
    }

    RandomHop next() {
        Layout layout = layout();
        List<Statement> statements = sensible(layout);
        int changes = Math.max(0, random.nextInt(5) - 2);
        for (int i = 0; i < changes && statements.size() > 1; i++) {
            spoil(statements);
        }
        return new RandomHop(layout, statements, named(layout), found(layout));
    }

    private Map<String, ServiceState> found(Layout layout) {
        if (!oneIn(6)) {
            return Map.of();
        }
        List<Layout.Service> services = layout.services();
        Layout.Service down = services.get(random.nextInt(services.size()));
        return Map.of(down.name(), new ServiceState(Running.DOWN, down.holds() && oneIn(3)));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private Set<String> some(Collection<String> all) {
        Set<String> some = new TreeSet<>(all);
        some.removeIf(each -> oneIn(3));
        return some;
    }

    private Layout layout() {
        List<Layout.CodeGroup> groups = new ArrayList<>();
        List<String> artifacts = List.of("jar", "conf", "plugin").subList(0, 1 + random.nextInt(2));
        groups.add(new Layout.CodeGroup("ledger", artifacts, oneIn(7)));
        if (oneIn(3)) {
            groups.add(new Layout.CodeGroup("portal", oneIn(2) ? List.of() : List.of("war"), oneIn(7)));
        }
        List<DataPart> data = new ArrayList<>();
        for (String name : List.of("books", "files", "index").subList(0, 1 + random.nextInt(3))) {
            data.add(new DataPart(name, !oneIn(3)));
        }
        List<String> names = data.stream().map(DataPart::name).toList();
        List<Layout.Service> services = new ArrayList<>();
        for (String name : List.of("gateway", "worker", "server").subList(random.nextInt(3), 3)) {
            String system = groups.get(random.nextInt(groups.size())).system();
            Set<String> writes = oneIn(6) ? Set.of() : some(names);
            services.add(new Layout.Service(name, system, writes, some(writes), !oneIn(12)));
        }
        return new Layout(groups, data, services, oneIn(2) ? Duration.ZERO : Duration.ofHours(1));
    }

    private Optional<Wayback.Named> named(Layout layout) {
        Set<String> migrated = new TreeSet<>();
        layout.services().forEach(service -> migrated.addAll(service.migrates()));
        if (migrated.isEmpty() || !oneIn(3)) {
            return Optional.empty();
        }
        Set<String> changes = oneIn(4) ? some(migrated) : migrated;
        return Optional.of(new Wayback.Named("down", changes.isEmpty() ? migrated : changes));
    }

    private List<Statement> sensible(Layout layout) {
        List<Statement> statements = new ArrayList<>();
        List<Layout.Service> services = layout.services();
        if (oneIn(6)) {
            statements.add(deed(layout));
        }
        statements.add(Statement.of(
                services.stream().map(service -> RandomHop.stop(service.name())).toArray(Effect[]::new)));
        Set<String> all = new TreeSet<>(layout.dataNames());
        statements.add(Statement.of(RandomHop.backUp(all, oneIn(5) ? Level.RESTORED : Level.READ_BACK)));
        if (oneIn(3)) {
            statements.add(deed(layout));
        }
        Set<String> merged = oneIn(8) ? merge(layout, statements) : Set.of();
        layout.systems()
                .forEach(group -> group.artifacts().stream()
                        .filter(artifact -> !merged.contains(artifact))
                        .forEach(artifact -> statements.add(Statement.of(RandomHop.changeOver(artifact)))));
        services.reversed().forEach(service -> statements.add(Statement.of(RandomHop.start(service.name()))));
        for (Layout.CodeGroup group : layout.systems()) {
            String system = group.system();
            boolean unchanged = group.artifacts().isEmpty();
            if (!layout.servicesOf(system).isEmpty() || !unchanged) {
                statements.add(Statement.of(RandomHop.well(system)));
                statements.add(Statement.of(unchanged ? RandomHop.isStill(system) : RandomHop.isNext(system)));
            }
        }
        if (oneIn(10)) {
            statements.add(deed(layout));
        }
        return statements;
    }

    private Statement deed(Layout layout) {
        Set<String> data = some(layout.dataNames());
        String id = "deed" + ++deeds + (oneIn(3) ? Deeds.MIGRATES : "");
        Set<String> changes = data.isEmpty() ? Set.copyOf(layout.dataNames()) : data;
        Effect deed = RandomHop.deed(id, changes, !oneIn(3), oneIn(2));
        Statement statement = Statement.of(oneIn(4) ? RandomHop.byAPerson(deed) : deed);
        boolean undoable = deed instanceof Run run && run.changes().undoable();
        return switch (random.nextInt(6)) {
            case 0 -> undoable ? statement : statement.elseContinue();
            case 1 -> statement.when(oneIn(2) ? deeds : -deeds);
            default -> statement;
        };
    }

    /** By somebody who changes all the code of a system, and data with it. */
    private Set<String> merge(Layout layout, List<Statement> statements) {
        Layout.CodeGroup group =
                layout.systems().get(random.nextInt(layout.systems().size()));
        Set<String> data = layout.sharing(some(layout.dataNames()));
        if (group.artifacts().isEmpty()) {
            return Set.of();
        }
        Set<String> code = Set.copyOf(group.artifacts());
        statements.add(
                Statement.of(RandomHop.deed("deed" + ++deeds + Deeds.MIGRATES, data, code, !oneIn(3), oneIn(2))));
        return code;
    }

    private void spoil(List<Statement> statements) {
        int at = random.nextInt(statements.size());
        Statement statement = statements.get(at);
        switch (random.nextInt(5)) {
            case 0 -> statements.remove(at);
            case 1 -> statements.add(random.nextInt(statements.size()), statements.remove(at));
            case 2 ->
                statements.add(
                        random.nextInt(statements.size() + 1),
                        statement.with(
                                statement.effects().stream().map(this::anew).toList()));
            case 3 -> {
                List<Effect> fewer = new ArrayList<>(statement.effects());
                fewer.remove(random.nextInt(fewer.size()));
                if (!fewer.isEmpty()) {
                    statements.set(at, statement.with(fewer));
                }
            }
            default ->
                statements.replaceAll(each ->
                        each.with(each.effects().stream().map(this::weaker).toList()));
        }
    }

    private Effect anew(Effect effect) {
        return effect instanceof Run run
                ? RandomHop.deed(
                        "deed" + ++deeds,
                        run.changes().data(),
                        run.changes().code(),
                        run.changes().undoable(),
                        run.changes().idempotent())
                : effect;
    }

    private Effect weaker(Effect effect) {
        return switch (effect) {
            case BackUp backUp
            when backUp.data().size() > 1 && oneIn(2) -> {
                Set<String> fewer = new TreeSet<>(backUp.data());
                fewer.remove(fewer.stream()
                        .skip(random.nextInt(fewer.size()))
                        .findFirst()
                        .orElseThrow());
                yield RandomHop.backUp(fewer, backUp.level());
            }
            case BackUp backUp -> RandomHop.backUp(backUp.data(), Level.TAKEN);
            case Run run ->
                RandomHop.deed(
                        run.changes().deed(),
                        run.changes().data(),
                        run.changes().code(),
                        false,
                        false);
            default -> effect;
        };
    }
}
