package dev.rung.repl.work;

import dev.rung.engine.run.Event;
import dev.rung.engine.run.Restoration;
import dev.rung.engine.run.Session;
import dev.rung.model.expression.Durations;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what is worth saying once more at the end of a run: how long it took, and what lies where now. */
public final class Summary implements Consumer<Event> {
    private final ZoneId zone;
    private final List<String> places = new ArrayList<>();
    private boolean takenUp;
    private String journal = "";
    private String times = "";

    /** @param zone of the times that are said */
    public Summary(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.RunBegan began -> journal = began.journal();
            case Event.RunResumed resumed -> {
                takenUp = true;
                journal = resumed.journal();
            }
            case Event.RunEnded ended -> times = times(ended.took(), ended.downtime());
            default -> {}
        }
    }

    /** The clock of a run that was interrupted has stood still; only what came after is known to the second. */
    private String times(Duration took, Duration downtime) {
        if (takenUp) {
            return "took " + Durations.shown(took) + " since it was taken up again";
        }
        String down = downtime.isZero() ? "" : ", of which " + Durations.shown(downtime) + " without the service";
        return "took " + Durations.shown(took) + down;
    }

    /** Takes in what the session's journal says, also of the time before an interruption. */
    public void take(Session session) {
        places.clear();
        List<Restoration> restored = session.restored();
        restored.forEach(one -> places.add("restored: " + one.words(zone)));
        session.backups().stream()
                .filter(backup ->
                        restored.stream().noneMatch(one -> one.backup().equals(backup)))
                .forEach(backup -> places.add("backup: " + backup));
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!times.isEmpty()) {
            lines.add(times);
        }
        lines.addAll(places);
        if (!journal.isEmpty()) {
            lines.add("journal: " + journal);
        }
        return lines;
    }
}
