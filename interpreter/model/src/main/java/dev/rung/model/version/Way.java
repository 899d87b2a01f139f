package dev.rung.model.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to a target, hop by hop. Where the ways from several releases meet, they go on as one: what follows there is the
 * same object, so that whoever looks at all of them looks at each piece once.
 */
public final class Way {
    private final Leg leg;
    private final Optional<Way> then;
    private final Version end;

    Way(Leg leg, Optional<Way> then) {
        this.leg = leg;
        this.then = then;
        this.end = then.map(Way::end).orElse(leg.to().version());
    }

    /** Its first hop. */
    public Leg leg() {
        return leg;
    }

    /** What follows; empty if the first hop arrives. */
    public Optional<Way> then() {
        return then;
    }

    /** Where it ends. */
    public Version end() {
        return end;
    }

    /** All of its hops. */
    public List<Leg> legs() {
        List<Leg> legs = new ArrayList<>();
        for (Optional<Way> way = Optional.of(this); way.isPresent(); way = way.get().then) {
            legs.add(way.get().leg);
        }
        return legs;
    }
}
