package dev.rung.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> WORDS = List.of("broken", "line", "notes", "path", "release", "released", "url");

    @ParameterizedTest
    @CsvSource({
        "relaese, release",
        "rleeased, released",
        "brokne, broken",
        "LINE, line",
        "lien, line",
        "ur, url",
        "note, notes"
    })
    void findsWhatWasMeant(String word, String meant) {
        assertThat(Nearest.to(word, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"backup", "x", "until", "rl2"})
    void ratherSaysNothingThanGuesses(String word) {
        assertThat(Nearest.to(word, WORDS)).isEmpty();
    }

    @Test
    void neighboursThatChangedPlacesCountOnce() {
        assertThat(Nearest.distance("swpa", "swap")).isEqualTo(1);
        assertThat(Nearest.distance("", "swap")).isEqualTo(4);
    }
}
