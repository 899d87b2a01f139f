package dev.rung.driver.h2;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in parentheses, with commas between.
 *
 * @param end where the parenthesis closes
 */
record SqlList(List<List<SqlElement>> items, int end) {
    /** @param open where the parenthesis opens; one that never closes ends with the statement */
    static SqlList at(List<SqlElement> statement, int open) {
        List<List<SqlElement>> items = new ArrayList<>();
        int depth = 0;
        int from = open + 1;
        int at = open;
        for (; at < statement.size(); at++) {
            SqlElement element = statement.get(at);
            depth += element.opens() ? 1 : element.closes() ? -1 : 0;
            if (depth == 0 || depth == 1 && element.is(",")) {
                items.add(statement.subList(from, at));
                from = at + 1;
            }
            if (depth == 0) {
                break;
            }
        }
        return new SqlList(items, at);
    }
}
