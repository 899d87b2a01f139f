package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleasesSyntaxTest {
    private static Diagnosed<ReleasesTree> parse(String text) {
        return ReleasesSyntax.parse(new SourceFile("p.releases", text));
    }

    private static List<String> shown(String text) {
        return parse(text).diagnostics().stream()
                .map(finding -> finding.at().start() + " " + finding.name() + ": " + finding.summary()
                        + (finding.help().isEmpty() ? "" : " | " + finding.help()))
                .toList();
    }

    /** One mistake, one message. The bar in the text stands for a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '§',
            value = {
                "lnie 1 { release 1.0 }@1:1 unknown-word: `lnie` does not begin an entry of a release file | did you"
                        + " mean `line`?",
                "line 1 { relaese 1.0 { released 2025-01-01 } }@1:10 unknown-word: `relaese` does not begin a release"
                        + " | did you mean `release`?",
                "line 1 { release 1.0 { relesed 2025-01-01 notes \"x\" } }@1:24 unknown-word: `relesed` does not begin"
                        + " a clause of a release | did you mean `released`?",
                "path { each lnie until 3 | direct }@1:13 unexpected-word: expected `line` or `release`, not `lnie` |"
                        + " did you mean `line`?",
                "path { striaght | direct }@1:8 unknown-word: `striaght` does not begin a path rule | here may stand"
                        + " `direct`, `each` or `never`",
                "path { never back in tiem }@1:22 unexpected-word: expected `time`, not `tiem` | did you mean `time`?",
                "line 1 require java >= 11 { release 1.0 }@1:8 unexpected-word: expected `from`, `notes`, `requires` or"
                        + " `{`, not `require` | did you mean `requires`?",
                "line 1 { release 1.0@1:21 unclosed-brace: a `}` is missing",
                "line 1 { release 1.0 |line 2 { }@2:1 unclosed-brace: a `}` is missing",
                "line 1 { release 1.0 { notes \"x\" | release 1.1 }@2:2 unclosed-brace: a `}` is missing",
                "line 1 { } }|line 2 { }@1:12 stray-brace: this `}` closes nothing | remove it, or look for a `{` that"
                        + " is missing above",
                "min-age|line 2 { }@1:8 missing-word: a duration is missing after `min-age`",
                "line 1 { release 1.0 { released } }@1:32 missing-word: a date is missing after `released`",
                "waypoint 1.0|line 2 { }@1:13 missing-word: a text is missing after `1.0`",
                "line 1 requires java in [17, 21 { }@1:32 unclosed-bracket: a `]` is missing",
                "line 1 requires java in [17, 21|line 2 { }@1:32 unclosed-bracket: a `]` is missing",
                "line 1 requires path >= 2 { }@1:17 reserved-word: `path` is a word of the language and cannot be a"
                        + " name | take another name, such as `the-path`",
                "release 1.0 { }|line 1 { }@1:1 misplaced-word: `release` cannot stand here | it stands in the block"
                        + " of a `line`",
                "line 1 { broken 1.1 \"it is } |line 2 { }@1:21 unclosed-text: this text is not closed",
                "line 1; { }@1:7 needless-mark: `;` has no meaning here | nothing stands at the end of a statement",
                "line 1 { ; }@1:10 needless-mark: `;` has no meaning here | nothing stands at the end of a statement",
                "url https://example.org@1:5 missing-quotes: a URL stands in quotes | write `url"
                        + " \"https://example.org\"`",
                "line 1 requires java => 11 { }@1:22 other-spelling: `=>` is written `>=` here",
                "url \"a\\qb\"@1:7 unknown-escape: `\\q` means nothing in a text",
            })
    void oneMistakeOneMessage(String text, String message) {
        List<String> shown = shown(text.replace('|', '\n'));
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst()).startsWith(message);
    }

    @Test
    void theRestIsReadAllTheSame() {
        Diagnosed<ReleasesTree> parsed = parse("""
            releases "P"
            pth { direct }
            min-age
            line 1 { release 1.0 { relesed 2025-01-01  notes "n" } relase 1.1 { } broken 1.2 "x" }
            line 2 requires java > { release 2.0 }
            line 3 { release 3.0 {{ } }
            line 4 { release 4.0 }
            """);
        assertThat(parsed.diagnostics())
                .extracting(finding -> finding.at().start().line())
                .containsExactly(2, 3, 4, 4, 5, 6);
        assertThat(parsed.value()
                        .all(ReleasesEntry.Line.class)
                        .map(line -> line.number().text()))
                .containsExactly("1", "2", "3", "4");
        ReleasesEntry.Line first =
                parsed.value().all(ReleasesEntry.Line.class).findFirst().orElseThrow();
        assertThat(first.members()).hasSize(2);
        assertThat(((ReleasesEntry.Member.Release) first.members().getFirst()).clauses())
                .hasSize(1);
    }

    @Test
    void theKeywordsStandInAlphabeticalOrder() {
        List<String> words = new ReleasesDialect()
                .spellings(new ReleasesDialect().keywords().stream().sorted().toList());
        assertThat(words).isSorted().contains("as", "waypoint").doesNotContain("");
    }

    @Test
    void noMessageShowsWhereTheParserComesFrom() {
        for (String word : List.of(
                "line", "path {", "url", "back by", "line 1 { release", "%", "line 1 requires x", "waypoint ,")) {
            for (Diagnostic finding : parse(word).diagnostics()) {
                String words = finding.summary() + finding.label() + finding.help();
                assertThat(words).doesNotContain("EOF", "token", "LBRACE", "NAME", "mismatched", "TEXT_UNCLOSED");
            }
        }
    }
}
