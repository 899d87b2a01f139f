package dev.rung.engine.run;

import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Sql;
import dev.rung.model.expression.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends SQL to databases, once, and takes away the marks by which that is known. */
record Sending(World world, RunLog log, Deeds deeds, Consumer<Event> events) {
    /** @param step whose mark it leaves */
    String send(String step, Sql sql, Duration within) throws Trouble {
        Database database = world.database(sql.database());
        String text = deeds.value(sql.command()).shown();
        Database.Statements statements = database.take(text);
        List<Value> values = values(sql);
        mustFit(sql, statements, values.size());
        statements.commits().ifPresent(by -> events.accept(new Event.Said(commits(by, sql))));
        log.append(new Entry.SqlSent(step, sql.database(), statements.commits().isEmpty()));
        Database.Told told = database.tell(new Database.Order(log.run() + " " + step, text, values), within);
        if (told.before()) {
            return "it was carried out before the interruption, says its mark";
        }
        return told.rows() == 1 ? "1 row" : told.rows() + " rows";
    }

    private List<Value> values(Sql sql) throws Trouble {
        if (sql.values().isEmpty()) {
            return List.of();
        }
        return switch (world.evaluate(sql.values().get())) {
            case Value.Unknown(String why) -> throw new Trouble("its values cannot be read: " + why);
            case Value.Listing(List<Value> items) -> items;
            case Value one -> List.of(one);
        };
    }

    static void mustFit(Sql sql, Database.Statements statements, int values) throws Trouble {
        if (statements.places() != values) {
            throw new Trouble(
                    "`" + sql.title() + "` has " + count(statements.places(), "place")
                            + " for values, each a `?`, and is given " + count(values, "value"),
                    "give it as many behind `with` as it has places");
        }
    }

    private static String count(int number, String what) {
        return (number == 0 ? "no" : Integer.toString(number)) + " " + what + (number == 1 ? "" : "s");
    }

    private static String commits(String by, Sql sql) {
        return "`" + by + "` commits by itself in `" + sql.database()
                + "`: if it is cut, nobody knows how far it has come, and the way back is taken";
    }

    /** Behind an outcome that is written down nobody needs the marks any more. What cannot be done now is done later. */
    void tidy() {
        remove();
    }

    /** @return in words what is left behind */
    List<String> remove() {
        List<String> left = new ArrayList<>();
        for (String database : log.sqlSent().marked()) {
            Optional<Trouble> why = removed(database);
            why.ifPresent(trouble -> left.add("a table that begins with `RUNG_` is left in `" + database
                    + "`, and may be dropped: " + trouble.words()));
        }
        return left;
    }

    private Optional<Trouble> removed(String database) {
        try {
            world.database(database).removeMarks();
            log.append(new Entry.MarksRemoved(database));
            return Optional.empty();
        } catch (Trouble trouble) {
            return Optional.of(trouble);
        }
    }
}
