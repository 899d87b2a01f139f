package dev.rung.repl.work;

import dev.rung.language.SourceReader;
import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What comes of files when each edit that a finding brings along is made, one after the other, and looked at again behind
 * each. Only files that are named themselves are edited; nothing is written here.
 *
 * @param files in the order in which they were named
 * @param mended the findings that are gone, each at its place when it was
 * @param left what is still found, and whatever else has come to light
 */
public record Repairs(List<Draft> files, List<Diagnostic> mended, Findings left) {
    /** More than anybody types wrong in one file; no edit brings back what another one took away. */
    private static final int MOST = 500;

    public Repairs {
        files = List.copyOf(files);
        mended = List.copyOf(mended);
    }

    /**
     * @param named files, folders, and {@code -} for standard input
     * @throws UsageProblem if something that is named is not there or is no text, or nothing is left to look at
     */
    public static Repairs of(List<String> named, Desk desk) throws UsageProblem {
        Set<String> names = SourceNames.in(named, desk);
        Bench bench = new Bench(Sources.onDisk(desk.folder()));
        Map<String, String> before = new HashMap<>();
        for (String name : names) {
            before.put(name, Draft.text(name, desk));
            bench.texts.put(name, before.get(name));
        }
        names.forEach(bench::mend);
        Set<Diagnostic> left = new LinkedHashSet<>();
        names.forEach(name -> left.addAll(bench.findings(name)));
        return new Repairs(
                names.stream()
                        .map(name -> new Draft(name, before.get(name), bench.texts.get(name)))
                        .toList(),
                bench.mended,
                Findings.of(names.size(), left));
    }

    /** The files as they are by now, in front of what lies on the disk. */
    private static final class Bench implements SourceReader {
        private final Sources disk;
        private final Toolchain toolchain = new Toolchain(this);
        private final Map<String, String> texts = new HashMap<>();
        private final List<Diagnostic> mended = new ArrayList<>();

        Bench(Sources disk) {
            this.disk = disk;
        }

        @Override
        public Optional<SourceFile> read(String path, SourceFile from) {
            return disk.read(path, from)
                    .map(file -> new SourceFile(file.name(), texts.getOrDefault(file.name(), file.text())));
        }

        List<Diagnostic> findings(String name) {
            return toolchain.lint(new SourceFile(name, texts.get(name)));
        }

        void mend(String name) {
            Set<String> seen = new HashSet<>(Set.of(texts.get(name)));
            List<Diagnostic> open = editable(name);
            for (int i = 0; i < MOST && !open.isEmpty(); i++) {
                Diagnostic finding = open.getFirst();
                String old = texts.get(name);
                String mending = edited(old, finding.edit().orElseThrow());
                texts.put(name, mending);
                boolean gone = seen.add(mending) && findings(name).stream().noneMatch(other -> isSame(other, finding));
                if (gone) {
                    mended.add(finding);
                    open = editable(name);
                } else {
                    texts.put(name, old);
                    open = open.subList(1, open.size());
                }
            }
        }

        /** Those that bring an edit along which lies in the file itself. */
        private List<Diagnostic> editable(String name) {
            return findings(name).stream()
                    .filter(finding -> finding.edit()
                            .filter(edit -> edit.at().file().name().equals(name))
                            .isPresent())
                    .toList();
        }

        private static boolean isSame(Diagnostic one, Diagnostic other) {
            return one.name().equals(other.name())
                    && one.at().file().name().equals(other.at().file().name())
                    && one.at().span().start() == other.at().span().start()
                    && one.summary().equals(other.summary());
        }

        private static String edited(String text, Edit edit) {
            return text.substring(0, edit.at().span().start())
                    + edit.replacement()
                    + text.substring(edit.at().span().end());
        }
    }
}
