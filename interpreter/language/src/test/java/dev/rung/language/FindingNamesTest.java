package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.check.CheckFinding;
import dev.rung.language.lower.LowerFinding;
import dev.rung.language.releases.FormFinding;
import dev.rung.language.releases.ReleasesFinding;
import dev.rung.language.syntax.SyntaxFinding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A finding is called like its record, and people write that name down: behind {@code allow}, in a baseline, in a script
 * that reads JSON. So a record that changes its name here changes it for them.
 */
class FindingNamesTest {
    /** Twice stands what is the same in runbooks and in release files. */
    private static final String NAMES = """
        ArgumentTwice
        AtLeastOne
        BadInput
        BadJsonPath
        BadPattern
        BadSpelling
        BareCall
        BareWindow
        BrokenWaypoint
        CannotContinue
        CannotRetry
        ClauseTwice
        CommandInName
        CredentialWithoutName
        Cycle
        DuplicateRelease
        EmptyUndo
        EmptyWindow
        EntryTwice
        FolderBehindFrom
        GivenName
        HoleInPlainText
        HoleInShell
        IncludeCycle
        IncludesItself
        Incompatible
        InstalledUnknown
        LeftOut
        ListedTwice
        MemberTwice
        MisplacedClause
        MisplacedStatement
        MisplacedWord
        MissingArgument
        MissingEntry
        MissingFact
        MissingInput
        MissingMember
        MissingName
        MissingQuotes
        MissingType
        MissingWord
        NameTwice
        NeedlessMark
        NeedlessQuotes
        NoMoment
        NoPath
        NoRange
        NoShell
        NoSource
        NoStatus
        NoTitle
        NoValue
        NotADate
        NotADuration
        NotANumber
        NotASha256
        NotASha256
        NotAVersion
        NotAVersion
        NotAnOlderLine
        NotKnown
        NothingToUndo
        OtherComment
        OtherSpelling
        OutsideHop
        OutsideItsLine
        PartInPart
        PathEndsEarly
        RangeAlone
        ReadsLockedDatabase
        ReadsTheWorld
        RequirementTwice
        ReservedWord
        RestsOnTooMany
        SaidTwice
        SecondRelation
        SecretInTheOpen
        SecretLeaks
        ShellMark
        StatementTwice
        StrayBrace
        SurplusArgument
        SwapsToNext
        TitleTwice
        TooDeep
        UnaskedFact
        UnclosedBrace
        UnclosedBracket
        UnclosedHole
        UnclosedText
        UndoChangesMore
        UnexpectedWord
        UnknownArtifact
        UnknownCharacter
        UnknownEscape
        UnknownHole
        UnknownInclude
        UnknownInclude
        UnknownInput
        UnknownMember
        UnknownName
        UnknownRelease
        UnknownReleaseFile
        UnknownWord
        UnknownZone
        UnlistedRelease
        UselessRule
        WaitsForEver
        WhichSystem
        WordOfReleases
        WrongDefault
        WrongDriver
        WrongType
        """;

    @Test
    void areNeverChangedByTheWay() {
        assertThat(Stream.of(
                                CheckFinding.class,
                                FormFinding.class,
                                IncludeFinding.class,
                                LowerFinding.class,
                                ReleasesFinding.class,
                                SyntaxFinding.class)
                        .flatMap(FindingNamesTest::records)
                        .sorted())
                .containsExactly(NAMES.split("\n"));
    }

    private static Stream<String> records(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family.getSimpleName())
                : Stream.of(family.getPermittedSubclasses()).flatMap(FindingNamesTest::records);
    }
}
