package dev.rung.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What Ledger answers once it is healthy, read and written with the queries of its edition. */
final class Site {

    private static final int LATEST = 15;
    private static final int DEFAULT_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 10_000;

    private final Edition edition;
    private final Books books;
    private final Database database;

    Site(Edition edition, Database database) {
        this.edition = edition;
        this.books = Books.of(edition.schema());
        this.database = database;
    }

    /** The version of the code, and the schema the code knows, which need not be the one in the file. */
    Response version() {
        return Response.json(
                200, "{\"version\":" + Json.quote(edition.version()) + ",\"schema\":" + edition.schema() + "}");
    }

    Response page() throws SQLException {
        try (Connection connection = database.connect()) {
            return Response.html(
                    200,
                    new Page(edition)
                            .books(
                                    books.accounts(connection),
                                    books.postings(LATEST, connection),
                                    books.totals(connection)));
        }
    }

    Response accounts() throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> elements = new ArrayList<>();
            for (Account account : books.accounts(connection)) {
                elements.add(toJson(account));
            }
            return array(elements);
        }
    }

    Response postings(String query) throws SQLException {
        try (Connection connection = database.connect()) {
            List<String> elements = new ArrayList<>();
            for (Posting posting : books.postings(limit(query), connection)) {
                elements.add(toJson(posting));
            }
            return array(elements);
        }
    }

    private static int limit(String query) {
        if (query == null || query.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = query.startsWith("limit=") ? Integer.parseInt(query.substring("limit=".length())) : -1;
            if (limit >= 0 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LedgerException("The only parameter is limit, a number from 0 to " + HIGHEST_LIMIT);
    }

    /** One element a line: easy to look at, and to compare. */
    private static Response array(List<String> elements) {
        return Response.json(200, "[\n" + String.join(",\n", elements) + "\n]");
    }

    private static String toJson(Account account) {
        String currency = account.currency() == null ? "" : member("currency", account.currency()) + ",";
        return "{" + member("code", account.code()) + "," + member("path", account.path()) + ","
                + member("name", account.name()) + "," + currency + number("balance", account.balance()) + "}";
    }

    private static String toJson(Posting posting) {
        // The rate as a string: it has more digits than most readers of JSON numbers keep.
        String rate = posting.rate() == null ? null : posting.rate().toPlainString();
        return "{\"id\":" + posting.id() + ","
                + member("bookedAt", posting.bookedAt().toString()) + ","
                + member("debit", posting.debit()) + "," + member("credit", posting.credit()) + ","
                + number("amount", posting.amount()) + "," + member("text", posting.text()) + ","
                + member("reference", posting.reference()) + "," + member("rate", rate) + ","
                + member("note", posting.note()) + "}";
    }

    private static String member(String name, String value) {
        return Json.quote(name) + ":" + Json.quote(value);
    }

    private static String number(String name, BigDecimal value) {
        return Json.quote(name) + ":" + value.toPlainString();
    }

    Response totals() throws SQLException {
        try (Connection connection = database.connect()) {
            Totals totals = books.totals(connection);
            return Response.json(
                    200,
                    "{\"accounts\":" + totals.accounts() + ",\"postings\":" + totals.postings() + ","
                            + number("turnover", totals.turnover()) + "}");
        }
    }

    long post(Posting posting) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long id = books.add(posting, connection);
            connection.commit();
            return id;
        }
    }
}
