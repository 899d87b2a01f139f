package dev.rung.model.text;

/**
 * A place as people name it.
 *
 * @param line number of the line, from 1
 * @param column number of the code point in its line, from 1
 */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
