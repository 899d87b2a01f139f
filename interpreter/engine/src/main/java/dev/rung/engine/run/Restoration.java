package dev.rung.engine.run;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Data that come back from a backup.
 *
 * @param data the parts in it
 * @param backup its folder
 * @param taken when it was begun
 * @param proved whether it was proved by a restore when it was taken
 * @param behind whether users may have written since, through the former release or one that has landed after it
 */
public record Restoration(Set<String> data, String backup, Instant taken, boolean proved, boolean behind) {
    public Restoration {
        data = Set.copyOf(data);
    }

    /** {@code `books` from the backup /var/backups/ledger-1.8.2-20261121-220014, taken 2026-11-21 22:00:14 UTC} */
    public String words(ZoneId zone) {
        return quoted(data) + " from the backup " + backup + ", taken " + Moments.shown(taken, zone)
                + (proved ? " and proved by a restore" : "");
    }

    /** {@code what was written to `books` since 2026-11-21 22:00:14 UTC} */
    static String written(List<Restoration> restored, ZoneId zone) {
        return restored.stream()
                .map(one -> "what was written to " + quoted(one.data()) + " since " + Moments.shown(one.taken(), zone))
                .distinct()
                .collect(Collectors.joining(", and "));
    }

    private static String quoted(Collection<String> parts) {
        return new TreeSet<>(parts).stream().map(part -> "`" + part + "`").collect(Collectors.joining(", "));
    }
}
