package dev.rung.engine.run;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Journals that outlive the "interpreter" of a test, and can kill it right before or right after a write. */
final class MemoryJournals implements Journals {
    final Map<String, List<Journal.Stamped>> runs = new TreeMap<>();
    int writes;
    int dieBefore = -1;
    int dieAfter = -1;

    @Override
    public Journal create(String run) {
        runs.put(run, new ArrayList<>());
        return open(run, Contents.NOTHING);
    }

    @Override
    public Journal open(String run, Contents before) {
        List<Journal.Stamped> entries = runs.get(run);
        return new Journal() {
            @Override
            public void append(Entry entry) {
                if (writes == dieBefore) {
                    throw new ToyWorld.Killed();
                }
                entries.add(new Stamped(Instant.EPOCH.plusSeconds(entries.size()), entry));
                if (writes++ == dieAfter) {
                    throw new ToyWorld.Killed();
                }
            }

            @Override
            public List<Stamped> entries() {
                return List.copyOf(entries);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Contents read(String run, Contents before) {
        return new Contents(List.copyOf(runs.get(run)), "", 0, Optional.empty());
    }

    @Override
    public Verified verify(String run) {
        return new Verified(runs.get(run).size(), List.of(), List.of());
    }

    @Override
    public Optional<Ends> ends(String run) {
        List<Journal.Stamped> entries = runs.get(run);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ends(entries.getFirst(), entries.getLast(), entries.size(), ""));
    }

    @Override
    public boolean has(String run) {
        return runs.containsKey(run);
    }

    @Override
    public List<String> runs() {
        return List.copyOf(runs.keySet());
    }

    @Override
    public String location(String run) {
        return "memory:" + run;
    }

    @Override
    public String place() {
        return "memory";
    }

    /** All that was written, a line each. */
    String told() {
        StringBuilder told = new StringBuilder();
        runs.values()
                .forEach(entries ->
                        entries.forEach(stamped -> told.append("\n  ").append(stamped.entry())));
        return told.toString();
    }
}
