package dev.rung.repl.work;

import dev.rung.model.effect.Acknowledge.Note;
import dev.rung.model.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is noted on the releases that a plan passes, as a list to be ticked, which is Markdown too: {@code - [ ] metabase
 * 0.50.36 (metabase-0.50.36-1f2e3d4c5b6a)} and, indented, the note. What a person has read he ticks: {@code [x]}.
 */
public final class NotesFile {
    private static final Pattern TICKED = Pattern.compile("\\s*[-*] \\[[xX]] .*\\(([^()\\s]+)\\)\\s*");
    private static final Pattern OPEN = Pattern.compile("\\s*[-*] \\[ ?] .*\\(([^()\\s]+)\\)\\s*");

    private NotesFile() {}

    /** @throws UsageProblem if the plan has no notes that are to be acknowledged, or the file cannot be written */
    public static int write(Path file, Plan plan) throws UsageProblem {
        List<Note> notes = Carrying.notes(plan);
        if (notes.isEmpty()) {
            throw new UsageProblem(
                    "this plan has no notes to acknowledge",
                    "a runbook asks for that with `acknowledge notes`, and a release file has them behind `notes`");
        }
        StringBuilder text = new StringBuilder("# ").append(plan.title()).append(": notes to acknowledge\n\n");
        text.append("Tick what you have read, `[x]`, and give this file to `rung run --acknowledge`.\n");
        for (Note note : notes) {
            text.append("\n- [ ] ")
                    .append(note.about())
                    .append(" (")
                    .append(note.name())
                    .append(")\n\n");
            text.append(note.text().strip().indent(6));
        }
        try {
            Files.writeString(file, text);
            return notes.size();
        } catch (IOException failed) {
            throw new UsageProblem(
                    "the notes cannot be written to " + file + ": " + reason(failed), "name another file");
        }
    }

    /**
     * The names of the notes that are ticked.
     *
     * @throws UsageProblem if it cannot be read, or none is
     */
    public static Set<String> ticked(Path file) throws UsageProblem {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UsageProblem(
                    "the acknowledged notes cannot be read from " + file + ": " + reason(failed),
                    "`rung plan RUNBOOK --notes FILE` writes the notes to be ticked");
        }
        Set<String> names = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher ticked = TICKED.matcher(line);
            if (ticked.matches()) {
                names.add(ticked.group(1));
            }
        }
        if (names.isEmpty()) {
            boolean hasOpen = lines.stream().anyMatch(line -> OPEN.matcher(line).matches());
            throw new UsageProblem(
                    "no note is ticked in " + file,
                    hasOpen
                            ? "put an `x` between the brackets of each that you have read"
                            : "`rung plan RUNBOOK --notes FILE` writes the notes to be ticked");
        }
        return names;
    }

    private static String reason(IOException failed) {
        return switch (failed) {
            case java.nio.file.NoSuchFileException missing -> "it is not there";
            case java.nio.file.AccessDeniedException denied -> "this user may not";
            case java.nio.charset.MalformedInputException binary -> "it is no text";
            default -> String.valueOf(failed.getMessage());
        };
    }
}
