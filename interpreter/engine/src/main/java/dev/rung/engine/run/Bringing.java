package dev.rung.engine.run;

import dev.rung.engine.driver.Downloads;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Download;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Brings files for a runbook, and takes them back. */
record Bringing(World world, RunLog log, Deeds deeds, Progress progress) {
    String bring(Download download, Duration within) throws Trouble {
        String url = deeds.value(download.url()).shown();
        Path target = world.surroundings().path(deeds.value(download.target()));
        Optional<String> sha256 = download.sha256().isPresent()
                ? Optional.of(deeds.value(download.sha256().get()).shown())
                : Optional.empty();
        log.append(new Entry.Downloading(download.deed(), target.toString()));
        Downloads.Order order = new Downloads.Order(url, target, sha256, mark(download.deed()));
        return world.downloads().bring(order, within, progress);
    }

    /** Whatever its path would be now, it is taken back from where it was brought. */
    String takeBack(String deed) throws Trouble {
        Optional<String> path = log.download(deed);
        return path.isPresent() ? world.downloads().takeBack(Path.of(path.get()), mark(deed)) : "";
    }

    private String mark(String deed) {
        return log.run() + " " + deed;
    }
}
