package dev.rung.engine.run;

import dev.rung.engine.driver.Database.Order;
import dev.rung.engine.driver.Database.Statements;
import dev.rung.engine.driver.Database.Told;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The SQL that the toy knows: {@code add x} is a transaction, {@code create xy} commits in its middle. */
final class ToySql {
    /** Fails in its middle. */
    String fails = "";

    /** Of what was carried out, in the database itself. */
    final Set<String> marks = new HashSet<>();

    private final ToyWorld toy;

    ToySql(ToyWorld toy) {
        this.toy = toy;
    }

    Statements take(String sql) {
        int places = (int) sql.chars().filter(character -> character == '?').count();
        return new Statements(places, Optional.of(sql).filter(text -> text.startsWith("create")));
    }

    /** Adds what stands behind its first word, and its values. */
    Told tell(Order order) throws Trouble {
        toy.moment();
        if (marks.contains(order.mark())) {
            return new Told(true, 0);
        }
        String added = ";" + order.sql().substring(order.sql().indexOf(' ') + 1);
        for (Value value : order.values()) {
            added = added.replaceFirst("\\?", value.shown());
        }
        boolean commits = take(order.sql()).commits().isPresent();
        toy.rows = commits ? toy.rows + added.substring(0, 2) : toy.rows;
        toy.moment();
        if (order.sql().equals(fails)) {
            throw new Trouble("it is no SQL");
        }
        toy.rows = toy.rows + (commits ? added.substring(2) : added);
        marks.addAll(commits ? Set.of() : Set.of(order.mark()));
        toy.moment();
        return new Told(false, 1);
    }

    void removeMarks() {
        toy.moment();
        marks.clear();
    }
}
