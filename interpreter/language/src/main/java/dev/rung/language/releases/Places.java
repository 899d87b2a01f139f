package dev.rung.language.releases;

import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The files that are read as one, laid one after the other: where something stands says in which of them. */
final class Places {
    private final NavigableMap<Integer, SourceFile> files = new TreeMap<>();

    Places(SourceFile first) {
        files.put(0, first);
    }

    /** Where the next file would begin. A place behind the last character of a file is one of that file. */
    int next() {
        Map.Entry<Integer, SourceFile> last = files.lastEntry();
        return last.getKey() + last.getValue().text().length() + 1;
    }

    void add(SourceFile file) {
        files.put(next(), file);
    }

    List<SourceFile> files() {
        return new ArrayList<>(files.values());
    }

    SourceFile file(Span span) {
        return files.floorEntry(span.start()).getValue();
    }

    Location at(Span span) {
        Map.Entry<Integer, SourceFile> file = files.floorEntry(span.start());
        return file.getValue().at(new Span(span.start() - file.getKey(), span.end() - file.getKey()));
    }
}
