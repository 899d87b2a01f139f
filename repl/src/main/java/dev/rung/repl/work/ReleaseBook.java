package dev.rung.repl.work;

import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.GivenFacts;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePath;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A release file that somebody asks about.
 *
 * @param found what is wrong with the file by itself
 */
public record ReleaseBook(SourceFile source, ReleaseFile file, List<Diagnostic> found) {
    /** What the linter says of each single release; counted, it says as much. */
    private static final String UNCHECKED = "release-without-checksum";

    public ReleaseBook {
        found = List.copyOf(found);
    }

    /** @throws UsageProblem if there is no such file */
    public static ReleaseBook open(String name, Desk desk) throws UsageProblem {
        Sources sources = Sources.onDisk(desk.folder());
        SourceFile source = sources.open(name)
                .orElseThrow(() -> new UsageProblem("there is no file `" + name + "`", "name a `*.releases` file"));
        Toolchain toolchain = new Toolchain(sources);
        Diagnosed<ReleaseFile> read = toolchain.releases(source);
        return new ReleaseBook(source, read.value(), toolchain.lint(source));
    }

    /** What makes the file no release file. */
    public List<Diagnostic> errors() {
        return found.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !finding.name().equals("broken-path"))
                .toList();
    }

    /** Gaps and contradictions. */
    public List<Diagnostic> contradictions() {
        return found.stream()
                .filter(finding -> !finding.name().equals(UNCHECKED))
                .toList();
    }

    /** How many releases come from where nobody says what has to come. */
    public long unchecked() {
        return found.stream()
                .filter(finding -> finding.name().equals(UNCHECKED))
                .map(Diagnostic::at)
                .distinct()
                .count();
    }

    /**
     * A number as the file would write it.
     *
     * @throws UsageProblem if it is none
     */
    public Version version(String written) throws UsageProblem {
        return file.spelled(written)
                .orElseThrow(() -> new UsageProblem(
                        "`" + written + "` is not a version",
                        "write it like `"
                                + file.releases()
                                        .findFirst()
                                        .map(Object::toString)
                                        .orElse("1.0.0") + "`"))
                .version();
    }

    /**
     * The path, or why there is none.
     *
     * @param accepted names of refusals
     * @param facts what is known of the system, by name
     * @throws UsageProblem if a number is none, or no refusal has one of the names
     */
    public PathFinding path(
            String from, String to, List<String> via, Set<String> accepted, Map<String, String> facts, LocalDate today)
            throws UsageProblem {
        ChosenNames.mustBeRefused(accepted, file.waivers());
        List<Version> stops = new ArrayList<>();
        for (String each : via) {
            stops.add(version(each));
        }
        return ReleasePath.find(file, version(from), version(to), today, stops, accepted, new GivenFacts(facts));
    }
}
