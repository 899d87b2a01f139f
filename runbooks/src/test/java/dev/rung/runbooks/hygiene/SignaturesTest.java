package dev.rung.runbooks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.Drivers;
import dev.rung.engine.driver.Call;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.PlaceDriver;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.World;
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.signature.Signatures;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.expression.Evaluator;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the language says of drivers and calls, and what drivers and engine can do, is the same. */
class SignaturesTest {
    private static final String RUNBOOK = """
        runbook "One part of each kind"
        system all {
          releases "all.releases"
          artifact jar    = file("app.jar")
          config   settings = json("settings.json")
          database db     = h2("db")
          files    store  = directory("store")
          service  server = process(["sleep", "60"], pid-file: "server.pid")
          installed = version("1.0")
          healthy   = true
        }
        """;
    private static final String RELEASES = "releases \"All\"\npath { direct }\nline 1 { release 1.0 }\n";

    @TempDir
    Path folder;

    @Test
    void eachDriverIsWhatTheLanguageSays() {
        assertThat(Drivers.all().drivers().stream().map(Driver::signature))
                .isNotEmpty()
                .isSubsetOf(Signatures.drivers());
    }

    @Test
    void eachPlaceIsWhatTheLanguageSays() {
        assertThat(Drivers.all().places().stream().map(PlaceDriver::signature))
                .isNotEmpty()
                .isSubsetOf(Signatures.places());
    }

    @Test
    void eachCallThatADriverAnswersIsWhatTheLanguageSays() {
        assertThat(Drivers.all().calls().stream().map(Call::signature))
                .isNotEmpty()
                .isSubsetOf(Signatures.calls());
    }

    @Test
    void eachCallThatAPartAnswersAsksAPartInTheLanguage() {
        assertThat(World.readingsOfParts())
                .allSatisfy(name -> assertThat(kinds(Signatures.call(name).orElseThrow()))
                        .as(name)
                        .isNotEmpty());
    }

    /** Every kind of part that a call takes is tried with a real one. */
    @Test
    void eachCallThatAsksAPartIsAnsweredByEveryKindThatItTakes() throws Exception {
        layOut();
        Toolchain toolchain = new Toolchain((path, from) -> Optional.of(new SourceFile(path, RELEASES)));
        CheckedRunbook runbook = sound(toolchain.check(new SourceFile("all.runbook", RUNBOOK)));
        Installation installation = sound(toolchain.install(runbook, Map.of()));
        List<String> asked = new ArrayList<>();
        try (World world = engine().open(installation, folder)) {
            for (Signature call : answeredByParts()) {
                for (Type kind : builtKinds(call)) {
                    String typed = typed(call, kind);
                    Expression expression =
                            sound(toolchain.expression(runbook, Map.of(), new SourceFile("typed", typed)));
                    assertThat(Evaluator.evaluate(expression, world)).as(typed).isNotInstanceOf(Value.Unknown.class);
                    asked.add(typed);
                }
            }
        }
        assertThat(asked)
                .contains("size(jar)", "size(db)", "size(store)", "running(server)")
                .hasSizeGreaterThan(5);
    }

    @Test
    void aPatternIsFoundInALineOfALog() throws Exception {
        layOut();
        Files.writeString(folder.resolve("server.log"), "starting\nfailed: 3\nstopping\n");
        Toolchain toolchain = new Toolchain((path, from) -> Optional.of(new SourceFile(path, RELEASES)));
        CheckedRunbook runbook = sound(toolchain.check(new SourceFile("all.runbook", RUNBOOK)));
        try (World world = engine().open(sound(toolchain.install(runbook, Map.of())), folder)) {
            SourceFile typed = new SourceFile("typed", "log-has(server, '^failed: \\d$')");
            Expression expression = sound(toolchain.expression(runbook, Map.of(), typed));
            assertThat(Evaluator.evaluate(expression, world)).isEqualTo(new Value.Truth(true));
        }
    }

    private void layOut() throws Exception {
        Files.writeString(folder.resolve("app.jar"), "code");
        Files.writeString(Files.createDirectory(folder.resolve("store")).resolve("file"), "content");
        Files.writeString(folder.resolve("server.log"), "");
        Files.writeString(folder.resolve("settings.json"), "{ \"select 1\": 1 }");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("db"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE T(ID INT)");
        }
    }

    private Engine engine() {
        Clock clock = Clock.systemUTC();
        Journals journals = new JournalFolder(folder.resolve("state"), clock);
        return new Engine(Drivers.all(), journals, folder.resolve("state"), clock, Thread::sleep, "test");
    }

    private static <T> T sound(Diagnosed<T> made) {
        assertThat(made.diagnostics()).isEmpty();
        return made.value();
    }

    private static List<Signature> answeredByParts() {
        return Signatures.calls().stream()
                .filter(call -> World.readingsOfParts().contains(call.name()))
                .toList();
    }

    /** Those of which there is a part above: for the others no driver is built that knows what is in them. */
    private static List<Type> builtKinds(Signature call) {
        Set<Type> built = Drivers.all().drivers().stream()
                .filter(driver -> !driver.signature().name().equals("commands"))
                .map(driver -> driver.signature().gives())
                .collect(Collectors.toSet());
        return kinds(call).stream().filter(built::contains).toList();
    }

    private static List<Type> kinds(Signature call) {
        return call.parameters().stream().findFirst().map(Parameter::types).orElse(Set.of()).stream()
                .filter(Type::isPart)
                .toList();
    }

    /** {@code sql-value(db, "select 1")}: what else is needed is a text, and that one will do for all. */
    private static String typed(Signature call, Type kind) {
        String part = switch (kind) {
            case ARTIFACT -> "jar";
            case CONFIG -> "settings";
            case DATABASE -> "db";
            case FILES -> "store";
            case SERVICE -> "server";
            default -> throw new AssertionError("no part is a " + kind.word());
        };
        long texts = call.parameters().stream().filter(Parameter::required).count() - 1;
        return call.name() + "(" + part + ", \"select 1\"".repeat((int) texts) + ")";
    }
}
