package dev.rung.repl.work;

import dev.rung.engine.run.Recorded;
import dev.rung.language.SourceReader;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads source texts, from the disk or from a run's journal, and remembers all that were read. */
public final class Sources implements SourceReader {
    private static final String RELEASES = ".releases";

    private final Origin origin;
    private final Map<String, String> texts = new TreeMap<>();

    private interface Origin {
        Optional<String> read(String name) throws IOException;
    }

    private Sources(Origin origin) {
        this.origin = origin;
    }

    /** @param folder where relative names start */
    public static Sources onDisk(Path folder) {
        return new Sources(name -> {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        });
    }

    /** As they were when a run began. */
    public static Sources recorded(Map<String, String> texts) {
        return new Sources(name -> Optional.ofNullable(texts.get(name)));
    }

    /** As they were when a run began, but for its runbook and what that includes: these as they are now. */
    public static Sources edited(Recorded run) {
        Path above = Path.of(run.runbook()).getParent();
        return new Sources(name -> {
            if (name.endsWith(RELEASES)) {
                return Optional.ofNullable(run.sources().get(name));
            }
            Path below = above == null ? Path.of(name) : above.relativize(Path.of(name));
            Path file = run.folder().resolve(below);
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        });
    }

    /** The file itself. @return empty if there is none that can be read */
    public Optional<SourceFile> open(String name) {
        try {
            Optional<String> text = origin.read(name);
            text.ifPresent(read -> texts.put(name, read));
            return text.map(read -> new SourceFile(name, read));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What is piped in, under the name of {@code -}. */
    public SourceFile standardInput(InputStream in) {
        try {
            return given(new SourceFile("-", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Remembers a text that was read nowhere, such as what was typed. */
    SourceFile given(SourceFile file) {
        texts.put(file.name(), file.text());
        return file;
    }

    @Override
    public Optional<SourceFile> read(String path, SourceFile from) {
        Path folder = Path.of(from.name()).getParent();
        return open(folder == null ? path : folder.resolve(path).normalize().toString());
    }

    /** All texts that were read, by name. */
    public Map<String, String> texts() {
        return Map.copyOf(texts);
    }
}
