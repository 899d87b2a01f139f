package dev.rung.model.state;

import java.util.Collection;
import java.util.LinkedHashSet;
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
 * @param writtenSince the parts that code of the release that it was taken of may have written since; all, where a journal
 *     from before this was known does not say
 * @param outlived whether a hop has landed since: what was written through the release after it is not in it
 * @param contains the ids of the deeds that stood in the data when it was taken
 */
public record BackupSet(
        String id,
        Set<String> data,
        Level level,
        boolean untouched,
        boolean oneMoment,
        Set<String> writtenSince,
        boolean outlived,
        List<String> contains) {
    public BackupSet {
        data = Set.copyOf(data);
        writtenSince = writtenSince == null ? data : Set.copyOf(writtenSince);
        contains = contains.stream().distinct().sorted().toList();
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

    /** Nobody has written to these of its parts since. */
    public boolean isEven(Collection<String> parts) {
        return !outlived && !isBehind(parts);
    }

    public boolean isBehind(Collection<String> parts) {
        return parts.stream().anyMatch(writtenSince::contains);
    }

    public BackupSet fallenBehind() {
        return fallenBehind(data);
    }

    /** @param written whatever may have been written, in it or not */
    public BackupSet fallenBehind(Collection<String> written) {
        Set<String> more = new LinkedHashSet<>(writtenSince);
        written.stream().filter(data::contains).forEach(more::add);
        return new BackupSet(id, data, level, untouched, oneMoment, more, outlived, contains);
    }

    /** A hop has landed since. */
    public BackupSet afterLanding() {
        return new BackupSet(id, data, level, untouched, oneMoment, writtenSince, true, contains);
    }

    /** @param deeds the ids of those that stood in the data when it was taken */
    public BackupSet containing(List<String> deeds) {
        return new BackupSet(id, data, level, untouched, oneMoment, writtenSince, outlived, deeds);
    }

    /**
     * Whether it makes an older one needless: it brings the same data back, which nothing but the old release has changed.
     * What it lacks the older one lacks as well, since whoever writes past the one writes past the other.
     */
    public boolean replaces(BackupSet older) {
        return counts() && data.equals(older.data);
    }

    /** Whether it is the same one, but for what was written since. */
    public boolean isAlike(BackupSet other) {
        return fallenBehind().afterLanding().equals(other.fallenBehind().afterLanding());
    }

    public BackupSet named(String other) {
        return new BackupSet(other, data, level, untouched, oneMoment, writtenSince, outlived, contains);
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
                union(writtenSince, other.writtenSince),
                outlived || other.outlived,
                inEither);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> both = new LinkedHashSet<>(some);
        both.addAll(more);
        return both;
    }
}
