package dev.rung.language.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.releases.ReleaseSources;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinterTest {
    private static final String HEAD = "releases \"P\" url \"https://h/${release}\" path { direct }\n";

    private static List<String> lint(String text) {
        return Linter.releases(new SourceFile("p.releases", HEAD + text), ReleaseSources.NONE).stream()
                .map(finding -> finding.name() + " " + finding.at().start())
                .toList();
    }

    @Test
    void anAllowanceOnTheLineOrAboveItSilences() {
        assertThat(lint("line 1 {\n release 1.0\n}")).containsExactly("release-without-checksum 3:10");
        assertThat(lint("line 1 {\n release 1.0 # allow: release-without-checksum because it is signed\n}"))
                .isEmpty();
        assertThat(lint("line 1 {\n"
                        + " # allow: release-without-checksum because it is signed\n\n"
                        + " # and so on\n"
                        + " release 1.0\n"
                        + "}"))
                .isEmpty();
        assertThat(lint("line 1 { release 1.0 release 1.1 } ## allow: release-without-checksum because both"
                        + " are signed"))
                .isEmpty();
    }

    @Test
    void anAllowanceIsForItsOwnLineAlone() {
        assertThat(lint("line 1 {\n"
                        + " release 1.0 # allow: release-without-checksum because it is signed\n"
                        + " release 1.1\n"
                        + "}"))
                .containsExactly("release-without-checksum 4:10");
        assertThat(lint("line 1 {\n"
                        + " # allow: release-without-checksum because it is signed\n"
                        + " release 1.0\n"
                        + " release 1.1\n"
                        + "}"))
                .containsExactly("release-without-checksum 5:10");
    }

    @Test
    void anAllowanceNeedsAReason() {
        assertThat(lint("line 1 { release 1.0 } # allow: release-without-checksum"))
                .containsExactly("allowance-without-reason 2:33");
        assertThat(lint("line 1 { release 1.0 } # allow: release-without-checksum because"))
                .containsExactly("allowance-without-reason 2:33");
    }

    @Test
    void anAllowanceThatAllowsNothingIsFound() {
        assertThat(lint("min-age 7d # allow: release-without-checksum because it is signed"))
                .containsExactly("unused-allowance 2:21");
        assertThat(lint("# allow: release-without-chequesum because it is signed\nline 1 { }"))
                .containsExactly("unknown-rule 2:10");
        assertThat(lint("# allow: release-without-checksum because nothing follows"))
                .containsExactly("unused-allowance 2:10");
    }

    @Test
    void proseThatSpeaksOfAllowingIsNone() {
        assertThat(lint("# we allow: that is, mostly\nline 1 { }")).isEmpty();
    }

    @Test
    void anAllowanceSilencesTheLinterAlone() {
        assertThat(lint("line 1 { release 2.0 } # allow: outside-its-line because we can"))
                .containsExactly("outside-its-line 2:18", "release-without-checksum 2:18", "unknown-rule 2:33");
    }

    @Test
    void whatCannotBeFetchedNeedsNoDigest() {
        List<Diagnostic> found = Linter.releases(
                new SourceFile("p.releases", "releases \"P\" path { direct } line 1 { release 1.0 }"),
                ReleaseSources.NONE);
        assertThat(found).isEmpty();
        assertThat(lint("line 1 { broken 1.0 \"x\" release 1.0 }")).isEmpty();
    }

    @Test
    void thousandsOfReleasesAreLookedAtOnce() {
        StringBuilder text = new StringBuilder("line 1 {\n");
        for (int number = 0; number < 5_000; number++) {
            text.append("  release 1.").append(number).append('\n');
        }
        long start = System.nanoTime();
        assertThat(lint(text.append("}").toString())).hasSize(5_000);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void aFileIsKnownByItsNameOrByItsFirstWord() {
        assertThat(Linter.isReleaseFile(new SourceFile("x.releases", ""))).isTrue();
        assertThat(Linter.isReleaseFile(new SourceFile("x.runbook", "releases \"P\"")))
                .isFalse();
        assertThat(Linter.isReleaseFile(new SourceFile("-", "# words\nreleases \"P\"")))
                .isTrue();
        assertThat(Linter.isReleaseFile(new SourceFile("-", "runbook \"P\""))).isFalse();
    }
}
