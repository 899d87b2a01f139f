package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The state of every part as a sysadmin would say it. */
public final class PartsInWords {
    /** Of a digest, enough to tell two files apart by the eye. */
    private static final int DIGITS = 12;

    private PartsInWords() {}

    public static List<String> of(State state) {
        List<String> lines = new ArrayList<>();
        forms(state).forEach((part, words) -> lines.add(part + ": " + words));
        lines.addAll(besides(state));
        return lines;
    }

    /** The same, with what is found of each part now. */
    static List<String> of(State state, World world) {
        Map<String, String> forms = forms(state);
        List<String> lines = new ArrayList<>();
        world.parts().forEach((name, part) -> {
            String form = forms.containsKey(name) ? forms.get(name) + "; " : "";
            lines.add(name + ": " + form + found(part));
        });
        lines.addAll(besides(state));
        return lines;
    }

    /** Every part as it is found now. */
    static List<String> found(World world) {
        List<String> lines = new ArrayList<>();
        world.parts().forEach((name, part) -> lines.add(name + ": " + found(part)));
        return lines;
    }

    /** What does not answer says why. */
    static String found(Part part) {
        try {
            return switch (part) {
                case Artifact artifact ->
                    artifact.inPlace()
                            .map(digest -> "in place, sha256 " + digest.substring(0, Math.min(DIGITS, digest.length())))
                            .orElse("not there");
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

    private static Map<String, String> forms(State state) {
        Map<String, String> forms = new LinkedHashMap<>();
        state.code().forEach((part, form) -> forms.put(part, code(form)));
        state.data().forEach((part, form) -> forms.put(part, data(form)));
        state.services().forEach((part, is) -> forms.put(part, service(is)));
        return forms;
    }

    private static List<String> besides(State state) {
        List<String> lines = new ArrayList<>();
        state.sets().forEach(set -> lines.add("backup: " + set.id() + (set.even() ? "" : " (written to since)")));
        state.inFlight().forEach(what -> lines.add("still working: " + what));
        return lines;
    }

    private static String code(CodeForm form) {
        return switch (form) {
            case OLD -> "the release from before the hop";
            case NEW -> "the release that the hop goes to";
            case MIXED -> "neither the release from before nor the one that the hop goes to";
        };
    }

    private static String data(DataForm form) {
        return switch (form) {
            case OLD -> "as before the hop";
            case TOUCHED -> "may be migrated, half or whole";
            case NEW -> "migrated, and the version was checked since";
        };
    }

    private static String service(ServiceState is) {
        String running = switch (is.running()) {
            case DOWN -> "down";
            case OLD -> "up with the release from before the hop";
            case NEW -> "up with the release that the hop goes to";
            case UNKNOWN -> "up, with code of neither release";
        };
        return running + (is.held() ? ", held" : "");
    }
}
