package dev.rung.repl.view;

import dev.rung.engine.history.RunSummary;
import dev.rung.engine.history.WorkTime;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        int name = widest(runs.stream().map(RunSummary::run));
        int versions = widest(runs.stream().map(this::versions));
        int times = widest(runs.stream().map(this::times));
        for (RunSummary run : runs) {
            to.println(String.join(
                    "  ",
                    paint(Role.TITLE, Cells.padded(run.run(), name)),
                    Cells.padded(times(run), times),
                    Cells.padded(versions(run), versions),
                    paint(role(run.ended()), ended(run.ended())) + " after " + worked(run.worked(), run.waited())));
        }
        to.flush();
    }

    /** What nobody worked in is told where it matters to how long the run took. */
    private static String worked(Duration worked, Duration waited) {
        return Durations.shown(worked)
                + (waited.compareTo(Duration.ofSeconds(1)) < 0
                        ? ""
                        : ", and " + Durations.shown(waited) + " of waiting");
    }

    private static int widest(Stream<String> texts) {
        return texts.mapToInt(Cells::of).max().orElse(0);
    }

    /** From its beginning to its newest line; the day only where it is another one. */
    private String times(RunSummary run) {
        String day = "yyyy-MM-dd ";
        Instant end = run.newest();
        boolean sameDay = time(day, end).equals(time(day, run.began()));
        return fit(time(day + "HH:mm:ss", run.began()) + " – " + time((sameDay ? "" : day) + "HH:mm:ss", end));
    }

    private String versions(RunSummary run) {
        return fit(run.system() + " " + run.from() + " → " + run.to());
    }

    private static Role role(String ended) {
        return switch (ended) {
            case "upgraded" -> Role.GOOD;
            case "needs-person", RunSummary.BROKEN -> Role.ERROR;
            default -> Role.WARNING;
        };
    }

    /** {@code rolled-back} as people say it. */
    private static String ended(String kind) {
        return kind.equals(RunSummary.BROKEN) ? "journal broken" : kind.replace('-', ' ');
    }

    /** One run, line by line. */
    public void one(List<Stamped> entries) {
        for (int line = 0; line < entries.size(); line++) {
            String at = paint(Role.QUIET, time("HH:mm:ss", entries.get(line).at()));
            told(entries, line).ifPresent(words -> to.println(at + "  " + words));
        }
        to.flush();
    }

    private Optional<String> told(List<Stamped> entries, int line) {
        Entry entry = entries.get(line).entry();
        return switch (entry) {
            case Entry.Done done ->
                said(done.step() + "  " + done.words()
                        + took(WorkTime.of(entries).worked(line, done)) + note(done.note()));
            case Entry.Ended _ -> line(entry).map(words -> words + "  after " + sofar(entries.subList(0, line + 1)));
            default -> line(entry);
        };
    }

    /** Where a run has come to an end a person wants to know how long it took. */
    private static String sofar(List<Stamped> entries) {
        WorkTime time = WorkTime.of(entries);
        return worked(time.worked(), time.waited());
    }

    private Optional<String> line(Entry entry) {
        return switch (entry) {
            case Entry.RunBegan began ->
                Optional.of(paint(
                                Role.TITLE,
                                began.title() + " · " + began.system() + " " + began.from() + " → " + began.to())
                        + fit("  by " + began.user() + " on " + began.host()
                                + began.premises().accepted().stream()
                                        .sorted()
                                        .map(name -> "  accepted: " + name)
                                        .collect(Collectors.joining())
                                + began.premises()
                                        .maxLoss()
                                        .map(loss -> "  may lose " + Durations.shown(loss))
                                        .orElse("")));
            case Entry.Staged staged ->
                said("fetched " + staged.artifact() + " " + staged.version() + "  sha256 "
                        + staged.digest()
                                .substring(0, Math.min(12, staged.digest().length())) + "…");
            case Entry.HopBegan hop ->
                Optional.of(paint(Role.TITLE, "hop " + hop.system() + " " + hop.from() + " → " + hop.to()));
            case Entry.Downloading _, Entry.Intended _, Entry.MarksRemoved _, Entry.SqlSent _ -> Optional.empty();
            case Entry.Done done ->
                said(done.step() + "  " + done.words() + took(Duration.ofMillis(done.millis())) + note(done.note()));
            case Entry.Failed failed -> Optional.of(paint(Role.BAD, failed.step() + "  failed: " + failed.words()));
            case Entry.Waived waived ->
                Optional.of(paint(Role.WARNING, waived.step() + "  passed over: " + waived.words()));
            case Entry.Skipped skipped ->
                Optional.of(
                        paint(Role.WARNING, skipped.step() + "  skipped by " + skipped.by() + ": " + skipped.reason()));
            case Entry.BackBegan back -> said("taking back " + back.step());
            case Entry.TakenBack back -> Optional.of(paint(Role.WARNING, back.step() + "  taken back, ahead again"));
            case Entry.Edited edited -> Optional.of(paint(Role.WARNING, "what is ahead was changed by " + edited.by()));
            case Entry.Answered answered ->
                said(answered.step() + "  " + answered.name() + ": yes, said " + answered.by());
            case Entry.Acknowledged note ->
                said("notes on " + note.system() + " " + note.release() + " acknowledged by " + note.by() + ", sha256 "
                        + note.sha256().substring(0, 12) + "…");
            case Entry.Decided decided -> said(decided.choice() + "  " + (decided.yes() ? "yes" : "no"));
            case Entry.Kept kept ->
                said(kept.name() + " is " + kept.value().value().shown());
            case Entry.Pruned pruned -> said("removed the backup " + pruned.backup());
            case Entry.Noted noted -> said("invariants of " + noted.system() + " noted: " + noted.invariants());
            case Entry.CodeChanged code -> said(code.artifact() + " changed, sha256 " + code.digest());
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

    private static String took(Duration worked) {
        return worked.toMillis() < 100 ? "" : "  " + Durations.shown(worked);
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
