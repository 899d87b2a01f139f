package dev.rung.driver.h2;

import dev.rung.driver.support.Packing;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file as it lies, packed: taken while H2's own lock is held. */
record FileBackup(H2Setting setting, H2Engine engine) {
    static final String FORMAT = "h2-file+zstd";

    Captured take(Path folder, Progress progress) throws Trouble {
        String name = setting.file().getFileName() + ".zst";
        try (FileLock lock = FileLock.take(setting)) {
            long size = lock.channel().size();
            H2Engine.Content content = engine.fingerprint(setting.file());
            String digest = Packing.pack(
                    Channels.newInputStream(lock.channel()), size, folder.resolve(name), setting.name(), progress);
            return new Captured(
                    FORMAT,
                    List.of(name),
                    "rung with zstd",
                    Optional.of(content.engine()),
                    content.fingerprint(),
                    Map.of("sha256", digest, "bytes", Long.toString(size)));
        } catch (IOException failed) {
            throw Troubles.of("back up `" + setting.name() + "` to " + folder, failed);
        }
    }

    void unpack(Path folder, Captured captured, Path target, Progress progress) throws IOException, Trouble {
        long total = Long.parseLong(captured.details().getOrDefault("bytes", "-1"));
        Path packed = folder.resolve(captured.files().getFirst());
        String digest = Packing.unpack(packed, target, setting.name(), total, progress);
        String wanted = captured.details().getOrDefault("sha256", digest);
        if (!digest.equals(wanted)) {
            throw new Trouble(
                    packed + " is damaged: its content has sha256 " + digest + ", not " + wanted, "use another backup");
        }
    }
}
