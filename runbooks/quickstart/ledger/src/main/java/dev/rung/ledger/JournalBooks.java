package dev.rung.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The books from schema 5 on: a posting is a journal entry with a line for each of its two accounts.
 *
 * @param time the column of an entry's time, which schema 7 renamed
 * @param amount the column of a line's cents, which schema 7 renamed
 */
record JournalBooks(Queries queries, String time, String amount) implements Books {

    static final BigDecimal CENTS = BigDecimal.valueOf(100);

    @Override
    public long add(Posting posting, Connection connection) throws SQLException {
        long debit = Books.accountId(posting.debit(), connection);
        long credit = Books.accountId(posting.credit(), connection);
        BigDecimal cents = posting.amount().multiply(CENTS);
        long entry = Books.insert(
                connection,
                "INSERT INTO journal_entries (" + time + ", text, reference, note) VALUES (?, ?, ?, ?)",
                posting.bookedAt(),
                posting.text(),
                posting.reference(),
                posting.note());
        String line = "INSERT INTO journal_lines (entry_id, account_id, " + amount + ", rate) VALUES (?, ?, ?, ?)";
        Books.insert(connection, line, entry, debit, cents, posting.rate());
        Books.insert(connection, line, entry, credit, cents.negate(), posting.rate());
        return entry;
    }
}
