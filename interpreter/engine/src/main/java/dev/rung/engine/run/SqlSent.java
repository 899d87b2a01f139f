package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which databases have been sent SQL, and what knows of it should it have been cut. */
final class SqlSent {
    private final Set<String> marked = new LinkedHashSet<>();
    private boolean withoutMark;

    void take(Entry.SqlSent sent) {
        if (sent.marked()) {
            marked.add(sent.database());
        } else {
            withoutMark = true;
        }
    }

    void removed(String database) {
        marked.remove(database);
    }

    /** Something else begins. */
    void intended() {
        withoutMark = false;
    }

    /** Whether a cut in what was intended last may have left half of what it sent, and nobody can tell. */
    boolean isInDoubt() {
        return withoutMark;
    }

    /** The databases in which marks stand. */
    List<String> marked() {
        return List.copyOf(marked);
    }
}
