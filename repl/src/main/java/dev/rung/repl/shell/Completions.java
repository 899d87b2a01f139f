package dev.rung.repl.shell;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.repl.shell.TerminalLines.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What may stand in the place of a begun word: commands, words of the language, names of the loaded runbook. */
final class Completions {
    private Completions() {}

    /** @param line what was typed up to the cursor */
    static List<Completion> of(String line, CheckedRunbook words) {
        if (line.stripLeading().startsWith(":")) {
            return line.contains(" ")
                    ? List.of()
                    : Commands.ALL.stream()
                            .map(entry -> new Completion(entry.name(), "commands", entry.summary()))
                            .toList();
        }
        List<Completion> all = new ArrayList<>(names(words));
        RunbookReader.keywords().forEach(word -> all.add(new Completion(word, "words", "")));
        return all;
    }

    private static List<Completion> names(CheckedRunbook words) {
        List<Completion> names = new ArrayList<>();
        words.inputs()
                .forEach(input -> names.add(
                        new Completion(input.name(), "names", input.type().word())));
        words.tree().lets().forEach(let -> names.add(new Completion(let.name().text(), "names", "let")));
        for (Declaration.Sys system : words.tree().systems()) {
            names.add(new Completion(system.name().text(), "names", "system"));
            system.parts()
                    .forEach(part -> names.add(new Completion(
                            part.name().text(), "names", part.kind().name().toLowerCase(Locale.ROOT))));
            system.facts().forEach(fact -> names.add(new Completion(fact.name().text(), "names", "fact")));
        }
        return names;
    }
}
