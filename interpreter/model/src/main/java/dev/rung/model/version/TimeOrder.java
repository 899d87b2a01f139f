package dev.rung.model.version;

import dev.rung.model.version.ReleaseGraph.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether hops go back in time, where a release file asks that they never do. @param accepted names of refusals */
record TimeOrder(boolean counts, Set<String> accepted) {
    TimeOrder {
        accepted = Set.copyOf(accepted);
    }

    /** Whether a hop is refused for it. */
    boolean goesBack(Stop from, Stop to) {
        return !accepted.contains(ReleasePath.backInTimeWaiver(to.version())) && isBack(from, to);
    }

    /** The names by which a hop was accepted that would have been refused, for whatever reason. */
    List<String> waived(Stop from, Stop to, Candidates candidates) {
        List<String> names =
                new ArrayList<>(to.release().map(candidates::waived).orElse(List.of()));
        if (isBack(from, to)) {
            names.add(ReleasePath.backInTimeWaiver(to.version()));
        }
        return names;
    }

    private boolean isBack(Stop from, Stop to) {
        Optional<LocalDate> before = from.release().flatMap(Release::released);
        Optional<LocalDate> after = to.release().flatMap(Release::released);
        return counts && before.isPresent() && after.isPresent() && after.get().isBefore(before.get());
    }
}
