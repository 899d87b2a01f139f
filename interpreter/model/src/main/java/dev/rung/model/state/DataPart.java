package dev.rung.model.state;

/**
 * A part that is data.
 *
 * @param dumpsWhileWritten whether its backup is of one moment even while somebody writes
 * @param onWord whether only commands of its own know what is in it
 */
public record DataPart(String name, boolean dumpsWhileWritten, boolean onWord) {
    /** One that its driver knows. */
    public DataPart(String name, boolean dumpsWhileWritten) {
        this(name, dumpsWhileWritten, false);
    }
}
