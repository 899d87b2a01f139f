package dev.rung.language.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Toolchain;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Leg;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The release files that ship, held to the paths that their publishers describe. */
class ShippedReleasesTest {
    private static final Path RUNBOOKS = Path.of("../../runbooks");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Optional<SourceFile> open(String path) {
        try {
            return Files.isRegularFile(RUNBOOKS.resolve(path))
                    ? Optional.of(new SourceFile(path, Files.readString(RUNBOOKS.resolve(path))))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Toolchain toolchain() {
        return new Toolchain(
                (path, from) -> open(Path.of(from.name()).resolveSibling(path).toString()));
    }

    private static ReleaseFile product(String path) {
        Diagnosed<ReleaseFile> read = toolchain().releases(open(path).orElseThrow());
        assertThat(read.diagnostics()).isEmpty();
        return read.value();
    }

    private static PathFinding find(ReleaseFile file, String from, String to, String... accepted) {
        return ReleasePath.find(
                file,
                file.spelled(from).orElseThrow().version(),
                file.spelled(to).orElseThrow().version(),
                TODAY,
                List.of(),
                Set.of(accepted));
    }

    @ParameterizedTest
    @CsvSource({
        "dhis2/dhis2, 2.28, 42.5.2, '2.29, 2.30, 42.5.2'",
        "dhis2/dhis2, 2.28, 2.42.5.2, '2.29, 2.30, 42.5.2'",
        "dhis2/dhis2, 2.24, 2.31, '2.25, 2.26, 2.27, 2.28, 2.29, 2.30, 2.31.9'",
        "dhis2/dhis2, 2.36.13.2, 41, 41.9.1",
        "dhis2/dhis2, 2.41.9.1, 42, 42.5.2",
        "metabase/metabase, 1.38.0, 1.64.6, '1.38.6, 1.39.7, 1.40.8, 1.64.6'",
        "metabase/metabase-enterprise, 1.38.0, 1.64.6, '1.38.6, 1.39.7, 1.40.8, 1.64.6'",
        "metabase/metabase-oss, v0.40.2, 64, '0.40.8, 0.64.6'",
        "metabase/metabase-oss, 0.50.13, 50, 0.50.36",
        "mender/mender, 3.3.2, 4.1.3, '3.6.5, 3.7.11, 4.0.4, 4.1.3'",
        "mender/mender, mender-3.4.0, v3.6, 3.6.5",
        "mender/mender, 3.6.5, 4.0, '3.7.11, 4.0.4'",
        "devlake/devlake, v0.11.0, v1.0.2, v1.0.2",
        "devlake/devlake, v0.17.0@1a2b3c4, v1.0, v1.0.3",
        "odoo/odoo, 14.0, 18.0, 18.0",
        "odoo/odoo, 17.0+e, 19.0, 19.0",
    })
    void theDescribedPathIsFound(String product, String from, String to, String path) {
        PathFinding finding = find(product(product + ".releases"), from, to);
        assertThat(finding).isInstanceOf(PathFinding.Found.class);
        assertThat(((PathFinding.Found) finding)
                        .legs().stream().map(leg -> leg.to().toString()))
                .containsExactly(path.split(", "));
    }

    @Test
    void anotherSpellingIsTheSameRelease() {
        ReleaseFile dhis2 = product("dhis2/dhis2.releases");
        assertThat(dhis2.spelled("2.41.9.1")).isEqualTo(dhis2.spelled("41.9.1"));
        assertThat(dhis2.release("2.41.9.1")).isPresent().isEqualTo(dhis2.release("41.9.1"));
        assertThat(find(dhis2, "2.41.9.1", "41.9.1"))
                .isInstanceOfSatisfying(
                        PathFinding.Found.class,
                        found -> assertThat(found.legs()).isEmpty());
    }

    @Test
    void whatThePublishersWarnOfIsRefused() {
        ReleaseFile dhis2 = product("dhis2/dhis2.releases");
        assertThat(find(dhis2, "41.9.1", "42.0.0")).isInstanceOf(PathFinding.BackInTime.class);
        assertThat(find(dhis2, "2.40.12", "42.4.0")).isInstanceOf(PathFinding.BrokenRelease.class);
        assertThat(find(dhis2, "42.3.1", "42.4.0", "broken-42.4.0")).isInstanceOf(PathFinding.Found.class);
        assertThat(find(product("metabase/metabase-oss.releases"), "0.50.13", "0.50.14"))
                .isInstanceOf(PathFinding.BrokenRelease.class);
        assertThat(find(product("metabase/metabase-oss.releases"), "0.58.39", "1.64.6"))
                .isInstanceOf(PathFinding.EditionMismatch.class);
        assertThat(find(product("devlake/devlake.releases"), "v0.9.3", "v1.0.3"))
                .isInstanceOf(PathFinding.UnknownInstalled.class);
        assertThat(find(product("odoo/odoo.releases"), "14.0", "16.0")).isInstanceOf(PathFinding.BrokenRelease.class);
    }

    @Test
    void everyHopSaysWhatItAsks() {
        PathFinding.Found found = (PathFinding.Found) find(product("mender/mender.releases"), "3.3.2", "4.1.3");
        assertThat(found.legs().stream().map(Leg::requires).map(Object::toString))
                .containsExactly("[mongodb >= 4.4]", "[mongodb >= 6.0]", "[mongodb >= 7.0]", "[mongodb >= 8.0]");
        ReleaseFile dhis2 = product("dhis2/dhis2.releases");
        assertThat(dhis2.requires(dhis2.release("42.5.2").orElseThrow()))
                .extracting(Object::toString)
                .containsExactly("java >= 17", "tomcat-is >= 10.1", "postgresql >= 13");
    }

    @Test
    void everyReleaseComesFromSomewhereOfItsOwn() {
        ReleaseFile dhis2 = product("dhis2/dhis2.releases");
        assertThat(Stream.of("2.30", "2.38.1", "39.6", "39.7", "42.5.2")
                        .map(number -> dhis2.release(number).orElseThrow())
                        .map(release -> dhis2.url("war", release).orElseThrow()))
                .containsExactly(
                        "https://releases.dhis2.org/2.30/dhis.war",
                        "https://releases.dhis2.org/2.38/dhis2-stable-2.38.1.0.war",
                        "https://releases.dhis2.org/2.39/dhis2-stable-2.39.6.war",
                        "https://releases.dhis2.org/39/dhis2-stable-39.7.0.war",
                        "https://releases.dhis2.org/42/dhis2-stable-42.5.2.war");
        ReleaseFile enterprise = product("metabase/metabase-enterprise.releases");
        assertThat(enterprise.url("jar", enterprise.release("1.58.39").orElseThrow()))
                .contains("https://downloads.metabase.com/enterprise/v1.58.39/metabase.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devlake/devlake",
                "dhis2/dhis2",
                "mender/mender",
                "metabase/metabase",
                "metabase/metabase-enterprise",
                "metabase/metabase-oss",
                "odoo/odoo"
            })
    void nothingIsWrongButThatSomeChecksumsAreNotKnown(String product) {
        assertThat(toolchain().lint(open(product + ".releases").orElseThrow()))
                .extracting(Diagnostic::name)
                .allMatch("release-without-checksum"::equals);
    }
}
