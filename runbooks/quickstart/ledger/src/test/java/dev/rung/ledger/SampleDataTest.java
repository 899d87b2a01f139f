package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleDataTest {

    private final List<Posting> postings = SampleData.postings(2000);

    @Test
    void isTheSameAtEveryRun() {
        assertThat(SampleData.postings(2000)).isEqualTo(postings);
        assertThat(SampleData.postings(100)).isEqualTo(postings.subList(0, 100));
    }

    @Test
    void holdsWhatARealLifeDatabaseHolds() {
        assertThat(postings).anySatisfy(posting -> assertThat(posting.note()).hasSizeGreaterThan(4000));
        assertThat(postings).anySatisfy(posting -> assertThat(posting.note()).isNull());
        assertThat(postings)
                .anySatisfy(posting -> assertThat(posting.reference()).isNull());
        assertThat(postings)
                .anySatisfy(posting -> assertThat(posting.reference()).isEmpty());
        assertThat(postings)
                .anySatisfy(posting -> assertThat(posting.rate())
                        .isNotNull()
                        .satisfies(rate -> assertThat(rate.precision()).isGreaterThan(34)));
        assertThat(postings)
                .anySatisfy(posting -> assertThat(posting.bookedAt().getYear()).isLessThan(1970));
        assertThat(postings).anySatisfy(posting -> assertThat(posting.text()).contains("👨‍👩‍👧‍👦"));
        assertThat(postings).anySatisfy(posting -> assertThat(posting.amount()).isGreaterThan(new BigDecimal("1e7")));
    }

    @Test
    void everyAccountIsUsed() {
        assertThat(postings)
                .extracting(Posting::debit)
                .containsAll(SampleData.accounts().stream()
                        .map(SampleData.SampleAccount::code)
                        .toList());
    }
}
