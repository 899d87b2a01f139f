package dev.rung.engine.run;

import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.CodeParts.Key;
import dev.rung.engine.run.SequencedHops.Begun;
import dev.rung.model.plan.Item;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Holds the keys that have to stay to what they were when a hop began, or to what a {@code set} of it has made of them. */
record MustKeep(World world, RunLog log, Stretches stretches) {
    /** How each of them is now; its bytes are kept, whoever changes them. */
    static Map<String, String> note(World world) throws Trouble {
        Map<String, String> looks = new LinkedHashMap<>();
        for (Key key : keys(world)) {
            Config config = world.config(key.config());
            config.keep(key.name());
            looks.put(key.part(), config.look(key.name()).written());
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

    /** @throws Trouble at the end of a way back */
    void afterWayBack(Stretch goal) throws Trouble {
        check(goal, staying(goal));
    }

    /**
     * On a way back, before anything is started from them: what somebody else has made of them is put right. Once more is
     * harmless.
     */
    void bringBack(Stretch goal, int number, State believed, Consumer<Event> events) throws Trouble {
        for (Map.Entry<Key, String> one : wrong(goal, staying(goal)).entrySet()) {
            Key key = one.getKey();
            String words = "put the former `" + key.part() + "` back, which must stay";
            events.accept(new Event.WayBackStep(words));
            log.append(new Entry.Intended(RunLog.WAY_BACK, number, words, believed));
            world.config(key.config()).putBack(key.name(), Config.Look.of(one.getValue()));
            log.append(new Entry.Done(RunLog.WAY_BACK, number, true, words, "", 0, believed));
        }
    }

    /** What has landed within a hop and stays may have set them. */
    private List<String> staying(Stretch goal) {
        List<Begun> later = goal.hop().map(hop -> log.hops().after(hop.id())).orElseGet(log.hops()::all);
        List<Begun> gone = stretches.goingBack(later);
        return later.stream().filter(hop -> !gone.contains(hop)).map(Begun::id).toList();
    }

    private void check(Stretch stretch, List<String> hops) throws Trouble {
        Map<Key, String> wrong = wrong(stretch, hops);
        if (!wrong.isEmpty()) {
            Key key = wrong.keySet().iterator().next();
            throw changed(key, look(key));
        }
    }

    private String look(Key key) throws Trouble {
        return world.config(key.config()).look(key.name()).written();
    }

    /** The keys that are not as they may be, each with the look that it should have. */
    private Map<Key, String> wrong(Stretch stretch, List<String> hops) throws Trouble {
        Map<Key, String> wrong = new LinkedHashMap<>();
        for (Key key : keys(world)) {
            Optional<String> before = Optional.ofNullable(stretch.old().get(key.part()));
            if (before.isPresent()) {
                List<String> allowed = new ArrayList<>(List.of(before.get()));
                hops.forEach(hop -> allowed.addAll(log.changedCode(hop, key.part())));
                String now = look(key);
                if (allowed.stream().noneMatch(look -> Key.sameValue(look, now))) {
                    wrong.put(key, allowed.getLast());
                }
            }
        }
        return wrong;
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
