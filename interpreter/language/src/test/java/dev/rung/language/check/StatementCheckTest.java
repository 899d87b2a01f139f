package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.check.CommandFinding.HoleInShell;
import dev.rung.language.check.NameFinding.GivenName;
import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.StatementFinding.AtLeastOne;
import dev.rung.language.check.StatementFinding.CannotContinue;
import dev.rung.language.check.StatementFinding.CannotRetry;
import dev.rung.language.check.StatementFinding.MisplacedStatement;
import dev.rung.language.check.StatementFinding.NotASha256;
import dev.rung.language.check.StatementFinding.ReadsLockedDatabase;
import dev.rung.language.check.StatementFinding.ReadsTheWorld;
import dev.rung.language.check.StatementFinding.UndoChangesMore;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with statements that have no class of tests of their own. */
class StatementCheckTest {
    private static List<Diagnostic> phase(String statements) {
        return Runbooks.check(Runbooks.app(
                        "config conf = properties(\"${home}/app.conf\")", "phase \"p\" {\n" + statements + "\n}\n"))
                .diagnostics();
    }

    private static String hop(String statements) {
        return "step-through app to target {\n" + statements + "\n}";
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("shell \"rm ${home}\"", HoleInShell.class, "home"),
                Arguments.of("shell 'ls' expect \"x\"", WrongType.class, "\"x\""),
                Arguments.of("shell 'ls' undo { sql db \"x\" } changes store", UndoChangesMore.class, "db"),
                Arguments.of("sql store \"x\"", WrongType.class, "store"),
                Arguments.of("sql dp \"x\"", UnknownName.class, "dp"),
                Arguments.of("stop server\nsql db 5", WrongType.class, "5"),
                Arguments.of("stop server\nsql db \"x\" with 5", WrongType.class, "5"),
                Arguments.of("sql db \"x\"", ReadsLockedDatabase.class, "db"),
                Arguments.of("set conf \"a\" = 1", MisplacedStatement.class, "set"),
                Arguments.of("unset conf \"a\"", MisplacedStatement.class, "unset"),
                Arguments.of(hop("set db \"a\" = 1"), WrongType.class, "db"),
                Arguments.of(hop("set conf \"${healthy}\" = 1"), ReadsTheWorld.class, "\"${healthy}\""),
                Arguments.of("restore jar", WrongType.class, "jar"),
                Arguments.of("restore db from 5", WrongType.class, "5"),
                Arguments.of("restore db else continue", CannotContinue.class, "else continue"),
                Arguments.of("download 5 to home", WrongType.class, "5"),
                Arguments.of("download url to 5", WrongType.class, "5"),
                Arguments.of("download url to home sha256 \"abc\"", NotASha256.class, "\"abc\""),
                Arguments.of("notify 5 \"x\"", WrongType.class, "5"),
                Arguments.of("notify url \"${healthy}\"", ReadsTheWorld.class, "\"${healthy}\""),
                Arguments.of("fail \"x\" else continue", CannotContinue.class, "else continue"),
                Arguments.of(hop("acknowledge notes"), MisplacedStatement.class, "acknowledge notes"),
                Arguments.of("let home = 5", NameTwice.class, "home"),
                Arguments.of("let next = 5", GivenName.class, "next"),
                Arguments.of("let x = 1\nlet x = 2 ", NameTwice.class, "x"),
                Arguments.of("when healthy { let x = 1 }\nsay \"${x}\"", UnknownName.class, "x"),
                Arguments.of("for x in [1] { say \"${x}\" }\nsay \"${x}\"", UnknownName.class, "x"),
                Arguments.of("for x in 5 { }", WrongType.class, "5"),
                Arguments.of("for home in [1] { }", NameTwice.class, "home"),
                Arguments.of("for x in [1] { backup store to home }", MisplacedStatement.class, "backup"),
                Arguments.of(
                        "for x in [1] { point-of-no-return \"x\" }", MisplacedStatement.class, "point-of-no-return"),
                Arguments.of(
                        "for x in [1] { step-through app to target { } }", MisplacedStatement.class, "step-through"),
                Arguments.of("stop server retry 2 every 5s", CannotRetry.class, "retry 2 every 5s"),
                Arguments.of("run \"x\" changes db retry 2 every 5s", CannotRetry.class, "retry 2 every 5s"),
                Arguments.of("require healthy retry 0 every 5s", AtLeastOne.class, "0"),
                Arguments.of("require healthy retry 2 every 5", WrongType.class, "5"),
                Arguments.of("backup store to home keep 0", AtLeastOne.class, "0"),
                Arguments.of("backup store to home keep 1m", WrongType.class, "1m"),
                Arguments.of("swap jar with home", MisplacedStatement.class, "swap"),
                Arguments.of(hop("swap jar with home sha256 5"), WrongType.class, "5"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void oneMistakeIsOneFinding(String statements, Class<? extends Diagnostic> type, String at) {
        assertThat(phase(statements)).singleElement().satisfies(finding -> {
            assertThat(finding).isInstanceOf(type);
            assertThat(finding.at().text()).isEqualTo(at);
        });
    }

    static Stream<String> sound() {
        return Stream.of(
                "shell 'ls \"$A\"' with A = home changes nothing retry 2 every 5s",
                "let x = output(\"date\")\nsay \"now\"\nwhen x == \"\" { fail \"nothing\" }",
                "let x = 1\nlet y = x\nrequire y == 1",
                "for x in json(url, \"$\") { for y in [x] { run [\"a\", y] changes nothing named b } }",
                "acknowledge notes within 1h",
                "stop server\nsql db \"update t set a = ?\" with [home] named renamed",
                hop("set conf \"a\" = next.line\nunset conf \"b\""),
                hop("let old = \"${current}\"\nrun [\"x\", old] changes nothing"),
                "let at-night = true\n" + hop("when at-night { say \"night\" }"),
                hop("swap db with \"${home}/dump\" sha256 \"" + "a".repeat(64) + "\""),
                "require healthy retry 3 every 10s else \"it must be well\"",
                "backup store to home keep 5 retry 1 every 1m");
    }

    @ParameterizedTest
    @MethodSource("sound")
    void thereIsNothingWrongWithIt(String statements) {
        assertThat(phase(statements)).isEmpty();
    }
}
