package dev.rung.language.releases;

import dev.rung.language.releases.FormFinding.NotADate;
import dev.rung.language.releases.FormFinding.NotADuration;
import dev.rung.language.releases.FormFinding.NotAVersion;
import dev.rung.language.syntax.Written;
import dev.rung.language.syntax.Written.Form;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.expression.Durations;
import dev.rung.model.text.Location;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Spelling.Spelled;
import dev.rung.model.version.Version;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Judges whether what was written is the number that its place asks for. */
final class Numbers {
    private final Findings findings;
    private final List<Spelling> spellings;

    Numbers(Findings findings, List<Spelling> spellings) {
        this.findings = findings;
        this.spellings = List.copyOf(spellings);
    }

    /** The same without findings, for what was judged before. */
    Numbers silent() {
        return new Numbers(findings.aside(), spellings);
    }

    /** A number of the product itself, by its spelling. */
    Optional<Spelled> product(Written written) {
        Optional<Spelled> spelled = fits(written) ? Spelling.read(spellings, written.text()) : Optional.empty();
        if (spelled.isEmpty()) {
            findings.add(notAVersion(written));
        }
        return spelled;
    }

    /** A number of something else: a runtime, a database. */
    Optional<Version> foreign(Written written) {
        Optional<Version> version = fits(written) ? Version.parse(written.text()) : Optional.empty();
        if (version.isEmpty()) {
            findings.add(notAVersion(written));
        }
        return version;
    }

    private static boolean fits(Written written) {
        return switch (written.form()) {
            case VERSION, WHOLE, TEXT -> true;
            case MEASURE, PREFIXED, DATE -> false;
        };
    }

    private NotAVersion notAVersion(Written written) {
        Location at = findings.at(written.span());
        if (written.form() == Form.PREFIXED) {
            String bare = written.text().substring(1);
            return new NotAVersion(
                    at,
                    written.text(),
                    "a version begins with a digit: write `" + bare + "`, or `\"" + written.text() + "\"`",
                    Version.parse(bare).map(version -> new Edit(at, bare)));
        }
        if (written.form() == Form.TEXT) {
            return new NotAVersion(
                    at, written.text(), "a `spelling` can make one of it: `spelling '…' as '…'`", Optional.empty());
        }
        String quoted = '"' + written.text() + '"';
        boolean readable = Spelling.read(spellings, written.text()).isPresent();
        return new NotAVersion(
                at,
                written.text(),
                "a version of another form stands in quotes: `" + quoted + "`",
                readable ? Optional.of(new Edit(at, quoted)) : Optional.empty());
    }

    Optional<LocalDate> date(Written written) {
        try {
            if (written.form() == Form.DATE) {
                return Optional.of(day(written.text()));
            }
        } catch (DateTimeException noSuchDay) {
            // reported like any other form that is no date
        }
        findings.add(new NotADate(findings.at(written.span()), written.text()));
        return Optional.empty();
    }

    /** Of the form that the grammar knows; getting the JDK's formatter ready takes longer than reading a short file. */
    private static LocalDate day(String text) {
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = Integer.parseInt(text, 5, 7, 10);
        return LocalDate.of(year, month, Integer.parseInt(text, 8, 10, 10));
    }

    Optional<Duration> duration(Written written) {
        Optional<Duration> duration =
                written.form() == Form.MEASURE ? Durations.parse(written.text()) : Optional.empty();
        if (duration.isEmpty()) {
            String help = written.form() == Form.WHOLE
                    ? "it needs a unit: `" + written.text() + "d` for days"
                    : "write whole numbers with units, like `7d` or `36h`";
            findings.add(new NotADuration(findings.at(written.span()), written.text(), help));
        }
        return duration;
    }
}
