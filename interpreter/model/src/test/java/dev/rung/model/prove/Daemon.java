package dev.rung.model.prove;

import dev.rung.model.state.Layout;
import java.util.Set;
import java.util.TreeSet;

/** How a service really is. */
final class Daemon {
    static final int DOWN = -2;
    /** Code that is of no release. */
    static final int MIXED = -1;

    final Layout.Service shape;
    /** Something brings it up again when it is down without a mark; a reboot does so for all. */
    final boolean comesUpByItself;

    /** Of which release the code is that runs. */
    int running;

    /** The data that somebody has left to it: whenever it comes up with newer code it takes that up again. */
    final Set<String> leftToIt = new TreeSet<>();

    boolean held;
    /** The data that it is bringing into its own form. */
    final Set<String> migrating = new TreeSet<>();

    /** It was started, and does not answer yet. */
    boolean warming;

    Daemon(Layout.Service shape, boolean comesUpByItself) {
        this.shape = shape;
        this.comesUpByItself = comesUpByItself;
    }

    boolean isMigrating() {
        return !migrating.isEmpty();
    }

    boolean up() {
        return running != DOWN;
    }

    void goDown() {
        running = DOWN;
        migrating.clear();
        warming = false;
    }
}
