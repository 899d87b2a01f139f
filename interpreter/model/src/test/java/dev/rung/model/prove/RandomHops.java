package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Run;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.wayback.Wayback;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Makes hops as people write them, and as people write them wrongly. */
final class RandomHops {
    private final Random random;
    private final boolean sparing;
    private int deeds;

    /** @param sparing whether what {@link KnownBreaksTest} shows to break is left out, so that the rest can be seen */
    RandomHops(long seed, boolean sparing) {
        this.random = new Random(seed);
        this.sparing = sparing;
    }

    RandomHop next() {
        Layout layout = layout();
        List<List<Effect>> statements = sensible(layout);
        int changes = Math.max(0, random.nextInt(5) - 2);
        for (int i = 0; i < changes && statements.size() > 1; i++) {
            spoil(statements);
        }
        if (sparing) {
            dropChangeOverOnceMore(layout, statements);
        }
        return new RandomHop(layout, statements, named(layout));
    }

    private static void dropChangeOverOnceMore(Layout layout, List<List<Effect>> statements) {
        Set<Effect> seen = new HashSet<>();
        statements.removeIf(statement -> statement.stream()
                .anyMatch(effect -> effect instanceof ChangeOver change
                        && layout.groupOf(change.artifact()).changesUnderRunning()
                        && !seen.add(change)));
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
        return new Layout(groups, data, services);
    }

    private Optional<Wayback.Named> named(Layout layout) {
        Set<String> migrated = new TreeSet<>();
        layout.services().forEach(service -> migrated.addAll(service.migrates()));
        if (migrated.isEmpty() || !oneIn(3)) {
            return Optional.empty();
        }
        if (sparing) {
            boolean allChange = layout.systems().stream()
                    .noneMatch(group -> group.artifacts().isEmpty());
            return allChange
                    ? Optional.of(new Wayback.Named("down", Set.copyOf(layout.dataNames())))
                    : Optional.empty();
        }
        Set<String> changes = oneIn(4) ? some(migrated) : migrated;
        return Optional.of(new Wayback.Named("down", changes.isEmpty() ? migrated : changes));
    }

    private List<List<Effect>> sensible(Layout layout) {
        List<List<Effect>> statements = new ArrayList<>();
        List<Layout.Service> services = layout.services();
        if (oneIn(6)) {
            statements.add(List.of(deed(layout)));
        }
        List<Effect> stops = new ArrayList<>();
        services.forEach(service -> stops.add(RandomHop.stop(service.name())));
        statements.add(stops);
        Set<String> all = new TreeSet<>(layout.dataNames());
        statements.add(List.of(RandomHop.backUp(all, oneIn(5) ? Level.RESTORED : Level.READ_BACK)));
        if (oneIn(3)) {
            statements.add(List.of(deed(layout)));
        }
        layout.systems()
                .forEach(group ->
                        group.artifacts().forEach(artifact -> statements.add(List.of(RandomHop.changeOver(artifact)))));
        services.reversed().forEach(service -> statements.add(List.of(RandomHop.start(service.name()))));
        for (Layout.CodeGroup group : layout.systems()) {
            if (!group.artifacts().isEmpty()) {
                statements.add(List.of(RandomHop.well(group.system())));
                statements.add(List.of(RandomHop.isNext(group.system())));
            }
        }
        if (oneIn(10)) {
            statements.add(List.of(deed(layout)));
        }
        return statements;
    }

    /** Artifact by artifact, or by somebody who changes all the code, and data with it. */
    private Effect deed(Layout layout) {
        List<String> names = layout.dataNames();
        Set<String> data = sparing ? layout.sharing(Set.of(names.get(random.nextInt(names.size())))) : some(names);
        String id = "deed" + ++deeds + (oneIn(3) ? Hands.MIGRATES : "");
        return RandomHop.deed(id, data.isEmpty() ? Set.copyOf(layout.dataNames()) : data, !oneIn(3), oneIn(2));
    }

    private void spoil(List<List<Effect>> statements) {
        int at = random.nextInt(statements.size());
        List<Effect> statement = statements.get(at);
        switch (random.nextInt(5)) {
            case 0 -> statements.remove(at);
            case 1 -> statements.add(random.nextInt(statements.size()), statements.remove(at));
            case 2 ->
                statements.add(
                        random.nextInt(statements.size() + 1),
                        statement.stream().map(this::anew).toList());
            case 3 -> {
                List<Effect> fewer = new ArrayList<>(statement);
                fewer.remove(random.nextInt(fewer.size()));
                if (!fewer.isEmpty()) {
                    statements.set(at, fewer);
                }
            }
            default ->
                statements.replaceAll(each -> each.stream().map(this::weaker).toList());
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
