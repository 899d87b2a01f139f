package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.Completeness;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.effect.Stop;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.text.SourceFile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person types, in the words of a loaded runbook. */
class ToolchainTest {
    private final Toolchain toolchain = new Toolchain(Runbooks.quickstart());
    private final CheckedRunbook ledger = toolchain.check(Runbooks.ledger()).value();

    private Diagnosed<Expression> expression(String typed) {
        return toolchain.expression(ledger, Map.of("home", "/x"), new SourceFile("typed", typed));
    }

    private Diagnosed<Item.Step> statement(String typed) {
        return toolchain.statement(ledger, Map.of("home", "/x"), new SourceFile("typed", typed));
    }

    @Test
    void anExpressionIsClosed() {
        assertThat(expression("\"${home}/y\"").value()).isEqualTo(new Expression.Literal(new Value.Text("/x/y")));
        assertThat(expression("healthy").value()).isInstanceOf(Expression.Binary.class);
        assertThat(expression("ledger.installed").value()).isEqualTo(new Expression.Installed("ledger"));
        assertThat(expression("size(books)").diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "current          | outside-hop",
                "sise(books)      | unknown-name",
                "1 +              | missing-word",
                "size(books) > 1  | wrong-type",
            })
    void aWrongExpressionIsAnUnknownOneWithItsFinding(String typed, String finding) {
        Diagnosed<Expression> wrong = expression(typed);
        assertThat(wrong.diagnostics()).extracting(each -> each.name()).containsExactly(finding);
        assertThat(((Expression.Literal) wrong.value()).value()).isInstanceOf(Value.Unknown.class);
    }

    @Test
    void aStatementIsAStep() {
        Item.Step step = statement("stop server within 3m").value();
        assertThat(step.effects()).containsExactly(new Stop("server"));
        assertThat(step.id()).isEqualTo("typed/stop-server");
        assertThat(step.at().file().name()).isEqualTo("typed");
        assertThat(statement("backup books to \"/b\"").value().effects()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop servr                  | unknown-name",
                "swap jar to next            | misplaced-statement",
                "when healthy { }            | misplaced-statement",
                "step-through ledger to 2 {} | misplaced-statement",
                "stop server start server    | not-one-statement",
                "healthy                     | not-one-statement",
                "say \"${current}\"          | outside-hop",
                "stpo server                 | unknown-word",
            })
    void aWrongStatementDoesNothing(String typed, String finding) {
        Diagnosed<Item.Step> wrong = statement(typed);
        assertThat(wrong.diagnostics()).extracting(each -> each.name()).containsExactly(finding);
        assertThat(wrong.value().effects()).isEmpty();
    }

    @Test
    void anInputThatIsMissingKeepsOnlyWhatNeedsItFromItsValue() {
        CheckedRunbook runbook =
                Runbooks.check(Runbooks.app("input days : int\n")).value();
        Toolchain app = Runbooks.toolchain();
        assertThat(app.expression(runbook, Map.of(), new SourceFile("typed", "1 + 2"))
                        .value())
                .isEqualTo(new Expression.Literal(new Value.Whole(3)));
        assertThat(app.expression(runbook, Map.of(), new SourceFile("typed", "days"))
                        .value())
                .isEqualTo(new Expression.Literal(new Value.Unknown("the input `days` is not given")));
    }

    @Test
    void completenessIsTheReaders() {
        assertThat(toolchain.completeness("when healthy {")).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void theFindingsOfAReleaseFileAreToldWithItsPlace() {
        Toolchain broken = new Toolchain(Runbooks.files(Map.of("app.releases", "releases \"x\"\nlne 3 { }\n")));
        Diagnosed<CheckedRunbook> checked = broken.check(Runbooks.app(""));
        assertThat(checked.hasErrors()).isTrue();
        assertThat(checked.diagnostics())
                .anyMatch(finding -> finding.at().file().name().equals("app.releases"));
    }
}
