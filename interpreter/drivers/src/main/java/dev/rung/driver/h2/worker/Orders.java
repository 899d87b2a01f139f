package dev.rung.driver.h2.worker;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;

/**
 * Statements that change something. With a mark all of them are one transaction, the mark in it: whoever finds it knows that
 * all is done, whoever does not that nothing is.
 */
record Orders(Connection connection, String url) {
    /** Says what it is to whoever comes upon it; it stands there only while a statement is carried out. */
    static final String TABLE = "RUNG_STATEMENT_UNDER_WAY";

    private static final String MAKE = "CREATE TABLE IF NOT EXISTS \"" + TABLE + "\" (MARK VARCHAR(2000) PRIMARY KEY)";
    private static final String EXPLAIN = "COMMENT ON TABLE \"" + TABLE
            + "\" IS 'Rung, which upgrades this system, knows by it whether a statement that was cut off was carried"
            + " out. It is removed behind the statement. When no run is under way it may be dropped.'";

    /**
     * @param mark empty if there is to be none
     * @param words each statement with the number of its values and, in turn, a word for the type and the text of each
     */
    List<String> carryOut(String mark, List<String> words) throws SQLException {
        if (mark.isEmpty()) {
            return all(words);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(MAKE);
            statement.execute(EXPLAIN);
        }
        connection.setAutoCommit(false);
        List<String> answer = marked(mark, words);
        if (answer.getFirst().equals("ok")) {
            connection.commit();
            toTheDisk();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        return answer;
    }

    private List<String> marked(String mark, List<String> words) throws SQLException {
        String query = "SELECT 1 FROM \"" + TABLE + "\" WHERE MARK = ?";
        try (PreparedStatement look = connection.prepareStatement(query)) {
            look.setString(1, mark);
            try (ResultSet found = look.executeQuery()) {
                if (found.next()) {
                    return List.of("ok", "before", "0");
                }
            }
        }
        try (PreparedStatement leave = connection.prepareStatement("INSERT INTO \"" + TABLE + "\" VALUES (?)")) {
            leave.setString(1, mark);
            leave.executeUpdate();
        }
        return all(words);
    }

    private List<String> all(List<String> words) throws SQLException {
        long rows = 0;
        int number = 0;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            number++;
            try (PreparedStatement statement = connection.prepareStatement(rest.next())) {
                int values = Integer.parseInt(rest.next());
                for (int place = 1; place <= values; place++) {
                    Query.bind(statement, place, rest.next(), rest.next());
                }
                statement.execute();
                rows += Math.max(0, statement.getUpdateCount());
            } catch (SQLException failed) {
                return List.of(
                        "error",
                        Integer.toString(failed.getErrorCode()),
                        Worker.message(failed),
                        Integer.toString(number));
            }
        }
        return List.of("ok", "done", Long.toString(rows));
    }

    /** A file is brought there when it is closed; a server may be killed before it has done so by itself. */
    private void toTheDisk() {
        if (url.startsWith("jdbc:h2:file:")) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException notAllowed) {
            // only its administrator may ask for that; then it does so in half a second
        }
    }

    List<String> removeMarks() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS \"" + TABLE + "\"");
        }
        return List.of("ok");
    }
}
