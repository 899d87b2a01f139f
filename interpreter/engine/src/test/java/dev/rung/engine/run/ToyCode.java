package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.util.Optional;

/** The code of the toy: changed over and put back while it is down. @param toy whose it is */
record ToyCode(ToyWorld toy) implements Artifact {
    @Override
    public long size() {
        return toy.code.length();
    }

    @Override
    public Optional<String> inPlace() {
        return Optional.of("digest-" + toy.code);
    }

    @Override
    public Staged stage(Version version, String source, Optional<String> sha256, Progress progress) {
        toy.moment();
        return new Staged(version, "digest-" + version, "staged-" + version);
    }

    @Override
    public void changeOver(Staged staged) throws Trouble {
        toy.moment();
        toy.mustBeDown("changed over under a running server");
        toy.keptCode.put("digest-" + toy.code, toy.code);
        toy.code = staged.version().written();
        toy.moment();
    }

    @Override
    public void keep() {
        toy.moment();
        toy.keptCode.put("digest-" + toy.code, toy.code);
        toy.moment();
    }

    @Override
    public void putBack(String digest) throws Trouble {
        toy.moment();
        toy.mustBeDown("put back under a running server");
        if (!digest.equals("digest-" + toy.code)) {
            toy.code = toy.keptCode.get(digest);
        }
        toy.moment();
    }
}
