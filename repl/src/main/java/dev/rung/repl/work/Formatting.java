package dev.rung.repl.work;

import dev.rung.language.Toolchain;
import dev.rung.language.format.Formatted;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What a formatter makes of files, before any is written.
 *
 * @param files those that can be read, in the order in which they were named
 * @param findings why others cannot
 */
public record Formatting(List<Draft> files, List<Diagnostic> findings) {
    public Formatting {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
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
            SourceFile file = new SourceFile(name, Draft.text(name, desk));
            switch (toolchain.format(file)) {
                case Formatted.Text(String text, boolean changed) -> files.add(new Draft(name, file.text(), text));
                case Formatted.Unreadable(List<Diagnostic> found) -> findings.addAll(found);
            }
        }
        return new Formatting(files, findings);
    }
}
