package dev.rung.engine.driver;

import dev.rung.model.expression.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Data that answers SQL. */
public non-sealed interface Database extends Data {
    /**
     * The first column of the first row.
     *
     * @param parameters take the places of the question marks
     * @throws Trouble also when there is no row
     */
    Value value(String sql, List<Value> parameters) throws Trouble;

    /**
     * Takes a text of one or several statements apart, and sends nothing.
     *
     * @throws Trouble if nothing is to be done in it, or it would begin or end a transaction, which is not its own
     */
    Statements take(String sql) throws Trouble;

    /**
     * Carries out a text, all of it or nothing, and leaves a mark together with it: a row in a table that says what it is
     * for, in the same transaction, or what else is there exactly if it was carried out. A text whose mark stands there is
     * not carried out once more, so a cut anywhere is harmless. What commits by itself is carried out without a mark.
     *
     * @param within after which it is ended
     * @throws Trouble if it failed: then nothing of it is done, but for what commits by itself
     */
    Told tell(Order order, Duration within) throws Trouble;

    /** Takes away the marks and what they stand in. Once more is harmless. */
    void removeMarks() throws Trouble;

    /**
     * Fills the database anew from a dump: beside, then changed over by renames; the former one is kept until {@link
     * #discardKept}. Once more is harmless.
     */
    void importFrom(Path dump, Progress progress) throws Trouble;

    /**
     * @param mark by which it is known that it has been carried out
     * @param values take the places of the question marks, and are never read as SQL
     */
    record Order(String mark, String sql, List<Value> values) {
        public Order {
            values = List.copyOf(values);
        }
    }

    /**
     * What a text of SQL is.
     *
     * @param places how many values it has room for
     * @param commits the statement in it that commits by itself and the others with it, if there is one
     */
    record Statements(int places, Optional<String> commits) {}

    /**
     * @param before whether it had been carried out by whoever was cut off, and was not now
     * @param rows how many were changed
     */
    record Told(boolean before, long rows) {}
}
