package dev.rung.driver.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Database.Order;
import dev.rung.engine.driver.Database.Told;
import dev.rung.engine.driver.LocalCommands;
import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2SqlTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String MARKS = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME LIKE 'RUNG%'";

    @TempDir
    Path folder;

    private final String run = "test-" + UUID.randomUUID();
    private Database app;

    @BeforeEach
    void open() throws Exception {
        open(H2Jars.NEWEST);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void open(String version, Object... more) throws Exception {
        Map<String, Object> arguments = new HashMap<>(Map.of("file", "app", "jar", H2Jars.jar(version)));
        for (int i = 0; i < more.length; i += 2) {
            arguments.put((String) more[i], more[i + 1]);
        }
        Surroundings here = Surroundings.here(
                folder, folder.resolve("state"), new LocalCommands(run, folder), Clock.systemUTC(), Thread::sleep);
        Installation.Part part =
                new Installation.Part("app", "system", Type.DATABASE, "h2", World.arguments(arguments));
        app = (Database) new H2Driver().open(part, here);
    }

    private void lay(String version) throws Exception {
        H2Jars.sql(
                version, folder.resolve("app"), "CREATE TABLE T(ID INT, N VARCHAR(9)); INSERT INTO T VALUES (1, 'a')");
        open(version);
    }

    private Told tell(String mark, String sql, Value... values) throws Trouble {
        return app.tell(new Order(mark, sql, List.of(values)), LONG);
    }

    private long count(String sql) throws Trouble {
        return ((Value.Whole) app.value(sql, List.of())).number();
    }

    private long rows() throws Trouble {
        return count("SELECT COUNT(*) FROM T");
    }

    @ParameterizedTest
    @ValueSource(strings = {H2Jars.OLD, H2Jars.MIDDLE, H2Jars.NEWEST})
    void aTextIsCarriedOutAsAWholeAndOnce(String version) throws Exception {
        lay(version);
        String text = "UPDATE T SET N = ? WHERE ID = ?; -- why; and ? wherefore\n"
                + "INSERT INTO T VALUES (2, 'it''s; ?'), (?, ?);";
        Value[] values = {
            new Value.Text("x'); DROP TABLE T; --".substring(0, 9)),
            new Value.Whole(1),
            new Value.Whole(3),
            new Value.Text("ü")
        };
        assertThat(app.take(text)).isEqualTo(new Database.Statements(4, Optional.empty()));
        assertThat(tell("run step", text, values)).isEqualTo(new Told(false, 3));
        assertThat(tell("run step", text, values)).isEqualTo(new Told(true, 0));
        assertThat(app.value("SELECT N FROM T WHERE ID = 1", List.of())).isEqualTo(values[0]);
        assertThat(app.value("SELECT N FROM T WHERE ID = 3", List.of())).isEqualTo(new Value.Text("ü"));
        assertThat(rows()).isEqualTo(3);

        app.removeMarks();
        app.removeMarks();
        assertThat(folder).isDirectoryContaining("glob:**app.mv.db").isDirectoryNotContaining("glob:**rung*");
    }

    @Test
    void whatFailsLeavesNothing() throws Exception {
        lay(H2Jars.NEWEST);
        assertThatThrownBy(() -> tell("m", "DELETE FROM T; INSERT INTO T VALUES (1, 'far too long for it')"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("(at statement 2 of the text)");
        assertThatThrownBy(() -> tell("m", "DROP TABLE T; DELETE FROM T")).isInstanceOf(Trouble.class);
        assertThat(rows()).as("also of what commits by itself").isEqualTo(1);
        assertThat(folder).isDirectoryNotContaining("glob:**rung*");
        assertThat(tell("m", "DELETE FROM T")).as("no mark was left").isEqualTo(new Told(false, 1));
    }

    @Test
    void theWorkerMayDieAtAnyMoment() throws Exception {
        lay(H2Jars.NEWEST);
        String text = "INSERT INTO T SELECT X, 'x' FROM SYSTEM_RANGE(1, 20000)";
        long began = System.nanoTime();
        tell("whole", text);
        long whole = System.nanoTime() - began;
        Random random = new Random(20261122);
        for (int i = 2; i < 12; i++) {
            CompletableFuture<Void> killing = CompletableFuture.runAsync(
                    this::killWorkers,
                    CompletableFuture.delayedExecutor((long) (whole * random.nextDouble()), TimeUnit.NANOSECONDS));
            do {
                try {
                    tell("step " + i, text);
                } catch (Trouble killed) {
                    assertThat(killed).hasMessageContaining("the helper process that works with H2 ended");
                }
            } while (!killing.isDone());
            tell("step " + i, text);
            assertThat(rows()).as("round %d", i).isEqualTo(1 + 20_000 * i);
            app.removeMarks();
        }
    }

    private void killWorkers() {
        ProcessTable.ofThisMachine().marked(LocalCommands.MARK, run).stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(worker -> {
                    worker.destroyForcibly();
                    worker.onExit().join();
                });
    }

    @Test
    void whatTakesTooLongIsEndedAndLeavesNothing() throws Exception {
        lay(H2Jars.NEWEST);
        String slow = "DELETE FROM T; INSERT INTO T SELECT A.X, 'x' FROM SYSTEM_RANGE(1, 1000000) A,"
                + " SYSTEM_RANGE(1, 1000000) B WHERE A.X + B.X < 0";
        assertThatThrownBy(() -> app.tell(new Order("m", slow, List.of()), Duration.ofMillis(900)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("H2 gave no answer within 900 ms");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void transactionsAreItsOwn() {
        for (String text : List.of("BEGIN; DELETE FROM T; COMMIT", "rollback", "", " ; -- nothing\n;")) {
            assertThatThrownBy(() -> app.take(text)).as(text).isInstanceOf(Trouble.class);
        }
    }

    @Test
    void valuesKeepTheirTypes() throws Exception {
        H2Jars.sql(H2Jars.NEWEST, folder.resolve("app"), "CREATE TABLE V(A BIGINT, B BOOLEAN, C DATE, D BIGINT)");
        tell(
                "m",
                "INSERT INTO V VALUES (?, ?, ?, ?)",
                new Value.Whole(7),
                new Value.Truth(true),
                new Value.Day(LocalDate.of(2026, 1, 2)),
                new Value.Size(2048));
        assertThat(app.value("SELECT C FROM V WHERE B AND A = 7 AND D = 2048", List.of()))
                .isEqualTo(new Value.Day(LocalDate.of(2026, 1, 2)));
    }

    private void commitsByItself() throws Trouble {
        app.removeMarks();
        String text = "SET SCHEMA PUBLIC; delete from t; create table u(id int) ;";
        assertThat(app.take(text).commits()).contains("create table u(id int)");
        tell("m", text);
        assertThat(count("SELECT COUNT(*) FROM U")).isZero();
        assertThat(count(MARKS)).isZero();
        String within = "SET SCHEMA PUBLIC; (select 1); with a as (select 1) select * from a";
        assertThat(app.take(within).commits()).isEmpty();
        assertThat(app.take("SET CACHE_SIZE 5").commits()).isPresent();
    }

    @Test
    void throughItsServer() throws Exception {
        lay(H2Jars.NEWEST);
        Server server = Server.createTcpServer("-tcpPort", "0", "-baseDir", folder.toString(), "-ifExists")
                .start();
        try {
            open(H2Jars.NEWEST, "server", "server", "url", "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/app");
            String insert = "INSERT INTO T VALUES (?, 'b')";
            assertThat(tell("m", insert, new Value.Whole(2))).isEqualTo(new Told(false, 1));
            assertThat(tell("m", insert, new Value.Whole(2))).isEqualTo(new Told(true, 0));
            Fingerprint marked = app.fingerprint();
            assertThat(count(MARKS)).isEqualTo(1);
            app.removeMarks();
            app.removeMarks();
            assertThat(count(MARKS)).isZero();
            assertThat(app.fingerprint()).isEqualTo(marked);
            assertThatThrownBy(() -> tell("m", "DELETE FROM T; INSERT INTO T VALUES ('no number', 'c')"))
                    .isInstanceOf(Trouble.class);
            assertThat(rows()).isEqualTo(2);
            commitsByItself();
        } finally {
            server.stop();
        }
        assertThatThrownBy(() -> tell("m", "DELETE FROM T"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("does not answer");
    }
}
