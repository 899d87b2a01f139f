package dev.rung.model.version;

import static dev.rung.model.version.Releases.direct;
import static dev.rung.model.version.Releases.eachLine;
import static dev.rung.model.version.Releases.eachLineUntil;
import static dev.rung.model.version.Releases.eachRelease;
import static dev.rung.model.version.Releases.eachReleaseUntil;
import static dev.rung.model.version.Releases.versions;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleasePathTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static PathFinding find(Releases releases, String from, String to, String... accepted) {
        ReleaseFile file = releases.file();
        Version installed = file.spelled(from).orElseThrow().version();
        Version target = file.spelled(to).orElseThrow().version();
        return ReleasePath.find(file, installed, target, TODAY, List.of(), Set.copyOf(Arrays.asList(accepted)));
    }

    private static List<String> path(PathFinding finding) {
        assertThat(finding).isInstanceOf(PathFinding.Found.class);
        return ((PathFinding.Found) finding)
                .legs().stream().map(leg -> leg.to().version().written()).toList();
    }

    private static List<String> reasons(PathFinding finding) {
        return ((PathFinding.Found) finding).legs().stream().map(Leg::why).toList();
    }

    private static <T extends PathFinding.Refused> T refused(PathFinding finding, Class<T> as) {
        assertThat(finding).isInstanceOf(as);
        T refused = as.cast(finding);
        assertThat(refused.summary()).isNotBlank().doesNotEndWith(".");
        assertThat(refused.help()).isNotBlank().doesNotEndWith(".");
        return refused;
    }

    private static Releases lineByLineThenDirect() {
        return Releases.by(eachLineUntil("40"), direct())
                .spelled("v?(?<edition>[01])\\.(\\d.*)", "$2")
                .line("38", "0.38.0 1.38.0 0.38.6 1.38.6")
                .line("39", "0.39.0 0.39.7 1.39.7")
                .line("40", "0.40.2 0.40.8 1.40.8")
                .line("50", "0.50.13 0.50.14! 0.50.36 1.50.36")
                .line("64", "0.64.6 1.64.6");
    }

    @Test
    void goesFromNewestToNewestAndThenStraight() {
        PathFinding finding = find(lineByLineThenDirect(), "1.38.0", "1.64.6");
        assertThat(path(finding)).containsExactly("1.38.6", "1.39.7", "1.40.8", "1.64.6");
        assertThat(reasons(finding))
                .containsExactly(
                        "`each line until 40`: the newest of line 38 first",
                        "`each line until 40`: the newest of line 39",
                        "`each line until 40`: the newest of line 40",
                        "`direct`: straight to the target");
        assertThat(((PathFinding.Found) finding).legs().get(1).from()).hasToString("1.38.6");
    }

    @Test
    void theNewestOfTheLineInUntilComesBeforeTheNextRule() {
        assertThat(path(find(lineByLineThenDirect(), "0.40.2", "0.64.6"))).containsExactly("0.40.8", "0.64.6");
        assertThat(path(find(lineByLineThenDirect(), "0.40.8", "0.64.6"))).containsExactly("0.64.6");
        assertThat(path(find(lineByLineThenDirect(), "0.50.13", "0.64.6"))).containsExactly("0.64.6");
    }

    @Test
    void aTargetWithinItsLineIsGoneToAndNotPassed() {
        assertThat(path(find(lineByLineThenDirect(), "0.38.0", "0.39.0"))).containsExactly("0.38.6", "0.39.0");
        assertThat(path(find(lineByLineThenDirect(), "0.39.0", "0.39.7"))).containsExactly("0.39.7");
    }

    @Test
    void anUnlistedInstalledVersionBelongsToTheLineItBeginsWith() {
        assertThat(path(find(lineByLineThenDirect(), "v0.38.4.1", "0.39.7"))).containsExactly("0.38.6", "0.39.7");
        assertThat(path(find(lineByLineThenDirect(), "0.38.9", "0.39.7"))).containsExactly("0.39.7");
        var unknown = refused(find(lineByLineThenDirect(), "0.45.1", "0.64.6"), PathFinding.UnknownInstalled.class);
        assertThat(unknown.nearest()).isEqualTo(versions("40 50"));
    }

    @Test
    void aLineAsTargetMeansItsNewestRelease() {
        assertThat(path(find(lineByLineThenDirect(), "0.40.8", "50"))).containsExactly("0.50.36");
        assertThat(path(find(lineByLineThenDirect(), "1.40.8", "1.50"))).containsExactly("1.50.36");
        assertThat(path(find(lineByLineThenDirect(), "0.64.6", "64"))).isEmpty();
    }

    @Test
    void aLineIsNamedByItsOwnNumberAlone() {
        Releases releases = Releases.by(direct()).line("3", "3.0.0 3.0.1").line("4", "4.0.0 4.0.1");
        assertThat(path(find(releases, "3.0.1", "4"))).containsExactly("4.0.1");
        assertThat(path(find(releases, "3.0.1", "4.0"))).containsExactly("4.0.0");
    }

    @Test
    void whatIsThereAlreadyNeedsNoPath() {
        assertThat(path(find(lineByLineThenDirect(), "v0.39.7", "0.39.7"))).isEmpty();
        assertThat(path(find(lineByLineThenDirect(), "0.39.3", "0.39.3"))).isEmpty();
    }

    @Test
    void theEditionStays() {
        var mismatch = refused(find(lineByLineThenDirect(), "0.38.0", "1.64.6"), PathFinding.EditionMismatch.class);
        assertThat(mismatch.group()).isEqualTo("edition");
        assertThat(mismatch.installedValue()).isEqualTo("0");
        assertThat(mismatch.targetValue()).isEqualTo("1");
        assertThat(path(find(lineByLineThenDirect(), "1.40.8", "64.6"))).containsExactly("1.64.6");
        refused(find(lineByLineThenDirect(), "1.40.8", "50.13"), PathFinding.EditionMismatch.class);
    }

    @Test
    void anUnknownTargetGetsTheNearestKnownOnes() {
        var unknown = refused(find(lineByLineThenDirect(), "0.38.0", "0.50.20"), PathFinding.UnknownTarget.class);
        assertThat(unknown.nearest()).isEqualTo(versions("50.13 50.36"));
        assertThat(unknown.help()).contains("`0.50.13`", "`0.50.36`");
    }

    @Test
    void downIsRefused() {
        refused(find(lineByLineThenDirect(), "0.40.8", "0.39.7"), PathFinding.Downgrade.class);
        refused(find(lineByLineThenDirect(), "0.40.8", "39"), PathFinding.Downgrade.class);
        refused(find(lineByLineThenDirect(), "0.39.9", "0.39.7"), PathFinding.Downgrade.class);
    }

    @Test
    void brokenIsNeverChosenUnlessAccepted() {
        var broken = refused(find(lineByLineThenDirect(), "0.40.8", "0.50.14"), PathFinding.BrokenRelease.class);
        assertThat(broken.waiver()).contains("broken-0.50.14");
        assertThat(broken.summary()).isEqualTo("`0.50.14` is broken: it does not start");
        assertThat(path(find(lineByLineThenDirect(), "0.40.8", "0.50.14", "broken-0.50.14")))
                .containsExactly("0.50.14");
        Releases newestIsBroken = Releases.by(eachLine())
                .line("1", "1.1 1.2!")
                .line("2", "2.1 2.2!")
                .line("3", "3.1");
        assertThat(path(find(newestIsBroken, "1.1", "3.1"))).containsExactly("2.1", "3.1");
        assertThat(path(find(newestIsBroken, "1.1", "3.1", "broken-2.2"))).containsExactly("2.2", "3.1");
        assertThat(path(find(newestIsBroken, "1.2", "3.1"))).containsExactly("2.1", "3.1");
    }

    @Test
    void tooYoungIsNotChosenUnlessAccepted() {
        Releases releases = Releases.by(eachLine())
                .minAge(7)
                .line("1", "1.1")
                .line("2", "2.1@2026-05-01 2.2@2026-06-08 2.3@2026-06-09")
                .line("3", "3.1@2026-06-14 3.2@2026-06-14");
        assertThat(path(find(releases, "1.1", "2"))).containsExactly("2.2");
        var young = refused(find(releases, "1.1", "2.3"), PathFinding.TooYoung.class);
        assertThat(young.oldEnoughOn()).isEqualTo("2026-06-16");
        assertThat(young.waiver()).contains("too-young-2.3");
        assertThat(path(find(releases, "1.1", "2.3", "too-young-2.3"))).containsExactly("2.3");
        var empty = refused(find(releases, "1.1", "3"), PathFinding.EmptyTarget.class);
        assertThat(empty.waivers()).containsExactly("too-young-3.1", "too-young-3.2");
        assertThat(releases.file().newest(TODAY))
                .hasValueSatisfying(newest -> assertThat(newest).hasToString("2.2"));
    }

    @Test
    void theNewestIsOfTheInstalledEdition() {
        ReleaseFile file = lineByLineThenDirect().line("65", "0.65.1").file();
        assertThat(file.newest(TODAY)).map(Release::toString).contains("0.65.1");
        assertThat(file.newest(TODAY, Version.of("1.38.0")))
                .map(Release::toString)
                .contains("1.64.6");
    }

    @Test
    void aPublishedExceptionDecidesAlone() {
        Releases releases = Releases.by(eachLine())
                .line("3.3", "3.3.0 3.3.2")
                .line("3.4", "3.4.0")
                .line("3.5", "3.5.1")
                .lineFrom("3.6", "3.3 3.4 3.5", "3.6.0 3.6.5")
                .line("3.7", "3.7.11")
                .line("4.0", "4.0.4")
                .line("4.1", "4.1.3");
        PathFinding finding = find(releases, "3.3.2", "4.1.3");
        assertThat(path(finding)).containsExactly("3.6.5", "3.7.11", "4.0.4", "4.1.3");
        assertThat(reasons(finding)).startsWith("`line 3.6 from 3.3, 3.4, 3.5`: the newest of line 3.6");
        assertThat(path(find(releases, "3.3.0", "3.6"))).containsExactly("3.3.2", "3.6.5");
        Releases closed =
                Releases.by(direct()).line("1", "1.1").line("2", "2.1").lineFrom("3", "2", "3.1");
        assertThat(path(find(closed, "1.1", "3.1"))).containsExactly("2.1", "3.1");
        Releases shut =
                Releases.by(eachLine()).line("1", "1.1").line("2", "2.1").lineFrom("3", "1", "3.1");
        assertThat(refused(find(shut, "2.1", "3.1"), PathFinding.NoEntry.class).entries())
                .isEqualTo(versions("1"));
    }

    @Test
    void eachReleaseMissesNone() {
        Releases releases = Releases.by(eachReleaseUntil("2.2"), direct())
                .line("1", "1.1 1.2 1.3!")
                .line("2", "2.1 2.2 2.3")
                .line("3", "3.1");
        assertThat(path(find(releases, "1.1", "3.1"))).containsExactly("1.2", "2.1", "2.2", "3.1");
        assertThat(path(find(releases, "1.2", "2.1"))).containsExactly("2.1");
        assertThat(path(find(
                        Releases.by(eachReleaseUntil("2"), direct())
                                .line("1", "1.1")
                                .line("2", "2.1 2.2")
                                .line("3", "3.1 3.2"),
                        "1.1",
                        "3.2")))
                .containsExactly("2.1", "2.2", "3.2");
    }

    @Test
    void waypointsArePassedThroughWhereverTheyAreCrossed() {
        Releases releases = Releases.by(direct())
                .waypoint("2.1", "it converts the tables")
                .waypoint("3", "")
                .line("1", "1.1")
                .line("2", "2.0 2.1 2.2")
                .line("3", "3.1 3.2")
                .line("4", "4.1");
        PathFinding finding = find(releases, "1.1", "4.1");
        assertThat(path(finding)).containsExactly("2.1", "3.2", "4.1");
        assertThat(reasons(finding))
                .containsExactly(
                        "`waypoint 2.1`: it converts the tables", "`waypoint 3`", "`direct`: straight to the target");
        assertThat(path(find(releases, "2.1", "3.1"))).containsExactly("3.1");
        assertThat(path(find(releases, "2.2", "4.1"))).containsExactly("3.2", "4.1");
        Releases broken = Releases.by(direct())
                .waypoint("2.1", "")
                .line("1", "1.1")
                .line("2", "2.1!")
                .line("3", "3.1");
        assertThat(refused(find(broken, "1.1", "3.1"), PathFinding.BrokenRelease.class)
                        .waiver())
                .contains("broken-2.1");
    }

    @Test
    void aWaypointWithinALineComesOnTopOfItsNewest() {
        Releases releases = Releases.by(eachLine())
                .waypoint("2.1", "")
                .line("1", "1.1")
                .line("2", "2.1 2.2")
                .line("3", "3.1");
        assertThat(path(find(releases, "1.1", "3.1"))).containsExactly("2.1", "2.2", "3.1");
    }

    @Test
    void viaAsksForAnotherPath() {
        Releases releases =
                Releases.by(direct()).line("1", "1.1").line("2", "2.1 2.2").line("3", "3.1");
        ReleaseFile file = releases.file();
        PathFinding finding =
                ReleasePath.find(file, Version.of("1.1"), Version.of("3.1"), TODAY, versions("2"), Set.of());
        assertThat(path(finding)).containsExactly("2.2", "3.1");
        assertThat(reasons(finding)).startsWith("`via 2.2`");
        assertThat(refused(
                                ReleasePath.find(
                                        file, Version.of("1.1"), Version.of("3.1"), TODAY, versions("2.7"), Set.of()),
                                PathFinding.UnknownVia.class)
                        .nearest())
                .isEqualTo(versions("2.2 3.1"));
        refused(
                ReleasePath.find(file, Version.of("2.1"), Version.of("2.2"), TODAY, versions("3.1"), Set.of()),
                PathFinding.ViaOutside.class);
        refused(
                ReleasePath.find(file, Version.of("2.1"), Version.of("3.1"), TODAY, versions("1.1"), Set.of()),
                PathFinding.ViaOutside.class);
    }

    @Test
    void timeDoesNotGoBack() {
        Releases releases = Releases.by(direct())
                .neverBackInTime()
                .line("41", "41.9@2026-01-10")
                .line("42", "42.0@2025-05-07 42.5@2026-02-01");
        var back = refused(find(releases, "41.9", "42.0"), PathFinding.BackInTime.class);
        assertThat(back.fromReleased()).isEqualTo("2026-01-10");
        assertThat(back.toReleased()).isEqualTo("2025-05-07");
        assertThat(path(find(releases, "41.9", "42"))).containsExactly("42.5");
    }

    @Test
    void aLineWithoutAReleaseIsAGap() {
        Releases releases =
                Releases.by(eachLine()).line("1", "1.1").line("2", "2.1!").line("3", "3.1");
        var gap = refused(find(releases, "1.1", "3.1"), PathFinding.Gap.class);
        assertThat(gap.line()).hasToString("2");
        assertThat(gap.help()).contains("`--accept broken-2.1`");
        assertThat(path(find(releases, "1.1", "3.1", "broken-2.1"))).containsExactly("2.1", "3.1");
    }

    @Test
    void rulesThatEndTooEarlyAreSaidSo() {
        Releases releases = Releases.by(eachLineUntil("2"))
                .line("1", "1.1")
                .line("2", "2.1")
                .line("3", "3.1");
        assertThat(refused(find(releases, "1.1", "3.1"), PathFinding.NoRule.class)
                        .from())
                .hasToString("2.1");
    }

    @Test
    void theRequirementsOfTheLineGoneToComeAlong() {
        Requirement java = new Requirement(
                "java", Relation.GREATER_OR_EQUAL, List.of(new Requirement.Operand.Number(Version.of("11"))));
        Releases releases = Releases.by(direct()).line("1", "1.1");
        ReleaseFile plain = releases.file();
        Line second = new Line(
                Version.of("2"),
                List.of(),
                List.of(java),
                Releases.by().line("2", "2.1").file().lines().getFirst().releases(),
                List.of());
        ReleaseFile file = new ReleaseFile(
                plain.title(),
                List.of(),
                plain.urls(),
                plain.path(),
                List.of(),
                List.of(),
                plain.minAge(),
                false,
                List.of(second, plain.lines().getFirst()));
        var found = (PathFinding.Found)
                ReleasePath.find(file, Version.of("1.1"), Version.of("2.1"), TODAY, List.of(), Set.of());
        assertThat(found.legs())
                .singleElement()
                .satisfies(leg -> assertThat(leg.requires()).containsExactly(java));
        assertThat(java).hasToString("java >= 11");
    }

    @Test
    void rollbacksAreOfferedWhereBothEndsAllowThem() {
        ReleaseFile file =
                Releases.by(direct()).backBy("migrate-down", "46", "49").file();
        assertThat(file.rollbacks(Version.of("46.8"), Version.of("47.1"))).containsExactly("migrate-down");
        assertThat(file.rollbacks(Version.of("46-rc1"), Version.of("47.1"))).containsExactly("migrate-down");
        assertThat(file.rollbacks(Version.of("45.4"), Version.of("47.1"))).isEmpty();
        assertThat(file.rollbacks(Version.of("48.1"), Version.of("49.22"))).isEmpty();
    }

    @Test
    void thousandsOfReleasesAreNoneTooMany() {
        Releases each = Releases.by(eachRelease());
        Releases straight = Releases.by(direct()).waypoint("2500.1", "");
        for (int line = 1; line <= 5000; line++) {
            String releases = line + ".0 " + line + ".1";
            each.line(Integer.toString(line), releases);
            straight.line(Integer.toString(line), releases);
        }
        assertThat(path(find(each, "1.0", "5000.1"))).hasSize(9_999);
        assertThat(path(find(straight, "1.0", "5000.1"))).containsExactly("2500.1", "5000.1");
    }
}
