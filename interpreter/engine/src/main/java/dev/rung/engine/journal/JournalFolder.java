package dev.rung.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Journals as files: {@code runs/<run>.jsonl} below the state folder. */
public record JournalFolder(Path stateFolder, Clock clock) implements Journals {
    private static final String SUFFIX = ".jsonl";

    private Path runsFolder() {
        return stateFolder.resolve("runs");
    }

    private Path path(String run) {
        return runsFolder().resolve(run + SUFFIX);
    }

    @Override
    public Journal create(String run) {
        return JournalFile.create(path(run), clock);
    }

    @Override
    public Journal open(String run, Contents before) {
        return JournalFile.open(path(run), clock, before);
    }

    @Override
    public Contents read(String run, Contents before) {
        return JournalFile.read(path(run), before);
    }

    @Override
    public Verified verify(String run) {
        return JournalFile.verify(path(run));
    }

    @Override
    public Optional<Ends> ends(String run) {
        return JournalFile.ends(path(run));
    }

    @Override
    public boolean has(String run) {
        return Files.isRegularFile(path(run));
    }

    @Override
    public List<String> runs() {
        try (Stream<Path> files = Files.list(runsFolder())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(JournalFolder::changed).reversed())
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failed) {
            throw JournalException.of("the journals in " + runsFolder() + " cannot be listed", failed);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    @Override
    public String location(String run) {
        return path(run).toString();
    }

    @Override
    public String place() {
        return stateFolder.toString();
    }
}
