package dev.rung.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of the schema. It is <em>not</em> one transaction: H2, like MySQL, commits at every DDL statement, so each
 * step is committed for itself, and a migration that breaks off leaves the database between two schemas.
 *
 * @param schema the schema's number after it
 */
record Migration(int schema, String description, List<Step> steps) {

    /** A part of a migration, committed when it is done. */
    sealed interface Step {

        record Sql(String statement) implements Step {}

        record Code(Conversion conversion) implements Step {}

        /** Where a fault of {@link Faults} strikes: older code cannot work any more, newer code cannot yet. */
        record Middle() implements Step {}
    }

    /** A conversion that SQL alone cannot do. */
    interface Conversion {
        void run(Connection connection) throws SQLException;
    }

    static Builder to(int schema, String description) {
        return new Builder(schema, description);
    }

    static final class Builder {

        private final int schema;
        private final String description;
        private final List<Step> steps = new ArrayList<>();

        private Builder(int schema, String description) {
            this.schema = schema;
            this.description = description;
        }

        Builder sql(String statement) {
            steps.add(new Step.Sql(statement));
            return this;
        }

        Builder code(Conversion conversion) {
            steps.add(new Step.Code(conversion));
            return this;
        }

        Builder middle() {
            steps.add(new Step.Middle());
            return this;
        }

        Migration build() {
            return new Migration(schema, description, List.copyOf(steps));
        }
    }
}
