package dev.rung.engine.run;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.List;

/** The state of every part as a sysadmin would say it. */
public final class PartsInWords {
    private PartsInWords() {}

    public static List<String> of(State state) {
        List<String> lines = new ArrayList<>();
        state.code().forEach((part, form) -> lines.add(part + ": " + code(form)));
        state.data().forEach((part, form) -> lines.add(part + ": " + data(form)));
        state.services().forEach((part, is) -> lines.add(part + ": " + service(is)));
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
