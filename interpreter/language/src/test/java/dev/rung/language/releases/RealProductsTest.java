package dev.rung.language.releases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Leg;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePath;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paths that publishers themselves describe. */
class RealProductsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static ReleaseFile product(String name) throws IOException {
        try (InputStream stream = RealProductsTest.class.getResourceAsStream("/releases/" + name + ".releases")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Diagnosed<ReleaseFile> read = ReleasesReader.read(new SourceFile(name + ".releases", text));
            assertThat(read.diagnostics()).isEmpty();
            return read.value();
        }
    }

    private static PathFinding find(ReleaseFile file, String from, String to) {
        Version installed = file.spelled(from).orElseThrow().version();
        Version target = file.spelled(to).orElseThrow().version();
        return ReleasePath.find(file, installed, target, TODAY, List.of(), Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "dhis2, 2.28, 42.5.2, '2.29, 2.30, 42.5.2'",
        "dhis2, 2.28, 42, '2.29, 2.30, 42.5.2'",
        "dhis2, 2.28, 2.42.5.2, '2.29, 2.30, 42.5.2'",
        "dhis2, 2.30, 42.5.2, 42.5.2",
        "dhis2, 2.41.9.1, 42.5.2, 42.5.2",
        "metabase, 1.38.0, 1.64.6, '1.38.6, 1.39.7, 1.40.8, 1.64.6'",
        "metabase, v0.40.2, 64, '0.40.8, 0.64.6'",
        "metabase, 0.38.0.1, 0.39.0, '0.38.6, 0.39.0'",
        "mender, 3.3.2, 4.1.3, '3.6.5, 3.7.11, 4.0.4, 4.1.3'",
        "mender, 3.4.0, 3.6, 3.6.5",
        "mender, 3.3.1, 3.5, '3.3.2, 3.4.0, 3.5.1'",
    })
    void theDescribedPathIsFound(String product, String from, String to, String path) throws IOException {
        PathFinding finding = find(product(product), from, to);
        assertThat(finding).isInstanceOf(PathFinding.Found.class);
        assertThat(((PathFinding.Found) finding)
                        .legs().stream().map(leg -> leg.to().toString()))
                .containsExactly(path.split(", "));
    }

    @Test
    void aNewerDatabaseNeverGetsAnOlderRelease() throws IOException {
        assertThat(find(product("dhis2"), "41.9.1", "42.0.0")).isInstanceOf(PathFinding.BackInTime.class);
        assertThat(find(product("dhis2"), "41.9.1", "43.1.0")).isInstanceOf(PathFinding.BackInTime.class);
    }

    @Test
    void everyFieldOfAFileIsRead() throws IOException {
        ReleaseFile file = product("metabase");
        assertThat(file.title()).isEqualTo("Metabase, both editions, a few of its releases");
        assertThat(file.newest(TODAY)).map(Object::toString).contains("0.65.4");
        assertThat(file.newest(LocalDate.of(2026, 11, 19)))
                .map(Object::toString)
                .contains("0.64.6");
        assertThat(file.newest(LocalDate.of(2026, 11, 16)))
                .map(Object::toString)
                .contains("0.50.36");
        var release = file.release("v0.50.36").orElseThrow();
        assertThat(release.released()).contains(LocalDate.of(2025, 1, 30));
        assertThat(release.notes())
                .hasValueSatisfying(notes -> assertThat(notes).endsWith("tag/v0.50.36"));
        assertThat(file.url("jar", release)).contains("https://downloads.metabase.com/v0.50.36/metabase.jar");
        assertThat(file.broken(Version.of("0.50.14"))).hasValueSatisfying(broken -> {
            assertThat(broken.reason()).isEqualTo("a changeset's checksum changed");
            assertThat(broken.notes()).isPresent();
        });
        assertThat(file.rollbacks(
                        file.spelled("1.48.13").orElseThrow().version(),
                        file.spelled("0.50.36").orElseThrow().version()))
                .containsExactly("migrate-down");
        assertThat(find(file, "0.40.8", "0.50.14"))
                .isInstanceOfSatisfying(
                        PathFinding.BrokenRelease.class,
                        broken -> assertThat(broken.waiver()).contains("broken-0.50.14"));
    }

    @Test
    void requirementsStandOnTheHopsThatBringThem() throws IOException {
        var found = (PathFinding.Found) find(product("mender"), "3.6.5", "4.0");
        assertThat(found.legs().stream().map(Leg::requires).map(Object::toString))
                .containsExactly("[mongodb >= 6.0]", "[mongodb >= 7.0]");
        ReleaseFile dhis2 = product("dhis2");
        assertThat(dhis2.line(Version.of("41.9.1")).orElseThrow().requires().stream()
                        .map(Object::toString))
                .containsExactly("java in [17, 21]", "tomcat in 8.5.50 .. 9");
        assertThat(dhis2.release("2.41.9.1").orElseThrow().sha256("war"))
                .hasValueSatisfying(digest -> assertThat(digest).startsWith("28bfe7be"));
        assertThat(product("mender")
                        .url("web", product("mender").release("4.0.4").orElseThrow()))
                .contains("https://example.org/mender-4.0/4.0.4.tar");
    }
}
