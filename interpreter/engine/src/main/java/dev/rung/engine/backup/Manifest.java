package dev.rung.engine.backup;

import dev.rung.engine.driver.Data.Captured;
import dev.rung.model.state.BackupSet;
import java.util.List;

/**
 * {@code manifest.json} of a backup: enough to know, without Rung, what it is of and how to bring it back.
 *
 * @param format of this file
 * @param taken when it was begun, ISO 8601 in UTC
 * @param level how far it was proved
 */
public record Manifest(
        int format,
        String tool,
        String system,
        String version,
        String taken,
        String run,
        String host,
        BackupSet.Level level,
        List<Part> parts) {
    /** The newest format that this Rung writes and reads. */
    public static final int FORMAT = 1;

    public Manifest {
        parts = List.copyOf(parts);
    }

    /** @param captured its files are relative to the folder of the part's name */
    public record Part(String name, Captured captured, List<StoredFile> files) {
        public Part {
            files = List.copyOf(files);
        }
    }

    /** @param path relative to the backup's folder */
    public record StoredFile(String path, long bytes, String sha256) {}
}
