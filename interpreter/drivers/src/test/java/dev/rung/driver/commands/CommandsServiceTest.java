package dev.rung.driver.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Service.Look;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsServiceTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private Service service(String start, String stop, String status) throws Trouble {
        return World.open(
                Service.class,
                new CommandsServiceDriver(),
                "lamp",
                folder,
                "start",
                List.of("sh", "-c", start),
                "stop",
                List.of("sh", "-c", stop),
                "status",
                List.of("sh", "-c", status),
                "log",
                "lamp.log");
    }

    private Service lamp() throws Trouble {
        return service("mv off on; echo lit >> lamp.log", "sleep 0.2; mv on off; echo out >> lamp.log", "test -e on");
    }

    private void on() throws IOException {
        Files.createFile(folder.resolve("on"));
    }

    @Test
    void commandsThatBearNoSecondTimeAreRunOnce() throws Exception {
        on();
        Service lamp = lamp();
        lamp.hold(LONG);
        lamp.hold(LONG);
        assertThat(lamp.look().held()).isTrue();
        assertThat(lamp.look().up()).isFalse();
        assertThat(lamp.look().detail()).startsWith("stopped at ");
        lamp.start(LONG);
        lamp.start(LONG);
        assertThat(lamp.look()).isEqualTo(new Look(true, false, "up"));
        assertThat(lamp.log()).isEqualTo("lit\n");
        lamp.hold(LONG);
        lamp.release();
        assertThat(lamp.look()).isEqualTo(new Look(false, false, "down"));
    }

    @Test
    void theMarkIsRememberedByWhoeverNamesTheSameCommandsInTheSameFolder() throws Exception {
        on();
        lamp().hold(LONG);
        assertThat(lamp().look().held()).isTrue();
        assertThat(service("true", "true", "test -e on").look().held()).isFalse();
    }

    /** Two at once would do everything twice. */
    @Test
    void whatWasBegunEarlierIsWaitedFor() throws Exception {
        on();
        Thread cut = Thread.ofPlatform().start(() -> {
            try {
                lamp().hold(LONG);
            } catch (Trouble interrupted) {
                // whoever waited for the command is gone, and the command works on
            }
        });
        while (!Files.exists(folder.resolve("state/services"))
                || folder.resolve("state/services").toFile().list().length == 0) {
            Thread.sleep(5);
        }
        Thread.sleep(50);
        cut.interrupt();
        cut.join();
        Service lamp = lamp();
        assertThat(lamp.look().up()).isTrue();
        lamp.start(LONG);
        assertThat(lamp.look().up()).isTrue();
        assertThat(folder.resolve("lamp.log")).content().isEqualTo("out\nlit\n");
    }

    @Test
    void whatFailsSaysWhichCommandAndWhatItSaid() throws Exception {
        on();
        assertThatThrownBy(() ->
                        service("true", "echo no right; exit 4", "test -e on").hold(LONG))
                .isInstanceOf(Trouble.class)
                .hasMessage("the `stop` of `lamp`, `sh -c echo no right; exit 4`, ended with exit code 4 and said: no"
                        + " right");
        assertThatThrownBy(() -> service("true", "true", "test -e on").hold(SHORT))
                .isInstanceOf(Trouble.class)
                .hasMessage(
                        "the `stop` of `lamp`, `sh -c true`, ended well, but by its `status` it still runs after 300"
                                + " ms");
        assertThatThrownBy(() -> service("true", "true", "exit 7").look())
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("nobody can tell whether `lamp` runs: ")
                .hasMessageEndingWith("ended with exit code 7 and said nothing");
    }

    @Test
    void whatTakesTooLongIsLeftAloneAndNamedToWhoeverComesNext() throws Exception {
        on();
        Service slow = service("true", "sleep 2; rm on", "test -e on");
        assertThatThrownBy(() -> slow.hold(SHORT)).hasMessageContaining("still works as process ");
        assertThatThrownBy(() -> slow.hold(SHORT))
                .hasMessageStartingWith("a command of `lamp` that was begun earlier still works: process ");
        slow.hold(LONG);
        assertThat(slow.look().held()).isTrue();
    }

    @Test
    void aProgramThatIsMissingIsNamedBeforehand() throws Exception {
        Service lamp = World.open(
                Service.class,
                new CommandsServiceDriver(),
                "lamp",
                folder,
                "start",
                "no-such-program on",
                "stop",
                "no-such-program off",
                "status",
                "test -e on");
        assertThat(lamp.preflight()).hasSize(1);
        assertThat(lamp.preflight().getFirst().words())
                .isEqualTo("the program `no-such-program` of `lamp` is not there");
    }
}
