package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.syntax.ExpressionNode.Binary;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.text.SourceFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {
    private static ExpressionNode expression(String text) {
        Diagnosed<ExpressionNode> read = RunbookReader.expression(new SourceFile("e", text));
        assertThat(read.diagnostics()).isEmpty();
        return read.value();
    }

    private static Statement statement(String text) {
        Diagnosed<Typed> read = RunbookReader.typed(new SourceFile("s", text));
        assertThat(read.diagnostics()).isEmpty();
        return ((Typed.Statements) read.value()).statements().getFirst();
    }

    /** With all parentheses that it could have. */
    private static String grouped(ExpressionNode node) {
        return switch (node) {
            case Binary binary ->
                "(" + grouped(binary.left()) + " " + binary.operator().word() + " " + grouped(binary.right()) + ")";
            case ExpressionNode.Not not -> "(not " + grouped(not.operand()) + ")";
            case ExpressionNode.Use use -> use.name();
            case ExpressionNode.Member member -> grouped(member.owner()) + "." + member.member();
            case ExpressionNode.Literal literal -> literal.value().shown();
            case ExpressionNode.Range range -> "(" + grouped(range.from()) + " .. " + grouped(range.to()) + ")";
            case ExpressionNode.Items items ->
                items.items().stream().map(TreeTest::grouped).collect(Collectors.joining(", ", "[", "]"));
            case ExpressionNode.Call call -> call.name() + "(…)";
            case ExpressionNode.Text text -> "text";
            case ExpressionNode.Unread unread -> "unread";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a or b and c             | (a or (b and c))",
                "not a == b               | (not (a == b))",
                "not a and b              | ((not a) and b)",
                "a + b * c >= d           | ((a + (b * c)) >= d)",
                "(a + b) * c              | ((a + b) * c)",
                "a.b.line in 1.0 .. 2     | (a.b.line in (1.0 .. 2))",
                "a not in [b, c,]         | (a not in [b, c])",
                "a in b and c matches d   | ((a in b) and (c matches d))",
                "a / b / c                | ((a / b) / c)",
            })
    void operatorsBindAsTheLanguageSays(String text, String expected) {
        assertThat(grouped(expression(text))).isEqualTo(expected);
    }

    @Test
    void literalsSayTheirTypeByTheirForm() {
        assertThat(((ExpressionNode.Literal) expression("1h30m")).value())
                .isEqualTo(new Value.Span(Duration.ofMinutes(90)));
        assertThat(((ExpressionNode.Literal) expression("512MiB")).value()).isEqualTo(new Value.Size(512L << 20));
        assertThat(((ExpressionNode.Literal) expression("2GB")).value()).isEqualTo(new Value.Size(2_000_000_000L));
        assertThat(((ExpressionNode.Literal) expression("150%")).value()).isEqualTo(new Value.Percentage(150));
        assertThat(((ExpressionNode.Literal) expression("2025-01-30")).value())
                .isEqualTo(new Value.Day(LocalDate.of(2025, 1, 30)));
        assertThat(((ExpressionNode.Literal) expression("2.42-rc1")).value().shown())
                .isEqualTo("2.42-rc1");
        assertThat(((ExpressionNode.Literal) expression("42")).value()).isEqualTo(new Value.Whole(42));
    }

    private static String text(String source) {
        return ((ExpressionNode.Text) expression(source))
                .pieces().stream()
                        .map(piece -> switch (piece) {
                            case Piece.Fixed(String fixed) -> fixed;
                            case Piece.Hole(ExpressionNode value) -> "<" + grouped(value) + ">";
                        })
                        .collect(Collectors.joining());
    }

    @Test
    void textsTakeEscapesAndHoles() {
        assertThat(text("\"a\\t\\\"b\\\" $HOME \\${x} ${x}${\"y\"}\"")).isEqualTo("a\t\"b\" $HOME ${x} <x><text>");
        assertThat(text("'a\\t${x}'")).isEqualTo("a\\t${x}");
        assertThat(text("''")).isEmpty();
        assertThat(text("\"\"")).isEmpty();
    }

    @Test
    void textsOverSeveralLinesLoseTheirCommonIndentation() {
        assertThat(text("\"\"\"\n    a \"b\"\n      ${c} d\n\n    e\n    \"\"\""))
                .isEqualTo("a \"b\"\n  <c> d\n\ne");
        assertThat(text("'''\r\n  it's ''here''\r\n    ${x}\r\n  '''")).isEqualTo("it's ''here''\n  ${x}");
        assertThat(text("\"\"\"one\n  two\"\"\"")).isEqualTo("one\ntwo");
        assertThat(text("\"\"\"\n  a\\n  b\n  \"\"\"")).isEqualTo("a\n  b");
    }

    @Test
    void clausesStandInAnyOrder() {
        Statement.Run one = (Statement.Run)
                statement("run \"a b\" changes x, y from home with A = 1, to = 2 expect 0, 3 idempotent within 3m named"
                        + " z else continue");
        Statement.Run other = (Statement.Run)
                statement("run \"a b\" else continue named z within 3m idempotent expect 0, 3 with A = 1, to = 2 from"
                        + " home changes x, y");
        for (Statement.Run run : List.of(one, other)) {
            assertThat(run.changes().orElseThrow().parts())
                    .extracting(Name::text)
                    .containsExactly("x", "y");
            assertThat(run.environment())
                    .extracting(setting -> setting.name().text())
                    .containsExactly("A", "to");
            assertThat(run.expect()).hasSize(2);
            assertThat(run.idempotent()).isTrue();
            assertThat(run.tail().named().orElseThrow().text()).isEqualTo("z");
            assertThat(run.tail().orContinue()).isPresent();
            assertThat(run.tail().within()).isPresent();
        }
        assertThat(((Statement.Run) statement("run \"a\" changes nothing"))
                        .changes()
                        .orElseThrow()
                        .parts())
                .isEmpty();
    }

    @Test
    void howARunIsTakenBackStandsInABlock() {
        Statement.Run run =
                (Statement.Run) statement("run \"a\" undo { run \"b\" changes x wait for c } changes x within 3m");
        assertThat(run.undo().orElseThrow().body()).extracting(Statement::word).containsExactly("run", "wait for");
        assertThat(run.changes()).isPresent();
        assertThat(run.tail().within()).isPresent();
    }

    @Test
    void whatAPersonDoesMayChangeSomethingAndBeTakenBack() {
        Statement.Manual manual =
                (Statement.Manual) statement("manual a \"b\" undo \"c\" changes x, y verify d within 1h");
        assertThat(manual.changes().orElseThrow().parts())
                .extracting(Name::text)
                .containsExactly("x", "y");
        assertThat(manual.undo()).isPresent();
        assertThat(manual.verify()).isPresent();
    }

    @Test
    void theClausesOfARequestStandInAnyOrder() {
        for (String text : List.of(
                "http POST \"u\" with \"A-B\" = 1, \"C\" = x body \"${y}\" expect 200, 204 changes a undo { run \"b\" }"
                        + " within 1m",
                "http POST \"u\" within 1m undo { run \"b\" } changes a expect 200, 204 body \"${y}\" with \"A-B\" = 1,"
                        + " \"C\" = x")) {
            Statement.Http http = (Statement.Http) statement(text);
            assertThat(http.method().text()).isEqualTo("POST");
            assertThat(http.headers())
                    .extracting(header -> grouped(header.value()))
                    .containsExactly("1", "x");
            assertThat(http.content()).isPresent();
            assertThat(http.expect()).hasSize(2);
            assertThat(http.changes()).isPresent();
            assertThat(http.undo().orElseThrow().body()).hasSize(1);
            assertThat(http.tail().within()).isPresent();
        }
    }

    @Test
    void everyKeywordIsANameWhereNothingElseCanBeMeant() {
        for (String word : RunbookReader.keywords()) {
            assertThat(grouped(expression("a." + word))).isEqualTo("a." + word);
            assertThat(((ExpressionNode.Call) expression("f(" + word + ": 1)"))
                            .arguments()
                            .getFirst()
                            .name())
                    .hasValueSatisfying(name -> assertThat(name.text()).isEqualTo(word));
            assertThat(((Statement.Run) statement("run \"x\" with " + word + " = 1"))
                            .environment()
                            .getFirst()
                            .name())
                    .extracting(Name::text)
                    .isEqualTo(word);
            assertThat(RunbookReader.file(new SourceFile("f", "runbook \"x\" input a : " + word))
                            .diagnostics())
                    .isEmpty();
        }
    }

    @Test
    void comparisonsOfVersionsAreNoTexts() {
        Statement.RequireVersion require =
                (Statement.RequireVersion) statement("require-version app not in 1.0 .. 2.0");
        assertThat(require.relation()).isEqualTo(Operator.NOT_IN);
        assertThat(require.system().orElseThrow().text()).isEqualTo("app");
        assertThat(((Statement.RequireVersion) statement("require-version == next")).system())
                .isEmpty();
    }

    @Test
    void documentationStandsDirectlyAbove() {
        SyntaxTree tree = RunbookReader.file(new SourceFile("f", """
            runbook "x"
            ## lost

            ## the folder
            ##   of all
            input home : path   # not this
            # nor this
            input port : int
            """)).value();
        assertThat(tree.inputs())
                .extracting(Declaration.Input::documentation)
                .containsExactly("the folder\nof all", "");
    }

    @Test
    void lineBreaksMeanNothing() {
        String text = "runbook \"x\"\nphase \"p\" {\n  stop a, b\n  wait for c within 3m\n}\n";
        SyntaxTree broken =
                RunbookReader.file(new SourceFile("f", text.replace(" ", "\n"))).value();
        SyntaxTree joined =
                RunbookReader.file(new SourceFile("f", text.replace("\n", " "))).value();
        assertThat(joined.phases().getFirst().body()).hasSize(2);
        assertThat(broken.phases().getFirst().body()).hasSize(2);
    }
}
