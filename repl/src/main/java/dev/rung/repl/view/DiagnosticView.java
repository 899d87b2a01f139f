package dev.rung.repl.view;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.text.Position;
import dev.rung.model.text.SourceFile;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows findings: what is wrong, where it stands, what it means there, and what to do next. */
public final class DiagnosticView {
    private final PrintStream to;
    private final Console.Drawing drawing;

    public DiagnosticView(PrintStream to, Console.Drawing drawing) {
        this.to = to;
        this.drawing = drawing;
    }

    /** All of them, an empty line behind each. */
    public void show(Collection<? extends Diagnostic> findings) {
        findings.forEach(this::show);
        to.flush();
    }

    private void show(Diagnostic finding) {
        Role role = role(finding.severity());
        String head = paint(role, word(finding.severity()) + "[" + finding.name() + "]");
        to.println(head + paint(Role.TITLE, ": " + fit(finding.summary())));
        excerpts(finding, role);
        finding.notes().forEach(note -> notes(finding, note));
        if (!finding.help().isEmpty()) {
            List<String> lines = Wrapped.hanging("help: ", fit(finding.help()), columns());
            to.println(paint(Role.HELP, "help:") + lines.getFirst().substring("help:".length()));
            lines.stream().skip(1).forEach(to::println);
        }
        to.println();
    }

    private void excerpts(Diagnostic finding, Role role) {
        Map<SourceFile, Excerpt> excerpts = new LinkedHashMap<>();
        Location main = finding.at();
        excerpts.put(main.file(), new Excerpt(main, finding.label(), role, drawing));
        for (Label label : finding.labels()) {
            excerpts.computeIfAbsent(label.at().file(), file -> new Excerpt(label.at(), drawing))
                    .add(label);
        }
        int gutter = excerpts.values().stream().mapToInt(Excerpt::gutter).max().orElse(1);
        excerpts.values().forEach(excerpt -> excerpt.lines(gutter).forEach(to::println));
        if (!finding.notes().isEmpty()) {
            to.println(" ".repeat(gutter + 1) + paint(Role.GUTTER, "|"));
        }
    }

    private void notes(Diagnostic finding, String note) {
        int gutter = Integer.toString(finding.at().start().line()).length();
        String beginning = " ".repeat(gutter + 1) + "= ";
        List<String> lines = Wrapped.hanging(beginning, fit(note), columns());
        String first = lines.getFirst();
        to.println(" ".repeat(gutter + 1) + paint(Role.GUTTER, "=") + first.substring(gutter + 2));
        lines.stream().skip(1).forEach(to::println);
    }

    private String fit(String text) {
        return drawing.glyphs().fit(text);
    }

    private String paint(Role role, String text) {
        return drawing.theme().paint(role, text);
    }

    private int columns() {
        return drawing.columns().getAsInt();
    }

    static Role role(Severity severity) {
        return switch (severity) {
            case ERROR -> Role.ERROR;
            case WARNING -> Role.WARNING;
            case NOTE -> Role.NOTE;
        };
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** {@code 2 errors and 1 warning}; empty if there is none of either. */
    public static String count(Collection<? extends Diagnostic> findings) {
        return List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE).stream()
                .map(severity -> count(findings, severity))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String count(Collection<? extends Diagnostic> findings, Severity severity) {
        long count = findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
        return count == 0 ? "" : count + " " + word(severity) + (count == 1 ? "" : "s");
    }

    /** One finding as JSON. Lines and columns count from 1, columns in code points; offsets from 0 in UTF-16 units. */
    public static Json json(Diagnostic finding) {
        return new Json()
                .with("name", finding.name())
                .with("severity", word(finding.severity()))
                .with("summary", finding.summary())
                .with("at", json(finding.at()))
                .with("label", finding.label())
                .with(
                        "labels",
                        Json.each(finding.labels(), label -> json(label.at()).with("text", label.text())))
                .with("notes", finding.notes())
                .with("help", finding.help())
                .with("edit", finding.edit().map(DiagnosticView::json));
    }

    private static Json json(Edit edit) {
        return json(edit.at()).with("replacement", edit.replacement());
    }

    private static Json json(Location at) {
        Position end = at.file().position(at.span().end());
        return new Json()
                .with("file", at.file().name())
                .with("line", at.start().line())
                .with("column", at.start().column())
                .with("endLine", end.line())
                .with("endColumn", end.column())
                .with("start", at.span().start())
                .with("end", at.span().end());
    }
}
