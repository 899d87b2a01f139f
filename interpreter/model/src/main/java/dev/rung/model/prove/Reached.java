package dev.rung.model.prove;

import dev.rung.model.state.State;
import java.util.Set;

/**
 * What may be believed where a walk has come to.
 *
 * @param smooth as long as nothing has happened
 * @param others after a resume, or a failure that was passed over
 */
record Reached(Set<State> smooth, Set<State> others) {}
