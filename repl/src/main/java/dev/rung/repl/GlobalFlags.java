package dev.rung.repl;

import dev.rung.repl.work.UsageProblem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The flags that every command has, wherever they stand; read without a library. */
final class GlobalFlags {
    private static final String COLOUR = "--color";

    private boolean stackTrace;
    private Optional<Boolean> colour = Optional.empty();

    /** The words without these flags. Behind {@code --} nothing is a flag. */
    List<String> takenFrom(List<String> words) throws UsageProblem {
        List<String> rest = new ArrayList<>();
        Iterator<String> left = words.iterator();
        boolean flags = true;
        while (left.hasNext()) {
            String word = left.next();
            flags &= !word.equals("--");
            if (flags && word.equals("--stack-trace")) {
                stackTrace = true;
            } else if (flags && word.equals(COLOUR)) {
                choose(left.hasNext() ? left.next() : "");
            } else if (flags && word.startsWith(COLOUR + "=")) {
                choose(word.substring(COLOUR.length() + 1));
            } else {
                rest.add(word);
            }
        }
        return rest;
    }

    private void choose(String when) throws UsageProblem {
        colour = switch (when) {
            case "always" -> Optional.of(true);
            case "never" -> Optional.of(false);
            case "auto" -> Optional.empty();
            default -> throw new UsageProblem("`--color` does not take `" + when + "`", "it takes auto, always, never");
        };
    }

    boolean stackTrace() {
        return stackTrace;
    }

    /** Empty if the terminal decides. */
    Optional<Boolean> colour() {
        return colour;
    }
}
