package dev.rung.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The books up to schema 4: a posting is a row with two accounts.
 *
 * @param unit what one in the amount's column is: euros at first, cents from schema 3 on
 */
record PostingBooks(Queries queries, BigDecimal unit) implements Books {

    @Override
    public long add(Posting posting, Connection connection) throws SQLException {
        return Books.insert(
                connection,
                """
                INSERT INTO postings (booked_at, debit_id, credit_id, amount, text, reference, rate, note)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                posting.bookedAt(),
                Books.accountId(posting.debit(), connection),
                Books.accountId(posting.credit(), connection),
                posting.amount().multiply(unit),
                posting.text(),
                posting.reference(),
                posting.rate(),
                posting.note());
    }
}
