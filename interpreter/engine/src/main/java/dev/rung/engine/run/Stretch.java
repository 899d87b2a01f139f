package dev.rung.engine.run;

import dev.rung.model.plan.Item;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a run whose start a failure leads back to: a hop, or all that is outside of hops.
 *
 * @param hop empty outside
 * @param old the digest of each artifact of the hop at its start
 * @param fresh the digests of each artifact that are of the release that the hop goes to: what it changes over to, and
 *     what deeds have made of it
 */
record Stretch(Optional<Item.Hop> hop, Origin origin, Map<String, String> old, Map<String, Set<String>> fresh) {
    /** Versions as a journal writes them. */
    static Map<String, String> written(Map<String, Version> versions) {
        Map<String, String> written = new LinkedHashMap<>();
        versions.forEach((system, version) -> written.put(system, version.written()));
        return written;
    }

    Layout layout() {
        return origin.layout();
    }

    /** Which release the artifact with this digest is of. */
    CodeForm form(String artifact, Optional<String> digest) {
        if (digest.isPresent() && digest.equals(Optional.ofNullable(old.get(artifact)))) {
            return CodeForm.OLD;
        }
        if (digest.filter(fresh.getOrDefault(artifact, Set.of())::contains).isPresent()) {
            return CodeForm.NEW;
        }
        return CodeForm.MIXED;
    }

    /** In the words of an ending: the version that a way back leads to. */
    String version() {
        return hop.map(Item.Hop::from)
                .or(() -> origin.versions().values().stream().findFirst())
                .map(Object::toString)
                .orElse("the start");
    }
}
