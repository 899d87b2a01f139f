package dev.rung.language;

import dev.rung.language.IncludeFinding.IncludeCycle;
import dev.rung.language.IncludeFinding.UnknownInclude;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Makes one tree of a runbook and of all that it includes. A file that is included by several ways is taken once. */
final class Includes {
    private final SourceReader reader;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    /** The files that are being read, the runbook first. */
    private final Deque<String> open = new ArrayDeque<>();

    private Includes(SourceReader reader) {
        this.reader = reader;
    }

    static Diagnosed<SyntaxTree> read(SourceFile runbook, SourceReader reader) {
        Includes includes = new Includes(reader);
        Diagnosed<SyntaxTree> own = RunbookReader.file(runbook);
        includes.take(runbook, own);
        SyntaxTree tree =
                new SyntaxTree(new SourceMap(includes.files), own.value().title(), includes.declarations);
        return new Diagnosed<>(tree, includes.findings);
    }

    private void take(SourceFile file, Diagnosed<SyntaxTree> read) {
        files.add(file);
        names.add(plain(file.name()));
        open.addLast(plain(file.name()));
        findings.addAll(read.diagnostics());
        for (Declaration declaration : read.value().declarations()) {
            if (declaration instanceof Declaration.Include include) {
                include(include, file);
            } else {
                declarations.add(declaration);
            }
        }
        open.removeLast();
    }

    private void include(Declaration.Include include, SourceFile from) {
        Optional<String> path = include.file().fixed();
        boolean isSaid = from.at(include.file().span()).text().matches("(?s)[\"'].*");
        if (path.isEmpty() || !isSaid) {
            return;
        }
        Optional<SourceFile> file = reader.read(path.get(), from);
        if (file.isEmpty()) {
            findings.add(new UnknownInclude(from.at(include.file().span()), path.get()));
            return;
        }
        String name = plain(file.get().name());
        if (open.contains(name)) {
            List<String> cycle = new ArrayList<>(
                    open.stream().dropWhile(each -> !each.equals(name)).toList());
            cycle.add(name);
            findings.add(new IncludeCycle(from.at(include.file().span()), cycle));
        } else if (!names.contains(name)) {
            take(file.get(), RunbookReader.included(file.get(), files.size()));
        }
    }

    /** Without {@code .} and {@code ..} within it: one file has one name. */
    private static String plain(String name) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : name.split("/")) {
            if (step.equals("..") && !steps.isEmpty() && !steps.getLast().equals("..")) {
                steps.removeLast();
            } else if (!step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
