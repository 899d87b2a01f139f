package dev.rung.language.syntax;

import dev.rung.model.text.Span;
import dev.rung.model.version.Relation;
import java.util.List;
import java.util.Optional;

/** An entry of a release file. A part of it that could not be read is missing, and with it the entry if it means nothing then. */
public sealed interface ReleasesEntry {
    /** The word that opens it. */
    Span keyword();

    record Title(Span keyword, Written title) implements ReleasesEntry {}

    record Spelling(Span keyword, Written pattern, Written replacement) implements ReleasesEntry {}

    record Url(Span keyword, Optional<Name> artifact, Written template) implements ReleasesEntry {}

    /** @param file as it is written */
    record Include(Span keyword, Written file) implements ReleasesEntry {}

    record Path(Span keyword, List<Rule> rules) implements ReleasesEntry {
        public Path {
            rules = List.copyOf(rules);
        }
    }

    record BackBy(Span keyword, Name rollback, Written since, List<Written> exceptions) implements ReleasesEntry {
        public BackBy {
            exceptions = List.copyOf(exceptions);
        }
    }

    record MinAge(Span keyword, Written age) implements ReleasesEntry {}

    record Waypoint(Span keyword, List<Written> versions, Written why, Optional<Requirement> when)
            implements ReleasesEntry {
        public Waypoint {
            versions = List.copyOf(versions);
        }
    }

    record Line(Span keyword, Written number, List<LineClause> clauses, List<Member> members) implements ReleasesEntry {
        public Line {
            clauses = List.copyOf(clauses);
            members = List.copyOf(members);
        }
    }

    /** A rule of a path. */
    sealed interface Rule {
        Span span();

        record EachLine(Span span, Optional<Written> until) implements Rule {}

        record EachRelease(Span span, Optional<Written> until) implements Rule {}

        record Direct(Span span) implements Rule {}

        record NeverBackInTime(Span span) implements Rule {}
    }

    /** What stands between a line's number and its block. */
    sealed interface LineClause {
        Span keyword();

        record From(Span keyword, List<Written> lines) implements LineClause {
            public From {
                lines = List.copyOf(lines);
            }
        }

        record Requires(Span keyword, List<Requirement> requirements) implements LineClause {
            public Requires {
                requirements = List.copyOf(requirements);
            }
        }

        record Notes(Span keyword, Written notes) implements LineClause {}
    }

    /** @param values one for a comparison; none for a fact that is true or false by itself */
    record Requirement(Name fact, Relation relation, List<Element> values) {
        public Requirement {
            values = List.copyOf(values);
        }
    }

    /** A value, or a range of them if it has a high end. */
    record Element(Written low, Optional<Written> high) {}

    /** What stands in a line's block. */
    sealed interface Member {
        Span keyword();

        Written number();

        record Release(Span keyword, Written number, List<ReleaseClause> clauses) implements Member {
            public Release {
                clauses = List.copyOf(clauses);
            }
        }

        record Broken(Span keyword, Written number, Written reason, Optional<Written> notes) implements Member {}
    }

    /** What stands in a release's block. */
    sealed interface ReleaseClause {
        Span keyword();

        record Released(Span keyword, Written day) implements ReleaseClause {}

        record Sha256(Span keyword, Optional<Name> artifact, Written digest) implements ReleaseClause {}

        record Notes(Span keyword, Written notes) implements ReleaseClause {}

        record Requires(Span keyword, List<Requirement> requirements) implements ReleaseClause {
            public Requires {
                requirements = List.copyOf(requirements);
            }
        }

        record Url(Span keyword, Optional<Name> artifact, Written template) implements ReleaseClause {}
    }
}
