package dev.rung.ledger;

import java.math.BigDecimal;

/** How many accounts and postings there are, and the sum of all postings' amounts. */
record Totals(long accounts, long postings, BigDecimal turnover) {}
