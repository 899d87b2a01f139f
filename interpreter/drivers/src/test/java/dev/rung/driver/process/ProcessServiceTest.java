package dev.rung.driver.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Trouble;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessServiceTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path pidFile() {
        return folder.resolve("app.pid");
    }

    private Service service(Object... more) throws Trouble {
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = "pid-file";
        arguments[1] = "app.pid";
        System.arraycopy(more, 0, arguments, 2, more.length);
        return World.open(Service.class, new ProcessDriver(), "server", folder, arguments);
    }

    private Service sleeper() throws Trouble {
        return service("command", "sleep 300");
    }

    @AfterEach
    void endWhatIsLeft() {
        ProcessTable.ofThisMachine()
                .marked(Finder.MARK, pidFile().toString())
                .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private long pid() throws Exception {
        return Long.parseLong(Files.readString(pidFile()).strip());
    }

    @Test
    void startHoldAndReleaseAreHarmlessOnceMore() throws Exception {
        Service server = sleeper();
        assertThat(server.look()).isEqualTo(new Service.Look(false, false, "down"));
        server.start(LONG);
        long pid = pid();
        server.start(LONG);
        assertThat(pid()).as("is not started twice").isEqualTo(pid);
        assertThat(server.look().up()).isTrue();
        assertThat(server.look().detail()).startsWith("process " + pid + " since ");

        server.hold(LONG);
        server.hold(LONG);
        assertThat(ProcessTable.ofThisMachine().alive(pid)).isFalse();
        assertThat(server.look().up()).isFalse();
        assertThat(server.look().held()).isTrue();
        assertThat(folder.resolve("app.pid.held")).content().contains("\"held_by\": \"rung\"");

        server.release();
        server.release();
        assertThat(server.look()).isEqualTo(new Service.Look(false, false, "down"));
    }

    @Test
    void startTakesTheMarkOff() throws Exception {
        Service server = sleeper();
        server.hold(LONG);
        assertThat(server.look().held()).isTrue();
        server.start(LONG);
        assertThat(server.look().held()).isFalse();
        assertThat(server.look().up()).isTrue();
    }

    @Test
    void aReusedNumberIsNotTakenForTheService() throws Exception {
        Service server = sleeper();
        Process stranger = new ProcessBuilder("tail", "-f", "/dev/null").start();
        try {
            Files.writeString(pidFile(), stranger.pid() + "\n");
            assertThatThrownBy(server::look)
                    .as("as old as the pid file: nobody can tell")
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("(tail -f /dev/null), which is not `sleep 300`");
            Files.setLastModifiedTime(pidFile(), FileTime.from(Instant.now().minusSeconds(3600)));
            assertThat(server.look().up()).as("younger than the pid file").isFalse();
            server.hold(LONG);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessThatAnAdministratorStartedIsKnownByItsWords() throws Exception {
        Service server = sleeper();
        Process byHand = new ProcessBuilder("/bin/sleep", "300").start();
        Files.writeString(pidFile(), byHand.pid() + "\n");
        assertThat(server.look().up()).isTrue();
        server.hold(LONG);
        assertThat(byHand.isAlive()).isFalse();
    }

    @Test
    void aProcessWithoutItsPidFileIsFoundByItsMark() throws Exception {
        Service server = sleeper();
        server.start(LONG);
        long pid = pid();
        Files.delete(pidFile());
        assertThat(server.look().up()).isTrue();
        server.start(LONG);
        server.hold(LONG);
        assertThat(ProcessTable.ofThisMachine().alive(pid)).isFalse();
    }

    @Test
    void whatEndsAtOnceIsTroubleWithTheEndOfItsLog() throws Exception {
        Service server = service("command", List.of("sh", "-c", "echo 'port 80 is taken'; exit 3"), "log", "out.log");
        Files.writeString(folder.resolve("out.log"), "of an earlier life\n");
        assertThatThrownBy(() -> server.start(LONG))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("ended at once; the end of its log: port 80 is taken");
        assertThat(server.log()).isEqualTo("port 80 is taken\n");
        assertThat(server.look().up()).isFalse();
    }

    @Test
    void childrenThatOutliveItsLeaderCountAsUpAndAreEnded() throws Exception {
        Service server = service("command", List.of("sh", "-c", "sleep 301 & exec sleep 302"));
        server.start(LONG);
        ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
        Thread.sleep(100);
        assertThat(server.look().up()).isTrue();
        server.hold(LONG);
        assertThat(ProcessTable.ofThisMachine().marked(Finder.MARK, pidFile().toString()))
                .isEmpty();
    }

    @Test
    void itIsKilledOnlyIfTheRunbookSaysSo() throws Exception {
        List<String> deaf = List.of("sh", "-c", "trap '' TERM; while true; do sleep 0.05; done");
        Service patient = service("command", deaf);
        patient.start(LONG);
        assertThatThrownBy(() -> patient.hold(Duration.ofMillis(300)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("did not stop within 300 ms")
                .hasMessageContaining("still runs");
        assertThat(patient.look().up()).isTrue();
        assertThat(patient.look().held()).as("a cut hold may leave the mark on").isTrue();

        Service impatient = service("command", deaf, "kill-after", "200ms");
        impatient.hold(LONG);
        assertThat(impatient.look().up()).isFalse();
        assertThat(impatient.look().detail()).contains("killed because it did not stop within 200 ms");
    }

    @Test
    void preflightKnowsWhoHasThePort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Service server = service("command", "sleep 300", "port", taken.getLocalPort());
            assertThat(server.preflight())
                    .singleElement()
                    .satisfies(trouble -> assertThat(trouble.words())
                            .startsWith("port " + taken.getLocalPort() + " is in use by process "
                                    + ProcessHandle.current().pid())
                            .endsWith("which is not `server`"));
        }
        assertThat(service("command", "no-such-program", "log", "nowhere/x.log").preflight())
                .extracting(Trouble::words)
                .anyMatch(words -> words.contains("`no-such-program` of `server` is not there"))
                .anyMatch(words -> words.contains("for the log of `server` is not there"));
        assertThat(sleeper().preflight()).isEmpty();
    }
}
