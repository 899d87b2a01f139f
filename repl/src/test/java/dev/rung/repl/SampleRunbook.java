package dev.rung.repl;

import dev.rung.language.Situation;
import dev.rung.language.Toolchain;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The runbook that the short examples of the reference stand in, and what becomes of it with one of them.
 *
 * @param text the runbook, as it stands in {@code statements/README.md}
 * @param files what it and the examples name
 */
record SampleRunbook(String text, Map<String, String> files) {
    static final String FILE = "ledger.runbook";
    private static final String PHASE = "phase \"Before\" {\n";
    private static final String HOP = "  step-through ledger to target {\n";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** @param plan empty where something is wrong */
    record Made(List<Diagnostic> findings, List<Use> uses, Optional<Plan> plan) {}

    static SampleRunbook of(Path page) throws IOException {
        ProofPage readme = new ProofPage(page, Files.readAllLines(page));
        Map<String, String> files = new HashMap<>();
        String text = "";
        for (ProofPage.Block block : readme.blocks()) {
            if (block.info().equals("runbook")) {
                text = block.text();
            } else if (block.info().startsWith("releases ") || block.info().startsWith("file ")) {
                files.put(block.info().substring(block.info().indexOf(' ') + 1), block.text());
            }
        }
        return new SampleRunbook(text, files);
    }

    SampleRunbook with(String name, String file) {
        Map<String, String> more = new HashMap<>(files);
        more.put(name, file);
        return new SampleRunbook(text, more);
    }

    /** @param fence where the example stands: a whole {@code runbook}, or one of the places in this one */
    Optional<SampleRunbook> with(Fence fence, String example) {
        return switch (fence) {
            case RUNBOOK -> Optional.of(new SampleRunbook(example, files));
            case PHASE -> Optional.of(replaced(PHASE, "\n}\n", example.indent(2)));
            case HOP -> Optional.of(replaced(HOP, "\n  }\n", example.indent(4)));
            case TOP -> Optional.of(inserted(text.indexOf(PHASE), example + "\n"));
            case SYSTEM -> Optional.of(inserted(text.indexOf("\n}\n\n" + PHASE) + 1, "\n" + example.indent(2)));
            case OTHER -> Optional.empty();
        };
    }

    /** Where an example stands. */
    enum Fence {
        RUNBOOK,
        PHASE,
        HOP,
        TOP,
        SYSTEM,
        OTHER;

        static Fence of(String info) {
            for (Fence fence : values()) {
                if (fence.name().toLowerCase(Locale.ROOT).equals(info)) {
                    return fence;
                }
            }
            return OTHER;
        }
    }

    private SampleRunbook replaced(String head, String end, String body) {
        int from = text.indexOf(head) + head.length();
        int to = text.indexOf(end, from - 1) + 1;
        return new SampleRunbook(text.substring(0, from) + body + text.substring(to), files);
    }

    private SampleRunbook inserted(int at, String more) {
        return new SampleRunbook(text.substring(0, at) + more + text.substring(at), files);
    }

    /** Reads, checks and plans it, from 1.8.3 on, with the defaults of its inputs. */
    Made made() {
        Toolchain toolchain = new Toolchain(
                (path, from) -> Optional.ofNullable(files.get(path)).map(content -> new SourceFile(path, content)));
        List<Diagnostic> findings = new ArrayList<>();
        Optional<CheckedRunbook> checked = taken(toolchain.check(new SourceFile(FILE, text)), findings);
        Optional<Installation> installed = checked.flatMap(it -> taken(toolchain.install(it, Map.of()), findings));
        Optional<Plan> plan = installed.flatMap(it -> taken(
                toolchain.plan(
                        checked.get(),
                        it,
                        Map.of(),
                        new Situation(Map.of("ledger", Version.of("1.8.3")), TODAY, Set.of())),
                findings));
        return new Made(findings, checked.map(CheckedRunbook::uses).orElse(List.of()), plan);
    }

    private static <T> Optional<T> taken(Diagnosed<T> made, List<Diagnostic> findings) {
        made.diagnostics().stream()
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
        return made.hasErrors() ? Optional.empty() : Optional.of(made.value());
    }
}
