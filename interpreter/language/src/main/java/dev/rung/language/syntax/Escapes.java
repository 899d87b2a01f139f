package dev.rung.language.syntax;

import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.function.Consumer;

/** Reads the escapes of texts in double quotes in which nothing is filled in. */
record Escapes(SourceFile file, Consumer<SyntaxFinding> findings) {
    /** @param start where the text begins in the file */
    String read(String text, int start) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            String escape = text.substring(i, Math.min(i + 2, text.length()));
            switch (escape) {
                case "\\n" -> plain.append('\n');
                case "\\t" -> plain.append('\t');
                case "\\r" -> plain.append('\r');
                case "\\\"", "\\$", "\\\\" -> plain.append(escape.charAt(1));
                default -> {
                    findings.accept(new LiteralFinding.UnknownEscape(
                            file.at(new Span(start + i, start + i + escape.length())), escape));
                    plain.append(escape);
                }
            }
            i++;
        }
        return plain.toString();
    }
}
