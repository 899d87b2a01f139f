package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {

    private static final int POSTINGS = 400;

    @TempDir
    private Path folder;

    private Database database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = Database.open(folder.resolve("ledger"));
        connection = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    static List<List<String>> hops() {
        List<List<String>> hops = new ArrayList<>();
        for (Edition from : Edition.ALL) {
            for (Edition to : Edition.ALL) {
                if (to.schema() >= from.schema()) {
                    hops.add(List.of(from.version(), to.version()));
                }
            }
        }
        return hops;
    }

    @ParameterizedTest
    @MethodSource("hops")
    void everyHopKeepsTheTotalsOfEveryAccountAndEveryPosting(List<String> hop) throws SQLException {
        fill(hop.getFirst());
        assertThat(balancesInTables(hop.getFirst())).isEqualTo(expectedBalances());

        migrate(hop.getLast());

        assertThat(balancesInTables(hop.getLast())).isEqualTo(expectedBalances());
        Books books = books(hop.getLast());
        assertThat(books.postings(Integer.MAX_VALUE, connection).reversed()).isEqualTo(expectedPostings());
        assertThat(books.accounts(connection))
                .extracting(Account::code, Account::path, Account::name, Account::balance)
                .containsExactlyInAnyOrderElementsOf(expectedAccounts());
        assertThat(books.totals(connection))
                .isEqualTo(new Totals(SampleData.accounts().size(), POSTINGS, expectedTurnover()));
    }

    @ParameterizedTest
    @MethodSource("hops")
    void everyHopLeavesBooksThatTakePostings(List<String> hop) throws SQLException {
        fill(hop.getFirst());
        migrate(hop.getLast());
        Posting posting = new Posting(
                0,
                LocalDateTime.of(2026, 5, 4, 3, 2, 1),
                "1000",
                "1010",
                new BigDecimal("12.34"),
                "new",
                null,
                null,
                null);

        long id = books(hop.getLast()).add(posting, connection);

        assertThat(id).isEqualTo(POSTINGS + 1);
        Map<String, BigDecimal> expected = expectedBalances();
        expected.merge("1000", posting.amount(), BigDecimal::add);
        expected.merge("1010", posting.amount().negate(), BigDecimal::add);
        assertThat(balancesInTables(hop.getLast())).isEqualTo(expected);
    }

    @Test
    void historyTellsWhichVersionAppliedWhat() throws SQLException {
        fill("1.9.4");
        migrate("2.4.0");

        assertThat(Books.column(connection, """
            SELECT version || ' ' || app_version || ' ' || description
            FROM schema_history ORDER BY version\
            """))
                .containsExactly(
                        "1 1.9.4 accounts and postings",
                        "2 1.9.4 references, rates and notes",
                        "3 1.9.4 amounts in cents",
                        "4 2.4.0 account groups",
                        "5 2.4.0 journal entries and lines",
                        "6 2.4.0 currencies",
                        "7 2.4.0 minor units and posting times");
        assertThat(new MigrationLock(connection, Log.open(null)).heldBy()).isEqualTo(MigrationLock.FREE);
    }

    @Test
    void wayDownBringsSchemaAndDataBack() throws SQLException {
        fill("2.0.1");
        List<String> schema = columns();
        migrate("2.4.0");
        assertThat(columns()).isNotEqualTo(schema);

        migrator("2.4.0").down("2.0.1", connection);

        assertThat(columns()).isEqualTo(schema);
        assertThat(new SchemaHistory(connection).schema()).isEqualTo(5);
        assertThat(balancesInTables("2.0.1")).isEqualTo(expectedBalances());
        assertThat(books("2.0.1").postings(Integer.MAX_VALUE, connection).reversed())
                .isEqualTo(expectedPostings());
    }

    @Test
    void wayDownAndUpAgainLosesNothing() throws SQLException {
        fill("2.4.0");
        List<String> schema = columns();

        migrator("2.4.0").down("2.0.1", connection);
        migrate("2.4.0");

        assertThat(columns()).isEqualTo(schema);
        assertThat(balancesInTables("2.4.0")).isEqualTo(expectedBalances());
    }

    @ParameterizedTest
    @CsvSource({"2.4.0, 1.10.3", "2.4.0, 2.4.0", "2.0.1, 1.10.3", "1.9.4, 1.8.2"})
    void otherWaysDownAreRefused(String from, String to) throws SQLException {
        fill(from);

        assertThatThrownBy(() -> migrator(from).down(to, connection))
                .isInstanceOf(LedgerException.class)
                .hasMessage("Ledger " + from + " cannot migrate down to " + to + ": only 2.4.0 can, and only to 2.0.1");
    }

    @Test
    void wayDownIsRefusedFromAnotherSchema() throws SQLException {
        fill("2.0.1");

        assertThatThrownBy(() -> migrator("2.4.0").down("2.0.1", connection))
                .hasMessage("Cannot migrate down from schema 7: the database is at 5");
    }

    @Test
    void wayDownIsRefusedWhereItWouldLoseCurrencies() throws SQLException {
        fill("2.4.0");
        execute("UPDATE accounts SET currency = 'CHF' WHERE code IN ('1010', '1110')");

        assertThatThrownBy(() -> migrator("2.4.0").down("2.0.1", connection))
                .hasMessage("Cannot migrate down: schema 5 has no currencies, and these accounts are not in euros: "
                        + "1010, 1110");
        assertThat(new SchemaHistory(connection).schema()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.2", "1.9.4", "1.10.3"})
    void firstLineStartsOverNewerSchemasWithoutAWord(String version) throws SQLException {
        fill("2.4.0");

        migrate(version);

        assertThat(new SchemaHistory(connection).schema()).isEqualTo(7);
    }

    @Test
    void secondLineRefusesNewerSchemas() throws SQLException {
        fill("2.4.0");

        assertThatThrownBy(() -> migrate("2.0.1")).hasMessage("schema 7 is newer than this Ledger knows (5)");
    }

    private void fill(String version) throws SQLException {
        migrate(version);
        SampleData.fill(Edition.named(version), POSTINGS, connection);
    }

    private void migrate(String version) throws SQLException {
        migrator(version).up(connection);
    }

    private static Migrator migrator(String version) {
        return new Migrator(Edition.named(version), Faults.none(version), Duration.ZERO, Log.open(null));
    }

    private static Books books(String version) {
        return Books.of(Edition.named(version).schema());
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> columns() throws SQLException {
        return Books.column(connection, """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
            FROM information_schema.columns WHERE table_schema = 'PUBLIC' ORDER BY 1\
            """);
    }

    /** What the tables hold, added up here and not with Ledger's queries. */
    private Map<String, BigDecimal> balancesInTables(String version) throws SQLException {
        String ofPostings = "SELECT a.code, %1$s FROM postings p JOIN accounts a ON a.id = p.debit_id "
                + "UNION ALL SELECT a.code, -%1$s FROM postings p JOIN accounts a ON a.id = p.credit_id";
        String ofLines = "SELECT a.code, l.%s FROM journal_lines l JOIN accounts a ON a.id = l.account_id";
        return switch (Edition.named(version).schema()) {
            case 2 -> addUp(ofPostings.formatted("p.amount"), 0);
            case 3, 4 -> addUp(ofPostings.formatted("p.amount"), 2);
            case 5 -> addUp(ofLines.formatted("amount"), 2);
            default -> {
                Map<String, BigDecimal> balances = addUp(ofLines.formatted("amount_minor"), 2);
                assertThat(addUp(ofLines.formatted("amount_major"), 0)).isEqualTo(balances);
                yield balances;
            }
        };
    }

    private Map<String, BigDecimal> addUp(String sql, int scale) throws SQLException {
        Map<String, BigDecimal> balances = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                BigDecimal amount = new BigDecimal(row.getString(2)).movePointLeft(scale);
                balances.merge(row.getString(1), amount.setScale(2), BigDecimal::add);
            }
        }
        return balances;
    }

    private static Map<String, BigDecimal> expectedBalances() {
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (Posting posting : SampleData.postings(POSTINGS)) {
            balances.merge(posting.debit(), posting.amount(), BigDecimal::add);
            balances.merge(posting.credit(), posting.amount().negate(), BigDecimal::add);
        }
        return balances;
    }

    private static BigDecimal expectedTurnover() {
        return SampleData.postings(POSTINGS).stream().map(Posting::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Posting> expectedPostings() {
        List<Posting> expected = new ArrayList<>();
        for (Posting posting : SampleData.postings(POSTINGS)) {
            expected.add(new Posting(
                    expected.size() + 1,
                    posting.bookedAt(),
                    posting.debit(),
                    posting.credit(),
                    posting.amount(),
                    posting.text(),
                    posting.reference(),
                    posting.rate(),
                    posting.note()));
        }
        return expected;
    }

    private static List<Tuple> expectedAccounts() {
        Map<String, BigDecimal> balances = expectedBalances();
        return SampleData.accounts().stream()
                .map(account ->
                        Tuple.tuple(account.code(), account.path(), account.name(), balances.get(account.code())))
                .toList();
    }
}
