package dev.rung.model.effect;

import dev.rung.model.version.Version;
import java.util.Optional;

/** Fetches a release's file beside the artifact and checks it; changes nothing that a part's state shows. */
public record Stage(String artifact, Version version, String source, Optional<String> sha256) implements Effect {
    @Override
    public String words() {
        return "fetch and check `" + artifact + "` " + version;
    }
}
