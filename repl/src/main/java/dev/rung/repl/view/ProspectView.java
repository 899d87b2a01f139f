package dev.rung.repl.view;

import dev.rung.engine.run.Moments;
import dev.rung.engine.run.Prospect;
import dev.rung.engine.run.Recorded;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/** Shows a way back before it is taken: what it does, what comes back from which backup, and what is lost. */
public final class ProspectView {
    private static final int NAMES = 12;

    private final PrintStream to;
    private final Console.Drawing drawing;
    private final ZoneId zone;

    /** @param zone of the times that are shown */
    public ProspectView(PrintStream to, Console.Drawing drawing, ZoneId zone) {
        this.to = to;
        this.drawing = drawing;
        this.zone = zone;
    }

    /** With what is known of the run, for who has just named it. */
    public void show(Recorded run, Prospect prospect) {
        String how = run.ending()
                .map(ended -> ended.words() + ", " + Moments.shown(ended.at(), zone))
                .orElse("interrupted");
        to.println(drawing.theme().paint(Role.TITLE, fit(run.title() + " · " + run.run())));
        detail("the run", run.system() + " " + run.from() + " → " + run.to() + ": " + how);
        show(prospect);
    }

    public void show(Prospect prospect) {
        List<String> steps = Words.of(prospect.route());
        detail("back to", prospect.to());
        detail("by", steps.isEmpty() ? "nothing: everything is as it was" : String.join(", ", steps));
        prospect.restored().forEach(restored -> detail("restored", restored.words(zone)));
        detail("lost", prospect.lost(zone));
        to.flush();
    }

    private void detail(String name, String words) {
        String beginning = "  " + Cells.padded(name, NAMES);
        Wrapped.hanging(beginning, fit(words), drawing.columns().getAsInt()).forEach(to::println);
    }

    private String fit(String text) {
        return drawing.glyphs().fit(text);
    }
}
