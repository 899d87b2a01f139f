package dev.rung.model.text;

import java.util.List;

/**
 * The texts that one runbook is made of: its own file, and what that includes. A span of its tree says in which of them
 * it lies, so whoever has the map has the right file for every finding.
 *
 * @param files the runbook's own first; a span's {@link Span#file} counts in them
 */
public record SourceMap(List<SourceFile> files) {
    public SourceMap {
        files = List.copyOf(files);
    }

    public static SourceMap of(SourceFile file) {
        return new SourceMap(List.of(file));
    }

    /** The runbook's own. */
    public SourceFile main() {
        return files.getFirst();
    }

    public SourceFile file(Span span) {
        return files.get(span.file());
    }

    public Location at(Span span) {
        return file(span).at(span);
    }

    public String text(Span span) {
        return file(span).text(span);
    }
}
