package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.ReleaseFile;

/** What a rule looks at: one file and what it means. */
public sealed interface Subject {
    SourceFile file();

    /** A runbook with the release files that it names. */
    record Runbook(CheckedRunbook checked) implements Subject {
        @Override
        public SourceFile file() {
            return checked.file();
        }
    }

    /** A release file by itself. */
    record Releases(ReleasesTree tree, ReleaseFile content) implements Subject {
        @Override
        public SourceFile file() {
            return tree.file();
        }
    }
}
