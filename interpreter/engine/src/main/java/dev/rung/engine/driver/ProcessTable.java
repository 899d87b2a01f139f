package dev.rung.engine.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The processes of this machine, as the kernel tells them under {@code /proc}. What may not be read (another user's
 * process) or is gone meanwhile is left out, never an error.
 */
public final class ProcessTable {
    private static final int TICKS_A_SECOND = 100;
    private static final int SHOWN = 160;

    private final Path proc;

    /** @param proc where the kernel tells them; of another machine, a path in its file system */
    public ProcessTable(Path proc) {
        this.proc = proc;
    }

    public static ProcessTable ofThisMachine() {
        return new ProcessTable(Path.of("/proc"));
    }

    /** Whether the kernel tells anything at all. */
    public boolean readable() {
        return Files.isReadable(proc.resolve("self/stat"));
    }

    /** All processes that live, by id, in no order. */
    public List<Long> all() {
        List<Long> ids = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                ids.add(Long.parseLong(entry.getFileName().toString()));
            }
        } catch (IOException | NumberFormatException missing) {
            return List.of();
        }
        return ids;
    }

    /**
     * Whether it runs: one that has ended and waits for its parent to notice does not. While its first thread has ended
     * and another has not, its files and ports are still open.
     */
    public boolean alive(long pid) {
        return stat(pid)
                .map(fields -> !fields[0].equals("X") && (!fields[0].equals("Z") || !fields[17].equals("1")))
                .orElse(false);
    }

    /** Processes whose environment, as they were started, has this name with this value. */
    public List<Long> marked(String name, String value) {
        byte[] mark = (name + "=" + value).getBytes(StandardCharsets.UTF_8);
        return all().stream()
                .filter(pid -> contains(bytes(pid, "environ"), mark) && alive(pid))
                .toList();
    }

    /** The words that it was started with; empty if it is gone or may not be read. */
    public List<String> words(long pid) {
        String line = new String(bytes(pid, "cmdline"), StandardCharsets.UTF_8);
        return line.isEmpty() ? List.of() : Arrays.asList(line.split("\0", -1)).subList(0, pieces(line));
    }

    private static int pieces(String line) {
        int count = (int) line.chars().filter(c -> c == 0).count();
        return line.endsWith("\0") ? count : count + 1;
    }

    /** For people: its words, cut short if there are many. */
    public String command(long pid) {
        String line = String.join(" ", words(pid));
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** The process that leads its session. */
    public OptionalLong session(long pid) {
        return stat(pid)
                .map(fields -> OptionalLong.of(Long.parseLong(fields[3])))
                .orElse(OptionalLong.empty());
    }

    /** All processes of a session that run. */
    public List<Long> ofSession(long leader) {
        return all().stream()
                .filter(pid -> session(pid).orElse(-1) == leader && alive(pid))
                .toList();
    }

    /** When it was started, to about a hundredth of a second. */
    public Optional<Instant> startedAt(long pid) {
        return stat(pid)
                .flatMap(fields -> bootedAt()
                        .map(boot -> boot.plus(Duration.ofMillis(Long.parseLong(fields[19]) * 1000 / TICKS_A_SECOND))));
    }

    /** Where it works. */
    public Optional<Path> directory(long pid) {
        try {
            return Optional.of(Files.readSymbolicLink(proc.resolve(pid + "/cwd")));
        } catch (IOException | UnsupportedOperationException gone) {
            return Optional.empty();
        }
    }

    /** Processes that have a file open. */
    public List<Long> having(Path file) {
        try {
            return holding(Set.of(file.toRealPath().toString()));
        } catch (IOException missing) {
            return List.of();
        }
    }

    /** Who listens on a TCP port of this machine. */
    public Port port(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : lines(table)) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > 9 && fields[3].equals("0A") && portOf(fields[1]) == port) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        }
        return new Port(!sockets.isEmpty(), sockets.isEmpty() ? List.of() : holding(sockets));
    }

    /**
     * @param taken whether anything listens there
     * @param by the processes that do; empty although taken if they may not be looked at
     */
    public record Port(boolean taken, List<Long> by) {
        public Port {
            by = List.copyOf(by);
        }
    }

    private static int portOf(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? -1 : Integer.parseInt(address.substring(colon + 1).toLowerCase(Locale.ROOT), 16);
    }

    private List<Long> holding(Set<String> targets) {
        return all().stream().filter(pid -> holds(pid, targets)).toList();
    }

    private boolean holds(long pid, Set<String> targets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(proc.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (targets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException gone) {
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    /** The fields of its status line behind the name: state, parent, group, session, … threads at index 17, start at 19. */
    private Optional<String[]> stat(long pid) {
        String line = new String(bytes(pid, "stat"), StandardCharsets.UTF_8);
        int name = line.lastIndexOf(')');
        if (name < 0) {
            return Optional.empty();
        }
        String[] fields = line.substring(name + 1).strip().split(" ");
        return fields.length > 19 ? Optional.of(fields) : Optional.empty();
    }

    private Optional<Instant> bootedAt() {
        return lines("stat").stream()
                .filter(line -> line.startsWith("btime "))
                .map(line ->
                        Instant.ofEpochSecond(Long.parseLong(line.substring(6).strip())))
                .findFirst();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(proc.resolve(file));
        } catch (IOException missing) {
            return List.of();
        }
    }

    private byte[] bytes(long pid, String file) {
        try {
            return Files.readAllBytes(proc.resolve(pid + "/" + file));
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    /** Whether one of the entries, which end with a zero byte each, is this one. */
    private static boolean contains(byte[] entries, byte[] wanted) {
        int start = 0;
        for (int i = 0; i <= entries.length; i++) {
            if (i == entries.length || entries[i] == 0) {
                if (Arrays.equals(entries, start, i, wanted, 0, wanted.length)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
