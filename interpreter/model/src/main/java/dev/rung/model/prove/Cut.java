package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Restore;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.State;
import dev.rung.model.wayback.Route;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an effect may leave, done, failed or cut off, and the way back from there.
 *
 * @param left as somebody has to believe it who looks afterwards
 * @param toEarlierStart whether it leads to the start of an earlier hop, or of the run, since none leads to this one's
 */
public record Cut(State left, Route back, boolean toEarlierStart) {
    /** The data of which the way back loses what users have written through the old release since the backup. */
    public Set<String> loses() {
        Set<String> lost = new TreeSet<>();
        if (back instanceof Route.Back(List<Effect> effects)) {
            for (Effect effect : effects) {
                if (effect instanceof Restore(Set<String> data, String id)) {
                    left.set(id).map(BackupSet::writtenSince).stream()
                            .flatMap(Set::stream)
                            .filter(data::contains)
                            .forEach(lost::add);
                }
            }
        }
        return lost;
    }
}
