package dev.rung.engine.run;

import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Download;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Sql;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks, before anything is stopped, for all that would go wrong as things are; names all of it, not the first alone. */
final class Preflight {
    private final World world;

    Preflight(World world) {
        this.world = world;
    }

    List<Trouble> find(Plan plan) {
        List<Trouble> found = new ArrayList<>();
        for (Map.Entry<String, Part> part : world.parts().entrySet()) {
            List<Trouble> own = part.getValue().preflight();
            found.addAll(own);
            if (own.isEmpty() && part.getValue() instanceof Config config) {
                keys(part.getKey(), config, plan, found);
            }
        }
        for (BackUp backUp : all(BackUp.class, plan)) {
            try {
                backupFolder(backUp, found);
            } catch (Trouble trouble) {
                found.add(trouble);
            }
        }
        for (Sql sql : all(Sql.class, plan)) {
            add(found, () -> sql(sql));
        }
        for (Download download : all(Download.class, plan)) {
            if (download.target() instanceof Expression.Literal(Value target)) {
                found.addAll(world.downloads().preflight(world.surroundings().path(target)));
            }
        }
        return once(found);
    }

    /** What is in a file, or is read from the world, is known when the run comes to it. */
    private void sql(Sql sql) throws Trouble {
        if (sql.command() instanceof Expression.Literal(Value text)) {
            Database.Statements statements = world.database(sql.database()).take(text.shown());
            int values = sql.values()
                    .map(list -> list instanceof Expression.Items(List<Expression> items) ? items.size() : -1)
                    .orElse(0);
            if (values >= 0) {
                Sending.mustFit(sql, statements, values);
            }
        }
    }

    /** What is wrong with a part shows in several places. */
    private static List<Trouble> once(List<Trouble> found) {
        Map<String, Trouble> byWords = new LinkedHashMap<>();
        found.forEach(trouble -> byWords.putIfAbsent(trouble.words(), trouble));
        return List.copyOf(byWords.values());
    }

    /** Whatever value it is to have, an edit is made ready; and a name that is misspelt would keep nothing. */
    private static void keys(String name, Config config, Plan plan, List<Trouble> found) {
        Set<String> set = new LinkedHashSet<>();
        for (SetKey one : all(SetKey.class, plan)) {
            if (one.config().equals(name)) {
                set.add(one.key());
                add(found, () -> config.edit(one.key(), one.value().map(any -> new Value.Text("any"))));
            }
        }
        for (String key : config.mustKeep()) {
            add(found, () -> {
                if (config.value(key).isEmpty() && !set.contains(key)) {
                    throw new Trouble(
                            "the key `" + key + "` that `" + name + "` must keep is not there",
                            "correct its name in `must-keep`, or leave it out there");
                }
            });
        }
    }

    private interface Trying {
        void run() throws Trouble;
    }

    private static void add(List<Trouble> found, Trying trying) {
        try {
            trying.run();
        } catch (Trouble trouble) {
            found.add(trouble);
        }
    }

    private static <E extends Effect> Set<E> all(Class<E> kind, Plan plan) {
        Set<E> all = new LinkedHashSet<>();
        plan.items().stream()
                .flatMap(Preflight::steps)
                .flatMap(step -> step.effects().stream())
                .filter(kind::isInstance)
                .forEach(effect -> all.add(kind.cast(effect)));
        return all;
    }

    private static Stream<Item.Step> steps(Item item) {
        return switch (item) {
            case Item.Step step -> Stream.of(step);
            case Item.Choice choice ->
                Stream.concat(choice.then().stream(), choice.otherwise().stream())
                        .flatMap(Preflight::steps);
            case Item.Each each -> each.body().stream().flatMap(Preflight::steps);
            case Item.Ladder ladder ->
                ladder.hops().stream().flatMap(hop -> hop.body().stream()).flatMap(Preflight::steps);
        };
    }

    private void backupFolder(BackUp backUp, List<Trouble> found) throws Trouble {
        Path directory =
                world.surroundings().folder().resolve(backUp.directory()).normalize();
        Path existing = directory;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing)) {
            found.add(new Trouble(
                    "the backup folder " + directory + " cannot be made: " + existing + " is not a folder"));
            return;
        }
        if (!Files.isWritable(existing)) {
            found.add(new Trouble(
                    "the backup folder " + directory + " cannot be written",
                    "give this user the right to write there, or name another folder"));
            return;
        }
        long needed = 0;
        for (String part : backUp.data()) {
            if (backUp.level() == BackupSet.Level.RESTORED && !world.data(part).canBeTried()) {
                found.add(new Trouble(
                        "the backup of `" + part
                                + "` cannot be verified by a restore: only its own commands could, and it"
                                + " has no `verify`",
                        "give it a `verify`, or leave `verified by restore` out"));
            }
            if (world.data(part).tellsContent()) {
                needed += world.data(part).size();
            }
        }
        long copies = backUp.level() == BackupSet.Level.RESTORED ? 2 : 1;
        enoughSpace(existing, needed * copies, "the backup of one hop", found);
    }

    private static void enoughSpace(Path folder, long needed, String what, List<Trouble> found) throws Trouble {
        try {
            FileStore store = Files.getFileStore(folder);
            long free = store.getUsableSpace();
            if (free < needed) {
                found.add(new Trouble(
                        "there is too little room in " + folder + " for " + what + ": " + new Value.Size(free).shown()
                                + " free, " + new Value.Size(needed).shown() + " needed",
                        "make room there, or name a folder on another file system"));
            }
        } catch (IOException failed) {
            throw new Trouble("the free space of " + folder + " cannot be read: " + failed.getMessage(), "", failed);
        }
    }
}
