package dev.rung.language.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Runbooks;
import dev.rung.language.check.ArgumentFinding.MissingArgument;
import dev.rung.language.check.NameFinding.Cycle;
import dev.rung.language.check.NameFinding.GivenName;
import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.NoValue;
import dev.rung.language.check.NameFinding.OutsideHop;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.PlaceFinding.EmptyWindow;
import dev.rung.language.check.PlaceFinding.NoMoment;
import dev.rung.language.check.PlaceFinding.UnknownZone;
import dev.rung.language.check.SecretFinding.SecretInTheOpen;
import dev.rung.language.check.SecretFinding.SecretLeaks;
import dev.rung.language.check.StatementFinding.MisplacedStatement;
import dev.rung.language.check.StatementFinding.ReadsTheWorld;
import dev.rung.language.check.SystemFinding.MemberTwice;
import dev.rung.language.check.SystemFinding.SaidTwice;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.syntax.LiteralFinding.HoleInPlainText;
import dev.rung.language.syntax.SlipFinding.LeftOut;
import dev.rung.language.syntax.WordFinding.ClauseTwice;
import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets, places, sets of inputs and windows: what stands at the top of a file, and how it is used. */
class DeclarationsTest {
    private static final String TOKEN = "secret token = env(\"TOKEN\")\n";
    private static final String BOX = "place box = ssh(\"root@box\")\n";

    private static List<Diagnostic> find(String members, String rest) {
        return Runbooks.check(Runbooks.app(members, rest)).diagnostics();
    }

    private static String phase(String statement) {
        return "phase \"p\" {\n" + statement + "\n}\n";
    }

    private static String essentials(Diagnostic finding) {
        return finding.at().text() + " | " + finding.summary();
    }

