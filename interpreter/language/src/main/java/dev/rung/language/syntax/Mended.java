package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Edit;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;

/** Shows what an edit comes to: the line as it would be, or, where that is long, the new words alone. */
final class Mended {
    private static final int LONGEST = 72;

    private Mended() {}

    static String of(Edit edit) {
        SourceFile file = edit.at().file();
        Span span = edit.at().span();
        int number = file.position(span.start()).line();
        int start = file.lineStart(number);
        int end = start + file.line(number).length();
        if (span.end() > end) {
            return edit.replacement().strip();
        }
        String line =
                file.text(new Span(start, span.start())) + edit.replacement() + file.text(new Span(span.end(), end));
        return line.strip().length() <= LONGEST && line.indexOf('`') < 0
                ? line.strip()
                : edit.replacement().strip();
    }
}
