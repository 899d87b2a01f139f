package dev.rung.engine.run;

import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.CodeParts.Key;
import dev.rung.engine.run.SequencedHops.Begun;
import dev.rung.model.plan.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the keys that have to stay to what they were when a hop began, or to what a {@code set} of it has made of them. */
record MustKeep(World world, RunLog log, Stretches stretches) {
    /** How each of them is now. */
    static Map<String, String> note(World world) throws Trouble {
        Map<String, String> looks = new LinkedHashMap<>();
        for (Key key : keys(world)) {
            looks.put(key.part(), world.config(key.config()).look(key.name()).written());
        }
        return looks;
    }

    private static List<Key> keys(World world) {
        List<Key> keys = new ArrayList<>();
        for (Map.Entry<String, Part> part : world.parts().entrySet()) {
            if (part.getValue() instanceof Config config) {
                config.mustKeep().forEach(key -> keys.add(new Key(part.getKey(), key)));
            }
        }
        return keys;
    }

    /** @throws Trouble at the end of a hop, with the name of the key and not with its value */
    void afterHop(Stretch stretch) throws Trouble {
        List<String> hops = new ArrayList<>();
        stretch.hop().map(Item.Hop::id).ifPresent(hop -> {
            hops.add(hop);
            log.hops().after(hop).forEach(inner -> hops.add(inner.id()));
        });
        check(stretch, hops);
    }

    /** @throws Trouble at the end of a way back; what has landed within the hop and stays may have set them */
    void afterWayBack(Stretch goal) throws Trouble {
        List<Begun> later = goal.hop().map(hop -> log.hops().after(hop.id())).orElseGet(log.hops()::all);
        List<Begun> gone = stretches.goingBack(later);
        check(
                goal,
                later.stream().filter(hop -> !gone.contains(hop)).map(Begun::id).toList());
    }

    private void check(Stretch stretch, List<String> hops) throws Trouble {
        for (Key key : keys(world)) {
            String before = stretch.old().get(key.part());
            if (before == null) {
                continue;
            }
            String now = world.config(key.config()).look(key.name()).written();
            Set<String> allowed = new LinkedHashSet<>(Set.of(before));
            hops.forEach(hop -> allowed.addAll(log.changedCode(hop, key.part())));
            if (allowed.stream().noneMatch(look -> Key.sameValue(look, now))) {
                throw changed(key, now);
            }
        }
    }

    private static Trouble changed(Key key, String now) {
        boolean gone = Key.sameValue(Config.Look.ABSENT.written(), now);
        return new Trouble(
                "the key `" + key.name() + "` of `" + key.config() + "` "
                        + (gone ? "is not there any more" : "has another value than before the hop")
                        + ", and `must-keep` says that it stays",
                "look who writes that file; a `set` may change the key where that is meant");
    }
}
