package dev.rung.driver.h2;

import dev.rung.driver.h2.SqlElement.Kind;
import dev.rung.engine.driver.Trouble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The statements of a text, as H2 takes it apart. */
record SqlText(List<Statement> statements) {
    /** What H2 carries out within a transaction; whatever else there is commits it first. */
    private static final Set<String> WITHIN = Set.of(
            "CALL", "DELETE", "EXPLAIN", "INSERT", "MERGE", "REPLACE", "SELECT", "SHOW", "TABLE", "UPDATE", "VALUES",
            "WITH");

    private static final Set<String> OF_TRANSACTIONS =
            Set.of("BEGIN", "COMMIT", "END", "PREPARE", "ROLLBACK", "SAVEPOINT", "SHUTDOWN");

    /** Settings of the connection alone. */
    private static final Set<String> SETTINGS = Set.of("@", "SCHEMA", "SCHEMA_SEARCH_PATH");

    private static final int SHOWN = 60;

    SqlText {
        statements = List.copyOf(statements);
    }

    /**
     * @param text without its semicolon
     * @param places how many question marks it has
     * @param commits whether it commits by itself
     */
    record Statement(String text, int places, boolean commits) {
        /** Its beginning, for people. */
        String shown() {
            String line = text.strip().replaceAll("\\s+", " ");
            return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
        }
    }

    static SqlText of(String sql) throws Trouble {
        List<Statement> statements = new ArrayList<>();
        try (SqlReader reader = new SqlReader(new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8)))) {
            List<SqlElement> elements = reader.statement();
            while (!elements.isEmpty()) {
                List<SqlElement> own = elements.stream()
                        .filter(element -> element.kind() != Kind.END)
                        .toList();
                boolean ends = !own.isEmpty() && own.getLast().is(";");
                List<SqlElement> words = ends ? own.subList(0, own.size() - 1) : own;
                if (!words.isEmpty()) {
                    statements.add(statement(words));
                }
                elements = reader.statement();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (statements.isEmpty()) {
            throw new Trouble("there is no SQL in `" + sql.strip() + "`", "write a statement");
        }
        return new SqlText(statements);
    }

    private static Statement statement(List<SqlElement> words) throws Trouble {
        String text = new String(SqlReader.bytes(SqlElement.joined(words)), StandardCharsets.UTF_8);
        List<SqlElement> plain =
                words.stream().dropWhile(element -> element.is("(")).toList();
        String verb = word(plain, 0);
        if (OF_TRANSACTIONS.contains(verb)) {
            throw new Trouble(
                    "`" + verb.toLowerCase(Locale.ROOT)
                            + "` has no place in `sql`: each text is a transaction of its own",
                    "leave it out, or let a program do it: `run`");
        }
        boolean isSetting = verb.equals("SET") && SETTINGS.contains(word(plain, 1));
        int places = (int) words.stream().filter(element -> element.is("?")).count();
        return new Statement(text, places, !WITHIN.contains(verb) && !isSetting);
    }

    private static String word(List<SqlElement> words, int at) {
        return at < words.size() ? words.get(at).text().toUpperCase(Locale.ROOT) : "";
    }

    int places() {
        return statements.stream().mapToInt(Statement::places).sum();
    }

    Optional<String> commits() {
        return statements.stream().filter(Statement::commits).findFirst().map(Statement::shown);
    }
}
