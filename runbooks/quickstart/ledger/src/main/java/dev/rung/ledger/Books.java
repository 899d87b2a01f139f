package dev.rung.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Accounts and postings, as one schema keeps them. */
sealed interface Books permits PostingBooks, JournalBooks {

    static Books of(int schema) {
        return switch (schema) {
            case 2 -> new PostingBooks(Queries.ofSchema2(), BigDecimal.ONE);
            case 3 -> new PostingBooks(Queries.ofSchema3(), JournalBooks.CENTS);
            case 4 -> new PostingBooks(Queries.ofSchema4(), JournalBooks.CENTS);
            case 5 -> new JournalBooks(Queries.ofSchema5(), "booked_at", "amount");
            case 7 -> new JournalBooks(Queries.ofSchema7(), "posted_at", "amount_minor");
            default -> throw new IllegalArgumentException("No version of Ledger stays at schema " + schema);
        };
    }

    Queries queries();

    /** Writes a posting, in the transaction of the connection, and returns its number; the posting's own is ignored. */
    long add(Posting posting, Connection connection) throws SQLException;

    default List<Account> accounts(Connection connection) throws SQLException {
        List<Account> accounts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(queries().accounts())) {
            while (row.next()) {
                accounts.add(new Account(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBigDecimal(5)));
            }
        }
        return accounts;
    }

    /** The latest postings, newest first. */
    default List<Posting> postings(int limit, Connection connection) throws SQLException {
        List<Posting> postings = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(queries().postings())) {
            statement.setInt(1, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    postings.add(new Posting(
                            row.getLong(1),
                            row.getObject(2, LocalDateTime.class),
                            row.getString(3),
                            row.getString(4),
                            row.getBigDecimal(5),
                            row.getString(6),
                            row.getString(7),
                            row.getBigDecimal(8),
                            row.getString(9)));
                }
            }
        }
        return postings;
    }

    default Totals totals(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(queries().totals())) {
            row.next();
            return new Totals(row.getLong(1), row.getLong(2), row.getBigDecimal(3));
        }
    }

    static long accountId(String code, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM accounts WHERE code = ?")) {
            statement.setString(1, code);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new LedgerException("There is no account " + code);
                }
                return row.getLong(1);
            }
        }
    }

    /** Runs an INSERT with these parameters and returns the new row's id. */
    static long insert(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql, new String[] {"ID"})) {
            for (int index = 0; index < parameters.length; index++) {
                insert.setObject(index + 1, parameters[index]);
            }
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    /** The first column of a query. */
    static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
