package dev.rung.engine.run;

import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run at a time per system. The lock is a file beside the system's first part, made in one step, so that two machines
 * that share the folder see the same one; it stays while the run can be resumed. Its owner beats the heart of it by
 * touching the file.
 */
final class SystemLock implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration DEAD = Duration.ofSeconds(60);

    private final Path file;
    private final Thread heart;

    /** Loaded when there is a lock to be read or written, and not by looking that there is none. */
    private static final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();
    }

    /**
     * @param started of the process, in milliseconds since 1970, so that a pid that was given out again is told apart
     * @param journal where the run's journal is kept; empty in what was written before this was known
     */
    record Owner(String run, String host, long pid, long started, String user, String journal) {
        Owner {
            journal = journal == null ? "" : journal;
        }

        static Owner ofThisProcess(String run, String host, String user, String journal) {
            ProcessHandle self = ProcessHandle.current();
            return new Owner(run, host, self.pid(), startOf(self), user, journal);
        }

        private static long startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }

        private boolean runs() {
            return ProcessHandle.of(pid)
                    .filter(process -> startOf(process) == started)
                    .isPresent();
        }
    }

    private SystemLock(Path file, Clock clock) {
        this.file = file;
        this.heart = Thread.ofVirtual().name("lock heartbeat").start(() -> beat(clock));
    }

    private void beat(Clock clock) {
        try {
            while (true) {
                Thread.sleep(BEAT);
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            }
        } catch (InterruptedException | IOException over) {
            // Released, or the folder is gone: then the run itself finds that out.
        }
    }

    /** Where the lock of a system lies. */
    static Path place(String system, Collection<Part> parts, Path stateFolder) {
        return parts.stream()
                .flatMap(part -> part.folder().stream())
                .findFirst()
                .orElse(stateFolder)
                .resolve("." + system + ".rung-lock");
    }

    /** Who has the lock; empty if nobody. */
    static Optional<Owner> owner(Path file) throws Trouble {
        try {
            String text = Files.readString(file);
            return Optional.of(Json.MAPPER.readValue(text, Owner.class));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            throw new Trouble(
                    "the lock " + file + " cannot be read",
                    "look at it; remove it if no run of Rung goes on",
                    unreadable);
        }
    }

    /** Whether the owner's process is certain to be gone: not here, or with no heartbeat from elsewhere. */
    static boolean isDead(Path file, Owner owner, String host, Clock clock) {
        if (owner.host().equals(host)) {
            return !owner.runs();
        }
        try {
            Instant beat = Files.getLastModifiedTime(file).toInstant();
            return Duration.between(beat, clock.instant()).compareTo(DEAD) > 0;
        } catch (IOException gone) {
            return true;
        }
    }

    /** @throws Trouble if somebody has it */
    static SystemLock take(Path file, Owner owner, Clock clock) throws Trouble {
        Path mine = write(file, owner);
        try {
            Files.createLink(file, mine);
        } catch (FileAlreadyExistsException taken) {
            throw new Trouble("another run took the lock " + file + " at this moment", "", taken);
        } catch (IOException | UnsupportedOperationException failed) {
            throw new Trouble("the lock " + file + " cannot be made: " + failed.getMessage(), "", failed);
        } finally {
            remove(mine);
        }
        return new SystemLock(file, clock);
    }

    /** Takes the lock of a dead owner over, in one step. */
    static SystemLock takeOver(Path file, Owner owner, Clock clock) throws Trouble {
        try {
            Files.move(write(file, owner), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new Trouble("the lock " + file + " cannot be taken over: " + failed.getMessage(), "", failed);
        }
        return new SystemLock(file, clock);
    }

    private static Path write(Path file, Owner owner) throws Trouble {
        Path mine = file.resolveSibling(file.getFileName() + "." + owner.pid());
        try {
            Files.write(mine, Json.MAPPER.writeValueAsString(owner).getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(mine, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return mine;
        } catch (IOException failed) {
            throw new Trouble(
                    "the lock " + file + " cannot be made: " + failed.getMessage(),
                    "this user needs the right to write in " + file.getParent(),
                    failed);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // A stray file of our own beside the lock; it locks nothing.
        }
    }

    /** Gives the lock up: the run has ended and cannot be resumed. */
    void release() {
        close();
        remove(file);
    }

    /** Stops the heartbeat and leaves the lock, for whoever resumes the run. */
    @Override
    public void close() {
        heart.interrupt();
    }
}
