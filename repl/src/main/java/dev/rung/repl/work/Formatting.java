package dev.rung.repl.work;

import dev.rung.language.Toolchain;
import dev.rung.language.format.Formatted;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * What a formatter makes of files, before any is written.
 *
 * @param files those that can be read, in the order in which they were named
 * @param findings why others cannot
 */
public record Formatting(List<Draft> files, List<Diagnostic> findings) {
    private static final String STANDARD_INPUT = "-";

    public Formatting {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /** A file and how it should be. */
    public record Draft(String name, String before, String after) {
        public boolean changes() {
            return !before.equals(after);
        }

        public boolean isStandardInput() {
            return name.equals(STANDARD_INPUT);
        }
    }

    /**
     * @param named files, folders, and {@code -} for standard input
     * @throws UsageProblem if something that is named is not there or is no text, or nothing is left to look at
     */
    public static Formatting of(List<String> named, Desk desk) throws UsageProblem {
        Toolchain toolchain = new Toolchain(Sources.onDisk(desk.folder()));
        List<Draft> files = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        for (String name : SourceNames.in(named, desk)) {
            SourceFile file = new SourceFile(name, text(name, desk));
            switch (toolchain.format(file)) {
                case Formatted.Text(String text, boolean changed) -> files.add(new Draft(name, file.text(), text));
                case Formatted.Unreadable(List<Diagnostic> found) -> findings.addAll(found);
            }
        }
        return new Formatting(files, findings);
    }

    /** What is no UTF-8 would not be written back as it was. */
    private static String text(String name, Desk desk) throws UsageProblem {
        try {
            byte[] bytes = name.equals(STANDARD_INPUT)
                    ? desk.console().in().readAllBytes()
                    : Files.readAllBytes(desk.path(name));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw new UsageProblem("`" + name + "` is not written in UTF-8", "save it as UTF-8 first");
        } catch (IOException unreadable) {
            throw new UsageProblem("cannot read `" + name + "`", "");
        }
    }

    /** Gives a file its new text, at once or not at all. */
    public static void write(Draft draft, Desk desk) throws UsageProblem {
        try {
            Rewriting.replace(desk.path(draft.name()), draft.after().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UsageProblem(
                    "cannot write `" + draft.name() + "`", "look at the modes of the file and its folder");
        }
    }
}
