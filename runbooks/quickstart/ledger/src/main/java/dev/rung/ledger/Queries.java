package dev.rung.ledger;

/**
 * What Ledger asks its database, in the SQL of one schema. Whatever the schema, the columns of the results are the
 * same, and amounts come in major units.
 *
 * @param accounts code, path, name, currency, balance
 * @param postings id, booked at, debit, credit, amount, text, reference, rate, note; takes the limit
 * @param totals accounts, postings, turnover
 */
record Queries(String accounts, String postings, String totals) {

    /** Schema 2: amounts are floating point euros, accounts have a path. */
    static Queries ofSchema2() {
        String accounts = """
            SELECT a.code, a.path, a.name, CAST(NULL AS VARCHAR) AS currency, CAST(
                COALESCE((SELECT SUM(p.amount) FROM postings p WHERE p.debit_id = a.id), 0)
                - COALESCE((SELECT SUM(p.amount) FROM postings p WHERE p.credit_id = a.id), 0)
                AS DECIMAL(19, 2)) AS balance
            FROM accounts a ORDER BY a.path, a.code\
            """;
        String postings = """
            SELECT p.id, p.booked_at, d.code, c.code, CAST(p.amount AS DECIMAL(19, 2)),
                p.text, p.reference, p.rate, p.note
            FROM postings p JOIN accounts d ON d.id = p.debit_id JOIN accounts c ON c.id = p.credit_id
            ORDER BY p.id DESC LIMIT ?\
            """;
        String totals = """
            SELECT (SELECT COUNT(*) FROM accounts), COUNT(*), CAST(COALESCE(SUM(amount), 0) AS DECIMAL(19, 2))
            FROM postings\
            """;
        return new Queries(accounts, postings, totals);
    }

    /** Schema 3: amounts are whole cents. */
    static Queries ofSchema3() {
        String accounts = """
            SELECT a.code, a.path, a.name, CAST(NULL AS VARCHAR) AS currency, CAST((
                COALESCE((SELECT SUM(p.amount) FROM postings p WHERE p.debit_id = a.id), 0)
                - COALESCE((SELECT SUM(p.amount) FROM postings p WHERE p.credit_id = a.id), 0)
                ) / 100.00 AS DECIMAL(19, 2)) AS balance
            FROM accounts a ORDER BY a.path, a.code\
            """;
        return new Queries(accounts, POSTINGS_IN_CENTS, TOTALS_IN_CENTS);
    }

    /** Schema 4: accounts are in a tree of groups. */
    static Queries ofSchema4() {
        String accounts = TREE + """
            SELECT a.code, t.path, a.name, CAST(NULL AS VARCHAR) AS currency, CAST((
                COALESCE((SELECT SUM(p.amount) FROM postings p WHERE p.debit_id = a.id), 0)
                - COALESCE((SELECT SUM(p.amount) FROM postings p WHERE p.credit_id = a.id), 0)
                ) / 100.00 AS DECIMAL(19, 2)) AS balance
            FROM accounts a JOIN tree t ON t.id = a.group_id ORDER BY t.path, a.code\
            """;
        return new Queries(accounts, POSTINGS_IN_CENTS, TOTALS_IN_CENTS);
    }

    /** Schema 5: a posting is a journal entry with two lines, the debited one positive, the credited one negative. */
    static Queries ofSchema5() {
        String accounts = TREE + """
            SELECT a.code, t.path, a.name, CAST(NULL AS VARCHAR) AS currency, CAST(
                COALESCE((SELECT SUM(l.amount) FROM journal_lines l WHERE l.account_id = a.id), 0)
                / 100.00 AS DECIMAL(19, 2)) AS balance
            FROM accounts a JOIN tree t ON t.id = a.group_id ORDER BY t.path, a.code\
            """;
        String postings = """
            SELECT e.id, e.booked_at, da.code, ca.code, CAST(d.amount / 100.00 AS DECIMAL(19, 2)),
                e.text, e.reference, d.rate, e.note
            FROM journal_entries e
            JOIN journal_lines d ON d.entry_id = e.id AND d.amount > 0 JOIN accounts da ON da.id = d.account_id
            JOIN journal_lines c ON c.entry_id = e.id AND c.amount < 0 JOIN accounts ca ON ca.id = c.account_id
            ORDER BY e.id DESC LIMIT ?\
            """;
        String totals = """
            SELECT (SELECT COUNT(*) FROM accounts), (SELECT COUNT(*) FROM journal_entries),
                CAST(COALESCE(SUM(amount), 0) / 100.00 AS DECIMAL(19, 2))
            FROM journal_lines WHERE amount > 0\
            """;
        return new Queries(accounts, postings, totals);
    }

    /** Schema 7: accounts have a currency, a line has its amount in major units as well, computed by the database. */
    static Queries ofSchema7() {
        String accounts = TREE + """
            SELECT a.code, t.path, a.name, a.currency, CAST(
                COALESCE((SELECT SUM(l.amount_major) FROM journal_lines l WHERE l.account_id = a.id), 0)
                AS DECIMAL(19, 2)) AS balance
            FROM accounts a JOIN tree t ON t.id = a.group_id ORDER BY t.path, a.code\
            """;
        String postings = """
            SELECT e.id, e.posted_at, da.code, ca.code, d.amount_major, e.text, e.reference, d.rate, e.note
            FROM journal_entries e
            JOIN journal_lines d ON d.entry_id = e.id AND d.amount_minor > 0
            JOIN accounts da ON da.id = d.account_id
            JOIN journal_lines c ON c.entry_id = e.id AND c.amount_minor < 0
            JOIN accounts ca ON ca.id = c.account_id
            ORDER BY e.id DESC LIMIT ?\
            """;
        String totals = """
            SELECT (SELECT COUNT(*) FROM accounts), (SELECT COUNT(*) FROM journal_entries),
                CAST(COALESCE(SUM(amount_major), 0) AS DECIMAL(19, 2))
            FROM journal_lines WHERE amount_minor > 0\
            """;
        return new Queries(accounts, postings, totals);
    }

    private static final String TREE = """
        WITH RECURSIVE tree (id, path) AS (
            SELECT id, CAST(name AS VARCHAR(400)) FROM account_groups WHERE parent_id IS NULL
            UNION ALL
            SELECT g.id, CAST(t.path || '/' || g.name AS VARCHAR(400))
            FROM account_groups g JOIN tree t ON g.parent_id = t.id)
        """;

    private static final String POSTINGS_IN_CENTS = """
        SELECT p.id, p.booked_at, d.code, c.code, CAST(p.amount / 100.00 AS DECIMAL(19, 2)),
            p.text, p.reference, p.rate, p.note
        FROM postings p JOIN accounts d ON d.id = p.debit_id JOIN accounts c ON c.id = p.credit_id
        ORDER BY p.id DESC LIMIT ?\
        """;

    private static final String TOTALS_IN_CENTS = """
        SELECT (SELECT COUNT(*) FROM accounts), COUNT(*),
            CAST(COALESCE(SUM(amount), 0) / 100.00 AS DECIMAL(19, 2))
        FROM postings\
        """;
}
