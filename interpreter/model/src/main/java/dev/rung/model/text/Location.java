package dev.rung.model.text;

/** A range of a certain file. */
public record Location(SourceFile file, Span span) {
    public Position start() {
        return file.position(span.start());
    }

    public String text() {
        return file.text(span);
    }

    /** {@code ledger.runbook:31:5} */
    @Override
    public String toString() {
        return file.name() + ":" + start();
    }
}
