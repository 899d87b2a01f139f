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
 * @param old how each artifact and key of the hop was at its start, and each key that has to stay
 * @param fresh how each of them is where it is of the release that the hop goes to: what it changes over to, and what was
 *     made of it
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

    /** Which release a part of the code is of that is found like this. */
    CodeForm form(String part, Optional<String> digest, CodeForm believed) {
        return CodeParts.Key.of(part).isPresent() ? keyForm(part, digest.orElseThrow(), believed) : form(part, digest);
    }

    /** What a key says may fit both releases: then it is of that to which it was brought. */
    private CodeForm keyForm(String key, String look, CodeForm believed) {
        boolean isOld = old.containsKey(key) && CodeParts.Key.sameValue(old.get(key), look);
        boolean isNew = fresh.getOrDefault(key, Set.of()).stream().anyMatch(one -> CodeParts.Key.sameValue(one, look));
        if (isOld && isNew) {
            return believed == CodeForm.NEW ? CodeForm.NEW : CodeForm.OLD;
        }
        return isOld ? CodeForm.OLD : isNew ? CodeForm.NEW : CodeForm.MIXED;
    }

    private CodeForm form(String artifact, Optional<String> digest) {
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
