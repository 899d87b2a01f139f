package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * How it comes to a gap, in the order of time, as briefly as it can be told.
 *
 * @param step where it breaks
 * @param hops in which it does, in the words of a plan: {@code 1.8.2 → 1.9.4}; none if it is outside of them
 * @param moments the statements that matter, the one where it breaks among them
 * @param left the parts that are not as they were then, each in a clause without its full stop
 * @param morning what somebody finds who comes afterwards: one sentence without a full stop; empty if that is said already
 */
public record Trace(Item.Step step, List<String> hops, List<Moment> moments, List<String> left, String morning) {
    /** As much of a statement as makes it known again. */
    private static final int LONGEST = 60;

    public Trace {
        hops = List.copyOf(hops);
        moments = List.copyOf(moments);
        left = List.copyOf(left);
    }

    /** @param what matters about this statement here, without a full stop; empty if it speaks for itself */
    public record Moment(Item.Step step, String what) {}

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!hops.isEmpty()) {
            int more = hops.size() - 1;
            notes.add("in the hop " + hops.getFirst() + (more == 0 ? "" : ", and in " + more + " more like it"));
        }
        for (Moment moment : moments) {
            notes.add("line " + line(moment.step()) + " " + source(moment.step())
                    + (moment.what().isEmpty() ? "" : ": " + moment.what()));
        }
        if (!left.isEmpty()) {
            notes.add("then " + String.join("; ", left));
        }
        if (!morning.isEmpty()) {
            notes.add("in the morning: " + morning);
        }
        return notes;
    }

    static int line(Item.Step step) {
        return step.at().start().line();
    }

    static int offset(Item.Step step) {
        return step.at().span().start();
    }

    /** A statement as the file writes it, in one line. */
    static String source(Item.Step step) {
        String written = step.at().text().strip().replaceAll("\\s+", " ");
        String whole = written.isEmpty() ? step.text() : written;
        return "`"
                + (whole.length() <= LONGEST
                        ? whole
                        : whole.substring(0, LONGEST - 1).stripTrailing() + "…") + "`";
    }

    /** {@code `start server` (line 22)} */
    static String named(Item.Step step) {
        return source(step) + " (line " + line(step) + ")";
    }
}
