package dev.rung.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of JSONPath that names one value: {@code $.a.b[0]['c']}. */
public final class JsonPath {
    private static final Pattern STEP =
            Pattern.compile("\\.([\\p{L}_$][\\p{L}\\p{N}_$-]*)|\\[(\\d{1,9})]|\\['([^']*)']|\\[\"([^\"]*)\"]");

    private JsonPath() {}

    /** Its steps; empty if it is anything else than such a path. */
    public static Optional<List<String>> parse(String path) {
        if (!path.startsWith("$")) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(path);
        int at = 1;
        while (at < path.length()) {
            if (!step.find(at) || step.start() != at) {
                return Optional.empty();
            }
            for (int group = 1; group <= 4; group++) {
                if (step.group(group) != null) {
                    steps.add(step.group(group));
                }
            }
            at = step.end();
        }
        return Optional.of(steps);
    }
}
