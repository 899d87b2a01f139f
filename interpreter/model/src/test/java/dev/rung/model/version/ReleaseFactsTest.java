package dev.rung.model.version;

import static dev.rung.model.version.Releases.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.version.Requirement.Operand;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What hangs on the facts of a system, and what a file says beside its path. */
class ReleaseFactsTest {
    private static final Requirement OLD_JAVA =
            new Requirement("java", Relation.LESS, List.of(new Operand.Number(Version.of("17"))));

    private static ReleaseFile withWaypoint(Requirement when) {
        ReleaseFile file = Releases.by(direct())
                .line("1", "1.1")
                .line("2", "2.1")
                .line("3", "3.1")
                .file();
        Waypoint waypoint = new Waypoint(Version.of("2"), "it converts the files", Optional.of(when));
        return new ReleaseFile(
                file.title(),
                file.spellings(),
                file.urls(),
                file.path(),
                List.of(waypoint),
                file.backBy(),
                file.minAge(),
                file.neverBackInTime(),
                file.lines());
    }

    private static List<Leg> path(ReleaseFile file, Map<String, String> facts) {
        PathFinding finding = ReleasePath.find(
                file,
                Version.of("1.1"),
                Version.of("3.1"),
                LocalDate.of(2026, 1, 1),
                List.of(),
                Set.of(),
                new GivenFacts(facts));
        return ((PathFinding.Found) finding).legs();
    }

    @Test
    void aWaypointMayHangOnAFact() {
        ReleaseFile file = withWaypoint(OLD_JAVA);
        assertThat(path(file, Map.of("java", "11"))).hasSize(2);
        assertThat(path(file, Map.of("java", "11")).getFirst().why())
                .isEqualTo("`waypoint 2 when java < 17`: it converts the files");
        assertThat(path(file, Map.of("java", "21"))).hasSize(1);
    }

    @Test
    void whatNobodyKnowsCountsAsYesAndSaysSo() {
        assertThat(path(withWaypoint(OLD_JAVA), Map.of()).getFirst().why())
                .endsWith("(whether `java < 17` is not known, and counts as yes)");
        assertThat(path(withWaypoint(OLD_JAVA), Map.of("java", "the newest"))).hasSize(2);
    }

    @Test
    void aFactMayBeTrueOrFalseByItself() {
        ReleaseFile file = withWaypoint(Requirement.holds("clustered"));
        assertThat(path(file, Map.of("clustered", "true"))).hasSize(2);
        assertThat(path(file, Map.of("clustered", "false"))).hasSize(1);
        assertThat(path(file, Map.of("clustered", "perhaps"))).hasSize(2);
    }

    @Test
    void aFactMayBeAskedForOneOfSeveralValues() {
        Requirement in = new Requirement(
                "db",
                Relation.IN,
                List.of(new Operand.Text("h2"), new Operand.Range(Version.of("5"), Version.of("6"))));
        ReleaseFile file = withWaypoint(in);
        assertThat(path(file, Map.of("db", "h2"))).hasSize(2);
        assertThat(path(file, Map.of("db", "6.4"))).hasSize(2);
        assertThat(path(file, Map.of("db", "7"))).hasSize(1);
        assertThat(path(withWaypoint(new Requirement("db", Relation.NOT_IN, in.values())), Map.of("db", "7")))
                .hasSize(2);
    }

    @Test
    void theLeastVersionThatWillDo() {
        assertThat(OLD_JAVA.least()).isEmpty();
        assertThat(new Requirement("java", Relation.GREATER_OR_EQUAL, OLD_JAVA.values()).least())
                .contains(Version.of("17"));
        List<Operand> several =
                List.of(new Operand.Number(Version.of("21")), new Operand.Range(Version.of("11"), Version.of("17")));
        assertThat(new Requirement("java", Relation.IN, several).least()).contains(Version.of("11"));
    }

    @Test
    void aReleaseAsksForMoreThanItsLineAndComesFromElsewhere() {
        Version number = Version.of("2");
        Requirement ofLine = new Requirement("java", Relation.GREATER_OR_EQUAL, OLD_JAVA.values());
        Requirement own = Requirement.holds("postgis");
        Release release = new Release(
                Version.of("2.1"),
                number,
                Optional.empty(),
                Map.of(),
                Optional.of("read me"),
                List.of(own, ofLine),
                Map.of("", "https://elsewhere/${release}"));
        Line line = new Line(number, List.of(), List.of(ofLine), List.of(release), List.of(), Optional.of("read all"));
        ReleaseFile file = new ReleaseFile(
                "P",
                List.of(),
                Map.of("", "https://here/${release}"),
                List.of(direct()),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(new Line(Version.of("1"), List.of(), List.of(), List.of(), List.of()), line));
        assertThat(file.requires(release)).containsExactly(ofLine, own);
        assertThat(file.url("jar", release)).contains("https://elsewhere/2.1");
        assertThat(file.notes(Version.of("1.0"), release.version()))
                .containsExactly(new ReleaseFile.Notes("line 2", "read all"), new ReleaseFile.Notes("2.1", "read me"));
        assertThat(file.notes(Version.of("2.0"), release.version()))
                .containsExactly(new ReleaseFile.Notes("2.1", "read me"));
    }

    @Test
    void whatIsRefusedForItsDateCanBeAcceptedByItsName() {
        ReleaseFile file = Releases.by(direct())
                .neverBackInTime()
                .line("1", "1.1@2026-05-01")
                .line("2", "2.1@2026-06-01 2.2@2026-02-01")
                .line("3", "3.1@2026-04-01")
                .file();
        Version from = Version.of("1.1");
        Version to = Version.of("3.1");
        LocalDate today = LocalDate.of(2026, 7, 1);
        PathFinding refused = ReleasePath.find(file, from, to, today, List.of(), Set.of());
        assertThat(refused).isInstanceOfSatisfying(PathFinding.BackInTime.class, back -> {
            assertThat(back.from()).isEqualTo(from);
            assertThat(back.waiver()).contains("back-in-time-3.1");
            assertThat(back.name()).isEqualTo("back-in-time");
        });
        assertThat(ReleasePath.find(file, from, to, today, List.of(), Set.of("back-in-time-3.1")))
                .isInstanceOf(PathFinding.Found.class);
        assertThat(file.waivers()).contains("back-in-time-3.1").doesNotContain("too-young-3.1");
    }

    @Test
    void aDowngradeNamesWhatLiesAbove() {
        ReleaseFile file =
                Releases.by(direct()).line("1", "1.1 1.2").line("2", "2.1").file();
        assertThat(ReleasePath.find(
                        file, Version.of("1.2"), Version.of("1.1"), LocalDate.of(2026, 1, 1), List.of(), Set.of()))
                .isInstanceOfSatisfying(
                        PathFinding.Downgrade.class,
                        down -> assertThat(down.nearest()).containsExactly(Version.of("2.1")));
    }
}
