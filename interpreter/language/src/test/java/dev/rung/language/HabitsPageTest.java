package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The page on habits from elsewhere is its own test: each line of its tables is written into a file that has nothing
 * wrong with it, gives one message, and either an edit that mends it or advice. A line of which only the first column is
 * there gets the others written, and fails once.
 */
class HabitsPageTest {
    private static final Path PAGE = Pages.reference().resolve("habits.md");

    /** @param place the heading that it stands under @param number of its line in the page, from 0 */
    private record Row(String place, int number, List<String> cells) {
        String written() {
            return code(cells.getFirst());
        }

        private static String code(String cell) {
            return cell.substring(1, cell.length() - 1);
        }

        boolean isComplete() {
            return cells.size() == 3;
        }
    }

    private static SourceFile file(String place, String line) {
        return switch (place) {
            case "In a phase" -> Runbooks.app("phase \"p\" {\n" + line + "\nsay \"after\"\n}\n");
            case "In a hop" ->
                Runbooks.app("phase \"p\" {\nstep-through app to target {\n" + line + "\nsay \"after\"\n}\n}\n");
            case "In a system" -> Runbooks.app(line, "");
            case "At the top of a file" -> Runbooks.app(line + "\nphase \"after\" { }\n");
            case "In a release file" ->
                new SourceFile("app.releases", "releases \"App\"\n" + line + "\npath { direct }\n");
            default -> throw new AssertionError("no place: " + place);
        };
    }

    private static List<Diagnostic> findings(SourceFile file) {
        return file.name().endsWith(".releases")
                ? Runbooks.toolchain().lint(file)
                : Runbooks.check(file).diagnostics();
    }

    @TestFactory
    Stream<DynamicTest> everyLineHolds() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        List<Row> rows = rows(lines);
        assertThat(rows).hasSizeGreaterThan(100);
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.written(), () -> holds(row)));
    }

    private static void holds(Row row) throws IOException {
        SourceFile file = file(row.place(), row.written());
        List<Diagnostic> findings = findings(file);
        assertThat(findings).as("one mistake, one message").hasSize(1);
        Diagnostic finding = findings.getFirst();
        String told = "[" + finding.name() + "] " + finding.summary();
        String remedy = finding.edit()
                .map(edit -> "`" + mended(file, row, edit.at().span(), edit.replacement()) + "`")
                .orElse(finding.help());
        if (!row.isComplete()) {
            String cells = Stream.of(row.cells().getFirst(), told, remedy)
                    .map(cell -> cell.replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |"));
            throw Pages.completed(PAGE, Map.of(row.number(), List.of(cells)));
        }
        assertThat(told).isEqualTo(row.cells().get(1));
        assertThat(remedy).isEqualTo(row.cells().get(2));
        assertThat(finding.help()).isNotBlank();
        if (finding.edit().isPresent()) {
            String right = Row.code(remedy);
            assertThat(findings(file(row.place(), right)))
                    .as("nothing wrong with " + right)
                    .isEmpty();
        }
    }

    private static String mended(SourceFile file, Row row, Span at, String replacement) {
        String before = file.text().substring(0, at.start());
        String all = before + replacement + file.text().substring(at.end());
        int start = file.text().indexOf(row.written());
        return all.substring(
                start,
                all.length() - (file.text().length() - start - row.written().length()));
    }

    private static List<Row> rows(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        String place = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                place = line.substring(3);
            } else if (line.startsWith("| `")) {
                List<String> cells = Stream.of(line.split("(?<!\\\\)\\|"))
                        .map(cell -> cell.strip().replace("\\|", "|"))
                        .filter(cell -> !cell.isEmpty())
                        .toList();
                rows.add(new Row(place, i, cells));
            }
        }
        return rows;
    }
}
