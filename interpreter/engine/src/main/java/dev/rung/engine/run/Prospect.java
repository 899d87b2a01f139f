package dev.rung.engine.run;

import dev.rung.model.plan.Item;
import dev.rung.model.wayback.Route;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A way back that lies ahead: where it leads, what it does as things are now, and what it costs.
 *
 * @param hop whose start it leads to; empty if no hop has begun
 * @param to the version there
 * @param restored what comes back from backups
 * @param landed when the hop landed, since when users may have written; empty if it has not
 * @param notNamed why the named rollback that was asked for is not taken; empty if it is, or none was asked for
 */
public record Prospect(
        Optional<Item.Hop> hop,
        String to,
        Route route,
        List<Restoration> restored,
        Optional<Instant> landed,
        Optional<String> notNamed) {
    public Prospect {
        restored = List.copyOf(restored);
    }

    /** What comes back although something was written since that is gone with it. */
    public List<Restoration> losing() {
        return restored.stream()
                .filter(restoration -> landed.isPresent() || restoration.behind())
                .toList();
    }

    /** What will be gone, as far as anybody can know: one sentence without a full stop. */
    public String lost(ZoneId zone) {
        if (restored.isEmpty()) {
            return "nothing: no data come back from a backup";
        }
        String written = Restoration.written(restored, zone);
        if (landed.isPresent()) {
            return written + "; the hop from " + to + " landed at " + Moments.shown(landed.get(), zone);
        }
        boolean byNewerAlone = restored.stream().noneMatch(Restoration::behind);
        return written + (byNewerAlone ? "; only a release whose hop has not landed can have written since" : "");
    }
}
