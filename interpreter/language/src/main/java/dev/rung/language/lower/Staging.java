package dev.rung.language.lower;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where a body takes artifacts from that it does not take from where the release file says. */
final class Staging {
    private final Map<String, Source> sources = new LinkedHashMap<>();

    /** @param sha256 the digest that it must have, if the runbook says */
    record Source(String address, Optional<String> sha256) {}

    void put(String artifact, Source source) {
        sources.put(artifact, source);
    }

    Optional<Source> of(String artifact) {
        return Optional.ofNullable(sources.get(artifact));
    }
}