    static Stream<Arguments> secrets() {
        return Stream.of(
                Arguments.of(
                        "secret token = \"hunter2\"",
                        SecretInTheOpen.class,
                        "\"hunter2\" | the secret `token` stands in the runbook for all to read"),
                Arguments.of(
                        TOKEN + phase("say \"it is ${token}\""),
                        SecretLeaks.class,
                        "token | the secret `token` must not go into what people are told"),
                Arguments.of(
                        TOKEN + "let file = \"/run/${token}\"\n" + phase("require exists(file)"),
                        SecretLeaks.class,
                        "file | the secret `token` must not go into a path"),
                Arguments.of(
                        TOKEN + phase("require token == \"x\""),
                        SecretLeaks.class,
                        "token | the secret `token` must not go into a comparison, whose message shows both sides"),
                Arguments.of(
                        TOKEN + phase("require token matches 'x'"),
                        SecretLeaks.class,
                        "token | the secret `token` must not go into a comparison, whose message shows both sides"),
                Arguments.of(
                        TOKEN + phase("run [\"login\", token] changes nothing"),
                        SecretLeaks.class,
                        "token | the secret `token` must not go into a value"),
                Arguments.of(
                        TOKEN + phase("run \"login ${token}\" changes nothing"),
                        SecretLeaks.class,
                        "token | the secret `token` must not go into a command, which others can see"),
                Arguments.of(
                        TOKEN + phase("http POST url body \"${token}\" changes nothing"),
                        SecretLeaks.class,
                        "token | the secret `token` must not go into the body of a request, which a plan shows"),
                Arguments.of(
                        TOKEN + phase("require http-status(\"http://x/?t=\" + token) == 200"),
                        SecretLeaks.class,
                        "token | the secret `token` must not go into a text or a url"),
                Arguments.of(
                        phase("say \"${ask()}\""),
                        SecretLeaks.class,
                        "ask() | the secret `ask()` must not go into what people are told"),
                Arguments.of(
                        "secret a = \"${b}\"\nsecret b = \"${a}\"\n", Cycle.class, "a | `a` is said by way of itself"));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("place box = sh(\"x\")", UnknownName.class, "sh | there is no kind of place `sh`"),
                Arguments.of(
                        "place box = compose(\"f.yml\")",
                        MissingArgument.class,
                        "compose | `compose` needs its `service`: its service"),
                Arguments.of(
                        "place box = ssh(output(\"hostname\"))",
                        ReadsTheWorld.class,
                        "output(\"hostname\") | an argument of a place must be known when the plan is made, and"
                                + " `output` is read from the world"),
                Arguments.of(
                        BOX + phase("run \"ls\" on bx changes nothing"),
                        UnknownName.class,
                        "bx | there is no place `bx`"),
                Arguments.of(
                        BOX + phase("run \"ls\" on box on box changes nothing"),
                        ClauseTwice.class,
                        "on box | `on` stands twice in one statement"),
                Arguments.of(
                        phase("require exists(\"/x\", on: home)"),
                        WrongType.class,
                        "home | expected a place, not a path"),
                Arguments.of(
                        BOX + phase("say \"${box}\""),
                        NoValue.class,
                        "box | `box` is a place and has no value of its own"),
                Arguments.of("inputs staging { hom = \"/x\" }", UnknownName.class, "hom | there is no input `hom`"),
                Arguments.of("inputs staging { home = 3 }", WrongType.class, "3 | expected a path, not an int"),
                Arguments.of(
                        "inputs staging { home = \"/x\" home = \"/y\" }",
                        NameTwice.class,
                        "home | the name `home` is taken"),
                Arguments.of(
                        "inputs staging { }\ninputs staging { }",
                        NameTwice.class,
                        "staging | the name `staging` is taken"),
                Arguments.of(
                        "inputs staging { home = output(\"pwd\") }",
                        ReadsTheWorld.class,
                        "output(\"pwd\") | what a set gives an input must be known when the plan is made, and `output`"
                                + " is read from the world"),
                Arguments.of("inputs staging { home \"/x\" }", LeftOut.class, " | `=` is missing"),
                Arguments.of(
                        "window \"Saturday 22:00\" to \"Sun 04:00\" in \"UTC\"",
                        NoMoment.class,
                        "\"Saturday 22:00\" | `Saturday` is no day"),
                Arguments.of(
                        "window \"Sat 22:00\" to \"Sun 24:00\" in \"UTC\"",
                        NoMoment.class,
                        "\"Sun 24:00\" | `24:00` is no time"),
                Arguments.of(
                        "window \"Sat 22:00\" to \"Sat 22:00\" in \"UTC\"",
                        EmptyWindow.class,
                        "\"Sat 22:00\" | this window closes when it opens"),
                Arguments.of(
                        "window \"Sat 22:00\" to \"Sun 04:00\" in \"Europe/Berln\"",
                        UnknownZone.class,
                        "\"Europe/Berln\" | there is no time zone `Europe/Berln`"),
                Arguments.of(
                        "window \"Sat 22:00\" to \"Sun 04:00\" in \"${url}\"",
                        HoleInPlainText.class,
                        "\"${url}\" | the time zone of a window is a plain text"),
                Arguments.of(
                        "window \"Sat 22:00\" to \"Sun 04:00\" in \"UTC\"\n"
                                + "window \"Sun 22:00\" to \"Mon 04:00\" in \"UTC\"",
                        SaidTwice.class,
                        "window | the runbook says `window` twice"));
    }

    @ParameterizedTest
    @MethodSource({"secrets", "others"})
    void oneMistakeIsOneFinding(String rest, Class<? extends Diagnostic> type, String expected) {
        List<Diagnostic> found = find("", rest);
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.getFirst()).isInstanceOf(type);
        assertThat(essentials(found.getFirst())).isEqualTo(expected);
    }

    static Stream<Arguments> members() {
        return Stream.of(
                Arguments.of(
                        "neutralise { stop server }",
                        MisplacedStatement.class,
                        "stop | `stop` cannot stand in a `neutralise`"),
                Arguments.of(
                        "neutralise { }\nneutralise { }",
                        MemberTwice.class,
                        "neutralise | the system says `neutralise` twice"),
                Arguments.of(
                        "next = 3", GivenName.class, "next | `next` has a meaning of its own and cannot be declared"),
                Arguments.of("settled = 3", WrongType.class, "3 | expected a bool, not an int"),
                Arguments.of(
                        "config conf = dotenv(\"/x\", must-keep: [3])",
                        WrongType.class,
                        "3 | expected a path, not an int"),
                Arguments.of(
                        "files more = directory(\"/x\") on box", UnknownName.class, "box | there is no place `box`"),
                Arguments.of("bucket b = s3()", MissingArgument.class, "s3 | `s3` needs its `bucket`: its name"));
    }

    @ParameterizedTest
    @MethodSource("members")
    void oneMistakeInASystemIsOneFinding(String member, Class<? extends Diagnostic> type, String expected) {
        List<Diagnostic> found = find(member, "");
        assertThat(found).as(found.toString()).hasSize(1);
        assertThat(found.getFirst()).isInstanceOf(type);
        assertThat(essentials(found.getFirst())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOKEN + "phase \"p\" { http GET url with \"Authorization\" = \"Bearer ${token}\" }",
                TOKEN + "let header = basic(token)\nphase \"p\" { http GET url with \"Authorization\" = header }",
                TOKEN + "phase \"p\" { run \"login\" with PASSWORD = token changes nothing }",
                TOKEN + "secret both = \"me:${token}\"\n"
                        + "phase \"p\" { require json(url, \"$.a\", auth: basic(both)) == 1 }",
                BOX + "phase \"p\" { run \"ls\" on box changes nothing\nrequire exists(\"/x\", on: box) }",
                BOX + "phase \"p\" { require java-version(box) >= 17 and java-version(server) >= 17 }",
                "inputs staging { home = \"/srv/staging\" target = newest url = \"http://${home}\" }",
                "## when nobody works\nwindow \"Sat 22:00\" to \"Sun 04:00\" in \"Europe/Berlin\"",
                "phase \"p\" { confirm told \"Everyone knows\"\nrequire age-of(told) < 1d"
                        + "\nrequire age(latest-backup(app)) < 1d and count([1, 2]) == 2 }",
                "phase \"p\" { require agree(version(\"1.0\"), app.installed) >= 1 and rehearsed(7d) }",
            })
    void whatIsRightIsFoundRight(String rest) {
        assertThat(find("", rest)).isEmpty();
    }

    @Test
    void aSystemMayHaveAllKindsOfParts() {
        assertThat(find("""
            config conf = properties("/opt/conf", must-keep: ["encryption.password"])
            bucket things = s3("things", endpoint: url, secret-key: token)
            database lake = mysql("mysql://localhost/lake", user: "u", password: token, server: gate)
            files image = volume("mongo") on box
            settled = running(server)
            neutralise { run "mask" changes lake, conf }
            """, TOKEN + BOX)).isEmpty();
    }

    @Test
    void aKeyThatMustBeKeptIsASecret() {
        String config = "config conf = dotenv(\"/x\", must-keep: [\"KEY\"])";
        assertThat(find(config, phase("require value-of(conf, \"OTHER\") == \"x\"")))
                .isEmpty();
        assertThat(find(config, phase("require value-of(conf, \"KEY\") == \"x\"")))
                .hasSize(1)
                .hasOnlyElementsOfType(SecretLeaks.class);
    }

    @Test
    void theReleasesOfALadderGoByItsSystemWithinIt() {
        String within = "step-through app to target { require app.next > app.current and app.next > 1 }";
        assertThat(find("", phase(within))).isEmpty();
        assertThat(find("", phase("require app.next > 1"))).hasSize(1).hasOnlyElementsOfType(OutsideHop.class);
    }

    @Test
    void theWayOfASecretIsTold() {
        List<Diagnostic> found = find("", TOKEN + "let line = \"a ${token}\"\n" + phase("say \"${line}\""));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().notes()).containsExactly("trace: token → line");
    }
}
