package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a journal says of what is done beside parts: files that were brought, SQL that was sent, notes that were read. */
final class Errands {
    private final Map<String, String> downloads = new LinkedHashMap<>();
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final SqlSent sqlSent = new SqlSent();

    void take(Entry entry) {
        switch (entry) {
            case Entry.Acknowledged note -> acknowledged.add(note.sha256());
            case Entry.Downloading load -> downloads.put(load.step(), load.path());
            case Entry.MarksRemoved removed -> sqlSent.removed(removed.database());
            case Entry.SqlSent sent -> sqlSent.take(sent);
            default -> throw new IllegalArgumentException("a bug: this is no errand: " + entry);
        }
    }

    /** Whether the note with this digest was acknowledged. */
    boolean isAcknowledged(String sha256) {
        return acknowledged.contains(sha256);
    }

    /** Where a statement has brought a file, if it has come so far. */
    Optional<String> download(String step) {
        return Optional.ofNullable(downloads.get(step));
    }

    /** What is known of SQL that was sent. */
    SqlSent sqlSent() {
        return sqlSent;
    }
}
