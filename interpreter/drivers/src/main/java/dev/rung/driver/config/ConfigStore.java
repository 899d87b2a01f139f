package dev.rung.driver.config;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file itself: read as a whole, and replaced as a whole by a rename.
 *
 * @param name of the part
 * @param driver for messages
 */
record ConfigStore(String name, String driver, Path file) {
    static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> OWNERS = PosixFilePermissions.asFileAttribute(PRIVATE);
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String MARK = "\uFEFF";

    /**
     * What a file says: text that gives the same bytes again.
     *
     * @param mark the byte order mark, or nothing
     */
    record Content(String mark, Charset charset, String text) {
        static final Content NONE = new Content("", StandardCharsets.UTF_8, "");

        static Content of(byte[] bytes) {
            try {
                String all = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                boolean marked = all.startsWith(MARK);
                return new Content(marked ? MARK : "", StandardCharsets.UTF_8, marked ? all.substring(1) : all);
            } catch (CharacterCodingException older) {
                return new Content("", StandardCharsets.ISO_8859_1, new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }

        /** These, each read in the same way: what is moved from one to another is bytes. */
        static List<Content> alike(List<byte[]> all) {
            boolean older = all.stream().anyMatch(bytes -> of(bytes).charset().equals(StandardCharsets.ISO_8859_1));
            return all.stream()
                    .map(bytes -> older
                            ? new Content(
                                    "", StandardCharsets.ISO_8859_1, new String(bytes, StandardCharsets.ISO_8859_1))
                            : of(bytes))
                    .toList();
        }

        byte[] bytes(String changed) throws Malformed {
            if (!charset.newEncoder().canEncode(changed)) {
                throw new Malformed("its encoding is " + charset + ", which cannot say the new value");
            }
            return (mark + changed).getBytes(charset);
        }
    }

    /** Where what belongs to the file lies, on the same volume. */
    Path beside() {
        return file.resolveSibling(".rung").resolve(file.getFileName().toString());
    }

    /** Empty if there is no file. */
    Optional<byte[]> bytes() throws Trouble {
        try {
            if (Files.isSymbolicLink(file)) {
                throw linked();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw Troubles.of("read " + file, failed);
        }
    }

    private Trouble linked() {
        return new Trouble(
                file + " is a symbolic link, and the driver `" + driver + "` replaces files by renames",
                "name the file that it points to");
    }

    /** Puts these bytes in the file's place, or takes it away if there are none. Owner and mode stay. */
    void replace(Optional<byte[]> bytes) throws IOException {
        if (bytes.isEmpty()) {
            Files.deleteIfExists(file);
            Disk.sync(file.getParent());
            return;
        }
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes.get())) {
            // the cut may have come between the rename and this
            Disk.sync(file.getParent());
            return;
        }
        Path fresh = fresh("change");
        write(fresh, bytes.get());
        if (Files.exists(file)) {
            Disk.likeIn(file, fresh);
        }
        Disk.renameOver(fresh, file);
    }

    /** A new file's name beside, which nobody else may read. */
    Path fresh(String ending) throws IOException {
        folders(beside());
        return beside().resolve(file.getFileName() + "." + ending);
    }

    /** For nobody else's eyes. */
    static void write(Path fresh, byte[] bytes) throws IOException {
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, OWNERS);
        Files.write(fresh, bytes);
        Disk.sync(fresh);
    }

    static void folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            folders(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder, OWNERS_FOLDER);
            Disk.sync(folder.toAbsolutePath().getParent());
        }
    }

    /** What stands in the way of an edit as things are. */
    List<Trouble> preflight() {
        List<Trouble> troubles = new ArrayList<>();
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            troubles.add(new Trouble("the folder " + folder + " of `" + name + "` is not there", "check the path"));
            return troubles;
        }
        if (Files.isSymbolicLink(file)) {
            troubles.add(linked());
        } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            troubles.add(new Trouble("`" + name + "` is no file: " + file, "check the path"));
        } else if (Files.exists(file) && !Files.isReadable(file)) {
            troubles.add(new Trouble(
                    "`" + name + "` cannot be read by this user: " + file, "run as a user who may read it"));
        }
        for (Path place : List.of(folder, folder.resolve(".rung"), beside())) {
            if (Files.isDirectory(place) && !Files.isWritable(place)) {
                troubles.add(new Trouble(
                        "the folder " + place + " cannot be written, so `" + name + "` cannot be edited",
                        "run as a user who may write there"));
            }
        }
        return troubles;
    }
}
