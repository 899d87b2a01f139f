package dev.rung.driver.contract;

import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A world is made once and then copied for every cut. */
final class Template {
    private Template() {}

    interface Maker {
        void make(Path folder) throws IOException, Trouble;
    }

    static void lay(Path folder, Maker maker) throws IOException, Trouble {
        Path aside = folder.resolveSibling(folder.getFileName() + "-as-made");
        Disk.remove(folder);
        if (!Files.exists(aside)) {
            Files.createDirectories(folder);
            maker.make(folder);
            copy(folder, aside);
        } else {
            copy(aside, folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            int code = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("cannot copy " + from);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
