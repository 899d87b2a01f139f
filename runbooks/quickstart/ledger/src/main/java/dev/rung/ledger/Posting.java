package dev.rung.ledger;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * An amount that goes from the credited account to the debited one.
 *
 * @param debit the code of the account debited
 * @param credit the code of the account credited
 * @param amount in major units, with two decimals
 * @param reference a document's number, or null
 * @param rate the exchange rate it was converted at, or null
 * @param note free text of any length, or null
 */
record Posting(
        long id,
        LocalDateTime bookedAt,
        String debit,
        String credit,
        BigDecimal amount,
        String text,
        String reference,
        BigDecimal rate,
        String note) {}
