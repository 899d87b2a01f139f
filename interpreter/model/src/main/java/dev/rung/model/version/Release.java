package dev.rung.model.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release that can be gone to.
 *
 * @param version its number, as the release file writes it
 * @param line the line it belongs to
 * @param released the day it came out, if the file says
 * @param sha256 lower-case hex digests by artifact name; the empty name stands for the only artifact
 * @param notes where its release notes are, if the file says
 * @param requires what it asks of the system by itself, beside what its line does
 * @param urls templates of its own, by artifact name, that stand in for those of its file
 */
public record Release(
        Version version,
        Version line,
        Optional<LocalDate> released,
        Map<String, String> sha256,
        Optional<String> notes,
        List<Requirement> requires,
        Map<String, String> urls) {
    public Release {
        sha256 = Map.copyOf(sha256);
        requires = List.copyOf(requires);
        urls = Map.copyOf(urls);
    }

    /** One that asks no more than its line does, and comes from where its file says. */
    public Release(
            Version version,
            Version line,
            Optional<LocalDate> released,
            Map<String, String> sha256,
            Optional<String> notes) {
        this(version, line, released, sha256, notes, List.of(), Map.of());
    }

    /** The digest that this release's file for an artifact must have, if it is known. */
    public Optional<String> sha256(String artifact) {
        return Optional.ofNullable(sha256.getOrDefault(artifact, sha256.get("")));
    }

    @Override
    public String toString() {
        return version.written();
    }
}
