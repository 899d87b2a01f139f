package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import dev.rung.model.plan.Item;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Endings and their lines in the journal. */
final class Endings {
    private Endings() {}

    static Entry.Ended entry(Ending ending) {
        return new Entry.Ended(kind(ending), ending.exitCode(), ending.words(), details(ending));
    }

    private static String kind(Ending ending) {
        return switch (ending) {
            case Ending.Upgraded ignored -> "upgraded";
            case Ending.Refused ignored -> "refused";
            case Ending.RolledBack ignored -> "rolled-back";
            case Ending.RolledBackWithLoss ignored -> "rolled-back-with-loss";
            case Ending.StoppedSafe ignored -> "stopped-safe";
            case Ending.NeedsPerson ignored -> "needs-person";
            case Ending.Abandoned ignored -> "abandoned";
        };
    }

    private static List<String> details(Ending ending) {
        return switch (ending) {
            case Ending.Upgraded upgraded -> upgraded.waivers();
            case Ending.Refused refused ->
                refused.reasons().stream().map(Ending.Reason::words).toList();
            case Ending.RolledBack back -> List.of(back.reason());
            case Ending.RolledBackWithLoss back -> List.of(back.reason(), back.lost());
            case Ending.StoppedSafe ignored -> List.of();
            case Ending.Abandoned given -> given.parts();
            case Ending.NeedsPerson person -> {
                List<String> all = new ArrayList<>(person.parts());
                all.addAll(person.left());
                yield all;
            }
        };
    }

    /**
     * How a run ends once everything is as it was at the goal. What a release that never landed has written is no loss:
     * nobody was let in.
     */
    static Ending home(Stretch goal, String reason, Retrospect retrospect, ZoneId zone) {
        boolean hadLanded =
                goal.hop().map(Item.Hop::id).flatMap(retrospect::landed).isPresent();
        List<Restoration> losing = retrospect.restored().stream()
                .filter(restored -> hadLanded || restored.behind())
                .toList();
        return losing.isEmpty()
                ? new Ending.RolledBack(goal.version(), reason)
                : new Ending.RolledBackWithLoss(goal.version(), reason, Restoration.written(losing, zone) + " is lost");
    }

    /** Whether nothing is left to resume, so that the next run may begin. */
    static boolean isFinal(Ending ending) {
        return switch (ending) {
            case Ending.Upgraded ignored -> true;
            case Ending.Refused ignored -> true;
            case Ending.RolledBack ignored -> true;
            case Ending.RolledBackWithLoss ignored -> true;
            case Ending.Abandoned ignored -> true;
            case Ending.StoppedSafe ignored -> false;
            case Ending.NeedsPerson ignored -> false;
        };
    }

    static boolean isFinal(Entry.Ended ended) {
        return !ended.kind().equals("stopped-safe") && !ended.kind().equals("needs-person");
    }
}
