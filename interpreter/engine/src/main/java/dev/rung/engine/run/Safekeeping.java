package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Performer.Performed;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.Restore;
import dev.rung.model.plan.Item;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Takes backups, and fills data from them and from dumps. */
record Safekeeping(World world, Backups backups, RunLog log, Progress progress, Deeds deeds) {
    Performed backUp(BackUp backUp, State seen, Stretch stretch) throws Trouble {
        String system = stretch.hop().map(Item.Hop::system).orElse(log.system());
        Path directory =
                world.surroundings().folder().resolve(backUp.directory()).normalize();
        backups.removePartial(directory, system);
        SequencedMap<String, Data> parts = new LinkedHashMap<>();
        backUp.data().stream().sorted().forEach(part -> parts.put(part, world.data(part)));
        Path folder = backups.take(
                new Backups.Order(system, stretch.version(), log.run(), parts, backUp.level()), directory, progress);
        BackupSet taken = backUp.taken(folder.toString(), seen, stretch.layout());
        return new Performed(seen.withSet(taken), folder.toString());
    }

    String restore(Restore restore) throws Trouble {
        backups.restore(Path.of(restore.set()), parts(restore.data()), progress);
        return RunLog.RESTORED_FROM + restore.set();
    }

    private Map<String, Data> parts(Collection<String> names) {
        Map<String, Data> parts = new LinkedHashMap<>();
        names.forEach(part -> parts.put(part, world.data(part)));
        return parts;
    }

    /** From a backup's folder whatever is asked for; from anything else one database. */
    String fill(Import in, State seen) throws Trouble {
        Path source = in.source().isPresent()
                ? world.surroundings().path(deeds.value(in.source().get()))
                : newest(in, seen);
        if (Files.isDirectory(source)) {
            backups.restore(source, parts(in.data()), progress);
        } else if (in.data().size() == 1) {
            world.database(in.data().iterator().next()).importFrom(source, progress);
        } else {
            throw new Trouble(source + " is no backup: several parts come back from a backup's folder only");
        }
        return RunLog.RESTORED_FROM + source;
    }

    private static Path newest(Import in, State seen) throws Trouble {
        return seen.sets().reversed().stream()
                .filter(set -> set.data().containsAll(in.data()))
                .findFirst()
                .map(set -> Path.of(set.id()))
                .orElseThrow(() -> new Trouble("this run has taken no backup of " + String.join(", ", in.data())));
    }
}
