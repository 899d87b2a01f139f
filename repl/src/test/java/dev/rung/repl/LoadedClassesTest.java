package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start loads what it needs and nothing else: looked at in a fresh JVM. */
class LoadedClassesTest {
    @TempDir
    Path folder;

    @Test
    void theVersionIsSaidWithoutALibrary() throws Exception {
        assertThat(classesLoadedBy("--version"))
                .contains("dev.rung.repl.Main")
                .noneMatch(name -> name.startsWith("picocli.") || name.startsWith("org."))
                .noneMatch(name -> name.startsWith("dev.rung.driver.") || name.startsWith("dev.rung.language."));
    }

    @Test
    void aLintLoadsNoDatabaseNoTerminalAndNoDriver() throws Exception {
        Notes.layOut(new Typed(folder), "");

        assertThat(classesLoadedBy("lint", "notes.runbook"))
                .contains("dev.rung.language.Toolchain", "org.antlr.v4.runtime.Parser")
                .noneMatch(name -> name.startsWith("picocli."))
                .noneMatch(name -> name.startsWith("org.h2.") || name.startsWith("org.jline."))
                .noneMatch(name -> name.startsWith("dev.rung.driver.") || name.startsWith("tools.jackson."));
    }

    @Test
    void aPlanLoadsNoDatabaseAndNoTerminal() throws Exception {
        Notes.layOut(new Typed(folder), "");

        assertThat(classesLoadedBy("plan", "notes.runbook"))
                .contains("dev.rung.driver.Drivers")
                .noneMatch(name -> name.startsWith("org.h2.") || name.startsWith("org.jline."))
                .noneMatch(name -> name.startsWith("tools.jackson.databind."));
    }

    private List<String> classesLoadedBy(String... words) throws IOException {
        Path log = folder.resolve("classes.log");
        Typed typed = new Typed(folder);
        assertThat(typed.inItsOwnProcess(List.of("-Xlog:class+load:file=" + log), words))
                .as(typed.err())
                .isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.map(line -> line.replaceFirst("^(\\[[^]]*])*\\s*", "").split(" ", 2)[0])
                    .toList();
        }
    }
}
