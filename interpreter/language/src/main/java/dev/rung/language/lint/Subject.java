package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.ReleaseFile;
import java.util.List;

/** What a rule looks at: one file and what it means. */
public sealed interface Subject {
    SourceFile file();

    /** A runbook with the release files that it names. @param gaps what keeps it from being proved */
    record Runbook(CheckedRunbook checked, Gaps gaps) implements Subject {
        @Override
        public SourceFile file() {
            return checked.file();
        }
    }

    /**
     * A release file by itself.
     *
     * @param content with what it includes
     * @param included the files that it includes
     */
    record Releases(ReleasesTree tree, ReleaseFile content, List<ReleasesTree> included) implements Subject {
        public Releases {
            included = List.copyOf(included);
        }

        @Override
        public SourceFile file() {
            return tree.file();
        }
    }
}
