package dev.rung.engine.run;

import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the toy is started from: keys in memory. It can be cut off around every edit, and keeps what it edits. */
final class ToyConfig implements Config {
    private final ToyWorld toy;
    private final Map<String, String> kept = new HashMap<>();
    TreeMap<String, String> settings = new TreeMap<>(Map.of("legacy", "on", "mode", "1", "password", "old-secret"));
    List<String> mustKeep = List.of();
    /** The release that writes another password when it runs. */
    String spoiler = "";

    ToyConfig(ToyWorld toy) {
        this.toy = toy;
    }

    Driver driver() {
        Signature signature = new Signature("toy-config", Type.CONFIG, List.of(), Set.of(), "");
        return new Driver() {
            @Override
            public Signature signature() {
                return signature;
            }

            @Override
            public Part open(Installation.Part ignored, Surroundings surroundings) {
                return ToyConfig.this;
            }
        };
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public List<String> mustKeep() {
        return mustKeep;
    }

    @Override
    public Optional<String> value(String key) throws Trouble {
        if (key.equals("list")) {
            throw new Trouble("`list` is no single value");
        }
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public Look look(String key) {
        if (toy.runs.equals(Optional.of(spoiler))) {
            settings.put("password", "spoilt-secret");
        }
        return of(key, Optional.ofNullable(settings.get(key)));
    }

    private static Look of(String key, Optional<String> value) {
        return value.map(text -> "h" + (key + text).hashCode())
                .map(hash -> new Look(hash, hash))
                .orElse(Look.ABSENT);
    }

    @Override
    public Edit edit(String key, Optional<Value> value) throws Trouble {
        value(key);
        Optional<String> wanted = value.map(Value::shown);
        return new Edit() {
            @Override
            public Look look() {
                return of(key, wanted);
            }

            @Override
            public void carryOut() {
                toy.moment();
                mustBeDown();
                Optional.ofNullable(settings.get(key))
                        .ifPresent(now -> kept.put(of(key, Optional.of(now)).value(), now));
                put(key, wanted);
                toy.moment();
            }
        };
    }

    private void put(String key, Optional<String> value) {
        value.ifPresentOrElse(text -> settings.put(key, text), () -> settings.remove(key));
    }

    private void mustBeDown() {
        if (toy.runs.isPresent()) {
            throw new AssertionError("edited under a running server");
        }
    }

    @Override
    public void putBack(String key, Look look) {
        toy.moment();
        mustBeDown();
        put(key, Optional.ofNullable(kept.get(look.value())));
        toy.moment();
    }

    @Override
    public long size() {
        return 10;
    }

    @Override
    public Fingerprint fingerprint() {
        return new Fingerprint(settings.toString(), settings.size());
    }

    private final Map<Path, TreeMap<String, String>> backups = new HashMap<>();

    @Override
    public Captured backUp(Path folder, Progress progress) {
        toy.moment();
        backups.put(folder.getFileName(), new TreeMap<>(settings));
        return new Captured("toy", List.of(), "toy", Optional.empty(), new Fingerprint("", 0), Map.of());
    }

    @Override
    public Fingerprint tryRestore(Path folder, Captured captured, Path scratch, Progress progress) {
        return captured.fingerprint();
    }

    @Override
    public void restore(Path folder, Captured captured, Progress progress) {
        toy.moment();
        mustBeDown();
        settings = new TreeMap<>(backups.get(folder.getFileName()));
        toy.moment();
    }

    @Override
    public void discardKept() {}
}
