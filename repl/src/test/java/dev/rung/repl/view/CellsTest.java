package dev.rung.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "é, 1", "e\u0301, 1", "数据, 4", "👩‍🔧, 2", "✔, 1", "❤️, 2", "한, 2", "'', 0", "👍🏽, 2", "→, 1"
    })
    void countsWhatATerminalShows(String text, int cells) {
        assertThat(Cells.of(text)).isEqualTo(cells);
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Cells.cut("数据数据", 5, "…")).isEqualTo("数据…");
        assertThat(Cells.cut("数据", 4, "…")).isEqualTo("数据");
    }
}
