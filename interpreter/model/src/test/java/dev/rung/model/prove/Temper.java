package dev.rung.model.prove;

import java.util.Random;

/**
 * What kind of world it is. Each is one that somebody has to live with.
 *
 * @param children how slowly goes on what has outlived who began it: one step in so many moments
 * @param migrations the same for a migration
 * @param frail whether code that migrates may fall over in its middle
 * @param broken whether the new release never gets well
 * @param hasty what speaks too soon, and cannot be helped: another has to be asked as well
 */
record Temper(int children, int migrations, boolean frail, boolean broken, Hasty hasty) {
    enum Hasty {
        NOBODY,
        /** A service says that it is well as soon as it listens. */
        HEALTH,
        /** A service says that it is of the new release as soon as its code is. */
        VERSION
    }

    static Temper of(Random random) {
        return new Temper(
                2 + random.nextInt(3) * 3,
                2 + random.nextInt(2) * 2,
                random.nextInt(4) == 0,
                random.nextInt(10) == 0,
                Hasty.values()[random.nextInt(Hasty.values().length)]);
    }
}
