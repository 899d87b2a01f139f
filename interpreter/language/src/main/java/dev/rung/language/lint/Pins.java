package dev.rung.language.lint;

import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Spelling.Spelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says of releases whether it is known what has to come from where they are fetched. Broken ones are left alone. */
final class Pins {
    private final ReleaseFile file;
    private final Map<Spelled, Release> releases = new HashMap<>();

    Pins(ReleaseFile file) {
        this.file = file;
        file.releases()
                .forEach(release -> file.spelled(release.version().written())
                        .ifPresent(number -> releases.putIfAbsent(number, release)));
        file.lines().stream()
                .flatMap(line -> line.broken().stream())
                .forEach(broken -> file.spelled(broken.version().written()).ifPresent(releases::remove));
    }

    /** One that may be gone to. */
    Optional<Release> release(String written) {
        return file.spelled(written).map(releases::get);
    }

    /** All that may be gone to, in the order of the file. */
    List<Release> all() {
        return file.releases()
                .filter(release -> release(release.version().written()).isPresent())
                .toList();
    }

    /** The artifacts that urls name. */
    Set<String> artifacts(Release release) {
        Set<String> artifacts = new TreeSet<>(file.urls().keySet());
        artifacts.addAll(release.urls().keySet());
        return artifacts;
    }

    /** Those of some artifacts that are fetched from somewhere, and nobody says what has to come. */
    List<String> missing(Release release, Set<String> artifacts) {
        return artifacts.stream()
                .filter(artifact -> file.url(artifact, release).isPresent())
                .filter(artifact -> release.sha256(artifact).isEmpty())
                .sorted()
                .toList();
    }
}
