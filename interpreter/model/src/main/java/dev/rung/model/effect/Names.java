package dev.rung.model.effect;

import dev.rung.model.state.CodeForm;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Parts and forms in the sentences of effects and needs. */
final class Names {
    private Names() {}

    static String inWords(CodeForm form) {
        return form == CodeForm.MIXED ? "neither old nor new" : form.name().toLowerCase(Locale.ROOT);
    }

    static String quoted(Collection<String> names) {
        return listed(names.stream().sorted().map(name -> "`" + name + "`").toList());
    }

    static String listed(Collection<String> names) {
        List<String> all = List.copyOf(names);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }
}
