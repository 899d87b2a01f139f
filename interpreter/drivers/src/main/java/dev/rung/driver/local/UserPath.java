package dev.rung.driver.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path of this machine that is gone as somebody else. Beside one of this machine's own it is the same path. */
record UserPath(UserFileSystem system, Path path) implements Path {
    /** As this machine's own provider takes it. */
    static Path own(Path path) {
        return path instanceof UserPath(UserFileSystem system, Path own) ? own : Path.of(path.toString());
    }

    private Path with(Path other) {
        return other == null ? null : new UserPath(system, other);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return path.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return with(path.getRoot());
    }

    @Override
    public Path getFileName() {
        return with(path.getFileName());
    }

    @Override
    public Path getParent() {
        return with(path.getParent());
    }

    @Override
    public int getNameCount() {
        return path.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return with(path.getName(index));
    }

    @Override
    public Path subpath(int begin, int end) {
        return with(path.subpath(begin, end));
    }

    @Override
    public boolean startsWith(Path other) {
        return path.startsWith(own(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return path.endsWith(own(other));
    }

    @Override
    public Path normalize() {
        return with(path.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return with(path.resolve(own(other)));
    }

    @Override
    public Path relativize(Path other) {
        return with(path.relativize(own(other)));
    }

    @Override
    public URI toUri() {
        return URI.create(system.files().getScheme() + "://" + path.toUri().getRawPath());
    }

    @Override
    public Path toAbsolutePath() {
        return system.files().absolute(this);
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return system.files().real(this, options);
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("nobody watches");
    }

    @Override
    public int compareTo(Path other) {
        return path.compareTo(own(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserPath(UserFileSystem theirs, Path that) && theirs == system && that.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
