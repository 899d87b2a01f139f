package dev.rung.engine.run;

import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.BackUp;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
            found.addAll(part.getValue().preflight());
        }
        for (BackUp backUp : backUps(plan)) {
            try {
                backupFolder(backUp, found);
            } catch (Trouble trouble) {
                found.add(trouble);
            }
        }
        return found;
    }

    private static Set<BackUp> backUps(Plan plan) {
        Set<BackUp> all = new LinkedHashSet<>();
        plan.items().stream()
                .flatMap(Preflight::steps)
                .flatMap(step -> step.effects().stream())
                .forEach(effect -> {
                    if (effect instanceof BackUp backUp) {
                        all.add(backUp);
                    }
                });
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
            needed += world.data(part).size();
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
