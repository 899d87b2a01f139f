package dev.rung.driver.config;

import dev.rung.driver.config.ConfigStore.Content;
import dev.rung.driver.config.Format.Found;
import dev.rung.driver.support.Arguments;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A config that is one file, of whatever format. What belongs to it lies in {@code .rung/<its name>} beside it, so that every
 * change is a rename.
 */
public final class ConfigFile implements Config {
    private final Format format;
    private final ConfigStore store;
    private final Kept kept;
    private final ConfigBackup backup;
    private final List<String> mustKeep;

    private ConfigFile(Format format, ConfigStore store, List<String> mustKeep) {
        this.format = format;
        this.store = store;
        this.kept = new Kept(store);
        this.backup = new ConfigBackup(store);
        this.mustKeep = List.copyOf(mustKeep);
    }

    public static ConfigFile open(Format format, Installation.Part part, Surroundings surroundings) throws Trouble {
        Arguments arguments = Arguments.of(part, surroundings);
        ConfigStore store = new ConfigStore(part.name(), part.driver(), arguments.path("path"));
        return new ConfigFile(format, store, arguments.texts("must-keep"));
    }

    /** Of a driver whose config is one file. */
    public static Signature signature(String driver, String summary) {
        return new Signature(
                driver,
                Type.CONFIG,
                List.of(new Parameter("path", Set.of(Type.PATH, Type.TEXT), true, "where the file stands")),
                Set.of(),
                summary);
    }

    Format format() {
        return format;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(store.file().getParent());
    }

    @Override
    public boolean isThere() throws Trouble {
        return store.bytes().isPresent();
    }

    @Override
    public List<String> mustKeep() {
        return mustKeep;
    }

    @Override
    public Optional<String> value(String key) throws Trouble {
        try {
            return text(content()).find(key).map(Found::value);
        } catch (Malformed malformed) {
            throw unreadable(malformed);
        }
    }

    @Override
    public Look look(String key) throws Trouble {
        try {
            return look(key, text(content()));
        } catch (Malformed malformed) {
            throw unreadable(malformed);
        }
    }

    private Content content() throws Trouble {
        return store.bytes().map(Content::of).orElse(Content.NONE);
    }

    private ConfigText text(Content content) {
        return new ConfigText(format, content.text());
    }

    private Look look(String key, ConfigText text) throws Malformed, Trouble {
        return kept.look(key, text.find(key).map(Found::value), text.bytes(key));
    }

    private Trouble unreadable(Malformed malformed) {
        return new Trouble(
                "`" + store.name() + "` (" + store.file() + "), as `" + store.driver() + "`: " + malformed.getMessage(),
                "correct the file",
                malformed);
    }

    @Override
    public Edit edit(String key, Optional<Value> value) throws Trouble {
        Optional<byte[]> before = store.bytes();
        Content content = before.map(Content::of).orElse(Content.NONE);
        try {
            ConfigText text = text(content);
            ConfigText edited = value.isPresent() ? text.with(key, value.get()) : text.without(key);
            boolean same = edited.text().equals(text.text());
            Optional<byte[]> after = same ? before : Optional.of(content.bytes(edited.text()));
            return new Made(key, look(key, text), look(key, edited), before, after);
        } catch (Malformed malformed) {
            throw unreadable(malformed);
        }
    }

    /** An edit that is ready. @param was how the key was ahead of it */
    private final class Made implements Edit {
        private final String key;
        private final Look was;
        private final Look look;
        private final Optional<byte[]> before;
        private final Optional<byte[]> after;

        Made(String key, Look was, Look look, Optional<byte[]> before, Optional<byte[]> after) {
            this.key = key;
            this.was = was;
            this.look = look;
            this.before = before;
            this.after = after;
        }

        @Override
        public Look look() {
            return look;
        }

        @Override
        public void carryOut() throws Trouble {
            Optional<byte[]> now = store.bytes();
            if (!same(now, before) && !same(now, after)) {
                throw new Trouble(
                        "somebody else writes " + store.file() + " while `" + key + "` is edited in it",
                        "look who that is, and go on when it is done");
            }
            try {
                if (same(now, before) && !same(before, after)) {
                    kept.keep(key, was, new Kept.Edited(before, after));
                }
                if (!same(before, after)) {
                    store.replace(after);
                }
            } catch (IOException failed) {
                throw Troubles.of("edit `" + key + "` in " + store.file(), failed);
            }
        }
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
    }

    @Override
    public void putBack(String key, Look wanted) throws Trouble {
        Optional<byte[]> now = store.bytes();
        try {
            if (look(key, text(content())).equals(wanted)) {
                return;
            }
            Kept.Edited edited = kept.kept(key, wanted);
            if (now.isEmpty() || same(now, edited.made())) {
                store.replace(edited.former());
                return;
            }
            List<Content> all = Content.alike(List.of(now.get(), orNothing(edited.former()), orNothing(edited.made())));
            ConfigText back = text(all.get(0)).putBack(key, text(all.get(1)), text(all.get(2)));
            store.replace(Optional.of(all.get(0).bytes(back.text())));
        } catch (Malformed malformed) {
            throw unreadable(malformed);
        } catch (IOException failed) {
            throw Troubles.of("put the former `" + key + "` back in " + store.file(), failed);
        }
    }

    private static byte[] orNothing(Optional<byte[]> bytes) {
        return bytes.orElseGet(() -> new byte[0]);
    }

    @Override
    public List<Trouble> preflight() {
        List<Trouble> troubles = new ArrayList<>(store.preflight());
        if (troubles.isEmpty()) {
            try {
                format.read(content().text());
            } catch (Malformed malformed) {
                troubles.add(unreadable(malformed));
            } catch (Trouble trouble) {
                troubles.add(trouble);
            }
        }
        return troubles;
    }

    @Override
    public long size() throws Trouble {
        return store.bytes().map(bytes -> bytes.length).orElse(0);
    }

    @Override
    public Fingerprint fingerprint() throws Trouble {
        return ConfigBackup.fingerprint(store.bytes());
    }

    @Override
    public Captured backUp(Path folder, Progress progress) throws Trouble {
        return backup.backUp(folder);
    }

    @Override
    public Fingerprint tryRestore(Path folder, Captured captured, Path scratch, Progress progress) throws Trouble {
        return ConfigBackup.fingerprint(backup.read(folder, captured));
    }

    @Override
    public void restore(Path folder, Captured captured, Progress progress) throws Trouble {
        backup.restore(folder, captured);
    }

    @Override
    public void discardKept() throws Trouble {
        backup.discardKept();
    }
}
