package dev.rung.model.state;

/**
 * A part that is data.
 *
 * @param dumpsWhileWritten whether its backup is of one moment even while somebody writes
 */
public record DataPart(String name, boolean dumpsWhileWritten) {}
