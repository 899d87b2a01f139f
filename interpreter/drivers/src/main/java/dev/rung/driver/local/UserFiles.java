package dev.rung.driver.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The files of this machine with somebody else's rights. Each call of the system is made by his thread; what it has opened
 * anybody may read and write, as with any descriptor that was handed over.
 */
final class UserFiles extends FileSystemProvider {
    private final UserThread thread;
    private final String user;
    private final UserFileSystem system = new UserFileSystem(this);

    UserFiles(UserThread thread, String user) {
        this.thread = thread;
        this.user = user;
    }

    Path path(Path here) {
        return new UserPath(system, here);
    }

    /** A path as this machine's own provider takes it. */
    private static Path own(Path path) {
        return UserPath.own(path);
    }

    private static FileSystemProvider below() {
        return FileSystems.getDefault().provider();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void asHim(Work work) throws IOException {
        thread.call(() -> {
            work.run();
            return true;
        });
    }

    private <T> T unchecked(Callable<T> work) {
        try {
            return thread.call(work);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String getScheme() {
        return "file-as-" + user.replaceAll("[^A-Za-z0-9]", "-");
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("there is one: " + system);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return path(Path.of(uri.getPath()));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return thread.call(() -> FileChannel.open(own(path), options, attributes));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return thread.call(() -> Files.newByteChannel(own(path), options, attributes));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        asHim(() -> {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(own(folder))) {
                all.forEach(
                        entry -> entries.add(folder.resolve(entry.getFileName().toString())));
            }
        });
        List<Path> chosen = new ArrayList<>();
        for (Path entry : entries) {
            if (filter.accept(entry)) {
                chosen.add(entry);
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return chosen.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        asHim(() -> Files.createDirectory(own(folder), attributes));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        asHim(() -> Files.createSymbolicLink(own(link), own(target), attributes));
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        asHim(() -> Files.createLink(own(link), own(existing)));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return path(thread.call(() -> Files.readSymbolicLink(own(link))));
    }

    @Override
    public void delete(Path path) throws IOException {
        asHim(() -> Files.delete(own(path)));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        asHim(() -> Files.copy(own(source), own(target), options));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        asHim(() -> Files.move(own(source), own(target), options));
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return thread.call(() -> Files.isSameFile(own(one), own(other)));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(own(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return thread.call(() -> Files.getFileStore(own(path)));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        asHim(() -> below().checkAccess(own(path), modes));
    }

    /** Each of its calls is his too. */
    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        V view = Files.getFileAttributeView(own(path), type, options);
        return view == null
                ? null
                : type.cast(java.lang.reflect.Proxy.newProxyInstance(
                        UserFiles.class.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> thread.call(() -> called(view, method, arguments))));
    }

    private static Object called(Object view, java.lang.reflect.Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(view, arguments);
        } catch (java.lang.reflect.InvocationTargetException failed) {
            throw failed.getCause() instanceof Exception said ? said : failed;
        }
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return thread.call(() -> Files.readAttributes(own(path), type, options));
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return thread.call(() -> Files.readAttributes(own(path), attributes, options));
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        asHim(() -> Files.setAttribute(own(path), attribute, value, options));
    }

    Path real(Path path, LinkOption... options) throws IOException {
        return path(thread.call(() -> own(path).toRealPath(options)));
    }

    Path absolute(Path path) {
        return path(unchecked(() -> own(path).toAbsolutePath()));
    }

    @Override
    public String toString() {
        return "this machine as " + user;
    }
}
