package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.StatementFinding.CannotContinue;
import dev.rung.language.check.StatementFinding.EmptyUndo;
import dev.rung.language.check.StatementFinding.MisplacedClause;
import dev.rung.language.check.StatementFinding.MisplacedStatement;
import dev.rung.language.check.StatementFinding.NothingToUndo;
import dev.rung.language.check.StatementFinding.ReadsTheWorld;
import dev.rung.language.check.StatementFinding.UndoChangesMore;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in what takes something back, and in what can be taken back. */
class DeedCheckTest {
    private static List<Diagnostic> find(SourceFile file) {
        return Runbooks.check(file).diagnostics();
    }

    private static String phase(String statement) {
        return "phase \"p\" {\n" + statement + "\n}\n";
    }

    private static String quiet(String statement) {
        return "phase \"p\" changes nothing {\n" + statement + "\n}\n";
    }

    private static String hop(String statement) {
        return phase("step-through app to target {\n" + statement + "\n}");
    }

    private static String essentials(Diagnostic finding) {
        return finding.at().text() + " | " + finding.summary()
                + (finding.help().isEmpty() ? "" : " | " + finding.help());
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of(
                        phase("run \"a\" changes nothing undo { run \"b\" }"),
                        NothingToUndo.class,
                        "undo | there is nothing to take back: this `run` changes nothing | leave `undo` out, or say"
                                + " what is changed: `changes …`"),
                Arguments.of(
                        phase("http post url"),
                        UnknownName.class,
                        "post | there is no HTTP method `post` | did you mean `POST`?"),
                Arguments.of(
                        phase("http GET url undo { run \"a\" }"),
                        NothingToUndo.class,
                        "undo | there is nothing to take back: this `http` changes nothing | leave `undo` out, or say"
                                + " what is changed: `changes …`"),
                Arguments.of(
                        phase("http POST url changes db undo { http POST url changes store }"),
                        UndoChangesMore.class,
                        "store | this `undo` changes `store`, which what it takes back does not change | name `store`"
                                + " behind the `changes` of the statement itself, if it changes that too"),
                Arguments.of(
                        quiet("http POST url"),
                        MisplacedStatement.class,
                        "http | `http` cannot stand in a phase that changes nothing | say `changes nothing` behind it"
                                + " if that is so, else move it to another phase"),
                Arguments.of(
                        phase("http POST url with \"${size(db)}\" = 1"),
                        ReadsTheWorld.class,
                        "\"${size(db)}\" | the name of a header must be known when the plan is made, and `size` is read"
                                + " from the world | use inputs and abbreviations without readings here"),
                Arguments.of(
                        phase("http POST url expect \"ok\""),
                        WrongType.class,
                        "\"ok\" | expected an int, not a text | write it like `3`"),
                Arguments.of(
                        phase("http POST 3"),
                        WrongType.class,
                        "3 | expected a text or a url, not an int | write it in quotes, like"
                                + " `\"https://example.org\"`"),
                Arguments.of(
                        phase("manual a \"x\" undo \"y\""),
                        NothingToUndo.class,
                        "undo | there is nothing to take back: this `manual` changes nothing | leave `undo` out, or say"
                                + " what is changed: `changes …`"),
                Arguments.of(
                        phase("manual a \"x\" changes db undo \"y\" else continue"),
                        CannotContinue.class,
                        "else continue | a failed `manual` cannot be passed over | remove `else continue`: what says"
                                + " how it is taken back is taken back"),
                Arguments.of(
                        phase("manual a \"x\" changes jar"),
                        MisplacedClause.class,
                        "jar | `changes jar` cannot stand outside of a `step-through` | only a hop leads to another"
                                + " release of `jar`: move it there"),
                Arguments.of(
                        phase("manual a \"x\" changes db undo \"y\"\nconfirm undo-a \"z\""),
                        NameTwice.class,
                        "undo-a | the name `undo-a` is taken | what people confirm or do is answered by its name; take"
                                + " another one"),
                Arguments.of(
                        quiet("manual a \"x\" changes db"),
                        MisplacedStatement.class,
                        "manual | `manual` cannot stand in a phase that changes nothing | move it to a phase without"
                                + " `changes nothing`"),
                Arguments.of(
                        phase("manual a \"x\" changes db undo \"${size(db)}\""),
                        ReadsTheWorld.class,
                        "\"${size(db)}\" | what people are told must be known when the plan is made, and `size` is read"
                                + " from the world | use inputs and abbreviations without readings here"),
                Arguments.of(
                        phase("run \"a\" changes db undo { }"),
                        EmptyUndo.class,
                        "undo | this `undo` takes nothing back | write between its braces what takes it back, or leave"
                                + " it out: then a backup has to cover it"),
                Arguments.of(
                        phase("run \"a\" changes db undo { run \"b\" changes store }"),
                        UndoChangesMore.class,
                        "store | this `undo` changes `store`, which what it takes back does not change | name `store`"
                                + " behind the `changes` of the statement itself, if it changes that too"),
                Arguments.of(
                        phase("run \"a\" changes db undo { run \"b\" undo { run \"c\" } }"),
                        MisplacedClause.class,
                        "undo | `undo` cannot stand in an `undo` | nothing takes back what takes something back"),
                Arguments.of(
                        hop("rollback down { run \"a\" changes db undo { run \"b\" } }"),
                        MisplacedClause.class,
                        "undo | `undo` cannot stand in a `rollback` | nothing takes back what takes something back"),
                Arguments.of(
                        phase("run \"a\" changes db undo { stop server }"),
                        MisplacedStatement.class,
                        "stop | `stop` cannot stand in an `undo` | services, code and backups go back by themselves: it"
                                + " runs what takes back what its statement has done"),
                Arguments.of(
                        phase("run \"a\" changes db undo { when healthy { run \"b\" } }"),
                        MisplacedStatement.class,
                        "when | `when` cannot stand in an `undo` | services, code and backups go back by themselves: it"
                                + " runs what takes back what its statement has done"),
                Arguments.of(
                        phase("run \"a\" changes db undo { run \"b\" } else continue"),
                        CannotContinue.class,
                        "else continue | a failed `run` cannot be passed over | remove `else continue`: what says how"
                                + " it is taken back is taken back"),
                Arguments.of(
                        phase("run \"a\" changes jar"),
                        MisplacedClause.class,
                        "jar | `changes jar` cannot stand outside of a `step-through` | only a hop leads to another"
                                + " release of `jar`: move it there"),
                Arguments.of(
                        hop("rollback down { run \"a\" changes db, jar }"),
                        MisplacedClause.class,
                        "jar | `changes jar` cannot stand in a `rollback` | it brings data back; code goes back by"
                                + " itself"),
                Arguments.of(
                        hop("run \"a\" changes server"),
                        WrongType.class,
                        "server | expected an artifact, a bucket, a config, a database or files, not a service | there"
                                + " are `jar`, `db` and `store`"),
                Arguments.of(
                        quiet("point-of-no-return \"x\""),
                        MisplacedStatement.class,
                        "point-of-no-return | `point-of-no-return` cannot stand in a phase that changes nothing | move"
                                + " it to a phase without `changes nothing`"),
                Arguments.of(
                        hop("point-of-no-return \"x\" else continue"),
                        CannotContinue.class,
                        "else continue | a failed `point-of-no-return` cannot be passed over | remove `else continue`:"
                                + " what follows rests on this statement"),
                Arguments.of(
                        hop("rollback down { point-of-no-return \"x\" }"),
                        MisplacedStatement.class,
                        "point-of-no-return | `point-of-no-return` cannot stand in a `rollback` | services are held and"
                                + " the newer code is in place there: it runs what brings the data back"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void oneMistakeIsOneFinding(String rest, Class<? extends Diagnostic> type, String expected) {
        List<Diagnostic> found = find(Runbooks.app(rest));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).isInstanceOf(type);
        assertThat(essentials(found.getFirst())).isEqualTo(expected);
    }

    @Test
    void codeOfOneSystemDoesNotChangeInAHopOfAnother() {
        String other = """
            system other {
              releases "app.releases"
              artifact war = file("x.war")
              installed = version("1.0")
              healthy = app.healthy
              java = app.java
            }
            """;
        assertThat(find(Runbooks.app(other + hop("run \"a\" changes war, jar"))))
                .singleElement()
                .isInstanceOfSatisfying(MisplacedClause.class, finding -> {
                    assertThat(finding.summary()).isEqualTo("`changes war` cannot stand in a `step-through` of `app`");
                    assertThat(finding.help()).isEqualTo("`war` is code of `other`, which has hops of its own");
                });
    }
}
