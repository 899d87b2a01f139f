package dev.rung.driver.h2;

import dev.rung.driver.h2.SqlElement.Kind;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What H2 1.4 dumps in a way that H2 2 refuses, or takes for something else, as H2 2 would have dumped it: the value of a
 * computed column is left to H2 to compute, the value of an ENUM stands there itself instead of its place, and columns
 * are named where one of them is invisible. Nothing but INSERT is written anew, and only of tables with such a column.
 */
final class OldScript {
    private final Map<String, List<String>> domains = new HashMap<>();
    private final Map<String, OldTable> tables = new HashMap<>();

    /** Whether H2 2 cannot read it as it is. */
    static boolean needsRewriting(SqlReader dump) throws IOException {
        OldScript script = new OldScript();
        List<SqlElement> statement = dump.statement();
        while (!statement.isEmpty() && script.tables.isEmpty()) {
            script.learn(statement);
            statement = dump.statement();
        }
        return !script.tables.isEmpty();
    }

    /** @param progress hears how many bytes have been read */
    static void rewrite(SqlReader dump, OutputStream out, LongConsumer progress) throws IOException, Trouble {
        OldScript script = new OldScript();
        List<SqlElement> statement = dump.statement();
        while (!statement.isEmpty()) {
            script.learn(statement);
            script.write(statement, out);
            progress.accept(dump.bytesRead());
            statement = dump.statement();
        }
    }

    private record Named(String name, int end) {}

    /** Keeps a table that has a column of those, and a domain that is an ENUM. */
    private void learn(List<SqlElement> statement) {
        int kind = statement.getFirst().is("CREATE") ? kind(statement) : -1;
        if (kind < 0) {
            return;
        }
        int from = kind + 1;
        if (word(statement, from, "IF") && word(statement, from + 1, "NOT") && word(statement, from + 2, "EXISTS")) {
            from += 3;
        }
        if (from + 2 >= statement.size()) {
            return;
        }
        Named named = named(statement, from);
        if (statement.get(kind).is("DOMAIN")) {
            if (word(statement, named.end() + 1, "ENUM")) {
                domains.put(statement.get(named.end() - 1).name(), OldTable.enumerated(statement, named.end() + 2));
            }
            return;
        }
        int open = named.end();
        while (open < statement.size() && !statement.get(open).is("(")) {
            open++;
        }
        OldTable table = OldTable.of(named.name(), SqlList.at(statement, open), domains);
        if (!table.isPlain()) {
            tables.put(table.name(), table);
        }
    }

    /** The word TABLE or DOMAIN, behind CREATE and words like CACHED. What is linked has no rows in a dump. */
    private static int kind(List<SqlElement> statement) {
        for (int i = 1; i < statement.size() && statement.get(i).kind() == Kind.WORD; i++) {
            SqlElement word = statement.get(i);
            if (word.is("TABLE") || word.is("DOMAIN")) {
                return i;
            }
            if (word.is("LINKED") || word.is("VIEW") || word.is("AS")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean word(List<SqlElement> statement, int at, String word) {
        return at < statement.size() && statement.get(at).is(word);
    }

    private static Named named(List<SqlElement> statement, int from) {
        return word(statement, from + 1, ".")
                ? new Named(
                        statement.get(from).name() + "."
                                + statement.get(from + 2).name(),
                        from + 3)
                : new Named("\"PUBLIC\"." + statement.get(from).name(), from + 1);
    }

    private void write(List<SqlElement> statement, OutputStream out) throws IOException, Trouble {
        Optional<String> insert = insert(statement);
        if (insert.isPresent()) {
            out.write(SqlReader.bytes(insert.get()));
            return;
        }
        for (SqlElement element : statement) {
            out.write(SqlReader.bytes(element.before()));
            out.write(SqlReader.bytes(element.text()));
        }
    }

    private Optional<String> insert(List<SqlElement> statement) throws Trouble {
        if (statement.size() < 6 || !word(statement, 0, "INSERT") || !word(statement, 1, "INTO")) {
            return Optional.empty();
        }
        Named named = named(statement, 2);
        OldTable table = tables.get(named.name());
        return table == null ? Optional.empty() : table.insert(statement, named.end());
    }
}
