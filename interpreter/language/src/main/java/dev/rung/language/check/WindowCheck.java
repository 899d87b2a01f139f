package dev.rung.language.check;

import dev.rung.language.check.PlaceFinding.EmptyWindow;
import dev.rung.language.check.PlaceFinding.NoMoment;
import dev.rung.language.check.PlaceFinding.UnknownZone;
import dev.rung.language.check.SystemFinding.SaidTwice;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.plan.Window;
import dev.rung.model.text.Nearest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Judges when a system may be down. */
final class WindowCheck {
    private final Findings findings;

    WindowCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Declaration.Window> windows) {
        for (Declaration.Window window : windows) {
            findings.use(new CheckedRunbook.Use.Form(findings.at(window.span().first("window".length())), "window"));
            if (!window.equals(windows.getFirst())) {
                findings.add(new SaidTwice(
                        findings.at(window.span().first("window".length())),
                        "window",
                        findings.at(windows.getFirst().span())));
            }
            Optional<Window.Moment> opens = moment(window.opens());
            Optional<Window.Moment> closes = moment(window.closes());
            if (opens.isPresent() && opens.equals(closes)) {
                findings.add(new EmptyWindow(findings.at(window.closes().span())));
            }
            zone(window.zone());
        }
    }

    /** {@code Sat 22:00} */
    private Optional<Window.Moment> moment(ExpressionNode.Text text) {
        Optional<Window.Moment> moment = text.fixed().flatMap(Window.Moment::parse);
        text.fixed().filter(written -> moment.isEmpty()).ifPresent(written -> tell(text, written.strip()));
        return moment;
    }

    private void tell(ExpressionNode.Text text, String written) {
        List<String> days = Window.Moment.days();
        String first = written.split("\\s+")[0];
        boolean day = days.contains(first);
        String rest = written.substring(first.length()).strip();
        findings.add(
                day
                        ? new NoMoment(findings.at(text.span()), rest, "time", Optional.empty())
                        : new NoMoment(findings.at(text.span()), first, "day", near(first, days)));
    }

    /** Whoever writes the whole name of a day means that day. */
    private static Optional<String> near(String written, List<String> days) {
        return days.stream()
                .filter(day -> written.regionMatches(true, 0, day, 0, day.length()))
                .findFirst()
                .or(() -> Nearest.to(written, days));
    }

    private void zone(ExpressionNode.Text text) {
        text.fixed()
                .filter(zone ->
                        !zone.isEmpty() || findings.at(text.span()).text().matches("[\"'].*"))
                .filter(zone -> Window.zone(zone).isEmpty())
                .ifPresent(zone -> findings.add(new UnknownZone(
                        findings.at(text.span()),
                        zone,
                        Nearest.to(
                                zone,
                                ZoneId.getAvailableZoneIds().stream().sorted().toList()))));
    }
}
