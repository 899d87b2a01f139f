package dev.rung.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    void everyLineBreakEndsALine() {
        SourceFile file = new SourceFile("f", "a\nbc\r\nd\re");
        assertThat(file.lineCount()).isEqualTo(4);
        assertThat(file.line(2)).isEqualTo("bc");
        assertThat(file.position(5)).isEqualTo(new Position(2, 4));
        assertThat(file.position(6)).isEqualTo(new Position(3, 1));
        assertThat(file.position(8)).isEqualTo(new Position(4, 1));
        assertThat(file.lineStart(4)).isEqualTo(8);
    }

    @Test
    void columnsCountCodePoints() {
        SourceFile file = new SourceFile("f", "say \"\uD83D\uDE80\" now");
        assertThat(file.position(file.text().indexOf("now"))).hasToString("1:9");
    }

    @Test
    void anEmptyFileHasOneLine() {
        SourceFile file = new SourceFile("f", "");
        assertThat(file.lineCount()).isEqualTo(1);
        assertThat(file.position(0)).hasToString("1:1");
        assertThat(file.line(1)).isEmpty();
    }

    @Test
    void manyLinesAreFoundToo() {
        SourceFile file = new SourceFile("f", "x\n".repeat(1000));
        assertThat(file.lineCount()).isEqualTo(1001);
        assertThat(file.position(1234)).isEqualTo(new Position(618, 1));
        assertThat(file.at(new Span(0, 1))).hasToString("f:1:1");
    }
}
