package dev.rung.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.h2.H2Driver;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The H2 database in a file, with our own H2. */
final class H2Operations {
    private H2Operations() {}

    static List<Operation> all() {
        Books books = new Books();
        return List.of(
                new DataOperation.BackUp("h2: back up", 1, books),
                new DataOperation.Restore("h2: restore", 4, books),
                new Import(books));
    }

    private static void sql(Path folder, String sql) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("app"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }

    private static final class Books implements DataOperation.Kind {
        private final Map<Path, Database> opened = new HashMap<>();

        /** Once for every folder, so that its worker serves all questions. */
        @Override
        public Database open(Path folder) throws Trouble {
            Database database = opened.get(folder);
            if (database == null) {
                database = World.open(Database.class, new H2Driver(), "app", folder, "file", "app");
                opened.put(folder, database);
            }
            return database;
        }

        @Override
        public void first(Path folder) throws IOException {
            sql(
                    folder,
                    "CREATE TABLE T(ID INT PRIMARY KEY, C VARCHAR); INSERT INTO T SELECT X, RANDOM_UUID() ||"
                            + " REPEAT('x', 300) FROM SYSTEM_RANGE(1, 2000)");
        }

        @Override
        public void second(Path folder) throws IOException {
            sql(folder, "UPDATE T SET C = 'spoiled' WHERE ID < 500; DELETE FROM T WHERE ID > 1600");
        }

        @Override
        public boolean mayStay(String name) {
            return name.equals("app.rung-kept-1.mv.db") || name.equals("app.rung-made");
        }
    }

    private record Import(Books books) implements Operation {
        @Override
        public String name() {
            return "h2: import";
        }

        @Override
        public int cuts() {
            return 3;
        }

        @Override
        public void prepare(Path folder) throws IOException, Trouble {
            Template.lay(folder, this::make);
        }

        private void make(Path folder) throws IOException, Trouble {
            books.first(folder);
            Files.writeString(
                    folder.resolve("wanted"), books.open(folder).fingerprint().digest());
            sql(folder, "SCRIPT TO '" + folder.resolve("dump.sql") + "'");
            books.second(folder);
            Files.writeString(
                    folder.resolve("before"), books.open(folder).fingerprint().digest());
        }

        @Override
        public void perform(Path folder) throws Trouble {
            books.open(folder).importFrom(folder.resolve("dump.sql"), Progress.NONE);
        }

        @Override
        public void allowed(Path folder) throws IOException, Trouble {
            assertThat(books.open(folder).fingerprint().digest())
                    .isIn(Files.readString(folder.resolve("before")), Files.readString(folder.resolve("wanted")));
        }

        @Override
        public void done(Path folder) throws IOException, Trouble {
            assertThat(books.open(folder).fingerprint().digest()).isEqualTo(Files.readString(folder.resolve("wanted")));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("rung-")))
                        .allMatch(books::mayStay);
            }
        }
    }
}
