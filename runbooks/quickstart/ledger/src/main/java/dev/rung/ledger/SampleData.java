package dev.rung.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Books that look lived in, the same ones at every run: umlauts, emoji and right-to-left names, notes of some
 * kilobytes, rates of 38 digits, missing references, times before 1970 and after 2038.
 */
final class SampleData {

    private static final long SEED = 20_180_802;

    /** One account: its code, its groups, its name. */
    record SampleAccount(String code, String path, String name) {}

    private static final String ACCOUNTS = """
        1000|Assets/Cash|Petty cash
        1010|Assets/Cash|Kasse Zürich-Höngg
        1100|Assets/Bank|Girokonto Müller & Söhne
        1110|Assets/Bank|Crédit coopératif — compte n° 2
        1120|Assets/Bank|O'Neil "Savings" <old>
        1130|Assets/Bank/Deposits|定期預金 三井
        1140|Assets/Bank/Deposits|Lokata żółta, łącznie
        1200|Assets/Receivables|Debitoren
        1210|Assets/Receivables|Клиенты (прочие)
        1300|Assets/Stock|Coffee ☕ and tea 🍵
        1310|Assets/Stock|Matériel d’emballage
        1400|Assets/Fixed|Lastenrad 🚲
        1410|Assets/Fixed|Möbel
        2000|Liabilities/Payables|Kreditoren
        2010|Liabilities/Payables|Πιστωτές
        2100|Liabilities/Cards|Visa …4711
        2110|Liabilities/Cards|C:\\cards\\new%20one
        2200|Liabilities/Tax|Umsatzsteuer 19 %
        2210|Liabilities/Tax|TVA 5,5 %
        3000|Equity|Stammkapital
        3010|Equity|Gewinnvortrag
        4000|Income/Sales|Erlöse Café
        4010|Income/Sales|مبيعات المتجر
        4020|Income/Sales|מכירות מקוונות
        4100|Income/Other|Zinsen
        4110|Income/Other|Förderung 🇪🇺
        5000|Expenses/Goods|Rohkaffee
        5010|Expenses/Goods|牛乳とミルク
        5100|Expenses/Office|Büro & Papier
        5110|Expenses/Office|Porto; Versand
        5120|Expenses/Office/IT|Servers 👩🏽‍💻
        5130|Expenses/Office/IT|Licences 'n' such
        5200|Expenses/Travel|Đi lại & khách sạn
        5210|Expenses/Travel|Bahn
        5300|Expenses/Staff|Löhne
        5310|Expenses/Staff|Sozialabgaben
        """;

    private static final String[] TEXTS = {
        "Einkauf Rohkaffee, 60 kg",
        "Facture n° 2019-114 — à régler",
        "Miete Februar",
        "Coffee for the team ☕☕☕",
        "Überweisung an Groß & Söhne",
        "返金 (二重請求)",
        "Rabatt 10 % 'Treue'",
        "<script>alert('no')</script>",
        "Zug Zürich–Genève; 2. Klasse",
        "e\u0301 is not \u00e9, but looks like it",
        "وصل رقم ١٢٣",
        "Line one\nline two\ttabbed",
        "NULL",
        "100% \\ backslash",
        "👨‍👩‍👧‍👦 Familienkarte",
        "O'Brien; DROP TABLE postings; --",
    };

    private static final LocalDateTime[] ODD_TIMES = {
        LocalDateTime.of(1969, 12, 31, 23, 59, 59, 999_999_000),
        LocalDateTime.of(2000, 2, 29, 0, 0),
        LocalDateTime.of(2024, 2, 29, 23, 59, 59, 1_000),
        LocalDateTime.of(2038, 1, 19, 3, 14, 8),
        LocalDateTime.of(1900, 1, 1, 0, 0),
    };

    private final Random random = new Random(SEED);
    private final List<SampleAccount> accounts = accounts();

    static void fill(Edition edition, int postings, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        addAccounts(edition, connection);
        Books books = Books.of(edition.schema());
        for (Posting posting : postings(postings)) {
            books.add(posting, connection);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void addAccounts(Edition edition, Connection connection) throws SQLException {
        boolean grouped = edition.schema() >= 4;
        String column = grouped ? "group_id" : "path";
        AccountGroups groups = new AccountGroups(connection);
        for (SampleAccount account : accounts()) {
            Books.insert(
                    connection,
                    "INSERT INTO accounts (code, " + column + ", name, opened_on, closed_on) VALUES (?, ?, ?, ?, ?)",
                    account.code(),
                    grouped ? (Object) groups.idOf(account.path()) : account.path(),
                    account.name(),
                    LocalDate.of(2015, 1, 1).plusDays(Integer.parseInt(account.code()) % 97),
                    account.code().endsWith("20") ? LocalDate.of(2023, 12, 31) : null);
        }
    }

    static List<SampleAccount> accounts() {
        List<SampleAccount> accounts = new ArrayList<>();
        for (String line : ACCOUNTS.split("\n")) {
            String[] parts = line.split("\\|");
            accounts.add(new SampleAccount(parts[0], parts[1], parts[2]));
        }
        return accounts;
    }

    /** The postings, oldest first, without numbers: a longer list starts with the shorter one. */
    static List<Posting> postings(int count) {
        SampleData sample = new SampleData();
        List<Posting> postings = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            postings.add(sample.posting(index));
        }
        return postings;
    }

    private Posting posting(int index) {
        int debit = random.nextInt(accounts.size());
        int credit = (debit + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
        return new Posting(
                0,
                time(index),
                accounts.get(debit).code(),
                accounts.get(credit).code(),
                amount(),
                TEXTS[random.nextInt(TEXTS.length)],
                reference(index),
                random.nextInt(10) == 0 ? rate() : null,
                note());
    }

    private LocalDateTime time(int index) {
        int odd = random.nextInt(50);
        return odd < ODD_TIMES.length
                ? ODD_TIMES[odd]
                : LocalDateTime.of(2019, 1, 1, 8, 0)
                        .plusMinutes(97L * index)
                        .plusNanos(1000L * random.nextInt(1_000_000));
    }

    /** Mostly small; now and then one a float could not hold, though a double can. */
    private BigDecimal amount() {
        long cents = random.nextInt(100) == 0
                ? 1_000_000_000L + random.nextInt(Integer.MAX_VALUE)
                : 1L + random.nextInt(random.nextInt(5) == 0 ? 500_000 : 10_000);
        return BigDecimal.valueOf(cents, 2);
    }

    private String reference(int index) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> null;
            case 3 -> "";
            default -> "RE-" + (2019 + index / 1000) + "-" + (10_000 + index);
        };
    }

    /** Up to 38 digits, 18 of them after the point. */
    private BigDecimal rate() {
        return new BigDecimal(new BigInteger(64 + random.nextInt(60), random), 18);
    }

    /** None for most, some short, a few of several kilobytes, which H2 keeps outside of the row. */
    private String note() {
        int kind = random.nextInt(100);
        if (kind >= 15) {
            return null;
        }
        String text = TEXTS[random.nextInt(TEXTS.length)];
        String paragraph = text + " — siehe Beleg № " + random.nextInt(10_000) + ".\n";
        return paragraph.repeat(kind < 2 ? 100 + random.nextInt(100) : 1);
    }
}
