package dev.rung.engine.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A volume of its own that is soon full; who may not mount one skips the test. */
public record SmallVolume(Path folder) implements AutoCloseable {
    public static SmallVolume mount(Path folder, int kilobytes) throws Exception {
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString());
        assumeTrue(mounted, "cannot mount a small volume");
        return new SmallVolume(folder);
    }

    private static boolean run(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notHere) {
            return false;
        }
    }

    @Override
    public void close() throws Exception {
        run("umount", folder.toString());
    }
}
