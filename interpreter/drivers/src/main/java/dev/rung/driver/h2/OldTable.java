package dev.rung.driver.h2;

import dev.rung.driver.h2.SqlElement.Kind;
import dev.rung.engine.driver.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as H2 1.4 dumps it.
 *
 * @param name with its schema, both in quotes
 */
record OldTable(String name, List<Column> columns) {
    private static final Set<String> NO_COLUMN =
            Set.of("\"CONSTRAINT\"", "\"PRIMARY\"", "\"UNIQUE\"", "\"FOREIGN\"", "\"CHECK\"");

    private static final Pattern PLACE = Pattern.compile("\\d{1,9}");

    /**
     * @param computed whether it has an expression for its value
     * @param visible whether an INSERT without names of columns means it, too
     * @param enumerated the values of an ENUM as texts of SQL in their order; none if it is no ENUM
     */
    record Column(String name, boolean computed, boolean visible, List<String> enumerated) {
        boolean isPlain() {
            return !computed && visible && enumerated.isEmpty();
        }

        /** H2 1.4 writes the place of an ENUM's value, counted from 0; H2 2 would count from 1. */
        private String value(List<SqlElement> dumped) throws Trouble {
            if (computed) {
                return "DEFAULT";
            }
            String value = SqlElement.joined(dumped);
            if (enumerated.isEmpty() || !PLACE.matcher(value).matches()) {
                return value;
            }
            int place = Integer.parseInt(value);
            if (place >= enumerated.size()) {
                throw new Trouble("the dump has a value of the ENUM column " + name + " at the place " + place
                        + ", but there are only " + enumerated.size());
            }
            return enumerated.get(place);
        }
    }

    /** @param domains the names of domains that are ENUMs, with their values */
    static OldTable of(String name, SqlList definitions, Map<String, List<String>> domains) {
        List<Column> columns = new ArrayList<>();
        for (List<SqlElement> definition : definitions.items()) {
            boolean constraint = definition.size() < 2
                    || definition.getFirst().kind() == Kind.WORD
                            && NO_COLUMN.contains(definition.getFirst().name());
            if (!constraint) {
                columns.add(column(definition, domains));
            }
        }
        return new OldTable(name, columns);
    }

    private static Column column(List<SqlElement> definition, Map<String, List<String>> domains) {
        SqlElement type = definition.get(1);
        return new Column(
                definition.getFirst().name(),
                // every other AS of a definition stands in parentheses
                outside(definition, "AS"),
                !outside(definition, "INVISIBLE"),
                type.is("ENUM") ? enumerated(definition, 2) : domains.getOrDefault(type.name(), List.of()));
    }

    private static boolean outside(List<SqlElement> definition, String word) {
        int depth = 0;
        for (SqlElement element : definition) {
            depth += element.opens() ? 1 : element.closes() ? -1 : 0;
            if (depth == 0 && element.is(word)) {
                return true;
            }
        }
        return false;
    }

    /** @param open where the parenthesis behind ENUM opens */
    static List<String> enumerated(List<SqlElement> statement, int open) {
        return SqlList.at(statement, open).items().stream()
                .map(SqlElement::joined)
                .toList();
    }

    /** Whether H2 2 takes its rows as H2 1.4 means them. */
    boolean isPlain() {
        return columns.stream().allMatch(Column::isPlain);
    }

    /**
     * The same rows for H2 2; none if they are not written in the statement.
     *
     * @param behind where the table's name ends in it
     */
    Optional<String> insert(List<SqlElement> statement, int behind) throws Trouble {
        List<Column> targets = columns;
        int at = behind;
        if (statement.get(at).is("(")) {
            SqlList named = SqlList.at(statement, at);
            targets = targets(named);
            at = named.end() + 1;
        }
        if (at >= statement.size() || !statement.get(at).is("VALUES")) {
            return Optional.empty();
        }
        String names = targets.stream().map(Column::name).collect(Collectors.joining(", "));
        StringBuilder insert = new StringBuilder("\nINSERT INTO " + name + "(" + names + ") VALUES");
        for (at++; at < statement.size(); at++) {
            if (statement.get(at).is("(")) {
                SqlList row = SqlList.at(statement, at);
                insert.append('\n').append(row(targets, row.items()));
                at = row.end();
            } else {
                insert.append(statement.get(at).text());
            }
        }
        return Optional.of(insert.toString());
    }

    private List<Column> targets(SqlList named) throws Trouble {
        List<Column> targets = new ArrayList<>();
        for (List<SqlElement> one : named.items()) {
            String wanted = one.stream().findFirst().map(SqlElement::name).orElse("");
            targets.add(columns.stream()
                    .filter(column -> column.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("the dump fills a column " + wanted + " of the table " + name
                            + ", which it has not made before")));
        }
        return targets;
    }

    private String row(List<Column> targets, List<List<SqlElement>> values) throws Trouble {
        if (values.size() != targets.size()) {
            throw new Trouble("the dump has a row of " + values.size() + " values for the table " + name + " with "
                    + targets.size() + " columns");
        }
        StringBuilder row = new StringBuilder("(");
        for (int i = 0; i < values.size(); i++) {
            row.append(i == 0 ? "" : ", ").append(targets.get(i).value(values.get(i)));
        }
        return row.append(')').toString();
    }
}
