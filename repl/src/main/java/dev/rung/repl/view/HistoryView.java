package dev.rung.repl.view;

import dev.rung.engine.history.RunSummary;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import dev.rung.model.expression.Durations;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows the runs there were, and what each of them did. Times are those of the zone that is given. */
public final class HistoryView {
    private final PrintStream to;
    private final Console.Drawing drawing;
    private final ZoneId zone;

    public HistoryView(PrintStream to, Console.Drawing drawing, ZoneId zone) {
        this.to = to;
        this.drawing = drawing;
        this.zone = zone;
    }

    public void list(List<RunSummary> runs) {
        int name = runs.stream().mapToInt(run -> Cells.of(run.run())).max().orElse(0);
        int versions =
                runs.stream().mapToInt(run -> Cells.of(versions(run))).max().orElse(0);
        for (RunSummary run : runs) {
            String took = Durations.shown(run.took());
            to.println(paint(Role.TITLE, Cells.padded(run.run(), name)) + "  " + time("yyyy-MM-dd HH:mm", run.began())
                    + "  "
                    + Cells.padded(versions(run), versions) + "  " + paint(role(run.ended()), ended(run.ended()))
                    + " after "
                    + took);
        }
        to.flush();
    }

    private String versions(RunSummary run) {
        return fit(run.system() + " " + run.from() + " → " + run.to());
    }

    private static Role role(String ended) {
        return switch (ended) {
            case "upgraded" -> Role.GOOD;
            case "needs-person" -> Role.ERROR;
            default -> Role.WARNING;
        };
    }

    /** {@code rolled-back} as people say it. */
    private static String ended(String kind) {
        return kind.replace('-', ' ');
    }

    /** One run, line by line. */
    public void one(List<Stamped> entries) {
        entries.forEach(stamped -> line(stamped.entry())
                .ifPresent(words -> to.println(paint(Role.QUIET, time("HH:mm:ss", stamped.at())) + "  " + words)));
        to.flush();
    }

    private Optional<String> line(Entry entry) {
        return switch (entry) {
            case Entry.RunBegan began ->
                Optional.of(paint(
                                Role.TITLE,
                                began.title() + " · " + began.system() + " " + began.from() + " → " + began.to())
                        + fit("  by " + began.user() + " on " + began.host()));
            case Entry.Staged staged ->
                said("fetched " + staged.artifact() + " " + staged.version() + "  sha256 "
                        + staged.digest()
                                .substring(0, Math.min(12, staged.digest().length())) + "…");
            case Entry.HopBegan hop ->
                Optional.of(paint(Role.TITLE, "hop " + hop.system() + " " + hop.from() + " → " + hop.to()));
            case Entry.Intended intended -> Optional.empty();
            case Entry.Done done -> said(done.step() + "  " + done.words() + took(done.millis()) + note(done.note()));
            case Entry.Failed failed -> Optional.of(paint(Role.BAD, failed.step() + "  failed: " + failed.words()));
            case Entry.Waived waived ->
                Optional.of(paint(Role.WARNING, waived.step() + "  passed over: " + waived.words()));
            case Entry.Answered answered ->
                said(answered.step() + "  " + answered.name() + ": yes, said " + answered.by());
            case Entry.Decided decided -> said(decided.choice() + "  " + (decided.yes() ? "yes" : "no"));
            case Entry.Noted noted -> said("invariants of " + noted.system() + " noted: " + noted.invariants());
            case Entry.HopLanded landed -> Optional.of(paint(Role.GOOD, "landed " + landed.hop()));
            case Entry.WayBackBegan back ->
                Optional.of(paint(Role.WARNING, "going back to " + back.to() + ": " + back.reason()));
            case Entry.WayBackEnded back -> Optional.of(paint(Role.GOOD, "back at " + back.to()));
            case Entry.Resumed resumed ->
                said("taken up again (" + resumed.how() + ") by " + resumed.user() + " on " + resumed.host());
            case Entry.Ended ended -> Optional.of(paint(role(ended.kind()), ended.words()));
        };
    }

    private Optional<String> said(String words) {
        return Optional.of(fit(words));
    }

    private static String took(long millis) {
        return millis < 100 ? "" : "  " + Durations.shown(Duration.ofMillis(millis));
    }

    private static String note(String note) {
        return note.isEmpty() ? "" : "  " + note;
    }

    private String time(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(zone).format(at);
    }

    private String fit(String text) {
        return drawing.glyphs().fit(text);
    }

    private String paint(Role role, String text) {
        return drawing.theme().paint(role, fit(text));
    }
}
