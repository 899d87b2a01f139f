package dev.rung.language.check;

import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.language.syntax.Token;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The words that stand in what could not be read: one that seems to be missing may be among them. */
final class Unread {
    private final Set<String> words;

    private Unread(Set<String> words) {
        this.words = words;
    }

    static Unread nothing() {
        return new Unread(Set.of());
    }

    /** Whatever is in no declaration of a tree, and in no member of its systems. */
    static Unread in(SyntaxTree tree) {
        List<Span> read = read(tree);
        Set<String> words = new HashSet<>();
        List<SourceFile> files = tree.sources().files();
        for (int i = 0; i < files.size(); i++) {
            NavigableMap<Integer, Integer> ends = ends(read, i);
            for (Token token : RunbookReader.tokens(files.get(i))) {
                Span at = new Span(i, token.span().start(), token.span().end());
                boolean word = token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.KEYWORD;
                Map.Entry<Integer, Integer> around = ends.floorEntry(at.start());
                if (word && (around == null || around.getValue() < at.end())) {
                    words.add(tree.sources().text(at));
                }
            }
        }
        return new Unread(words);
    }

    /** For each place in a text at which something begins that was read, how far that and all before it reach. */
    private static NavigableMap<Integer, Integer> ends(List<Span> read, int file) {
        NavigableMap<Integer, Integer> ends = new TreeMap<>();
        read.stream()
                .filter(span -> span.file() == file)
                .forEach(span -> ends.merge(span.start(), span.end(), Math::max));
        int furthest = 0;
        for (Map.Entry<Integer, Integer> end : ends.entrySet()) {
            furthest = Math.max(furthest, end.getValue());
            end.setValue(furthest);
        }
        return ends;
    }

    private static List<Span> read(SyntaxTree tree) {
        List<Span> read = new ArrayList<>();
        for (Declaration declaration : tree.declarations()) {
            if (declaration instanceof Declaration.Sys system) {
                read.add(system.span()
                        .first(system.name().span().end() - system.span().start()));
                system.members().forEach(member -> read.add(member.span()));
            } else {
                read.add(declaration.span());
            }
        }
        return read;
    }

    /** Whether a finding only says that something is not there which may just not have been read. */
    boolean explains(CheckFinding finding) {
        return switch (finding) {
            case NameFinding.UnknownName name when name.kind().equals("system") && words.contains("system") -> true;
            case SystemFinding.MissingMember missing ->
                Nearest.to(missing.what(), words).isPresent();
            default -> finding.absent().filter(words::contains).isPresent();
        };
    }
}
