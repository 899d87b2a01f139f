package dev.rung.model.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
        state.sets()
                .forEach(set ->
                        lines.add("backup: " + set.id() + (set.isEven(set.data()) ? "" : " (written to since)")));
        state.deeds().forEach(deed -> lines.add((deed.sure() ? "done: " : "perhaps done: ") + deed.words()));
        state.inFlight().forEach(what -> lines.add("still at work: " + what));
        return lines;
    }

    /** The same in a word or two for each part that is not as it was, a service being up then. */
    public static List<String> inShort(State state) {
        List<String> words = new ArrayList<>();
        state.code().forEach((part, form) -> {
            switch (form) {
                case OLD -> {
                    // as it was
                }
                case NEW -> words.add(part + " new");
                case MIXED -> words.add(part + " half new");
            }
        });
        state.data().forEach((part, form) -> {
            switch (form) {
                case OLD -> {
                    // as it was
                }
                case TOUCHED -> words.add(part + " changed, half or whole");
                case NEW -> words.add(part + " migrated");
            }
        });
        state.services().forEach((part, is) -> {
            if (is.running() != ServiceState.Running.OLD || is.held()) {
                words.add(part + " " + inShort(is));
            }
        });
        state.deeds().forEach(deed -> words.add((deed.sure() ? "" : "perhaps ") + "done: " + deed.words()));
        state.inFlight().forEach(what -> words.add("still at work: " + what));
        return words.isEmpty() ? List.of("everything as before") : words;
    }

    private static String inShort(ServiceState is) {
        return switch (is.running()) {
            case DOWN -> is.held() ? "stopped" : "down, and may come up by itself";
            case OLD -> "up, and would not come up again by itself";
            case NEW -> "up with the new release";
            case UNKNOWN -> "up with a part of each release";
        };
    }

    private static String code(CodeForm form) {
        return switch (form) {
            case OLD -> "the release from before the hop";
            case NEW -> "the release that the hop goes to";
            case MIXED -> "half of the release from before, half of the one that the hop goes to";
        };
    }

    private static String data(DataForm form) {
        return switch (form) {
            case OLD -> "as before the hop";
            case TOUCHED -> "perhaps changed, half or whole";
            case NEW -> "migrated, and the version was checked since";
        };
    }

    private static String service(ServiceState is) {
        String running = switch (is.running()) {
            case DOWN -> "down";
            case OLD -> "up with the release from before the hop";
            case NEW -> "up with the release that the hop goes to";
            case UNKNOWN -> "up with a part of each release";
        };
        return running + (!is.held() ? "" : is.up() ? ", and would not come up again by itself" : ", and kept down");
    }
}
