package dev.rung.model.prove;

import dev.rung.model.state.State;
import dev.rung.model.wayback.Route;

/**
 * What an effect may leave, done, failed or cut off, and the way back from there.
 *
 * @param left as somebody has to believe it who looks afterwards
 * @param toEarlierStart whether it leads to the start of an earlier hop, or of the run, since none leads to this one's
 */
public record Cut(State left, Route back, boolean toEarlierStart) {}
