package dev.rung.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pages of the reference, which are tests: an expectation that is missing is written into its page, and fails once. */
public final class Pages {
    private Pages() {}

    /** The folder of the reference. */
    public static Path reference() {
        return Path.of("../../runbooks/reference");
    }

    /**
     * Writes expectations into a page.
     *
     * @param missing the new lines, by the number of the line, from 0, that they take the place of
     * @return what to throw, so that somebody looks at what was written
     */
    public static AssertionError completed(Path page, Map<Integer, List<String>> missing) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(page));
        new TreeMap<>(missing).descendingMap().forEach((number, written) -> {
            lines.remove((int) number);
            lines.addAll(number, written);
        });
        Files.write(page, lines);
        return new AssertionError(
                "what was missing is written into " + page.normalize() + "; look whether it is right: " + missing);
    }
}
