package dev.rung.engine.backup;

import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.state.BackupSet.Level;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Backups as folders: {@code DIR/<system>-<version>-<time>/} with {@code manifest.json} and a folder a part. A backup is
 * written as {@code .partial}, made durable, read back against its checksums, and only then renamed; so a folder without
 * that suffix is whole.
 */
public final class Backups {
    private static final String PARTIAL = ".partial";
    private static final String MANIFEST = "manifest.json";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Clock clock;
    private final String tool;
    private final String host;
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Backups(Clock clock, String tool, String host) {
        this.clock = clock;
        this.tool = tool;
        this.host = host;
    }

    /** What a backup is taken of. */
    public record Order(String system, String version, String run, SequencedMap<String, Data> parts, Level level) {}

    /**
     * Takes a backup.
     *
     * @return its folder
     * @throws Trouble if it could not be taken or proved; nothing of it is left then, as far as that can be helped
     */
    public Path take(Order order, Path directory, Progress progress) throws Trouble {
        Path folder = free(directory, order.system() + "-" + order.version() + "-" + TIME.format(clock.instant()));
        Path partial = folder.resolveSibling(folder.getFileName() + PARTIAL);
        try {
            Files.createDirectories(directory);
            Files.createDirectory(partial, PRIVATE);
            List<Manifest.Part> parts = new ArrayList<>();
            for (Map.Entry<String, Data> part : order.parts().entrySet()) {
                parts.add(capture(part.getKey(), part.getValue(), partial, progress));
            }
            if (order.level() == Level.RESTORED) {
                for (Manifest.Part part : parts) {
                    proveByRestore(part, order.parts().get(part.name()), partial, progress);
                }
            }
            write(partial.resolve(MANIFEST), manifest(order, parts));
            for (Path inner : Durable.foldersBelow(partial)) {
                Durable.sync(inner);
            }
            Files.move(partial, folder);
            Durable.sync(directory);
            return folder;
        } catch (IOException failed) {
            discard(partial);
            throw words(directory, failed);
        } catch (Trouble trouble) {
            discard(partial);
            throw trouble;
        }
    }

    private static Path free(Path directory, String name) {
        Path folder = directory.resolve(name);
        for (int i = 2; Files.exists(folder); i++) {
            folder = directory.resolve(name + "-" + i);
        }
        return folder;
    }

