package dev.rung.repl.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/** Gives a file another content. Whoever looks at it sees the old one or the new one, whatever happens meanwhile. */
final class Rewriting {
    private Rewriting() {}

    /** What a link leads to is written, with the mode that it has; the link stays. */
    static void replace(Path file, byte[] content) throws IOException {
        Path real = file.toRealPath();
        if (!Files.isWritable(real)) {
            throw new IOException("not writable: " + real);
        }
        Path beside = Files.createTempFile(real.getParent(), "." + real.getFileName(), ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Optional<PosixFileAttributeView> mode = mode(real);
            if (mode.isPresent()) {
                mode(beside)
                        .orElseThrow()
                        .setPermissions(mode.get().readAttributes().permissions());
            }
            Files.move(beside, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static Optional<PosixFileAttributeView> mode(Path file) {
        return Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
    }
}
