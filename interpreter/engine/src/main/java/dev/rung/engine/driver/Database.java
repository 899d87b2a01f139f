package dev.rung.engine.driver;

import dev.rung.model.expression.Value;
import java.nio.file.Path;
import java.util.List;

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
     * Fills the database anew from a dump: beside, then changed over by renames; the former one is kept until {@link
     * #discardKept}. Once more is harmless.
     */
    void importFrom(Path dump, Progress progress) throws Trouble;
}
