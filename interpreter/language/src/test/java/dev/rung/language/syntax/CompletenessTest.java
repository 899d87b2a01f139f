package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "stop server              | COMPLETE",
                "``                       | COMPLETE",
                "# nothing but a comment  | COMPLETE",
                "1 + 2                    | COMPLETE",
                "let x = 3                | COMPLETE",
                "stop a start b           | COMPLETE",
                "when healthy { stop a }  | COMPLETE",
                "stop                     | INCOMPLETE",
                "swap jar with            | INCOMPLETE",
                "when healthy {           | INCOMPLETE",
                "size(                    | INCOMPLETE",
                "1 +                      | INCOMPLETE",
                "say \"\"\"abc            | INCOMPLETE",
                "say '''abc               | INCOMPLETE",
                "say \"abc                | WRONG",
                "say 'abc                 | WRONG",
                "say \"a ${b              | WRONG",
                "swpa jar to next         | WRONG",
                "stop ;                   | WRONG",
                "}                        | WRONG",
                "let x = 1.5h             | WRONG",
            })
    void answers(String typed, Completeness expected) {
        assertThat(RunbookReader.completeness(typed)).isEqualTo(expected);
    }

    /** Whoever types a right statement is never told on the way that it is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "require free-space(backups) >= 3 * size(books)\n  else \"no room\" within 3m",
                "require-version ledger not in 1.8 .. 2.0 named early",
                "backup a, b to \"/x/${y}\" verified by restore",
                "run [\"a\", \"b\"] changes a, b from home with A = 1, B = \"x\" expect 0, 3 idempotent else continue",
                "wait for healthy and x matches 'a' unless log-has(server, 'b') within 1h30m",
                "when crosses(2.0) { stop a } else { swap db with \"x\" }",
                "say \"\"\"\n  several\n  lines\n  \"\"\"",
                "let x = not (a.b == [1, 2,] or 2025-01-30 < c)",
            })
    void everyCutAtATokenIsUnfinished(String statement) {
        SourceFile file = new SourceFile("typed", statement);
        List<Token> tokens = RunbookReader.tokens(file);
        boolean inText = false;
        for (Token token : tokens) {
            String mark = file.text(token.span());
            boolean oneLineMark = token.kind() == Token.Kind.TEXT && mark.equals("\"");
            inText ^= oneLineMark;
            if (!inText) {
                assertThat(RunbookReader.completeness(
                                statement.substring(0, token.span().end())))
                        .as(statement.substring(0, token.span().end()))
                        .isNotEqualTo(Completeness.WRONG);
            }
        }
    }

    @Test
    void whatIsTypedIsStatementsAnAbbreviationOrAnExpression() {
        assertThat(RunbookReader.typed(new SourceFile("t", "stop a stop b")).value())
                .isInstanceOfSatisfying(
                        Typed.Statements.class,
                        typed -> assertThat(typed.statements()).hasSize(2));
        assertThat(RunbookReader.typed(new SourceFile("t", "let a = 1")).value())
                .isInstanceOf(Typed.Abbreviation.class);
        assertThat(RunbookReader.typed(new SourceFile("t", "healthy")).value()).isInstanceOf(Typed.Asked.class);
        assertThat(RunbookReader.typed(new SourceFile("t", " # x")).value()).isInstanceOf(Typed.Nothing.class);
    }
}
