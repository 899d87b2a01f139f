package dev.rung.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What is the same for all data: backed up, restored. What was captured lies in a file, for the process that is killed. */
abstract sealed class DataOperation implements Operation {
    private final String name;
    private final int cuts;
    final Kind kind;

    private DataOperation(String name, int cuts, Kind kind) {
        this.name = name;
        this.cuts = cuts;
        this.kind = kind;
    }

    /** One kind of data. */
    interface Kind {
        Data open(Path folder) throws Trouble;

        /** Makes the data as they are saved. */
        void first(Path folder) throws IOException;

        /** Changes them. */
        void second(Path folder) throws IOException;

        /** Names beside the data that may stay. */
        boolean mayStay(String name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int cuts() {
        return cuts;
    }

    static Path backup(Path folder) {
        return folder.resolve("backup");
    }

    @Override
    public void prepare(Path folder) throws IOException, Trouble {
        Template.lay(folder, this::make);
    }

    abstract void make(Path folder) throws IOException, Trouble;

    void lay(Path folder) throws IOException {
        Files.createDirectories(backup(folder));
        kind.first(folder);
    }

    static void save(Path folder, Captured captured) throws IOException {
        Properties properties = new Properties();
        properties.putAll(captured.details());
        properties.put("-format", captured.format());
        properties.put("-file", captured.files().getFirst());
        properties.put("-digest", captured.fingerprint().digest());
        properties.put("-items", Long.toString(captured.fingerprint().items()));
        try (var out = Files.newOutputStream(folder.resolve("captured"))) {
            properties.store(out, "");
        }
    }

    static Captured saved(Path folder) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(folder.resolve("captured"))) {
            properties.load(in);
        }
        Map<String, String> details = new java.util.HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("-"))
                .forEach(key -> details.put(key, properties.getProperty(key)));
        return new Captured(
                properties.getProperty("-format"),
                List.of(properties.getProperty("-file")),
                "",
                Optional.empty(),
                new Fingerprint(properties.getProperty("-digest"), Long.parseLong(properties.getProperty("-items"))),
                details);
    }

    void nothingElse(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("rung-")))
                    .allMatch(kind::mayStay);
        }
    }

    /** Cut anywhere the data are untouched, and the next one is good. */
    static final class BackUp extends DataOperation {
        BackUp(String name, int cuts, Kind kind) {
            super(name, cuts, kind);
        }

        @Override
        void make(Path folder) throws IOException, Trouble {
            lay(folder);
            Files.writeString(
                    folder.resolve("before"), kind.open(folder).fingerprint().digest());
        }

        @Override
        public void perform(Path folder) throws IOException, Trouble {
            Disk.remove(backup(folder));
            Files.createDirectories(backup(folder));
            save(folder, kind.open(folder).backUp(backup(folder), Progress.NONE));
        }

        @Override
        public void allowed(Path folder) throws IOException, Trouble {
            assertThat(kind.open(folder).fingerprint().digest()).isEqualTo(Files.readString(folder.resolve("before")));
        }

        @Override
        public void done(Path folder) throws IOException, Trouble {
            Path scratch = Files.createDirectories(folder.resolve("scratch"));
            assertThat(kind.open(folder)
                            .tryRestore(backup(folder), saved(folder), scratch, Progress.NONE)
                            .digest())
                    .isEqualTo(Files.readString(folder.resolve("before")));
            assertThat(scratch).isEmptyDirectory();
            nothingElse(folder);
        }
    }

    /** Cut anywhere the data are as before or as saved, never something else; both folders of a swap may be aside. */
    static final class Restore extends DataOperation {
        Restore(String name, int cuts, Kind kind) {
            super(name, cuts, kind);
        }

        @Override
        void make(Path folder) throws IOException, Trouble {
            lay(folder);
            save(folder, kind.open(folder).backUp(backup(folder), Progress.NONE));
            kind.second(folder);
            Files.writeString(
                    folder.resolve("before"), kind.open(folder).fingerprint().digest());
        }

        @Override
        public void perform(Path folder) throws IOException, Trouble {
            kind.open(folder).restore(backup(folder), saved(folder), Progress.NONE);
        }

        @Override
        public void allowed(Path folder) throws IOException, Trouble {
            String is;
            try {
                is = kind.open(folder).fingerprint().digest();
            } catch (Trouble between) {
                assertThat(between.help()).contains("restore once more");
                return;
            }
            assertThat(is)
                    .isIn(
                            Files.readString(folder.resolve("before")),
                            saved(folder).fingerprint().digest());
        }

        @Override
        public void done(Path folder) throws IOException, Trouble {
            assertThat(kind.open(folder).fingerprint()).isEqualTo(saved(folder).fingerprint());
            nothingElse(folder);
            kind.open(folder).discardKept();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("rung-"));
            }
        }
    }
}
