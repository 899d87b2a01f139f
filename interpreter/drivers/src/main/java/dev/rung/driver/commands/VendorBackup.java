package dev.rung.driver.commands;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Excluded;
import dev.rung.driver.support.Programs;
import dev.rung.driver.support.Tree;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Commands.Finished;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Commands that back data up and bring them back. What is in the data only they know, so a backup goes by the bytes that it
 * is made of; it is good if {@code verify} says so, and by their word if there is none.
 *
 * @param verify no words if there is none
 */
record VendorBackup(
        String name, List<String> backup, List<String> restore, List<String> verify, Surroundings surroundings) {
    private static final String FORMAT = "commands";
    private static final String VARIABLE = "RUNG_BACKUP";
    private static final String PLACE = "backup";
    private static final Duration LIMIT = Duration.ofHours(24);

    VendorBackup {
        backup = List.copyOf(backup);
        restore = List.copyOf(restore);
        verify = List.copyOf(verify);
    }

    Captured backUp(Path folder, Progress progress) throws Trouble {
        Path target = folder.resolve(PLACE).toAbsolutePath();
        progress.at(name, 0, -1);
        run("backup", backup, target, true);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new Trouble(
                    "the `backup` of `" + name + "`, `" + words(backup) + "`, ended well and wrote nothing to "
                            + target,
                    "it has to write the file or folder that the variable " + VARIABLE + " names");
        }
        verify(target);
        return new Captured(FORMAT, files(folder, target), words(backup), Optional.empty(), of(target), Map.of());
    }

    private static List<String> files(Path folder, Path target) throws Trouble {
        try (Stream<Path> all = Files.walk(target)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.toAbsolutePath().relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw Troubles.of("see what was written to " + target, failed);
        }
    }

    private Fingerprint of(Path target) throws Trouble {
        try {
            return Files.isDirectory(target)
                    ? new Tree(target, Excluded.of(List.of())).fingerprint()
                    : new Fingerprint(Disk.digest(target), 1);
        } catch (IOException failed) {
            throw Troubles.of("read the backup of `" + name + "`", failed);
        }
    }

    private void verify(Path target) throws Trouble {
        if (!verify.isEmpty()) {
            run("verify", verify, target, true);
        }
    }

    /** Nobody restores it beside; that it could be is said by its own command, or by nobody. */
    Fingerprint tryRestore(Path folder, Captured captured) throws Trouble {
        if (verify.isEmpty()) {
            throw notTried();
        }
        Path target = known(folder, captured);
        verify(target);
        return of(target);
    }

    Trouble notTried() {
        return new Trouble(
                "the backup of `" + name
                        + "` cannot be verified by a restore: only its own commands could, and it has no" + " `verify`",
                "give it a `verify`, or leave `verified by restore` out");
    }

    boolean canBeTried() {
        return !verify.isEmpty();
    }

    void bringBack(Path folder, Captured captured) throws Trouble {
        Path target = known(folder, captured);
        if (!of(target).equals(captured.fingerprint())) {
            throw new Trouble(
                    "the backup of `" + name + "` in " + folder + " is not what was saved",
                    "nothing was changed; restore from another backup");
        }
        run("restore", restore, target, false);
    }

    private Path known(Path folder, Captured captured) throws Trouble {
        if (!captured.format().equals(FORMAT)) {
            throw new Trouble(
                    "the backup of `" + name + "` has the format " + captured.format() + ", which is not known here");
        }
        return folder.resolve(PLACE).toAbsolutePath();
    }

    private void run(String what, List<String> command, Path target, boolean endable) throws Trouble {
        Line line = new Line(command, Optional.empty(), Map.of(VARIABLE, target.toString()));
        Finished finished = surroundings.commands().run(line, LIMIT, endable);
        if (finished.exitCode() != 0) {
            throw new Trouble(
                    "the `" + what + "` of `" + name + "`, `" + words(command) + "`, ended with exit code "
                            + finished.exitCode() + said(finished),
                    "run it by hand, with the variable " + VARIABLE + " set to a path, and see what it says");
        }
    }

    private static String words(List<String> command) {
        return String.join(" ", command);
    }

    private static String said(Finished finished) {
        return finished.output()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, last) -> last)
                .map(line -> " and said: " + line)
                .orElse(" and said nothing");
    }

    /** A reading that only a driver which knows the data could answer. */
    Trouble notKnown(String what) {
        return new Trouble("nobody can tell " + what + " of `" + name + "`: it is known by its commands alone");
    }

    List<Trouble> preflight() {
        List<Trouble> troubles = new ArrayList<>();
        Stream.of(backup, restore, verify)
                .filter(command -> !command.isEmpty())
                .map(List::getFirst)
                .distinct()
                .filter(program ->
                        Programs.missing(program, surroundings.folder().toAbsolutePath()))
                .forEach(program -> troubles.add(new Trouble(
                        "the program `" + program + "` of `" + name + "` is not there",
                        "install it, or write its whole path")));
        return troubles;
    }
}
