package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.Toolchain;
import dev.rung.language.check.ArgumentFinding.ArgumentTwice;
import dev.rung.language.check.ArgumentFinding.MissingArgument;
import dev.rung.language.check.ArgumentFinding.SurplusArgument;
import dev.rung.language.check.ArgumentFinding.WrongDriver;
import dev.rung.language.check.NameFinding.Cycle;
import dev.rung.language.check.NameFinding.GivenName;
import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.NoValue;
import dev.rung.language.check.NameFinding.OutsideHop;
import dev.rung.language.check.NameFinding.UnknownMember;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.NameFinding.WhichSystem;
import dev.rung.language.check.StatementFinding.CannotContinue;
import dev.rung.language.check.StatementFinding.MisplacedStatement;
import dev.rung.language.check.StatementFinding.ReadsLockedDatabase;
import dev.rung.language.check.StatementFinding.ReadsTheWorld;
import dev.rung.language.check.StatementFinding.StatementTwice;
import dev.rung.language.check.StatementFinding.SwapsToNext;
import dev.rung.language.check.SystemFinding.MemberTwice;
import dev.rung.language.check.SystemFinding.MissingFact;
import dev.rung.language.check.SystemFinding.MissingMember;
import dev.rung.language.check.SystemFinding.UnknownReleaseFile;
import dev.rung.language.check.TypeFinding.BadPattern;
import dev.rung.language.check.TypeFinding.CommandInName;
import dev.rung.language.check.TypeFinding.Incompatible;
import dev.rung.language.check.TypeFinding.RangeAlone;
import dev.rung.language.check.TypeFinding.WrongDefault;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
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
                        phase("stop servr"),
                        UnknownName.class,
                        "servr | there is no service `servr` | did you mean `server`?"),
                Arguments.of(
                        phase("backup jar to home"),
                        WrongType.class,
                        "jar | expected a bucket, a config, a database or files, not an artifact | there are `db` and"
                                + " `store`"),
                Arguments.of(
                        phase("require hom == \"/x\""),
                        UnknownName.class,
                        "hom | there is no name `hom` | did you mean `home`?"),
                Arguments.of(
                        phase("require free-spce(home) > 3GB"),
                        UnknownName.class,
                        "free-spce | there is no call `free-spce` | did you mean `free-space`?"),
                Arguments.of(
                        phase("require free-space() > 3GB"),
                        MissingArgument.class,
                        "free-space | `free-space` needs its `path`: any path on it | add `path: …` between its"
                                + " parentheses"),
                Arguments.of(
                        phase("require exists(home, home)"),
                        SurplusArgument.class,
                        "home | `exists` takes one argument without a name | leave it out, or say which argument it"
                                + " is: `name: …`"),
                Arguments.of(
                        phase("require exists(home, path: home)"),
                        ArgumentTwice.class,
                        "path: home | `exists` is given its `path` twice | keep one of them"),
                Arguments.of(
                        phase("require exists(pth: home)"),
                        UnknownName.class,
                        "pth | there is no argument `pth` | did you mean `path`?"),
                Arguments.of(
                        phase("require java"),
                        WrongType.class,
                        "java | expected a bool, not a version | write a comparison, such as `java >= 1.0`"),
                Arguments.of(
                        phase("require size(db) > 3"),
                        Incompatible.class,
                        "size(db) > 3 | a size and an int do not go together with `>` | write a size with its unit,"
                                + " such as `3GB`"),
                Arguments.of(
                        phase("require 1.5 * size(db) < 3GB"),
                        Incompatible.class,
                        "1.5 * size(db) | a version and a size do not go together with `*` | a share is written in"
                                + " percent: `150% * size(…)`"),
                Arguments.of(
                        phase("require size(\"db\") > 3GB and running(\"server\")"),
                        WrongType.class,
                        "\"server\" | expected a service, not a text | write the part's name without quotes"),
                Arguments.of(
                        phase("require home matches '('"), BadPattern.class, "'(' | this is no regular expression"),
                Arguments.of(
                        phase("require 1.0 .. 2.0"), RangeAlone.class, "1.0 .. 2.0 | a range stands only behind `in`"),
                Arguments.of(phase("say \"${db}\""), NoValue.class, "db | `db` is a part and has no value of its own"),
                Arguments.of(
                        phase("say \"${app}\""),
                        NoValue.class,
                        "app | `app` is a system and has no value of its own | name one of its facts: `app.installed`"),
                Arguments.of(
                        phase("say \"${size(db)}\""),
                        ReadsTheWorld.class,
                        "\"${size(db)}\" | what people are told must be known when the plan is made, and `size` is read"
                                + " from the world | use inputs and abbreviations without readings here"),
                Arguments.of(
                        phase("require app.instaled > 1.0"),
                        UnknownMember.class,
                        "instaled | the system `app` has no fact `instaled` | did you mean `installed`?"),
                Arguments.of(
                        hop("say \"${next.lin}\""),
                        UnknownMember.class,
                        "lin | a release has no member `lin` | did you mean `line`?"),
                Arguments.of(
                        phase("say \"${current}\""),
                        OutsideHop.class,
                        "current | `current` has a meaning only within a `step-through` | outside of it `installed` is"
                                + " the version that is there"),
                Arguments.of(
                        phase("require crosses(2.0)"),
                        OutsideHop.class,
                        "crosses | `crosses` has a meaning only within a `step-through` | move what asks for it into"
                                + " the `step-through`"),
                Arguments.of(
                        quiet("stop server"),
                        MisplacedStatement.class,
                        "stop | `stop` cannot stand in a phase that changes nothing | move it to a phase without"
                                + " `changes nothing`"),
                Arguments.of(
                        quiet("when app.healthy { run \"x\" changes db }"),
                        MisplacedStatement.class,
                        "run | `run` cannot stand in a phase that changes nothing | say `changes nothing` behind it if"
                                + " that is so, else move it to another phase"),
                Arguments.of(
                        phase("swap jar to next"),
                        MisplacedStatement.class,
                        "swap | `swap` cannot stand outside of a `step-through` | only a hop has a `next` release to"
                                + " swap to"),
                Arguments.of(
                        hop("swap jar to 2.0"),
                        SwapsToNext.class,
                        "2.0 | an artifact is swapped to `next`, the release that the hop leads to | write `swap … to"
                                + " next`; which releases are gone to is for `step-through` and its `via` to say"),
                Arguments.of(
                        hop("rollback down { stop server }"),
                        MisplacedStatement.class,
                        "stop | `stop` cannot stand in a `rollback` | services are held and the newer code is in place"
                                + " there: it runs what brings the data back"),
                Arguments.of(
                        phase("rollback down { }"),
                        MisplacedStatement.class,
                        "rollback | `rollback` cannot stand here | it stands directly in a `step-through`, and is"
                                + " offered for its hops"),
                Arguments.of(
                        hop("step-through app to 2 { }"),
                        MisplacedStatement.class,
                        "step-through | `step-through` cannot stand in a `step-through` of the same system | its hops"
                                + " are found by the release file, not by each other"),
                Arguments.of(
                        phase("start gate\nwhen app.healthy { start gate }"),
                        StatementTwice.class,
                        "start | two statements of this body are called `start-gate` | give one of them a name of its"
                                + " own with `named …`"),
                Arguments.of(
                        hop("stop server else continue"),
                        CannotContinue.class,
                        "else continue | a failed `stop` cannot be passed over | remove `else continue`: what follows"
                                + " rests on this statement"),
                Arguments.of(
                        phase("confirm a \"x\"\nmanual a \"y\""),
                        NameTwice.class,
                        "a | the name `a` is taken | what people confirm or do is answered by its name; take another"
                                + " one"),
                Arguments.of(
                        "let c = \"ls -l\"\n" + phase("run c changes nothing"),
                        CommandInName.class,
                        "c | a command is a text written out here, or a list of words | a text is split into words"
                                + " before its values are filled in; write `[\"…\", \"…\"]` for words that come from"
                                + " elsewhere"),
                Arguments.of(
                        phase("require sql-value(db, \"select 1\") == 1"),
                        ReadsLockedDatabase.class,
                        "sql-value(db, \"select 1\") | `db` cannot be read here: `server` has it open | ask the"
                                + " application instead, or read it while `server` is stopped"),
                Arguments.of(
                        phase("start server within 3"),
                        WrongType.class,
                        "3 | expected a duration, not an int | write it with its unit: `3s`, `3m`"),
                Arguments.of(
                        phase("step-through ap to 2 { }"),
                        UnknownName.class,
                        "ap | there is no system `ap` | did you mean `app`?"),
                Arguments.of("let a = b\nlet b = not a\n", Cycle.class, "a | `a` is said by way of itself"),
                Arguments.of(
                        "let home = 1\n",
                        NameTwice.class,
                        "home | the name `home` is taken | inputs, secrets, places, abbreviations, systems and parts"
                                + " share their names; take another one"),
                Arguments.of(
                        "let next = 1\n",
                        GivenName.class,
                        "next | `next` has a meaning of its own and cannot be declared | take another name"),
                Arguments.of(
                        "input a : pth\n", UnknownName.class, "pth | there is no type `pth` | did you mean `path`?"),
                Arguments.of(
                        "input a : int = \"3\"\n",
                        WrongDefault.class,
                        "\"3\" | the default of `a` is a text, and the input an int | write `3`"),
                Arguments.of(
                        "input a : text = output(\"x\")\n",
                        ReadsTheWorld.class,
                        "output(\"x\") | a default must be known when the plan is made, and `output` is read from the"
                                + " world | use inputs and abbreviations without readings here"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void oneMistakeIsOneFinding(String rest, Class<? extends Diagnostic> type, String expected) {
        List<Diagnostic> found = find(Runbooks.app(rest));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).isInstanceOf(type);
        assertThat(essentials(found.getFirst())).isEqualTo(expected);
    }

    static Stream<Arguments> members() {
        return Stream.of(
                Arguments.of(
                        "artifact war = fle(\"x\")",
                        UnknownName.class,
                        "fle | there is no driver `fle` | did you mean `file`?"),
                Arguments.of(
                        "artifact war = h2(\"x\")",
                        WrongDriver.class,
                        "h2 | `h2` makes a database, not an artifact | for an artifact there is `commands`,"
                                + " `directory`, `file`, `git`, `image`, `link` and `war`"),
                Arguments.of(
                        "database other = h2(\"x\", locked-by: jar)",
                        WrongType.class,
                        "jar | expected a service, not an artifact"),
                Arguments.of(
                        "database other = h2(\"x\", locked-by: servr)",
                        UnknownName.class,
                        "servr | there is no name `servr` | did you mean `server`?"),
                Arguments.of(
                        "service other = process(\"x\")",
                        MissingArgument.class,
                        "process | `process` needs its `pid-file`: the file that its process id stands in | add"
                                + " `pid-file: …` between its parentheses"),
                Arguments.of(
                        "service other = process(\"x\", pid-file: \"p\", writes: [db, jar])",
                        UnknownName.class,
                        "jar | there is no data part `jar` | there are `db` and `store`"),
                Arguments.of(
                        "files other = directory(output(\"pwd\"))",
                        ReadsTheWorld.class,
                        "output(\"pwd\") | an argument of a driver must be known when the plan is made, and `output` is"
                                + " read from the world | use inputs and abbreviations without readings here"),
                Arguments.of(
                        "java = java-version(\"x\")",
                        MemberTwice.class,
                        "java | the system says `java` twice | keep one of them"),
                Arguments.of(
                        "invariant rows = sql-value(db, \"select count(*) from t\")",
                        ReadsLockedDatabase.class,
                        "sql-value(db, \"select count(*) from t\") | `db` cannot be read once the hop is done:"
                                + " `server` has it open | ask the application instead, or read it while `server` is"
                                + " stopped"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void oneMistakeInASystemIsOneFinding(String member, Class<? extends Diagnostic> type, String expected) {
        List<Diagnostic> found = find(Runbooks.app(member, ""));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst()).isInstanceOf(type);
        assertThat(essentials(found.getFirst())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http GET url\nhttp POST url changes nothing named again",
                "require java >= 11 and java in [17, 21] and java in 17 .. 21",
                "require json(url, \"$.a\") in [1, 2] and json(url, \"$.b\") == \"ok\" and not (http-text(url) matches"
                        + " 'x')",
                "require free-space(home) >= 150% * size(db) + 2GB and size(store) / 2 < size(\"/x\")",
                "require-version in 1 .. 3\nrequire-version app not in [1.0, \"2.0-rc1\"] named two",
                "require app.installed >= 1 and app.healthy",
                "run [\"a\", home, 3] changes nothing from home with A = url, B = 3 expect 0, 3",
                "run \"ls ${home}\" changes db, store idempotent else continue",
                "stop server\nrequire sql-value(db, \"select ?\", 1) == \"1\"\nstart server",
                "when exists(home) { stop server } else { stop server named other }\nrequire fingerprint(db) == \"x\"",
                "manual look \"see ${url}\" verify http-status(url) == 200 within 2d",
                "step-through app to target via 2.0 { when crosses(2) and first-hop { say \"${next.line} ${current}\""
                        + " } swap jar to next require next > current }",
            })
    void whatIsRightIsFoundRight(String statements) {
        assertThat(find(Runbooks.app(phase(statements)))).isEmpty();
    }

    @Test
    void theRealRunbookIsFoundRight() {
        assertThat(new Toolchain(Runbooks.quickstart()).check(Runbooks.ledger()).diagnostics())
                .isEmpty();
    }

    @Test
    void aSystemSaysWhatHasToBeKnown() {
        List<Diagnostic> found =
                find(new SourceFile("x", "runbook \"x\" system bare { } phase \"p\" { require healthy }"));
        assertThat(found).hasSize(3).hasOnlyElementsOfType(MissingMember.class);
        assertThat(found.stream().map(Diagnostic::summary).collect(Collectors.joining("\n")))
                .contains("`releases`", "`installed`", "`healthy`");
    }

    @Test
    void aReleaseFileHasToBeThereAndItsFactsToBeSaid() {
        SourceFile file = Runbooks.app("");
        assertThat(new Toolchain((path, from) -> Optional.empty()).check(file).diagnostics())
                .hasSize(1)
                .hasOnlyElementsOfType(UnknownReleaseFile.class);
        String releases = Runbooks.RELEASES.replace("requires java", "requires jva");
        List<Diagnostic> found = new Toolchain(Runbooks.files(Map.of("app.releases", releases)))
                .check(file)
                .diagnostics();
        assertThat(found).hasSize(1).hasOnlyElementsOfType(MissingFact.class);
        assertThat(found.getFirst().help()).startsWith("did you mean `java`?");
    }

    @Test
    void whereThereAreTwoSystemsAFactSaysWhose() {
        String second = """
            system other {
              releases "app.releases"
              installed = version("1.0")
              healthy = app.healthy
              java = app.java
            }
            phase "p" { require healthy require-version >= 1 require other.healthy }
            """;
        List<Diagnostic> found = find(Runbooks.app(second));
        assertThat(found).hasSize(2).hasOnlyElementsOfType(WhichSystem.class);
        assertThat(found.getFirst().help()).isEqualTo("say which system: `app.healthy` or `other.healthy`");
    }

    @Test
    void oneMisspeltNameInALongChainIsToldOnce() {
        String lets = IntStream.range(1, 40)
                .mapToObj(i -> "let a" + i + " = a" + (i - 1) + " + a" + (i - 1) + "\n")
                .collect(Collectors.joining());
        assertThat(find(Runbooks.app("let a0 = 1\n" + lets + phase("require a39 > \"x\""))))
                .hasSize(1)
                .hasOnlyElementsOfType(Incompatible.class);
    }
}
