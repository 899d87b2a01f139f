package dev.rung.model.diagnostic;

import dev.rung.model.text.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One finding. Each kind of finding is a record of its own with typed fields that implements this interface in the
 * package where it is found, so that a test can name the type and the words stand in one place.
 *
 * <p>The three registers never repeat each other. The summary says what is wrong (lower case, no full stop, code in
 * backticks, fits a hover). The label says what is wrong about this very spot. The help says what to do next.
 */
public interface Diagnostic {
    /** By file and by place in it. Written out, because the JDK links each {@code Comparator.comparing} at each start. */
    Comparator<Diagnostic> BY_PLACE = (one, other) -> {
        int files = one.at().file().name().compareTo(other.at().file().name());
        return files != 0
                ? files
                : Integer.compare(one.at().span().start(), other.at().span().start());
    };

    /**
     * The finding's name, which reads well after "allow": {@code unknown-name}. It is that of its record unless the record
     * says another, and never reused for something else.
     */
    default String name() {
        String type = getClass().getSimpleName();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < type.length(); i++) {
            char letter = type.charAt(i);
            if (i > 0 && Character.isUpperCase(letter)) {
                name.append('-');
            }
            name.append(Character.toLowerCase(letter));
        }
        return name.toString();
    }

    default Severity severity() {
        return Severity.ERROR;
    }

    /** The smallest range that still shows what is wrong. */
    Location at();

    String summary();

    /** Stands under the caret; empty if the summary says it all. */
    default String label() {
        return "";
    }

    default List<Label> labels() {
        return List.of();
    }

    /** Facts behind the finding, one a line, such as {@code trace: …}. */
    default List<String> notes() {
        return List.of();
    }

    /** What to do, or empty. */
    default String help() {
        return "";
    }

    /** A mechanical mend that is always right, if there is one. */
    default Optional<Edit> edit() {
        return Optional.empty();
    }
}
