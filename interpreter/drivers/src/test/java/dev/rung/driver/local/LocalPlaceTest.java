package dev.rung.driver.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.directory.DirectoryDriver;
import dev.rung.driver.dotenv.DotenvDriver;
import dev.rung.driver.file.FileDriver;
import dev.rung.driver.link.LinkDriver;
import dev.rung.driver.process.ProcessDriver;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.FileTree;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.PlaceDriver.Need;
import dev.rung.engine.driver.PlaceDriver.Reached;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As somebody else, which only root becomes without a password. */
class LocalPlaceTest {
    private static final String WHO = "daemon";
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void onlyAsRoot() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root becomes somebody else");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = Files.createDirectory(folder.resolve("home"));
        give(home);
    }

    private static void give(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.toList()) {
                Files.setOwner(
                        each,
                        each.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(WHO));
            }
        }
    }

    private static Reached reach(String user, Surroundings here) throws Trouble {
        return new LocalPlaceDriver()
                .reach(new Installation.Place("there", "local", Map.of("user", new Value.Text(user))), here);
    }

    private Surroundings there() throws Trouble {
        return reach(WHO, World.at(home)).surroundings();
    }

    private <P extends Part> P open(Class<P> kind, Driver driver, Map<String, Object> arguments) throws Trouble {
        Installation.Part part = new Installation.Part(
                "it",
                "system",
                driver.signature().gives(),
                driver.signature().name(),
                World.arguments(arguments),
                Optional.of("there"));
        return kind.cast(driver.open(part, there()));
    }

    private static String owner(Path path) throws IOException {
        return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    }

    @Test
    void programsAreHis() throws Exception {
        String said = there().commands()
                .run(Line.of("sh", "-c", "id -un; echo $HOME; id -Gn; touch made"), LONG, true)
                .output();
        assertThat(said).isEqualTo("daemon\n/usr/sbin\ndaemon\n");
        assertThat(owner(home.resolve("made"))).isEqualTo(WHO);
    }

    /** It is found among all of this machine, by whoever takes the run up. */
    @Test
    void whatHeLeavesWorkingIsFoundAndCanBeEnded() throws Exception {
        Surroundings here = World.at(home);
        Surroundings his = reach(WHO, here).surroundings();
        Thread cut = Thread.ofPlatform().start(() -> {
            try {
                his.commands().run(Line.of("sleep", "60"), LONG, false);
            } catch (Trouble interrupted) {
                // whoever waited is gone
            }
        });
        while (here.commands().stillWorking().stream()
                .noneMatch(one -> one.command().equals("sleep 60"))) {
            Thread.sleep(20);
        }
        cut.interrupt();
        cut.join();
        assertThat(here.commands().stillWorking()).hasSize(1);
        assertThat(his.commands().stillWorking()).as("nobody is named twice").isEmpty();
        his.commands().end(here.commands().stillWorking().getFirst().pid(), false);
        while (!here.commands().stillWorking().isEmpty()) {
            Thread.sleep(20);
        }
    }

    @Test
    void filesAreHisAndNoOthersAreOpenToHim() throws Exception {
        Path his = there().folder();
        Files.writeString(his.resolve("a"), "his");
        Files.createDirectory(his.resolve("b"));
        Files.createSymbolicLink(his.resolve("c"), Path.of("a"));
        assertThat(List.of(owner(home.resolve("a")), owner(home.resolve("b")), owner(home.resolve("c"))))
                .containsOnly(WHO);
        Path ours = Files.writeString(folder.resolve("ours"), "secret");
        Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rw-------"));
        Path seen = his.resolve(ours);
        assertThat(seen).exists();
        assertThat(Files.isReadable(seen)).isFalse();
        assertThatThrownBy(() -> Files.readString(seen)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.writeString(his.resolve("/etc/rung-test"), ""))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> Files.setOwner(his.resolve("a"), Files.getOwner(ours)))
                .isInstanceOf(IOException.class);
        assertThat(Files.readString(ours)).as("we ourselves are who we were").isEqualTo("secret");
    }

    @Test
    void everyDriverOfFilesWorksThere() throws Exception {
        Files.writeString(home.resolve("app"), "1");
        Files.writeString(home.resolve("two"), "2");
        Files.writeString(home.resolve(".env"), "KEY=a\n");
        Files.writeString(Files.createDirectory(home.resolve("store")).resolve("one"), "1");
        Files.writeString(Files.createDirectory(home.resolve("first")).resolve("run"), "1");
        Files.writeString(Files.createDirectory(home.resolve("second")).resolve("run"), "2");
        Files.createSymbolicLink(home.resolve("current"), Path.of("first"));
        give(home);
        changesOver(open(Artifact.class, new FileDriver(), Map.of("path", "app")), "two");
        changesOver(open(Artifact.class, new LinkDriver(), Map.of("path", "current")), "second");
        Config env = open(Config.class, new DotenvDriver(), Map.of("path", ".env"));
        env.edit("KEY", Optional.of(new Value.Text("b"))).carryOut();
        assertThat(home.resolve(".env")).hasContent("KEY=b");
        FileTree store = open(FileTree.class, new DirectoryDriver(), Map.of("path", "store"));
        Path backup = Files.createDirectory(folder.resolve("backup"));
        Captured captured = store.backUp(backup, Progress.NONE);
        Files.writeString(home.resolve("store/one"), "spoiled");
        store.restore(backup, captured, Progress.NONE);
        assertThat(home.resolve("store/one")).hasContent("1");
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.toList()) {
                assertThat(owner(each)).as(each.toString()).isEqualTo(WHO);
            }
        }
        assertThat(owner(backup.resolve("files.tar.zst")))
                .as("the backup is ours")
                .isEqualTo("root");
    }

    private static void changesOver(Artifact artifact, String source) throws Trouble {
        assertThat(artifact.preflight()).isEmpty();
        String before = artifact.inPlace().orElseThrow();
        Staged staged = artifact.stage(Version.of("2"), source, Optional.empty(), Progress.NONE);
        artifact.changeOver(staged);
        assertThat(artifact.inPlace()).contains(staged.digest());
        artifact.putBack(before);
        assertThat(artifact.inPlace()).contains(before);
        artifact.changeOver(staged);
    }

    @Test
    void aProcessIsHisAndIsFoundAndHeld() throws Exception {
        Service server = open(
                Service.class, new ProcessDriver(), Map.of("command", List.of("sleep", "300"), "pid-file", "it.pid"));
        server.start(LONG);
        try {
            long pid = Long.parseLong(Files.readString(home.resolve("it.pid")).strip());
            assertThat(ProcessHandle.of(pid).orElseThrow().info().user()).contains(WHO);
            assertThat(owner(home.resolve("it.log"))).isEqualTo(WHO);
            assertThat(server.look().up()).isTrue();
        } finally {
            server.hold(LONG);
        }
        assertThat(server.look().held()).isTrue();
        assertThat(owner(home.resolve("it.pid.held"))).isEqualTo(WHO);
    }

    @Test
    void whatHeMayNotDoIsFoundBeforehand() throws Exception {
        Files.writeString(folder.resolve("app"), "ours");
        Artifact artifact = open(
                Artifact.class,
                new FileDriver(),
                Map.of("path", folder.resolve("app").toString()));
        assertThat(artifact.preflight())
                .extracting(Trouble::words)
                .containsExactly("the folder " + folder + " cannot be written, so `it` cannot be changed over");
    }

    @Test
    void whoWeAreOurselvesNeedsNothing() throws Exception {
        Surroundings here = World.at(home);
        assertThat(reach("root", here)).isEqualTo(new Reached(here, Set.of(Need.values()), ""));
    }

    @Test
    void whoIsNotThereIsNamed() {
        assertThatThrownBy(() -> reach("nobody-at-all", World.at(home)))
                .hasMessage("there is no user `nobody-at-all` on this machine, as whom the place `there` is reached");
    }

    @Test
    void whoCannotBeBecomeIsToldWithEachWayThatWasTried() {
        Surroundings real = World.at(home);
        Surroundings unable = Surroundings.here(home, home, new Unable(real.commands()), real.clock(), real.sleep());
        assertThatThrownBy(() -> reach(WHO, unable))
                .hasMessage(
                        "the place `there` is `daemon` on this machine, and `root`, who runs Rung, cannot become that"
                                + " without being asked: `setpriv`: not permitted; `runuser`: not permitted");
    }

    private record Unable(Commands commands) implements Commands {
        @Override
        public Finished run(Line line, Duration within, boolean endable, LongConsumer started) throws Trouble {
            return List.of("setpriv", "runuser").contains(line.words().getFirst())
                    ? new Finished(1, "not permitted\n", Duration.ZERO)
                    : commands.run(line, within, endable, started);
        }

        @Override
        public Process talk(Line line) throws Trouble {
            return commands.talk(line);
        }

        @Override
        public long spawn(Line line, Path output) throws Trouble {
            return commands.spawn(line, output);
        }

        @Override
        public void end(long process, boolean force) {
            commands.end(process, force);
        }

        @Override
        public List<Working> stillWorking() {
            return commands.stillWorking();
        }
    }
}
