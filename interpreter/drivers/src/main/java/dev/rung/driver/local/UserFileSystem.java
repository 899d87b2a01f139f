package dev.rung.driver.local;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.stream.StreamSupport;

/** This machine's, as somebody else. */
final class UserFileSystem extends FileSystem {
    private final UserFiles files;

    UserFileSystem(UserFiles files) {
        this.files = files;
    }

    private static FileSystem here() {
        return FileSystems.getDefault();
    }

    UserFiles files() {
        return files;
    }

    @Override
    public FileSystemProvider provider() {
        return files;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("it stays open");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return here().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return StreamSupport.stream(here().getRootDirectories().spliterator(), false)
                .map(files::path)
                .toList();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return here().getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return here().supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return files.path(here().getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = here().getPathMatcher(pattern);
        return path -> matcher.matches(UserPath.own(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return here().getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("nobody watches");
    }

    @Override
    public String toString() {
        return files.toString();
    }
}
