package dev.rung.driver.contract;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Volumes in memory that can be made full. Only root mounts one: whatever needs them is skipped for everybody else. */
final class SmallVolumes implements AutoCloseable {
    private static final int AMPLE = 256 * 1024;
    private final List<Path> mounted = new ArrayList<>();

    /** With ample room. */
    void mount(Path folder) throws Exception {
        boolean done = run("mount", "-t", "tmpfs", "-o", "size=" + AMPLE + "k", "tmpfs", folder.toString());
        Assumptions.assumeTrue(done, "a full disk cannot be had here: only root mounts a volume");
        mounted.add(folder);
    }

    /** @param share of what is on it, that may be written yet */
    void leave(Path folder, double share) throws Exception {
        FileStore store = Files.getFileStore(folder);
        long used = (store.getTotalSpace() - store.getUnallocatedSpace()) / 1024;
        resize(folder, used + Math.round(used * share));
    }

    void widen(Path folder) throws Exception {
        resize(folder, AMPLE);
    }

    private static void resize(Path folder, long kibibytes) throws Exception {
        if (!run("mount", "-o", "remount,size=" + kibibytes + "k", folder.toString())) {
            throw new IOException("cannot resize " + folder);
        }
    }

    private static boolean run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    @Override
    public void close() throws Exception {
        for (Path folder : mounted) {
            run("umount", "-l", folder.toString());
        }
    }
}