    private static Trouble words(Path directory, IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return new Trouble(
                    "the backup folder " + directory + " cannot be written",
                    "give this user the right to write there, or name another folder",
                    failed);
        }
        return Durable.trouble("the backup into " + directory + " failed", failed);
    }

    private Manifest manifest(Order order, List<Manifest.Part> parts) {
        return new Manifest(
                Manifest.FORMAT,
                tool,
                order.system(),
                order.version(),
                clock.instant().toString(),
                order.run(),
                host,
                order.level() == Level.TAKEN ? Level.READ_BACK : order.level(),
                parts);
    }

    private static Manifest.Part capture(String name, Data data, Path partial, Progress progress)
            throws IOException, Trouble {
        Path own = Files.createDirectory(partial.resolve(name), PRIVATE);
        Captured captured = data.backUp(own, progress);
        List<Manifest.StoredFile> files = new ArrayList<>();
        for (Path file : Durable.filesBelow(own)) {
            Durable.sync(file);
            String sha256 = Durable.sha256(file, progress);
            files.add(new Manifest.StoredFile(partial.relativize(file).toString(), Files.size(file), sha256));
        }
        return new Manifest.Part(name, captured, files);
    }

    private static void proveByRestore(Manifest.Part part, Data data, Path partial, Progress progress)
            throws IOException, Trouble {
        Path scratch = Files.createDirectory(partial.resolveSibling(partial.getFileName() + "-scratch"), PRIVATE);
        try {
            Fingerprint restored = data.tryRestore(partial.resolve(part.name()), part.captured(), scratch, progress);
            if (!restored.equals(part.captured().fingerprint())) {
                throw new Trouble("the backup of `" + part.name() + "` does not restore to what it was taken of: "
                        + part.captured().fingerprint().items() + " rows or files there, " + restored.items()
                        + " in the restored copy, or their content differs");
            }
        } finally {
            Durable.removeTree(scratch);
        }
    }

    private void write(Path file, Manifest manifest) throws IOException {
        Files.writeString(file, mapper.writeValueAsString(manifest));
        Durable.sync(file);
    }

    private static void discard(Path partial) {
        try {
            Durable.removeTree(partial);
        } catch (IOException left) {
            // What is left is called .partial, is no backup to anybody, and is removed by the next one.
        }
    }

    /** Removes what cut backups of a system left in a folder. */
    public void removePartial(Path directory, String system) throws Trouble {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> all = Files.list(directory)) {
            for (Path path : all.toList()) {
                String name = path.getFileName().toString();
                boolean rubbish = name.endsWith(PARTIAL) || name.endsWith(PARTIAL + "-scratch");
                if (rubbish && name.startsWith(system + "-")) {
                    Durable.removeTree(path);
                }
            }
        } catch (IOException failed) {
            throw Durable.trouble("what an interrupted backup left in " + directory + " cannot be removed", failed);
        }
    }

    /** A backup that lies in a folder. */
    public record Lying(Path folder, Manifest manifest) {}

    /** The whole backups of a system in a folder, the newest first; what has no manifest that can be read is none. */
    public List<Lying> of(Path directory, String system) throws Trouble {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Lying> lying = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path folder : all.toList()) {
                boolean isWhole = !folder.getFileName().toString().endsWith(PARTIAL);
                if (isWhole && Files.isRegularFile(folder.resolve(MANIFEST))) {
                    read(folder)
                            .filter(one -> one.manifest().system().equals(system))
                            .ifPresent(lying::add);
                }
            }
        } catch (IOException failed) {
            throw Durable.trouble("the backups in " + directory + " cannot be looked at", failed);
        }
        lying.sort(
                Comparator.comparing((Lying one) -> Instant.parse(one.manifest().taken()))
                        .reversed());
        return lying;
    }

    private Optional<Lying> read(Path folder) {
        try {
            return Optional.of(new Lying(folder, manifest(folder)));
        } catch (Trouble unreadable) {
            return Optional.empty();
        }
    }

    /** Removes a backup. From the first moment on it is none any more: what a cut leaves is rubbish. */
    public void remove(Path folder) throws Trouble {
        Path partial = folder.resolveSibling(folder.getFileName() + PARTIAL);
        try {
            Files.move(folder, partial);
            Durable.sync(folder.getParent());
            Durable.removeTree(partial);
        } catch (IOException failed) {
            throw Durable.trouble("the backup " + folder + " cannot be removed", failed);
        }
    }

    /** @throws Trouble if the folder is no backup, or one of a newer Rung */
    public Manifest manifest(Path folder) throws Trouble {
        try {
            Manifest manifest = mapper.readValue(Files.readString(folder.resolve(MANIFEST)), Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw new Trouble(
                        "the backup " + folder + " was made by a newer Rung (format " + manifest.format() + ")");
            }
            return manifest;
        } catch (IOException | JacksonException unreadable) {
            throw new Trouble("the backup " + folder + " has no manifest that can be read", "", unreadable);
        }
    }

    /** Brings parts back, after comparing the stored files with their checksums. Once more is harmless. */
    public void restore(Path folder, Map<String, Data> parts, Progress progress) throws Trouble {
        Manifest manifest = manifest(folder);
        for (Manifest.Part part : manifest.parts()) {
            if (parts.containsKey(part.name())) {
                readBack(folder, part, progress);
            }
        }
        for (Manifest.Part part : manifest.parts()) {
            Data data = parts.get(part.name());
            if (data != null) {
                data.restore(folder.resolve(part.name()), part.captured(), progress);
            }
        }
    }

    private static void readBack(Path folder, Manifest.Part part, Progress progress) throws Trouble {
        for (Manifest.StoredFile file : part.files()) {
            try {
                if (!Durable.sha256(folder.resolve(file.path()), progress).equals(file.sha256())) {
                    throw new Trouble(
                            "the backup file " + folder.resolve(file.path()) + " has changed since it was taken");
                }
            } catch (IOException failed) {
                throw Durable.trouble("the backup file " + folder.resolve(file.path()) + " cannot be read", failed);
            }
        }
    }
}
