package dev.rung.model.version;

import java.time.LocalDate;
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
 */
public record Release(
        Version version,
        Version line,
        Optional<LocalDate> released,
        Map<String, String> sha256,
        Optional<String> notes) {
    public Release {
        sha256 = Map.copyOf(sha256);
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
