package dev.rung.driver.h2;

import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Trouble;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * The lock that H2 itself takes, shared: while we hold it nobody can open the file for writing, and an open database does
 * not let us have it. One may not open and close the file otherwise meanwhile, the kernel would drop the lock.
 */
record FileLock(FileChannel channel) implements Closeable {
    static FileLock take(H2Setting setting) throws Trouble {
        if (!Files.exists(setting.file())) {
            throw new Trouble("the database `" + setting.name() + "` is not there: " + setting.file(), "check `file`");
        }
        try {
            FileChannel channel = FileChannel.open(setting.file(), StandardOpenOption.READ);
            if (!locked(channel)) {
                channel.close();
                throw H2Words.inUse(setting, setting.file());
            }
            return new FileLock(channel);
        } catch (IOException failed) {
            throw Troubles.of("read " + setting.file(), failed);
        }
    }

    /** Says who has it, if anybody has. */
    static void check(H2Setting setting) throws Trouble {
        take(setting).close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, true) != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException harmless) {
            // a channel for reading loses nothing
        }
    }
}
