package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.expression.Durations;
import dev.rung.model.expression.Sizes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "1 minute, 1m",
        "2 hours, 2h",
        "90sec, 90s",
        "250 msec, 250ms",
        "1.5h, 90m",
        "0.5 d, 12h",
        "1.25s, 1250ms",
        "2 weeks, 14d",
        "3 gb, 3GB",
        "2.5GB, 2500MB",
        "1.5 GiB, 1536MiB",
        "0.001KB, 1B"
    })
    void areWrittenAsTheLanguageReadsThem(String written, String right) {
        assertThat(Units.right(written)).contains(right);
        assertThat(Durations.parse(right).isPresent() || Sizes.parse(right).isPresent())
                .isTrue();
    }

    /** {@code 512M} may be both MB and MiB, and is read as minutes here: nothing is said for certain. */
    @ParameterizedTest
    @ValueSource(strings = {"3 apples", "1.5B", "0.0001s", "five minutes", "3g", "7"})
    void sayNothingThatIsNotCertain(String written) {
        assertThat(Units.right(written)).isEmpty();
    }
}
