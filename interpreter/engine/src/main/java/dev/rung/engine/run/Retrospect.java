package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import dev.rung.model.state.BackupSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run's journal says of its backups, of what came back from them, and of when its hops have landed. */
final class Retrospect {
    private final Map<String, Taken> backups = new LinkedHashMap<>();
    private final List<Restoration> restored = new ArrayList<>();
    private final Map<String, Instant> landings = new LinkedHashMap<>();

    private Retrospect() {}

    private record Taken(Instant at, boolean proved) {}

    static Retrospect of(List<Stamped> entries) {
        Retrospect retrospect = new Retrospect();
        entries.forEach(retrospect::take);
        return retrospect;
    }

    private void take(Stamped stamped) {
        switch (stamped.entry()) {
            case Entry.Done done -> {
                done.state().sets().forEach(set -> backups.putIfAbsent(set.id(), taken(set, stamped.at(), done)));
                boolean wayBack = done.step().equals(RunLog.WAY_BACK);
                if (wayBack && done.note().startsWith(RunLog.RESTORED_FROM)) {
                    String backup = done.note().substring(RunLog.RESTORED_FROM.length());
                    done.state().sets().stream()
                            .filter(set -> set.id().equals(backup))
                            .findFirst()
                            .ifPresent(set -> restored.add(restoration(set)));
                }
            }
            case Entry.HopLanded landed -> landings.put(landed.hop(), stamped.at());
            default -> {}
        }
    }

    private static Taken taken(BackupSet set, Instant ended, Entry.Done done) {
        return new Taken(ended.minusMillis(done.millis()), set.level() == BackupSet.Level.RESTORED);
    }

    /** @param set one that the run has taken */
    Restoration restoration(BackupSet set) {
        Taken taken = backups.get(set.id());
        return new Restoration(set.data(), set.id(), taken.at(), taken.proved(), !set.isEven(set.data()));
    }

    /** The folders of all backups that the run has taken, the oldest first. */
    List<String> backups() {
        return List.copyOf(backups.keySet());
    }

    /** What has come back on the way home, in its order. */
    List<Restoration> restored() {
        return List.copyOf(restored);
    }

    Optional<Instant> landed(String hop) {
        return Optional.ofNullable(landings.get(hop));
    }
}
