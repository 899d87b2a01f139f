package dev.rung.model.state;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A backup, as far as a way back can rest on it.
 *
 * @param id the folder's path
 * @param data the parts in it
 * @param level how far it was proved
 * @param untouched whether every part was still in the old form when it was taken
 * @param oneMoment whether nothing could write two of its parts, or one that cannot be dumped while written, meanwhile
 * @param behind whether old code may have written since
 * @param contains the ids of the deeds that stood in the data when it was taken
 */
public record BackupSet(
        String id,
        Set<String> data,
        Level level,
        boolean untouched,
        boolean oneMoment,
        boolean behind,
        List<String> contains) {
    public BackupSet {
        data = Set.copyOf(data);
        contains = List.copyOf(contains);
    }

    /** How far a backup was proved to be one. */
    public enum Level {
        TAKEN,
        /** Read back against its checksums. */
        READ_BACK,
        /** Restored into a scratch place and compared. */
        RESTORED
    }

    /** Whether a way back may rest on it at all. */
    public boolean counts() {
        return level != Level.TAKEN && untouched && oneMoment;
    }

    /** Nobody has written since. */
    public boolean even() {
        return !behind;
    }

    public BackupSet fallenBehind() {
        return new BackupSet(id, data, level, untouched, oneMoment, true, contains);
    }

    /** @param deeds the ids of those that stood in the data when it was taken */
    public BackupSet containing(List<String> deeds) {
        return new BackupSet(id, data, level, untouched, oneMoment, behind, deeds);
    }

    /** Whether it is the same one, but for what was written since. */
    public boolean isAlike(BackupSet other) {
        return fallenBehind().equals(other.fallenBehind());
    }

    public BackupSet named(String other) {
        return new BackupSet(other, data, level, untouched, oneMoment, behind, contains);
    }

    /** What must be believed of a set when it is not known which of two it is. */
    public BackupSet worse(BackupSet other) {
        Set<String> inBoth = data.stream().filter(other.data::contains).collect(Collectors.toSet());
        List<String> inEither = Stream.concat(contains.stream(), other.contains.stream())
                .distinct()
                .toList();
        return new BackupSet(
                id,
                inBoth,
                level.compareTo(other.level) < 0 ? level : other.level,
                untouched && other.untouched,
                oneMoment && other.oneMoment,
                behind || other.behind,
                inEither);
    }
}
