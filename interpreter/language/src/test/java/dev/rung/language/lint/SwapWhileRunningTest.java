package dev.rung.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwapWhileRunningTest {
    private static final String HEAD = """
        runbook "P"
        system p {
          releases "p.releases"
          artifact jar = file("/p.jar")
          service one = process("one", pid-file: "/one.pid")
          service two = process("two", pid-file: "/two.pid")
          installed = version("1.0")
          healthy = running(one)
        }
        phase "Upgrade" {
        """;

    private static List<String> found(String body) {
        Toolchain toolchain = new Toolchain((path, from) -> Optional.of(
                new SourceFile(path, "releases \"P\" path { direct } line 1 { release 1.0 } line 2 { release 2.0 }")));
        return toolchain.lint(new SourceFile("p.runbook", HEAD + body + "\n}\n")).stream()
                .filter(finding -> finding.name().equals("swap-while-running"))
                .map(Diagnostic::summary)
                .toList();
    }

    private static List<String> inLadder(String body) {
        return found("step-through p to 2.0 {\n" + body + "\n}");
    }

    @Test
    void everyServiceOfTheSystemHasToBeStopped() {
        assertThat(inLadder("stop one, two swap jar to next start one, two")).isEmpty();
        assertThat(inLadder("stop one swap jar to next"))
                .containsExactly("`jar` is swapped while `two` may be running");
        assertThat(inLadder("swap jar to next")).containsExactly("`jar` is swapped while `one`, `two` may be running");
    }

    @Test
    void onlyWhatIsStoppedOnEveryWayCounts() {
        assertThat(inLadder("stop two when first-hop { stop one } swap jar to next"))
                .containsExactly("`jar` is swapped while `one` may be running");
        assertThat(inLadder("stop two when first-hop { stop one } else { stop one } swap jar to next"))
                .isEmpty();
        assertThat(inLadder("stop one, two when first-hop { start two } swap jar to next"))
                .containsExactly("`jar` is swapped while `two` may be running");
        assertThat(inLadder("when first-hop { stop one, two swap jar to next }"))
                .isEmpty();
    }

    @Test
    void theSecondHopBeginsAsTheFirstOneEnds() {
        assertThat(found("stop one, two step-through p to 2.0 { swap jar to next start one }"))
                .containsExactly("`jar` is swapped while `one` may be running");
        assertThat(found("stop one, two step-through p to 2.0 { swap jar to next }"))
                .isEmpty();
    }

    @Test
    void aNamedRollbackBeginsWithEverythingStopped() {
        assertThat(inLadder(
                        "stop one, two swap jar to next start one, two rollback down { run \"x\" changes nothing }"))
                .isEmpty();
    }
}
