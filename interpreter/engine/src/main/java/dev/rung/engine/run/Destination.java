package dev.rung.engine.run;

import dev.rung.model.version.Version;

/** How far a way back leads. */
public sealed interface Destination {
    /** The start of the hop that is under way; of a run whose hops have all landed, where it began. */
    record Nearest() implements Destination {}

    /** Where the run began, back through the hops that have landed, too. */
    record Start() implements Destination {}

    /** The start of the hop that began at this release. */
    record Release(Version version) implements Destination {}
}
