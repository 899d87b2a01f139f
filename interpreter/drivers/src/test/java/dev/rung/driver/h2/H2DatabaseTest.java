package dev.rung.driver.h2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2DatabaseTest {
    @TempDir
    Path folder;

    private Path backup;
    private Path scratch;
    private Path file;

    @BeforeEach
    void folders() throws Exception {
        backup = Files.createDirectory(folder.resolve("backup"));
        scratch = Files.createDirectory(folder.resolve("scratch"));
        file = Files.createDirectory(folder.resolve("data")).resolve("app.mv.db");
    }

    private Database open(String version, Object... more) throws Exception {
        Object[] arguments = new Object[more.length + 4];
        arguments[0] = "file";
        arguments[1] = "data/app";
        arguments[2] = "jar";
        arguments[3] = H2Jars.jar(version);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return World.open(Database.class, new H2Driver(), "app", folder, arguments);
    }

    private Path base() {
        return folder.resolve("data/app");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBackupOfAnOldFileComesBackToTheByte() throws Exception {
        H2Jars.sql(
                H2Jars.OLD,
                base(),
                "CREATE TABLE T(ID INT PRIMARY KEY, C CLOB); INSERT INTO T SELECT X, REPEAT('x', 2000) FROM"
                        + " SYSTEM_RANGE(1, 50);");
        Database app = open(H2Jars.OLD);
        String digest = Disk.digest(file);
        Fingerprint live = app.fingerprint();
        assertThat(app.size()).isEqualTo(Files.size(file));

        Captured captured = app.backUp(backup, Progress.NONE);
        assertThat(captured.format()).isEqualTo("h2-file+zstd");
        assertThat(captured.engine()).contains("1.4.200");
        assertThat(captured.fingerprint()).isEqualTo(live);
        assertThat(app.tryRestore(backup, captured, scratch, Progress.NONE)).isEqualTo(live);
        assertThat(scratch).isEmptyDirectory();
        assertThat(Disk.digest(file)).as("nothing has written to it").isEqualTo(digest);

        H2Jars.sql(H2Jars.OLD, base(), "DELETE FROM T WHERE ID > 3");
        assertThat(app.fingerprint()).isNotEqualTo(live);
        for (int i = 0; i < 2; i++) {
            app.restore(backup, captured, Progress.NONE);
            assertThat(Disk.digest(file)).isEqualTo(digest);
            assertThat(names()).containsExactly("app.mv.db", "app.rung-kept-1.mv.db", "app.rung-made");
        }
        app.discardKept();
        assertThat(names()).containsExactly("app.mv.db");
    }

    @Test
    void aBackupThatDoesNotBringBackWhatItSavedChangesNothing() throws Exception {
        H2Jars.sql(H2Jars.NEWEST, base(), "CREATE TABLE T(ID INT); INSERT INTO T VALUES (1)");
        Database app = open(H2Jars.NEWEST);
        Captured captured = app.backUp(backup, Progress.NONE);
        String digest = Disk.digest(file);
        Captured other = new Captured(
                captured.format(),
                captured.files(),
                captured.tool(),
                captured.engine(),
                new Fingerprint("00", 7),
                captured.details());
        assertThatThrownBy(() -> app.restore(backup, other, Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("does not bring back what was saved");
        Path packed = backup.resolve(captured.files().getFirst());
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(packed, bytes);
        assertThatThrownBy(() -> app.restore(backup, captured, Progress.NONE)).isInstanceOf(Trouble.class);
        assertThat(Disk.digest(file)).isEqualTo(digest);
        assertThat(names()).containsExactly("app.mv.db");
    }

    @Test
    void aFileThatSomebodyHasOpenIsLeftAlone() throws Exception {
        H2Jars.sql(H2Jars.NEWEST, base(), "CREATE TABLE T(ID INT)");
        Database app = open(H2Jars.NEWEST, "locked-by", "server");
        Process holder =
                H2Jars.start(H2Jars.NEWEST, List.of("org.h2.tools.Shell", "-url", "jdbc:h2:" + base(), "-user", "sa"));
        try {
            BufferedReader said = new BufferedReader(new InputStreamReader(holder.getInputStream(), UTF_8));
            holder.getOutputStream().write("SELECT 'o' || 'pen';\n".getBytes(UTF_8));
            holder.getOutputStream().flush();
            while (!said.readLine().contains("open")) {
                // until it has connected
            }
            String words = "app.mv.db is in use by process " + holder.pid() + " (";
            assertThatThrownBy(app::fingerprint).isInstanceOf(Trouble.class).hasMessageContaining(words);
            assertThatThrownBy(() -> app.backUp(backup, Progress.NONE))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining(words);
            assertThatThrownBy(() -> app.value("SELECT 1", List.of()))
                    .isInstanceOfSatisfying(
                            Trouble.class, trouble -> assertThat(trouble.help()).isEqualTo("stop `server` first"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(app.fingerprint().items()).isZero();
    }

    @Test
    void whatAKilledApplicationLeftIsReadAsItWouldFindIt() throws Exception {
        for (String version : List.of(H2Jars.OLD, H2Jars.MIDDLE, H2Jars.NEWEST)) {
            Files.deleteIfExists(file);
            Process victim = H2Jars.start(
                    version,
                    List.of("org.h2.tools.Shell", "-url", "jdbc:h2:" + base() + ";WRITE_DELAY=0", "-user", "sa"));
            BufferedReader said = new BufferedReader(new InputStreamReader(victim.getInputStream(), UTF_8));
            victim.getOutputStream()
                    .write(("CREATE TABLE T(ID INT PRIMARY KEY);\n"
                                    + "INSERT INTO T SELECT X FROM SYSTEM_RANGE(1, 1000);\n"
                                    + "autocommit false\n"
                                    + "DELETE FROM T WHERE ID > 10;\n"
                                    + "CHECKPOINT SYNC;\n"
                                    + "SELECT 'rea' || 'dy';\n")
                            .getBytes(UTF_8));
            victim.getOutputStream().flush();
            while (!said.readLine().contains("ready")) {
                // until it is in the middle of a transaction
            }
            victim.destroyForcibly().waitFor();
            Database app = open(version);
            assertThat(app.fingerprint().items()).as(version).isEqualTo(1000);
            Captured captured = app.backUp(backup, Progress.NONE);
            assertThat(app.tryRestore(backup, captured, scratch, Progress.NONE)).isEqualTo(app.fingerprint());
        }
    }

    @Test
    void valuesComeInTheirTypes() throws Exception {
        H2Jars.sql(
                H2Jars.NEWEST,
                base(),
                "CREATE TABLE T(ID INT, N VARCHAR); INSERT INTO T VALUES (1, 'a'), (2, 'it''s'), (3, NULL)");
        Database app = open(H2Jars.NEWEST);
        assertThat(app.value("SELECT COUNT(*) FROM T", List.of())).isEqualTo(new Value.Whole(3));
        assertThat(app.value("SELECT N FROM T WHERE ID = ?", List.of(new Value.Whole(2))))
                .isEqualTo(new Value.Text("it's"));
        assertThat(app.value("SELECT ID FROM T WHERE N = ?", List.of(new Value.Text("it's"))))
                .isEqualTo(new Value.Whole(2));
        assertThat(app.value("SELECT ID > 2 FROM T WHERE ID = 3", List.of())).isEqualTo(new Value.Truth(true));
        assertThat(app.value("SELECT N FROM T WHERE ID = 3", List.of())).isInstanceOf(Value.Unknown.class);
        assertThatThrownBy(() -> app.value("SELECT ID FROM T WHERE ID = 9", List.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("gave no row");
        assertThatThrownBy(() -> app.value("DELETE FROM T", List.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("reads nothing");
    }

    @Test
    void aDatabaseThatStaysOpenBySettingIsFreeAfterwards() throws Exception {
        H2Jars.sql(H2Jars.OLD, base(), "CREATE TABLE T(ID INT); SET DB_CLOSE_DELAY -1;");
        Database app = open(H2Jars.OLD);
        app.fingerprint();
        app.backUp(backup, Progress.NONE);
        H2Jars.sql(H2Jars.OLD, base(), "INSERT INTO T VALUES (1)");
        assertThat(app.fingerprint().items()).isEqualTo(1);
    }

    @Test
    void aJarThatDoesNotFitTheFileIsNamed() throws Exception {
        H2Jars.sql(H2Jars.OLD, base(), "CREATE TABLE T(ID INT)");
        String digest = Disk.digest(file);
        assertThatThrownBy(() -> open(H2Jars.NEWEST).fingerprint())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("cannot read")
                .hasMessageContaining("which was written by H2 1.4");
        assertThat(Disk.digest(file)).isEqualTo(digest);
        assertThatThrownBy(() -> open(H2Jars.OLD, "user", "somebody").fingerprint())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("wrong user or password");
        Path noH2 = Files.writeString(folder.resolve("no.jar"), "");
        Database wrong = World.open(Database.class, new H2Driver(), "app", folder, "file", "data/app", "jar", noH2);
        assertThatThrownBy(wrong::fingerprint)
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no.jar has no H2 in it");
    }

    @Test
    void importTakesDumpsInEveryPacking() throws Exception {
        H2Jars.sql(
                H2Jars.OLD,
                base(),
                "CREATE TABLE T(ID INT PRIMARY KEY, N VARCHAR(10)); INSERT INTO T VALUES (1, 'a'), (2, 'b')");
        Fingerprint old = open(H2Jars.OLD).fingerprint();
        Database app = open(H2Jars.NEWEST);
        for (String packing : List.of("", "gzip", "zip")) {
            Path dump = folder.resolve("dump" + packing + ".sql");
            String options = packing.isEmpty() ? "" : " COMPRESSION " + packing;
            H2Jars.sql(H2Jars.OLD, folder.resolve("data/copy"), "");
            Files.copy(
                    packing.isEmpty() ? file : folder.resolve("old.mv.db"),
                    folder.resolve("data/copy.mv.db"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            if (packing.isEmpty()) {
                Files.copy(file, folder.resolve("old.mv.db"));
            }
            H2Jars.sql(H2Jars.OLD, folder.resolve("data/copy"), "SCRIPT TO '" + dump + "'" + options);
            app.importFrom(dump, Progress.NONE);
            app.importFrom(dump, Progress.NONE);
            assertThat(app.fingerprint()).as(packing).isEqualTo(old);
        }
        assertThat(names()).contains("app.rung-kept-3.mv.db").doesNotContain("app.rung-kept-4.mv.db");
        Path newer = folder.resolve("newer.sql");
        H2Jars.sql(H2Jars.NEWEST, base(), "SCRIPT TO '" + newer + "'");
        assertThatThrownBy(() -> open(H2Jars.OLD).importFrom(newer, Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("was written by H2 2");
        assertThatThrownBy(() -> app.importFrom(Files.writeString(folder.resolve("x.sql"), "hello"), Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is no dump of an H2 database");
    }

    @ParameterizedTest
    @ValueSource(strings = {H2Jars.OLD, H2Jars.MIDDLE, H2Jars.NEWEST})
    void aServedDatabaseIsReadAndBackedUpThroughItsServer(String version) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        H2Jars.rich(version, base());
        String url = "jdbc:h2:tcp://localhost:" + port + "/" + base();
        Database app = open(version, "server", "server", "url", url);
        Fingerprint offline = app.fingerprint();
        assertThatThrownBy(() -> app.value("SELECT 1", List.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("the server of `app` does not answer at");
        Process server = H2Jars.start(
                version, List.of("org.h2.tools.Server", "-tcp", "-tcpPort", Integer.toString(port), "-ifNotExists"));
        Captured captured;
        try {
            assertThat(new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8)).readLine())
                    .contains("running");
            assertThat(app.fingerprint()).isEqualTo(offline);
            assertThatThrownBy(() -> app.value("DELETE FROM NUMBERED", List.of()))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("reads nothing");
            assertThat(app.value("SELECT COUNT(*) FROM NUMBERED", List.of())).isEqualTo(new Value.Whole(3000));
            captured = app.backUp(backup, Progress.NONE);
            assertThat(captured.format()).isEqualTo("h2-script+zstd");
            assertThat(app.tryRestore(backup, captured, scratch, Progress.NONE)).isEqualTo(offline);
            assertThatThrownBy(() -> app.restore(backup, captured, Progress.NONE))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("the server of `app` still answers");
        } finally {
            server.destroy();
            server.waitFor();
        }
        H2Jars.sql(version, base(), "DELETE FROM NUMBERED");
        for (int i = 0; i < 2; i++) {
            app.restore(backup, captured, Progress.NONE);
            assertThat(app.fingerprint()).isEqualTo(offline);
            assertThat(names()).contains("app.rung-kept-1.mv.db").doesNotContain("app.rung-kept-2.mv.db");
        }
    }
}
