package dev.rung.language.lower;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.NoteInvariants;
import dev.rung.model.plan.Installation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells where in a body invariants are noted: before the first stop or change, wherever that stands, since there the
 * application still answers.
 */
final class Noting {
    private final Installation installation;
    /** What climbs here. */
    private final Optional<String> climbing;
    /** The systems whose invariants are noted by now, whichever branch was taken. */
    private final Set<String> noted = new LinkedHashSet<>();

    private boolean stopped;
    private boolean started;

    private Noting(Installation installation, Optional<String> climbing) {
        this.installation = installation;
        this.climbing = climbing;
    }

    /** @param climbing the system whose hop the body is of, if it is of one */
    static Noting in(Installation installation, Optional<String> climbing) {
        return new Noting(installation, climbing);
    }

    /** In what takes something back: that is compared with what was noted before it was done. */
    static Noting nowhere(Installation installation) {
        Noting noting = new Noting(installation, Optional.empty());
        installation.systems().forEach(system -> noting.noted.add(system.name()));
        return noting;
    }

    /** What stands in front of a stop of these services. */
    List<Effect> beforeStop(Set<String> services) {
        stopped = true;
        return of(services);
    }

    /** What stands in front of a change of these parts. Where nothing was stopped, what uses them counts as started with it. */
    List<Effect> beforeChange(Set<String> parts) {
        started |= !stopped;
        return of(parts);
    }

    private List<Effect> of(Set<String> parts) {
        Set<String> systems = new LinkedHashSet<>();
        climbing.ifPresent(systems::add);
        parts.forEach(part -> systems.add(installation.part(part).system()));
        List<Effect> effects = new ArrayList<>();
        for (String system : systems) {
            if (noted.add(system) && !installation.system(system).invariants().isEmpty()) {
                effects.add(new NoteInvariants(system));
            }
        }
        return effects;
    }

    void started() {
        started = true;
    }

    /** Whether something may have been started by now, or changed while it was up. */
    boolean isStarted() {
        return started;
    }

    Noting copy() {
        Noting copy = new Noting(installation, climbing);
        copy.noted.addAll(noted);
        copy.stopped = stopped;
        copy.started = started;
        return copy;
    }

    /** Back to what was. */
    void become(Noting other) {
        noted.clear();
        noted.addAll(other.noted);
        stopped = other.stopped;
        started = other.started;
    }

    /** From here on either branch may have been taken. */
    void join(Noting other) {
        noted.retainAll(other.noted);
        stopped |= other.stopped;
        started |= other.started;
    }
}
