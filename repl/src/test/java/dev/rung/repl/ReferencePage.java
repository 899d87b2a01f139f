package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.ProofPage.Block;
import dev.rung.repl.SampleRunbook.Fence;
import dev.rung.repl.SampleRunbook.Made;
import dev.rung.repl.view.Console.Drawing;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Glyphs;
import dev.rung.repl.view.Theme;
import dev.rung.repl.work.NotBuiltYet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A page of the reference whose examples stand in one runbook. Behind an example stands any number of {@code plan},
 * {@code proof}, {@code diagnostics} or {@code lint}, each with what is to come of it; where none stands, or an empty one, it is written,
 * and fails once. With {@code -Dpages.anew=true} what is said otherwise by now is written as well.
 */
final class ReferencePage {
    static final String NOT_BUILT = "This Rung checks and proves it, and does not carry it out yet.";
    private static final String SIGNATURE = "signature ";
    private static final List<String> EXPECTATIONS = List.of("plan", "proof", "diagnostics", "lint", "lint all");

    private final ProofPage page;
    private final Typed typed;
    private final TreeMap<Integer, Written> missing = new TreeMap<>();
    private SampleRunbook sample;
    private Example example;
    private int mistakes;
    private int examples;
    private boolean usesWhatIsNotBuilt;

    private ReferencePage(ProofPage page, SampleRunbook sample, Typed typed) {
        this.page = page;
        this.sample = sample;
        this.typed = typed;
    }

    /** @param lines which of the runbook are the example @param made what the front end makes of it */
    private record Example(Fence fence, SampleRunbook runbook, String text, Made made) {
        boolean holds(int line) {
            int first = 1
                    + (int) runbook.text()
                            .substring(0, runbook.text().indexOf(indented()))
                            .lines()
                            .count();
            return line >= first && line < first + text.lines().count();
        }

        private String indented() {
            return switch (fence) {
                case PHASE, SYSTEM -> text.indent(2);
                case HOP -> text.indent(4);
                case RUNBOOK, TOP, OTHER -> text;
            };
        }
    }

    /** What takes the place of some lines. @param end the number of the first line behind them */
    private record Written(int end, List<String> lines) {}

    /**
     * What a page was found to have.
     *
     * @param needsMore whether an example uses what this Rung does not carry out
     * @param saysSo whether the page says that
     */
    record Held(int examples, int mistakes, boolean needsMore, boolean saysSo) {}

    /** @param typed a folder of its own, for what is proved */
    static Held hold(ProofPage page, SampleRunbook sample, Typed typed) throws IOException {
        ReferencePage held = new ReferencePage(page, sample, typed);
        held.blocks();
        held.complete();
        return new Held(
                held.examples,
                held.mistakes,
                held.usesWhatIsNotBuilt,
                page.lines().contains(NOT_BUILT));
    }

    private void blocks() {
        List<Block> blocks = page.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String info = block.info();
            Fence fence = Fence.of(info);
            if (EXPECTATIONS.contains(info)) {
                expected(block);
            } else if (fence != Fence.OTHER) {
                begin(fence, block);
                boolean isAsked = i + 1 < blocks.size()
                        && EXPECTATIONS.contains(blocks.get(i + 1).info());
                if (!isAsked) {
                    String asked = block.section().equals("Mistakes") ? "diagnostics" : "plan";
                    write(block.end(), block.end() + 1, List.of("```", "", "```" + asked, said(asked) + "```"));
                }
            } else if (info.startsWith(SIGNATURE)) {
                compare(block, SignatureText.of(info.substring(SIGNATURE.length())));
            } else if (info.startsWith("releases ") || info.startsWith("file ")) {
                sample = sample.with(info.substring(info.indexOf(' ') + 1), block.text());
            }
        }
    }

    private void begin(Fence fence, Block block) {
        SampleRunbook with = sample.with(fence, block.text()).orElseThrow();
        example = new Example(fence, with, block.text(), with.made());
        boolean isMistake = block.section().equals("Mistakes");
        mistakes += isMistake ? 1 : 0;
        examples += isMistake ? 0 : 1;
        usesWhatIsNotBuilt |= !isMistake
                && fence != Fence.RUNBOOK
                && NotBuiltYet.lines(example.made().uses()).stream().anyMatch(example::holds);
    }

    private void expected(Block block) {
        String said = said(block.info());
        if (block.section().equals("Mistakes") && block.info().equals("diagnostics")) {
            assertThat(said)
                    .as("what is said of the mistake: %s, line %d", page.path().normalize(), block.line())
                    .isNotEmpty();
        }
        compare(block, said);
    }

    private void compare(Block block, String said) {
        boolean isNew = block.text().isEmpty() && !said.isEmpty();
        if (isNew || !said.equals(block.text()) && Boolean.getBoolean("pages.anew")) {
            write(block.line(), block.end() + 1, List.of(said + "```"));
        } else {
            assertThat(said)
                    .as("%s, line %d", page.path().normalize(), block.line())
                    .isEqualTo(block.text());
        }
    }

    private String said(String asked) {
        return switch (asked) {
            case "diagnostics" -> shown(example.made());
            case "proof" -> {
                example.runbook().files().forEach(typed::file);
                yield ProofPage.prove(typed, example.runbook().text()).words();
            }
            case "lint", "lint all" -> {
                SampleRunbook runbook = example.runbook();
                runbook.files().forEach(typed::file);
                typed.file(SampleRunbook.FILE, runbook.text())
                        .rung("lint", asked.equals("lint") ? SampleRunbook.FILE : ".");
                yield (typed.out() + typed.err()).stripTrailing() + "\n";
            }
            default -> {
                assertThat(example.made().findings())
                        .as("%s: %s", page.path().normalize(), shown(example.made()))
                        .isEmpty();
                Optional<String> part = example.made()
                        .plan()
                        .map(plan -> PlannedSteps.of(
                                plan, at -> example.holds(at.start().line())));
                yield part.filter(words -> !words.isEmpty())
                        .or(() -> example.made().plan().map(plan -> PlannedSteps.of(plan, at -> true)))
                        .orElseThrow();
            }
        };
    }

    private static String shown(Made made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Drawing drawing = new Drawing(false, new Theme(false), Glyphs.UNICODE, () -> 0);
        new DiagnosticView(new PrintStream(bytes, false, StandardCharsets.UTF_8), drawing).show(made.findings());
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.isEmpty() ? text : text.stripTrailing() + "\n";
    }

    private void write(int from, int end, List<String> lines) {
        missing.put(from, new Written(end, lines));
    }

    private void complete() throws IOException {
        if (!missing.isEmpty()) {
            List<String> completed = new ArrayList<>(page.lines());
            missing.descendingMap().forEach((from, written) -> {
                completed.subList(from, written.end()).clear();
                completed.addAll(from, written.lines());
            });
            Files.write(page.path(), completed);
            throw new AssertionError(
                    "what was missing is written into " + page.path().normalize() + "; look whether it is right");
        }
    }
}
