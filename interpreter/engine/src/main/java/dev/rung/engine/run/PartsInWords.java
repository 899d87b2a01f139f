package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.state.State;
import dev.rung.model.state.StateInWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of every part as a sysadmin would say it. */
public final class PartsInWords {
    /** Of a digest, enough to tell two files apart by the eye. */
    private static final int DIGITS = 12;

    private PartsInWords() {}

    public static List<String> of(State state) {
        return StateInWords.of(state);
    }

    /** The same, with what is found of each part now. */
    static List<String> of(State state, World world) {
        Map<String, String> forms = StateInWords.forms(state);
        List<String> lines = new ArrayList<>();
        world.parts().forEach((name, part) -> {
            String form = forms.containsKey(name) ? forms.get(name) + "; " : "";
            lines.add(name + ": " + form + found(part));
        });
        lines.addAll(StateInWords.besides(state));
        return lines;
    }

    /** Every part as it is found now. */
    static List<String> found(World world) {
        List<String> lines = new ArrayList<>();
        world.parts().forEach((name, part) -> lines.add(name + ": " + found(part)));
        return lines;
    }

    /** What does not change by itself: the digest of code, and whether a service runs. */
    static Optional<String> lasting(Part part) throws Trouble {
        return switch (part) {
            case Artifact artifact -> Optional.of(artifact.inPlace().orElse("not there"));
            case Config ignored -> Optional.empty();
            case Data ignored -> Optional.empty();
            case Service service -> Optional.of(service.look().up() ? "up" : "down");
        };
    }

    /** What does not answer says why. */
    static String found(Part part) {
        try {
            return switch (part) {
                case Artifact artifact ->
                    artifact.inPlace()
                            .map(digest -> "in place, sha256 " + digest.substring(0, Math.min(DIGITS, digest.length())))
                            .orElse("not there");
                case Config config when !config.isThere() -> "not there";
                case Data data when !data.tellsContent() -> "known by its commands alone";
                case Data data -> new Value.Size(data.size()).shown();
                case Service service -> found(service.look());
            };
        } catch (Trouble trouble) {
            return "not known: " + trouble.words();
        }
    }

    private static String found(Service.Look look) {
        String running = look.up() ? "up" : "down";
        boolean saysMore = !look.detail().isEmpty() && !look.detail().equals(running);
        return running + (look.held() ? ", held" : "") + (saysMore ? ", " + look.detail() : "");
    }
}
