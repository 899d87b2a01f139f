package dev.rung.model.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** The state of every part as a sysadmin would say it. */
public final class StateInWords {
    private StateInWords() {}

    public static List<String> of(State state) {
        List<String> lines = new ArrayList<>();
        forms(state).forEach((part, words) -> lines.add(part + ": " + words));
        lines.addAll(besides(state));
        return lines;
    }

    /** By part. */
    public static SequencedMap<String, String> forms(State state) {
        SequencedMap<String, String> forms = new LinkedHashMap<>();
        state.code().forEach((part, form) -> forms.put(part, code(form)));
        state.data().forEach((part, form) -> forms.put(part, data(form)));
        state.services().forEach((part, is) -> forms.put(part, service(is)));
        return forms;
    }

    /** What is no part's form: backups, deeds that stand, what still works. */
    public static List<String> besides(State state) {
        List<String> lines = new ArrayList<>();
        state.sets().forEach(set -> lines.add("backup: " + set.id() + (set.even() ? "" : " (written to since)")));
        state.deeds().forEach(deed -> lines.add((deed.sure() ? "done: " : "perhaps done: ") + deed.words()));
        state.inFlight().forEach(what -> lines.add("still working: " + what));
        return lines;
    }

    /** The same in a word or two for each part. */
    public static List<String> inShort(State state) {
        List<String> words = new ArrayList<>();
        state.code().forEach((part, form) -> words.add(part + " " + lower(form)));
        state.data().forEach((part, form) -> words.add(part + " " + lower(form)));
        state.services().forEach((part, is) -> words.add(part + " " + inShort(is)));
        state.deeds().forEach(deed -> words.add((deed.sure() ? "" : "perhaps ") + "done: " + deed.words()));
        state.inFlight().forEach(what -> words.add("still working: " + what));
        return words;
    }

    private static String lower(Enum<?> form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    private static String inShort(ServiceState is) {
        if (!is.up()) {
            return is.held() ? "held" : "down";
        }
        String code = is.running() == ServiceState.Running.UNKNOWN ? "of no release" : lower(is.running());
        return "up (" + code + ")" + (is.held() ? " with the mark" : "");
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
