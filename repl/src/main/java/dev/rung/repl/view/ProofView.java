package dev.rung.repl.view;

import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Cut;
import dev.rung.model.prove.Exposure;
import dev.rung.model.prove.Gap;
import dev.rung.model.prove.Proof;
import dev.rung.model.state.StateInWords;
import dev.rung.model.wayback.Route;
import dev.rung.repl.view.Theme.Role;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a proof: for every statement what a failure may leave of every part, and the way back from there. */
public final class ProofView {
    private final PrintStream to;
    private final Console.Drawing drawing;

    public ProofView(PrintStream to, Console.Drawing drawing) {
        this.to = to;
        this.drawing = drawing;
    }

    public void show(Proof proof) {
        showOutside(proof);
        proof.classes().forEach(this::show);
        proof.deadEnds().forEach(this::deadEnd);
        if (!proof.deadEnds().isEmpty()) {
            to.println();
        }
        line("", summary(proof), proof.holds() ? Role.HELP : Role.ERROR);
        List<String> onWord = onWord(proof);
        if (!onWord.isEmpty()) {
            to.println("Nobody can check, so it rests on somebody's word, that");
            onWord.forEach(words -> line("  - ", words, Role.QUIET));
        }
        to.flush();
    }

    private void show(Proof.HopClass hops) {
        show(hops.system() + ": " + names(hops.hops()), hops.statements(), hops.gap());
    }

    private void show(String title, List<Exposure> statements, Optional<Gap> gap) {
        to.println(drawing.theme().paint(Role.TITLE, fit(title)));
        for (Exposure exposure : statements) {
            to.println("  " + fit(exposure.step().text()));
            ways(exposure.cuts());
        }
        gap.ifPresent(found -> {
            to.println("  " + fit(found.step().text()));
            line("    ", found.summary(), Role.BAD);
        });
        to.println();
    }

    /** What changes nothing is of no interest there. */
    private void showOutside(Proof proof) {
        List<Exposure> changing = proof.outside().stream()
                .filter(exposure -> !exposure.cuts().isEmpty())
                .toList();
        if (!changing.isEmpty() || proof.gapOutside().isPresent()) {
            show("outside of the hops", changing, proof.gapOutside());
        }
    }

    private static String names(List<String> hops) {
        int more = hops.size() - 1;
        return hops.getFirst() + (more == 0 ? "" : ", and " + Words.plural(more, "hop") + " of the same shape");
    }

    /** What leads home by the same way is told together. */
    private void ways(List<Cut> cuts) {
        Map<String, List<String>> byWay = new LinkedHashMap<>();
        for (Cut cut : cuts) {
            String parts = String.join(", ", StateInWords.inShort(cut.left()));
            byWay.computeIfAbsent(way(cut), is -> new ArrayList<>()).add(parts);
        }
        byWay.forEach((way, lefts) -> {
            lefts.stream().distinct().forEach(left -> line("    if cut:   ", left, Role.QUIET));
            line("    way back: ", way, Role.QUIET);
        });
    }

    private static String way(Cut cut) {
        if (cut.back() instanceof Route.Back arrived && arrived.arrived()) {
            return "nothing to do";
        }
        return Words.way(cut);
    }

    private void deadEnd(PossibleRuns.DeadEnd deadEnd) {
        line("", "from " + deadEnd.system() + " " + deadEnd.version() + ": " + deadEnd.why(), Role.WARNING);
    }

    private static String summary(Proof proof) {
        String starts = Words.plural(proof.starts(), "release") + " to begin from, " + Words.plural(proof.hops(), "hop")
                + " of " + Words.plural(proof.classes().size(), "kind");
        int gaps = proof.gaps().size();
        if (gaps == 0 && proof.leadsNowhere()) {
            return starts + ": nothing is proved, since no path leads from any of them to the target";
        }
        String way = isAllTheWay(proof) ? "every statement" : "every statement ahead of a point of no return";
        return gaps == 0
                ? starts + ": proved, " + way + " has a way back, wherever it fails, and so has the way back itself"
                : starts + ": not proved, for " + Words.plural(gaps, "reason");
    }

    /** Whether nothing is said to have no way back. */
    private static boolean isAllTheWay(Proof proof) {
        return statements(proof)
                .flatMap(exposure -> exposure.cuts().stream())
                .noneMatch(cut -> cut.back() instanceof Route.Forward);
    }

    private static List<String> onWord(Proof proof) {
        return statements(proof)
                .flatMap(exposure -> exposure.onWord().stream())
                .distinct()
                .toList();
    }

    private static Stream<Exposure> statements(Proof proof) {
        return Stream.concat(
                proof.outside().stream(), proof.classes().stream().flatMap(hops -> hops.statements().stream()));
    }

    private void line(String beginning, String words, Role role) {
        Wrapped.hanging(beginning, fit(words), drawing.columns().getAsInt())
                .forEach(line -> to.println(drawing.theme().paint(role, line)));
    }

    private String fit(String words) {
        return drawing.glyphs().fit(words);
    }
}
