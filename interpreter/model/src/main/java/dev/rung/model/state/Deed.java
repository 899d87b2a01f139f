package dev.rung.model.state;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Something that a runbook or a person did beside the usual way, whose author says how it is taken back. While it stands
 * here it has to be taken back on a way back, unless what is restored is from before it.
 *
 * @param id of the statement that did it
 * @param words what it was, as a plan says it
 * @param data the parts of data that it changed
 * @param code the parts of code that it changed; together with code, both are only what taking it back brings back: what
 *     nothing else has changed before or since
 * @param moment how the services that use these parts were meanwhile
 * @param sure whether it is known to have been done; it was perhaps cut if not
 */
public record Deed(String id, String words, Set<String> data, Set<String> code, Moment moment, boolean sure) {
    public Deed {
        data = Set.copyOf(data);
        code = Set.copyOf(code);
    }

    /** When a deed was done, which is when it can be taken back. */
    public enum Moment {
        /** While the services that use the data were held: taken back before any of them starts. */
        HELD,
        /** Through a running service of the older release: taken back through it, once it runs again. */
        THROUGH_SERVICE,
        /** Together with the code, by somebody who changes both: taken back whatever runs, code and data in one. */
        WITH_CODE
    }

    public Deed unsure() {
        return new Deed(id, words, data, code, moment, false);
    }

    /** Something else has changed these data, or this code: taking it back does not bring them back. */
    public Deed without(Collection<String> parts) {
        return new Deed(id, words, left(data, parts), left(code, parts), moment, sure);
    }

    private static Set<String> left(Set<String> changed, Collection<String> parts) {
        return changed.stream().filter(part -> !parts.contains(part)).collect(Collectors.toSet());
    }

    /** The same deed, as it has to be believed when it is not known which of the two it is. */
    Deed worse(Deed other) {
        if (equals(other)) {
            return this;
        }
        if (moment != Moment.WITH_CODE) {
            Set<String> either = new TreeSet<>(data);
            either.addAll(other.data);
            return new Deed(id, words, either, code, moment, false);
        }
        Set<String> notInBoth = new TreeSet<>(data);
        notInBoth.addAll(code);
        notInBoth.removeIf(part -> other.data.contains(part) || other.code.contains(part));
        return without(notInBoth).unsure();
    }
}
