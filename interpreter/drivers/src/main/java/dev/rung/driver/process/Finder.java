package dev.rung.driver.process;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Which process is the service. A pid file alone is not believed: its process may have died and its number gone to
 * another. A mark in the environment tells those that we started, also when the pid file was not written any more.
 */
record Finder(ServiceSetting setting, ProcessTable processes) {
    static final String MARK = Commands.SERVICE;

    /** A pid file has the time of its last write, a process one to the hundredth of a second. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    /** Every process of the service, the one that leads first; empty if it is down. */
    List<Long> find() throws Trouble {
        List<Long> found = new ArrayList<>();
        OptionalLong named = inPidFile();
        if (named.isPresent() && isOurs(named.getAsLong())) {
            found.add(named.getAsLong());
        }
        List<Long> marked =
                new ArrayList<>(processes.marked(MARK, setting.pidFile().toString()));
        marked.sort((a, b) -> Boolean.compare(leads(b), leads(a)));
        marked.removeAll(found);
        found.addAll(marked);
        return found;
    }

    private boolean leads(long pid) {
        return processes.session(pid).orElse(-1) == pid;
    }

    private OptionalLong inPidFile() throws Trouble {
        try {
            String text = Files.readString(setting.pidFile()).strip();
            return text.matches("\\d{1,10}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (NoSuchFileException missing) {
            return OptionalLong.empty();
        } catch (IOException failed) {
            throw Troubles.of("read the pid file of `" + setting.name() + "`", failed);
        }
    }

    private boolean isOurs(long pid) throws Trouble {
        if (!processes.alive(pid)) {
            return false;
        }
        if (processes.words(pid).isEmpty()) {
            // It is ending, and has no words any more; what it had open it may still have.
            return !isYounger(pid);
        }
        if (processes.marked(MARK, setting.pidFile().toString()).contains(pid)
                || matches(
                        processes.words(pid),
                        setting.command(),
                        processes.directory(pid).orElse(setting.from()))) {
            return true;
        }
        if (processes.words(pid).isEmpty() || isYounger(pid)) {
            // without words it is about to end, or is the kernel's own
            return false;
        }
        if (processes.words(pid).isEmpty()) {
            // On its way out: its memory is gone already, its files are closed after that.
            return true;
        }
        throw new Trouble(
                "the pid file " + setting.pidFile() + " names process " + pid + " (" + processes.command(pid)
                        + "), which is not `" + setting.commandLine() + "`",
                "let the command of `" + setting.name()
                        + "` say what really runs, or remove the pid file if it is stale");
    }

    /** Whether it began after the pid file was written: then the number went round. */
    private boolean isYounger(long pid) {
        try {
            Instant written = Files.getLastModifiedTime(setting.pidFile()).toInstant();
            return processes
                    .startedAt(pid)
                    .map(started -> started.isAfter(written.plus(CLOCKS)))
                    .orElse(true);
        } catch (IOException gone) {
            return true;
        }
    }

    /**
     * Whether a process has these words. A script is seen behind its interpreter, and the program's own name and paths
     * may be written in full.
     */
    static boolean matches(List<String> is, List<String> wanted, Path directory) {
        int ahead = is.size() - wanted.size();
        if (ahead < 0) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!sameWord(is.get(ahead + i), wanted.get(i), i == 0, directory)) {
                return false;
            }
        }
        return ahead <= 2;
    }

    private static boolean sameWord(String is, String wanted, boolean program, Path directory) {
        if (is.equals(wanted)) {
            return true;
        }
        try {
            Path a = Path.of(is);
            Path b = Path.of(wanted);
            if (program) {
                return a.getFileName() != null && a.getFileName().equals(b.getFileName());
            }
            return (is.startsWith("/") || wanted.startsWith("/"))
                    && directory
                            .resolve(a)
                            .normalize()
                            .equals(directory.resolve(b).normalize());
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
