package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL in a runbook, in a real database. */
class SqlTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Diary diary;

    @BeforeEach
    void layOut() throws Exception {
        typed = new Typed(folder);
        diary = Diary.layOut(typed, folder, "").start();
        sql("create table page(id int, text varchar(20)); insert into page values (1, 'it''s'), (2, 'b')");
    }

    @AfterEach
    void tidyUp() throws Exception {
        diary.close();
    }

    /** @param statements ahead of the start */
    private void runbook(String statements) {
        typed.file(
                "diary.runbook",
                typed.text("diary.runbook")
                        .replace(
                                "  service  clerk",
                                "  database book = h2(\"${folder}/book\", locked-by: clerk)\n  service  clerk")
                        .replace("backup pages to", "backup pages, book to")
                        .replace("start clerk\n", statements.indent(2) + "    start clerk\n"));
    }

    private String sql(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:" + folder.toRealPath().resolve("book"), "sa", "");
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException | java.io.IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private List<String> ours() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("book.rung"))
                    .toList();
        }
    }

    private static final String COUNT = "select count(*) from page";

    @Test
    void valuesAreBoundAndFilesAreTextsOfSeveralStatements() throws Exception {
        runbook("""
            sql book "delete from page where text = ? or id > ?" with ["it's", 1 + 40]
            sql book file("more.sql") named more
            """);
        typed.file("more.sql", "create table tag(id int); -- ; a comment\ninsert into tag values (1), (2);\n");

        assertThat(typed.rung("run", "diary.runbook", "--to", "2.0", "--yes"))
                .as(typed.out() + typed.err())
                .isZero();
        assertThat(sql(COUNT)).isEqualTo("1");
        assertThat(sql("select count(*) from tag")).isEqualTo("2");
        assertThat(ours()).isEmpty();
    }

    @Test
    void whatFailsGoesBackWithAllOfIt() throws Exception {
        runbook("sql book \"delete from page; insert into page values (3, 'far too long to fit into it')\"");

        assertThat(typed.rung("run", "diary.runbook", "--to", "2.0", "--yes")).isEqualTo(10);
        assertThat(typed.out()).contains("H2 says about `book`", "(at statement 2 of the text)");
        assertThat(sql(COUNT)).isEqualTo("2");
        assertThat(ours()).isEmpty();
    }

    @Test
    void whatHasAnUndoIsTakenBackByIt() throws Exception {
        runbook("""
            sql book "insert into page values (3, 'c')" undo { sql book "delete from page where id = 3" }
            run "false" changes nothing
            """);

        assertThat(typed.rung("run", "diary.runbook", "--to", "2.0", "--yes")).isEqualTo(10);
        assertThat(typed.out()).contains("take back");
        assertThat(sql(COUNT)).isEqualTo("2");
        assertThat(ours()).isEmpty();
    }

    @Test
    void whatIsWrongIsFoundBeforeAnythingStops() {
        runbook("sql book \"delete from page where id = ?\"\nsql book \"commit\" named it");

        assertThat(typed.rung("run", "diary.runbook", "--to", "2.0", "--yes")).isEqualTo(4);
        assertThat(typed.out() + typed.err())
                .contains("has 1 place for values, each a `?`, and is given no values")
                .contains("`commit` has no place in `sql`");
    }

    @Test
    void whoeverIsKilledInItsMiddleHasItDoneOnce() throws Exception {
        String slow = "insert into page select 7, a.x from system_range(1, 3000) a, system_range(1, 3000) b"
                + " where mod(a.x * b.x, 1000003) = 1";
        runbook("sql book \"" + slow + "\"");
        Process run = typed.begun("run", "diary.runbook", "--to", "2.0", "--yes");
        while (!Files.exists(folder.resolve("book.rung-sql.mv.db"))) {
            assertThat(run.isAlive()).isTrue();
            Thread.sleep(5);
        }
        run.destroyForcibly().waitFor();

        assertThat(typed.rung("resume")).as(typed.out() + typed.err()).isZero();
        long expected = 2
                + Long.parseLong(sql("select count(*) from system_range(1, 3000) a, system_range(1, 3000) b"
                        + " where mod(a.x * b.x, 1000003) = 1"));
        assertThat(sql(COUNT)).isEqualTo(Long.toString(expected));
        assertThat(ours()).isEmpty();
    }
}
