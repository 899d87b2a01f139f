package dev.rung.model.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    @ParameterizedTest
    @CsvSource({
        "1.9, 1.10",
        "2.41, 2.41.1",
        "2.42-rc1, 2.42",
        "2.42-rc1, 2.42-rc2",
        "2.42-rc9, 2.42-rc10",
        "2.42-beta2, 2.42-rc1",
        "2.41.9, 2.42-rc1",
        "1.0.Alpha1, 1.0.Final",
        "2.34-eos, 2.34",
        "9, 10",
        "1.2.3, 20201231.1"
    })
    void theLeftIsOlder(String older, String newer) {
        assertThat(Version.of(older)).isLessThan(Version.of(newer));
        assertThat(Version.of(newer)).isGreaterThan(Version.of(older)).isNotEqualTo(Version.of(older));
    }

    @Test
    void missingPiecesAreZero() {
        assertThat(Version.of("2.41")).isEqualTo(Version.of("2.41.0")).hasSameHashCodeAs(Version.of("2.41.0.0"));
        assertThat(Version.of("2.41.0").depth()).isEqualTo(3);
        assertThat(Version.of("2.41.0")).hasToString("2.41.0");
    }

    @Test
    void suffixesThatCompareEqualAreEqual() {
        assertThat(Version.of("2.42-rc1")).isEqualTo(Version.of("2.42.RC1")).hasSameHashCodeAs(Version.of("2.42.RC1"));
    }

    @Test
    void beginsWithItsLine() {
        assertThat(Version.of("1.9.4").startsWith(Version.of("1.9"))).isTrue();
        assertThat(Version.of("1.9").startsWith(Version.of("1.9"))).isTrue();
        assertThat(Version.of("1.9-rc1").startsWith(Version.of("1.9"))).isTrue();
        assertThat(Version.of("1.90").startsWith(Version.of("1.9"))).isFalse();
        assertThat(Version.of("1").startsWith(Version.of("1.9"))).isFalse();
        assertThat(Version.of("4.0.4").startsWith(Version.of("4.0"))).isTrue();
    }

    @Test
    void aLineThatEndsInZeroIsNotTheWholeMajor() {
        assertThat(Version.of("4.1.3").startsWith(Version.of("4.0"))).isFalse();
        assertThat(Version.of("4.1.3").startsWith(Version.of("4"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1.0", "1..2", ".1", "1.", "latest", "1.0 2"})
    void isNoVersion(String text) {
        assertThat(Version.parse(text)).isEmpty();
    }

    @Test
    void anyNumberOfDigitsCounts() {
        assertThat(Version.of("1.99999999999999999999")).isLessThan(Version.of("1.100000000000000000000"));
    }

    @Test
    void spellingsAreTriedInTheirOrder() {
        List<Spelling> spellings =
                List.of(new Spelling("v?(?<edition>[01])\\.(\\d.*)", "$2"), new Spelling("v(.*)", "$1"));
        assertThat(Spelling.read(spellings, "v0.40.8")).hasValueSatisfying(spelled -> {
            assertThat(spelled.version()).isEqualTo(Version.of("40.8")).hasToString("v0.40.8");
            assertThat(spelled.kept()).containsExactlyEntriesOf(java.util.Map.of("edition", "0"));
        });
        assertThat(Spelling.read(spellings, "v7.1"))
                .hasValueSatisfying(spelled -> assertThat(spelled.version()).isEqualTo(Version.of("7.1")));
        assertThat(Spelling.read(spellings, "40"))
                .hasValueSatisfying(spelled -> assertThat(spelled.kept()).isEmpty());
        assertThat(Spelling.read(spellings, "nightly")).isEmpty();
    }
}
