package dev.rung.language.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleasesReaderTest {
    private static final String HEAD = "releases \"P\" path { direct }\n";
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private static List<Diagnostic> found(String text) {
        return ReleasesReader.read(new SourceFile("p.releases", text)).diagnostics();
    }

    /** What is found behind a fitting head, a line a finding: name, position, summary. */
    private static List<String> shown(String text) {
        return found(HEAD + text).stream()
                .peek(ReleasesReaderTest::wellPut)
                .map(finding -> finding.name() + " " + finding.at().start() + " " + finding.summary())
                .toList();
    }

    private static void wellPut(Diagnostic finding) {
        assertThat(finding.summary()).isNotBlank().doesNotEndWith(".");
        assertThat(Character.isUpperCase(finding.summary().charAt(0))).isFalse();
        assertThat(finding.help()).doesNotEndWith(".");
    }

    @Test
    void whatAFileCannotDoWithout() {
        assertThat(found("line 1 { release 1.0 }"))
                .extracting(Diagnostic::summary)
                .containsExactly("the release file has no `releases \"…\"`", "the release file has no `path`");
        assertThat(found("releases \"P\" path { never back in time }"))
                .extracting(Diagnostic::summary)
                .containsExactly("the release file has no `path`");
    }

    @Test
    void whatStandsOnce() {
        assertThat(shown("path { direct }\nmin-age 7d\nmin-age 8d\nurl \"a\"\nurl web \"b\"\nurl web \"c\""))
                .containsExactly(
                        "entry-twice 2:1 `path` stands twice",
                        "entry-twice 4:1 `min-age` stands twice",
                        "entry-twice 7:1 `url web` stands twice");
        assertThat(shown("line 2 from 1 from 1 { release 2.0 { released 2025-01-01 released 2025-01-02 notes \"\" notes"
                        + " \"\" } }\n"
                        + "line 1"
                        + " { release"
                        + " 1.0 {"
                        + " sha256"
                        + " \"" + DIGEST + "\" sha256 \"" + DIGEST + "\" } }"))
                .containsExactly(
                        "clause-twice 2:15 `from` stands twice in one statement",
                        "clause-twice 2:58 `released` stands twice in one statement",
                        "clause-twice 2:87 `notes` stands twice in one statement",
                        "clause-twice 3:98 `sha256` stands twice in one statement");
    }

    @Test
    void duplicates() {
        assertThat(shown("line 1 { release 1.0 release 1.0.0 broken 1.1 \"x\" broken 1.1 \"y\" release 1.1 }\n"
                        + "line 1.0 { }"))
                .containsExactly(
                        "duplicate-release 2:30 `release 1.0.0` is listed twice",
                        "duplicate-release 2:58 `broken 1.1` is listed twice",
                        "duplicate-release 3:6 `line 1.0` is listed twice");
    }

    @Test
    void twoEditionsOfOneNumberAreNoDuplicates() {
        assertThat(shown("spelling '(?<edition>[01])\\.(\\d.*)' as '$2'\nline 40 { release 0.40.8 release 1.40.8 }"))
                .isEmpty();
    }

    @Test
    void aReleaseOutsideOfItsLine() {
        List<Diagnostic> found =
                found(HEAD + "line 4.0 { release 4.1.3 release 4.0.4 }\nline 4.1 { broken 5.0 \"x\" }");
        assertThat(found)
                .extracting(Diagnostic::summary)
                .containsExactly("`4.1.3` does not belong to line `4.0`", "`5.0` does not belong to line `4.1`");
        assertThat(found).extracting(Diagnostic::help).first().isEqualTo("move it to `line 4.1`");
    }

    @Test
    void numbersThatAreNotListed() {
        List<Diagnostic> found =
                found("releases \"P\"\npath { each line until 2.30\ndirect }\nwaypoint 2.4, 9.9 \"why\"\n"
                        + "line 2.3 { release 2.3.1 }\nline 2.5 from 2.2, 2.5 { }");
        assertThat(found)
                .extracting(Diagnostic::summary)
                .containsExactly(
                        "no line `2.30` is listed",
                        "no release `2.4` is listed",
                        "no release `9.9` is listed",
                        "no line `2.2` is listed",
                        "line `2.5` cannot be entered from `2.5`");
        assertThat(found)
                .extracting(Diagnostic::help)
                .startsWith(
                        "the nearest listed: `2.3`", "the nearest listed: `2.3.1`, `2.5`", "the nearest listed: `2.5`");
    }

    @Test
    void rulesThatNeverApplyOrEndTooEarly() {
        assertThat(found("releases \"P\" path { direct each line until 2 }\nline 2 { }"))
                .extracting(Diagnostic::summary)
                .containsExactly("`each line until 2` never applies");
        assertThat(found("releases \"P\" path { each line until 2 each line until 2 }\nline 2 { } line 3 { }"))
                .extracting(Diagnostic::summary)
                .containsExactly("`each line until 2` never applies", "the path ends at `2`");
    }

    @Test
    void aWaypointThatIsBroken() {
        assertThat(shown("waypoint 1.0 \"why\" line 1 { broken 1.0 \"it is\" } line 2 { }"))
                .containsExactly("broken-waypoint 2:10 the waypoint `1.0` is broken");
    }

    @Test
    void formsOfNumbers() {
        List<Diagnostic> found = found(HEAD
                + "min-age 7\n"
                + "line 43 { release 43-rc1 release v43.1 release \"nightly\" release 43.9 { released 30.1.2025 }"
                + " release 43.8 { released 2025-02-30 } }");
        assertThat(found).hasSize(6).allSatisfy(ReleasesReaderTest::wellPut);
        assertThat(found)
                .extracting(Diagnostic::summary)
                .containsExactly(
                        "`7` is not a duration",
                        "`43-rc1` is not a version",
                        "`v43.1` is not a version",
                        "`nightly` is not a version",
                        "`30.1.2025` is not a date",
                        "`2025-02-30` is not a date");
        assertThat(found.get(1).edit())
                .hasValueSatisfying(edit -> assertThat(edit.replacement()).isEqualTo("\"43-rc1\""));
        assertThat(found.get(2).edit())
                .hasValueSatisfying(edit -> assertThat(edit.replacement()).isEqualTo("43.1"));
        assertThat(found(HEAD + "line 43 { release \"43-rc1\" release 43.1-rc1 }"))
                .isEmpty();
    }

    @Test
    void digests() {
        assertThat(shown("line 1 { release 1.0 { sha256 \"abc\" sha256 web \"" + "x".repeat(64) + "\" } }"))
                .containsExactly("not-a-sha256 2:31 this is not a sha256", "not-a-sha256 2:48 this is not a sha256");
        assertThat(found(HEAD + "line 1 { release 1.0 { sha256 \"abc\" } }")
                        .getFirst()
                        .label())
                .isEqualTo("3 digits");
    }

    @Test
    void spellings() {
        assertThat(shown("spelling '(' as '$1'\n"
                        + "spelling 'v(.*)' as '$2'\n"
                        + "spelling '(?<n>.*)' as '${m}'\n"
                        + "spelling 'x' as '$'"))
                .containsExactly(
                        "bad-spelling 2:10 this spelling cannot be used",
                        "bad-spelling 3:21 this spelling cannot be used",
                        "bad-spelling 4:24 this spelling cannot be used",
                        "bad-spelling 5:17 this spelling cannot be used");
        assertThat(found(HEAD + "spelling 'v(.*)' as '$2'").getFirst().label()).isEqualTo("there is no group 2");
    }

    @Test
    void urls() {
        List<Diagnostic> found = found(HEAD + "url web \"https://h/${relase}/${version}/${line}\"\n"
                + "line 1 { release 1.0 { sha256 wbe \"" + DIGEST + "\" } }");
        assertThat(found)
                .extracting(Diagnostic::summary)
                .containsExactly(
                        "`${relase}` means nothing in a `url`",
                        "`${version}` means nothing in a `url`",
                        "no `url` is for `wbe`");
        assertThat(found)
                .extracting(Diagnostic::help)
                .containsExactly(
                        "did you mean `${release}`?", "there are `${release}` and `${line}`", "did you mean `web`?");
    }

    @Test
    void requirements() {
        assertThat(shown("line 1 requires java >= 11, java < 21, java >= 17, db in [5, 6.1 .. 7], db not in 5"
                        + " .. 6, os == \"linux\" { }"))
                .containsExactly("requirement-twice 2:40 `java >=` is required twice");
        assertThat(shown("line 1 requires java >= v11 { }"))
                .containsExactly("not-a-version 2:25 `v11` is not a version");
    }

    @Test
    void oneMistakeIsToldOnce() {
        assertThat(shown("min-age 7 apples")).containsExactly("not-a-duration 2:9 `7` is not a duration");
        assertThat(shown("line 1 { release \"abc }")).containsExactly("unclosed-text 2:18 this text is not closed");
    }

    @Test
    void syntaxErrorsDoNotMakeMore() {
        assertThat(found("releases \"P\"\npath { each line until 2\n direct }\nline { release 2.0 }\nwaypoint 2 \"x\""))
                .extracting(Diagnostic::summary)
                .containsExactly("a version is missing after `line`");
    }
}
